import { type Amount, canonical, parseQuantity, value } from '../schema/quantity';

/** The bytes of `300Mi` or of a number; undefined when it is none, or more than anybody has. */
export function bytesOf(written: unknown): number | undefined {
	const amount = typeof written === 'string' || typeof written === 'number' ? parseQuantity(String(written)) : undefined;
	const bytes = amount === undefined ? undefined : Number(value(amount));
	return bytes !== undefined && bytes >= 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** The amount of `4`, `500m` or `16Gi`; undefined when it is none, or negative. */
export function amountOf(written: unknown): Amount | undefined {
	const amount = typeof written === 'string' || typeof written === 'number' ? parseQuantity(String(written)) : undefined;
	return amount !== undefined && amount.nano >= 0n ? amount : undefined;
}

/** resource.NewQuantity(bytes, resource.BinarySI).String() */
export function bytesText(bytes: number): string {
	return canonical({ nano: BigInt(bytes) * 1_000_000_000n, format: 'BinarySI' });
}

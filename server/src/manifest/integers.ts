import { goQuote } from '../schema/go-quote';
import { entryOf, type Node, type Range } from '../yaml/node';
import { isNull } from '../yaml/scalar';

export type IntegerKind = 'int32' | 'int64';

const LIMITS: Readonly<Record<IntegerKind, bigint>> = { int32: 2n ** 31n, int64: 2n ** 63n };

/** strconv.ParseInt of a JSON number: no fraction, no exponent, in range. Beyond 2^53 it is the nearest double. */
export function integer(digits: string, kind: IntegerKind): number | undefined {
	if (!/^-?\d+$/.test(digits)) return undefined;
	const value = BigInt(digits);
	return value >= -LIMITS[kind] && value < LIMITS[kind] ? Number(value) : undefined;
}

/** Annotations in which older versions of these kinds keep a number. */
const NUMBERS: Readonly<Record<string, string>> = {
	DaemonSet: 'deprecated.daemonset.template.generation',
	Deployment: 'deprecated.deployment.rollback.to',
};

/** Convert_v1_DaemonSet_To_apps_DaemonSet and ..._Deployment, of which only the second takes an empty text. */
export function numberFault(node: Node, struct: string): { readonly message: string; readonly range: Range } | undefined {
	const name = NUMBERS[struct];
	const annotation = name === undefined ? undefined : entryOf(entryOf(entryOf(node, 'metadata')?.value, 'annotations')?.value, name)?.value;
	if (annotation?.kind !== 'scalar') return undefined;
	const text = isNull(annotation) ? '' : annotation.text;
	if (integer(text.replace(/^\+(?=\d)/, ''), 'int64') !== undefined || (struct === 'Deployment' && text === '')) return undefined;
	const why = /^[-+]?\d+$/.test(text) ? 'value out of range' : 'invalid syntax';
	const message = `strconv.ParseInt: parsing ${goQuote(text)}: ${why}`;
	return { message, range: annotation.range };
}

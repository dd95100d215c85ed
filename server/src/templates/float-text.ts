/** strconv.FormatFloat(value, 'g', -1, 64). */
export function floatText(value: number): string {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Inf' : '+Inf';
	if (value === 0) return Object.is(value, -0) ? '-0' : '0';
	const power = powerOf(value);
	return power < -4 || power >= 6 ? goExponent(value.toExponential()) : plainFloat(value);
}

const powerOf = (value: number): number => Number(value.toExponential().split('e')[1] ?? 0);

/** At least two digits stand in Go's exponents. */
export const goExponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2');

/** strconv.FormatFloat(value, 'f', -1, 64). */
export function plainFloat(value: number): string {
	const text = String(value);
	if (!text.includes('e')) return text;
	const [mantissa = '', power = '0'] = text.replace('-', '').split(/e\+?/);
	const digits = mantissa.replace('.', '');
	const point = Number(power.replace(/^-?/, text.includes('e-') ? '-' : '')) + 1;
	const sign = value < 0 ? '-' : '';
	return sign + (point > 0 ? digits.padEnd(point, '0') : `0.${'0'.repeat(-point)}${digits}`);
}

/** `%.Nf`. */
export function fixedFloat(value: number, precision: number): string {
	if (Math.abs(value) >= 1e21) return `${plainFloat(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
	return halfToEven(Math.min(precision, 75), (digits) => value.toFixed(digits));
}

/** `%.Ne`. */
export const exponentFloat = (value: number, precision: number): string =>
	goExponent(halfToEven(Math.min(precision, 75), (digits) => value.toExponential(digits)));

/** `%.Ng`. */
export function generalFloat(value: number, precision: number, keepsZeros: boolean): string {
	const digits = Math.max(1, Math.min(precision, 75));
	const text = exponentFloat(value, digits - 1);
	const power = Number(text.split('e')[1] ?? 0);
	const strip = (number: string): string => (keepsZeros || !number.includes('.') ? number : number.replace(/\.?0+$/, ''));
	const shortest = value.toExponential().split('e')[0]?.replace(/[-.]/g, '').length ?? 1;
	// `%e` is used from the precision on, or from where the digits of a whole number end.
	const from = digits > shortest && shortest >= power + 1 ? shortest : digits;
	if (power < -4 || power >= from) return strip(text.split('e')[0] ?? '') + text.slice(text.indexOf('e'));
	return strip(fixedFloat(value, Math.max(0, digits - 1 - power)));
}

/** `%b` of what is not negative: a whole number and a power of two. */
export function binaryFloat(value: number): string {
	const { power, fraction } = bitsOf(value);
	return `${fraction | (power > -1023n ? 1n << 52n : 0n)}p${signed(BigInt(Math.max(-1022, Number(power))) - 52n)}`;
}

/** `%x`, likewise. */
export function hexFloat(value: number): string {
	const { power, fraction } = bitsOf(value);
	if (value === 0) return '0x0p+00';
	const digits = fraction.toString(16).padStart(13, '0').replace(/0+$/, '');
	return `0x1${digits && `.${digits}`}p${signed(power).replace(/^.(?=.$)/, '$&0')}`;
}

const signed = (power: bigint): string => `${power < 0n ? '' : '+'}${power}`;

function bitsOf(value: number): { readonly power: bigint; readonly fraction: bigint } {
	const [bits = 0n] = new BigUint64Array(new Float64Array([value]).buffer);
	return { power: (bits >> 52n) - 1023n, fraction: bits & ((1n << 52n) - 1n) };
}

/** JavaScript rounds a half up, Go to the even digit: whether it is just a half, more digits tell. */
function halfToEven(precision: number, write: (digits: number) => string): string {
	const rounded = write(precision);
	const longer = write(Math.min(100, precision + 25));
	const [mantissa = '', power] = longer.split('e');
	const [whole = '', fraction = ''] = mantissa.split('.');
	if (!/^50*$/.test(fraction.slice(precision))) return rounded;
	const below = precision > 0 ? `${whole}.${fraction.slice(0, precision)}` : whole;
	if (/[13579]$/.test(below)) return rounded;
	return power === undefined ? below : `${below}e${power}`;
}

import { goQuote } from '../schema/go-quote';
import { goText, Int, isList, typeOf, type Value } from './value';

/** fmt.Sprintf for the verbs that templates use. */
export function printf(format: string, args: readonly Value[]): string {
	let next = 0;
	const text = format.replace(/%([-+# 0]*)(\d*)(?:\.(\d*))?(.)/gsu, (_, flags: string, width: string, precision: string | undefined, verb: string) => {
		if (verb === '%') return '%';
		if (next >= args.length) return `%!${verb}(MISSING)`;
		const shown = verbText(verb, args[next++] ?? null, flags, precision === undefined ? undefined : Number(precision));
		const missing = Math.min(10_000, Number(width)) - [...shown].length;
		if (missing <= 0) return shown;
		if (flags.includes('-')) return shown + ' '.repeat(missing);
		if (!flags.includes('0')) return ' '.repeat(missing) + shown;
		return /^[-+]/.test(shown) ? shown.charAt(0) + '0'.repeat(missing) + shown.slice(1) : '0'.repeat(missing) + shown;
	});
	const extra = args.slice(next).map((arg) => (arg === null ? '<nil>' : `${typeOf(arg)}=${goText(arg)}`));
	return extra.length > 0 ? `${text}%!(EXTRA ${extra.join(', ')})` : text;
}

function verbText(verb: string, value: Value, flags: string, precision: number | undefined): string {
	const wrong = `%!${verb}(${value === null ? '<nil>' : `${typeOf(value)}=${goText(value)}`})`;
	if (verb === 'T') return typeOf(value);
	if (verb === 'v') return value instanceof Int && flags.includes('+') && value.value >= 0n ? `+${value.value}` : goText(value);
	if (isList(value) && 'sqd'.includes(verb)) return `[${value.map((one) => verbText(verb, one, flags, precision)).join(' ')}]`;
	if (value instanceof Int) {
		const sign = flags.includes('+') && value.value >= 0n ? '+' : '';
		if (verb === 'd') return sign + String(value.value);
		if (verb === 'x' || verb === 'X') return verb === 'x' ? value.value.toString(16) : value.value.toString(16).toUpperCase();
		if (verb === 'o' || verb === 'b') return value.value.toString(verb === 'o' ? 8 : 2);
		return verb === 'c' ? String.fromCodePoint(Number(value.value)) : wrong;
	}
	if (typeof value === 'number') {
		if (verb === 'f' || verb === 'F') return value.toFixed(Math.min(100, precision ?? 6));
		return verb === 'g' ? goText(value) : wrong;
	}
	if (typeof value === 'boolean') return verb === 't' ? String(value) : wrong;
	if (typeof value !== 'string') return wrong;
	const text = precision === undefined ? value : [...value].slice(0, precision).join('');
	if (verb === 's') return text;
	if (verb === 'q') return goQuote(text);
	return verb === 'x' ? [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('') : wrong;
}

/** Claims and values as they are written: `ready`, `not Running`, `at least 3`, `{ exitCode: 137 }`, lists of them. */
import { nearest } from '../schema/nearest';
import type { Claim, Comparison, EventMatch, StateSubject, SubjectKind, Value } from './expectation';
import type { ExpectFault } from './faults';
import { EVENT_FIELDS, type FieldKind, fieldKind, meantBy, VOCABULARY, type Vocabulary } from './vocabulary';

type Path = readonly (string | number)[];
export type Add = (fault: ExpectFault) => void;
type Plain = Readonly<Record<string, unknown>>;

export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Texts, numbers and booleans are one: a test is written by hand. */
export const isScalar = (value: unknown): value is string | number | boolean | bigint => ['string', 'number', 'boolean', 'bigint'].includes(typeof value);

/** What a claim is about. */
export type Claimed = Extract<SubjectKind, StateSubject['kind'] | 'action'>;

/** Reads what is said of a subject; undefined where it cannot be understood, which `add` hears. */
export class ClaimReader {
	constructor(
		private readonly add: Add,
		/** Something that kubectl prints, in any cluster or by this scenario. */
		private readonly isPrinted: (word: string) => boolean,
		private readonly printed: readonly string[],
	) {}

	claim(value: unknown, of: Claimed, path: Path): Claim | undefined {
		if (of === 'pods') {
			const count = this.count(value, path, 'pods-claim');
			return count && { kind: 'count', value: count };
		}
		if (Array.isArray(value)) {
			const claims = value.map((item, i) => this.claim(item, of, [...path, i])).filter((claim) => claim !== undefined);
			return claims.length > 0 && claims.length === value.length ? { kind: 'any', of: claims } : this.fault(path, value.length === 0);
		}
		if (isPlain(value)) return this.map(value, of, path);
		if (!isScalar(value)) return this.fault(path, true);
		const text = String(value);
		const negated = /^not\s+(.+)$/.exec(text)?.[1];
		const word = (negated ?? text).trim();
		if (!this.knows(word, of, path)) return undefined;
		return negated === undefined ? { kind: 'word', word } : { kind: 'not', claim: { kind: 'word', word } };
	}

	private fault(path: Path, tell: boolean): undefined {
		if (tell) this.add({ path, code: 'claim', args: {} });
		return undefined;
	}

	private map(value: Plain, of: Claimed, path: Path): Claim | undefined {
		const entries = Object.entries(value);
		if (entries.length === 0) return this.fault(path, true);
		const fields: (readonly [string, Value])[] = [];
		let not: Claim | undefined;
		let isWhole = true;
		for (const [name, inner] of entries) {
			const at = [...path, name];
			if (name === 'not') not = this.claim(inner, of, at);
			const kind = name === 'not' ? undefined : this.fieldOf(name, of, at);
			const read = kind && this.value(inner, kind, name, at);
			if (read) fields.push([name, read]);
			isWhole &&= name === 'not' ? not !== undefined : read !== undefined;
		}
		return isWhole ? { kind: 'map', fields, ...(not && { not }) } : undefined;
	}

	private fieldOf(name: string, of: Claimed, path: Path): FieldKind | undefined {
		const kind = fieldKind(of, name);
		if (kind !== undefined) return kind;
		const { fields }: Vocabulary<never> = VOCABULARY[of];
		const known = Object.keys(fields);
		const meant = meantBy(name, known) ?? nearest(name, known) ?? '';
		this.add({
			path,
			code: 'unknown-field',
			args: { subject: of, field: name, known: known.join(', '), meant },
			...(meant && { repair: { key: meant } }),
		});
		return undefined;
	}

	/** A small word is a fact, a capital one is printed. */
	private knows(word: string, of: Claimed, path: Path): boolean {
		const { facts }: Vocabulary<never> = VOCABULARY[of];
		if (Object.hasOwn(facts, word)) return true;
		const isPrinting = of === 'pod' || of === 'container';
		if (isPrinting && /^[A-Z]/.test(word) && this.isPrinted(word)) return true;
		const isCapital = isPrinting && /^[A-Z]/.test(word);
		const printed = isPrinting ? this.printed : [];
		const small = word.charAt(0).toLowerCase() + word.slice(1);
		const meant = Object.hasOwn(facts, small)
			? small
			: (meantBy(small, [...Object.keys(facts), ...printed]) ??
				nearest(word, isCapital ? [...printed, ...Object.keys(facts)] : [...Object.keys(facts), ...printed]) ??
				'');
		const repair = meant ? { repair: { value: meant } } : {};
		if (isCapital) this.add({ path, code: 'unknown-status', args: { word, meant }, ...repair });
		else this.add({ path, code: 'unknown-fact', args: { subject: of, word, known: Object.keys(facts).join(', '), meant }, ...repair });
		return false;
	}

	private value(value: unknown, kind: FieldKind, field: string, path: Path): Value | undefined {
		if (kind === 'state') {
			const claim = this.claim(value, 'container', path);
			return claim && { kind: 'claim', claim };
		}
		if ((kind === 'containers' || kind === 'conditions') && isPlain(value)) return this.entries(value, kind, path);
		if (Array.isArray(value)) {
			if (!value.every(isScalar) || value.length === 0) return this.fault(path, true);
			return { kind: 'any', of: value.map((item) => ({ kind: 'literal', text: String(item) })) };
		}
		if (!isScalar(value) || kind === 'containers' || kind === 'conditions') return this.fault(path, true);
		return this.scalar(String(value), kind, field, path);
	}

	private entries(value: Plain, kind: 'containers' | 'conditions', path: Path): Value | undefined {
		const read = Object.entries(value).flatMap(([key, inner]): (readonly [string, Value])[] => {
			const at = [...path, key];
			if (kind === 'containers') {
				const claim = this.claim(inner, 'container', at);
				return claim ? [[key, { kind: 'claim', claim }]] : [];
			}
			const one = isPlain(inner) ? this.condition(inner, at) : this.value(inner, 'text', key, at);
			return one ? [[key, one]] : [];
		});
		return read.length > 0 && read.length === Object.keys(value).length
			? { kind: 'entries', entries: read }
			: this.fault(path, Object.keys(value).length === 0);
	}

	private condition(value: Plain, path: Path): Value | undefined {
		const known = ['status', 'reason', 'message'];
		const read = Object.entries(value).flatMap(([key, inner]): (readonly [string, Value])[] => {
			const at = [...path, key];
			if (!known.includes(key)) {
				const meant = nearest(key, known) ?? '';
				this.add({ path: at, code: 'unknown-field', args: { subject: 'condition', field: key, known: known.join(', '), meant } });
				return [];
			}
			const one = this.value(inner, 'text', key, at);
			return one ? [[key, one]] : [];
		});
		return read.length === Object.keys(value).length ? { kind: 'entries', entries: read } : undefined;
	}

	private scalar(text: string, kind: FieldKind, field: string, path: Path): Value | undefined {
		const negated = /^not\s+(.+)$/s.exec(text)?.[1];
		const value = this.positive(negated ?? text, kind, field, path);
		return value && negated !== undefined ? { kind: 'not', value } : value;
	}

	private positive(text: string, kind: FieldKind, field: string, path: Path): Value | undefined {
		const contained = /^contains\s+(.+)$/s.exec(text)?.[1];
		if (contained !== undefined) return { kind: 'contains', text: contained };
		const compared = comparisonOf(text);
		if (compared) return compared;
		if (this.isStrange(text, path)) return undefined;
		if (kind === 'number' && !/^-?\d+$/.test(text)) {
			this.add({ path, code: 'number', args: { field, text } });
			return undefined;
		}
		if (kind === 'boolean' && text !== 'true' && text !== 'false') {
			this.add({ path, code: 'boolean', args: { field, text } });
			return undefined;
		}
		return { kind: 'literal', text };
	}

	/** `>= 3`, as other languages compare. */
	private isStrange(text: string, path: Path): boolean {
		const [, sign = '', number] = /^(>=|<=|>|<|!=|==)\s*(-?\d+)$/.exec(text) ?? [];
		if (number === undefined) return false;
		const meant = `${SIGNS[sign] ?? ''}${number}`;
		this.add({ path, code: 'comparison', args: { text, meant }, repair: { value: meant } });
		return true;
	}

	/** A number, or what it is compared with: `3`, `at least 3 times`, `twice`, `never`. */
	count(value: unknown, path: Path, code: 'count' | 'pods-claim' = 'count'): Value | undefined {
		if (Array.isArray(value) && value.length > 0 && value.every((item) => /^\d+$/.test(String(item)))) {
			return { kind: 'any', of: value.map((item) => ({ kind: 'literal', text: String(item) })) };
		}
		const text = isScalar(value) ? String(value).trim() : '';
		const plain = text.replace(/\s+times?$/, '');
		const [, not, inner = ''] = /^(not\s+)?(.*)$/.exec(plain) ?? [];
		const named =
			code === 'count' && Object.hasOwn(NAMED, inner) ? NAMED[inner] : inner.replace(/ (once|twice)$/, (_, word: string) => ` ${NAMED[word] ?? ''}`);
		const read = comparisonOf(named ?? '') ?? (/^\d+$/.test(named ?? '') ? ({ kind: 'literal', text: named ?? '' } as const) : undefined);
		if (read) return not === undefined ? read : { kind: 'not', value: read };
		if (!this.isStrange(text, path)) this.add({ path, code, args: { text } });
		return undefined;
	}

	/** Which events: by their reason, or by several fields. */
	event(value: unknown, path: Path): EventMatch | undefined {
		if (isScalar(value)) {
			const read = this.scalar(String(value), 'text', 'reason', path);
			return read && [['reason', read]];
		}
		if (!isPlain(value) || Object.keys(value).length === 0) {
			this.add({ path, code: 'event-match', args: {} });
			return undefined;
		}
		const read = Object.entries(value).flatMap(([name, inner]): (readonly [string, Value])[] => {
			const at = [...path, name];
			if (!EVENT_FIELDS.some((field) => field === name)) {
				const meant = nearest(name, EVENT_FIELDS) ?? '';
				const args = { subject: 'event', field: name, known: EVENT_FIELDS.join(', '), meant };
				this.add({ path: at, code: 'unknown-field', args, ...(meant && { repair: { key: meant } }) });
				return [];
			}
			const one = this.value(inner, 'text', name, at);
			return one ? [[name, one]] : [];
		});
		return read.length === Object.keys(value).length ? read : undefined;
	}
}

const NAMED: Readonly<Record<string, string>> = { once: '1', twice: '2', never: '0' };
const SIGNS: Readonly<Record<string, string>> = { '>=': 'at least ', '<=': 'at most ', '>': 'more than ', '<': 'less than ', '!=': 'not ', '==': '' };

function comparisonOf(text: string): Value | undefined {
	const [, is, than] = /^(at least|at most|more than|less than)\s+(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
	if (is !== undefined) return { kind: 'number', is: is as Comparison, than: Number(than) };
	const [, least, most] = /^(-?\d+) to (-?\d+)$/.exec(text) ?? [];
	return least === undefined ? undefined : { kind: 'between', least: Number(least), most: Number(most) };
}

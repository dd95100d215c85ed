import type { Bilingual } from '../protocol/text';
import { goQuote } from '../schema/go-quote';
import { mismatch } from '../templates/functions/dicts';
import { type Dict, Fault, Int, isDict, isList, type Value } from '../templates/value';

/** strvals.MaxIndex and MaxNestedNameLevel. */
const MOST_ITEMS = 65_536;
const MOST_NAMES = 30;

/** What --set and --set-string say, as it is put into values: cli/values Options.MergeValues. */
export const setBy =
	(set: readonly string[], setText: readonly string[] = []) =>
	(values: Dict): Fault | undefined => {
		for (const [option, texts] of [['--set', set] as const, ['--set-string', setText] as const])
			for (const text of texts) {
				const fault = setValues(text, values, option === '--set-string');
				if (fault) return new Fault(`failed parsing ${option} data: ${fault.message}`);
			}
		return undefined;
	};

/** What is wrong with what `--set` or `--set-string` was given, whatever chart it is for. */
export const setFaults = (option: '--set' | '--set-string', given: readonly string[]): readonly Bilingual[] =>
	given.flatMap((text) => {
		const fault = setValues(text, new Map(), option === '--set-string');
		return fault
			? { en: `${option} takes what is set, as in a.b=1, not "${text}": ${fault.message}.`, ko: `${option}에는 a.b=1처럼 적는다. "${text}": ${fault.message}.` }
			: [];
	});

/**
 * What `--set a.b=1,c[0]=x` says, put into values (which are changed): strvals.ParseInto; with `asText` ParseIntoString, for which all values are texts.
 * The fault is in Helm's words.
 */
export function setValues(text: string, values: Dict, asText = false): Fault | undefined {
	const reader = new Reader(text, asText);
	for (;;) {
		const outcome = reader.key(values, 0);
		if (outcome === 'end') return undefined;
		if (outcome instanceof Fault) return outcome;
	}
}

/** What stopped a name or a value; undefined at the end of the text. */
type Stop = string | undefined;
type Outcome = Fault | 'end' | undefined;

/** strvals' parser. */
class Reader {
	private at = 0;
	private readonly characters: readonly string[];

	constructor(
		text: string,
		private readonly asText: boolean,
	) {
		this.characters = [...text];
	}

	/** runesUntil: a backslash takes the meaning off what follows. */
	private until(stops: string): readonly [string, Stop] {
		let taken = '';
		while (this.at < this.characters.length) {
			const character = this.characters[this.at++] ?? '';
			if (stops.includes(character)) return [taken, character];
			taken += character === '\\' ? (this.characters[this.at++] ?? '') : character;
		}
		return [taken, undefined];
	}

	/** Reads one `name=value`, as deep as it goes. */
	key(data: Dict, level: number): Outcome {
		const [name, stop] = this.until('=[,.');
		switch (stop) {
			case undefined:
				return name === '' ? 'end' : new Fault(`key ${goQuote(name)} has no value`);
			case '[':
				return this.indexed(data, name, level);
			case '=': {
				const [value, outcome] = this.value();
				if (name !== '' && !(outcome instanceof Fault)) data.set(name, value);
				return outcome;
			}
			case ',':
				if (name !== '') data.set(name, '');
				return new Fault(`key ${goQuote(name)} has no value (cannot end with ,)`);
			default:
				return this.nested(data, name, level + 1);
		}
	}

	private indexed(data: Dict, name: string, level: number): Outcome {
		const index = this.index();
		if (index instanceof Fault) return new Fault(`error parsing index: ${index.message}`);
		const known = data.get(name);
		if (known !== undefined && !isList(known)) return misread(known, '[]interface {}');
		const [list, outcome] = this.item(known ?? [], index, level);
		if (name !== '') data.set(name, list);
		return outcome;
	}

	private nested(data: Dict, name: string, level: number): Outcome {
		if (level > MOST_NAMES) return new Fault(`value name nested level is greater than maximum supported nested level of ${MOST_NAMES}`);
		const known = data.get(name);
		if (known !== undefined && !isDict(known)) return misread(known, 'map[string]interface {}');
		const inner: Dict = known ?? new Map();
		const outcome = this.key(inner, level);
		if (outcome === undefined && inner.size === 0) return new Fault(`key map ${goQuote(name)} has no value`);
		if (inner.size > 0 && name !== '') data.set(name, inner);
		return outcome;
	}

	private index(): number | Fault {
		const [digits, stop] = this.until(']');
		if (stop === undefined) return new Fault('EOF');
		return /^[-+]?[0-9]+$/.test(digits) ? Number(digits) : new Fault(`strconv.Atoi: parsing ${goQuote(digits)}: invalid syntax`);
	}

	/** listItem: what stands behind `[i]`. */
	private item(list: readonly Value[], index: number, level: number): readonly [readonly Value[], Outcome] {
		if (index < 0) return [list, new Fault(`negative ${index} index not allowed`)];
		const [rest, stop] = this.until('[.=');
		if (rest !== '') return [list, new Fault(`unexpected data at end of array index: [${[...rest].map((one) => `'${one}'`).join(' ')}]`)];
		if (stop === undefined) return [list, 'end'];
		if (index > MOST_ITEMS) return [list, new Fault(`index of ${index} is greater than maximum supported index of ${MOST_ITEMS}`)];
		const known = list[index];
		if (stop === '=') {
			const [value, outcome] = this.value();
			return outcome instanceof Fault ? [list, outcome] : [withItem(list, index, value), outcome];
		}
		if (stop === '[') {
			const next = this.index();
			if (next instanceof Fault) return [list, new Fault(`error parsing index: ${next.message}`)];
			if (known !== undefined && known !== null && !isList(known)) return [list, misread(known, '[]interface {}')];
			const [inner, outcome] = this.item(isList(known) ? known : [], next, level);
			return outcome instanceof Fault ? [list, outcome] : [withItem(list, index, inner), outcome];
		}
		const inner: Dict = isDict(known) ? known : new Map();
		const outcome = this.key(inner, level);
		return outcome instanceof Fault ? [list, outcome] : [withItem(list, index, inner), outcome];
	}

	/** valList, or one value. */
	private value(): readonly [Value, Outcome] {
		if (this.at >= this.characters.length) return ['', 'end'];
		if (this.characters[this.at] !== '{') {
			return [this.typed(this.until(',')[0]), undefined];
		}
		this.at++;
		const items: Value[] = [];
		for (;;) {
			const [text, stop] = this.until(',}');
			if (stop === undefined) return [items, new Fault("list must terminate with '}'")];
			items.push(this.typed(text));
			if (stop === ',') continue;
			if (this.characters[this.at] === ',') this.at++;
			return [items, undefined];
		}
	}

	/** typedVal. */
	private typed(text: string): Value {
		if (this.asText) return text;
		const lower = text.toLowerCase();
		if (lower === 'true' || lower === 'false') return lower === 'true';
		if (lower === 'null') return null;
		if (!/^(0|[-+]?[1-9][0-9]*|[-+]0[0-9]*)$/.test(text)) return text;
		const number = BigInt(text.replace(/^\+/, ''));
		return BigInt.asIntN(64, number) === number ? new Int(number, 'int64') : text;
	}
}

/** setIndex. */
function withItem(list: readonly Value[], index: number, value: Value): readonly Value[] {
	const longer: Value[] = [...list, ...Array.from({ length: Math.max(0, index + 1 - list.length) }, () => null)];
	longer[index] = value;
	return longer;
}

/** What Go says when it finds another type than it took for granted. */
const misread = (known: Value, wanted: string): Fault => new Fault(`unable to parse key: ${mismatch(known, wanted).message}`);

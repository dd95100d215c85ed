import { amountOf, bytesOf } from './bytes';
import { milliseconds } from './duration';
import { LONGEST_LIFE } from './pace';
import type { Duration, Scenario } from './scenario';
import { type Shape, scenarioShape } from './scenario-shape';

/** What is wrong with a scenario, and where. */
export interface ScenarioFault {
	readonly path: readonly (string | number)[];
	readonly message: { readonly en: string; readonly ko: string };
}

/** No pod needs more of anything than this. */
const MOST_ITEMS = 1000;
const LONGEST_TEXT = 100_000;

/**
 * Reads a scenario from plain JSON (a file, a message of the panel). `scenario` is what could be understood, always safe to simulate;
 * `faults` say what could not. Never throws.
 */
export function readScenario(value: unknown): { readonly scenario: Scenario; readonly faults: readonly ScenarioFault[] } {
	const reader = new Reader();
	const scenario = reader.read(value ?? {}, scenarioShape, []);
	return { scenario: (scenario as Scenario | undefined) ?? {}, faults: reader.faults };
}

class Reader {
	readonly faults: ScenarioFault[] = [];

	/** The value as the shape wants it, undefined where it is no good. */
	read(value: unknown, shape: Shape, path: readonly (string | number)[]): unknown {
		if (value === null || value === undefined) return undefined;
		switch (shape.kind) {
			case 'duration':
				if (shape.some && milliseconds(value as Duration) === 0) return this.fault(path, 'longer than 0, such as 5m', '5m처럼 0보다 긴 시간');
				return this.duration(value, path);
			case 'bytes':
				return bytesOf(value) === undefined ? this.fault(path, 'an amount such as 300Mi', '300Mi 같은 용량') : value;
			case 'amount':
				return amountOf(value) === undefined ? this.fault(path, 'an amount such as 4, 500m or 16Gi', '4, 500m, 16Gi 같은 양') : value;
			case 'text':
				return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : this.fault(path, 'a text', '문자열');
			case 'boolean':
				return typeof value === 'boolean' ? value : this.fault(path, 'true or false', 'true나 false');
			case 'integer':
				return this.integer(value, shape, path);
			case 'anything':
				return value;
			case 'one of':
				return shape.values.includes(String(value)) ? value : this.fault(path, `one of ${shape.values.join(', ')}`, `${shape.values.join(', ')} 가운데 하나`);
			case 'list':
				return this.list(value, shape.of, path);
			case 'map':
			case 'struct':
				return this.object(value, shape, path);
		}
	}

	private duration(value: unknown, path: readonly (string | number)[]): unknown {
		const ms = typeof value === 'string' || typeof value === 'number' ? milliseconds(value) : undefined;
		if (ms === undefined || ms < 0) return this.fault(path, 'a duration such as 5s or 1m30s', '5s나 1m30s 같은 시간');
		return ms <= LONGEST_LIFE ? value : this.fault(path, 'a duration of at most 368d', '368d 이하의 시간');
	}

	private integer(value: unknown, { least, most }: { readonly least?: number; readonly most?: number }, path: readonly (string | number)[]): unknown {
		if (!Number.isSafeInteger(value)) return this.fault(path, 'a whole number', '정수');
		if (least === undefined || most === undefined || (Number(value) >= least && Number(value) <= most)) return value;
		return this.fault(path, `a whole number from ${least} to ${most}`, `${least}부터 ${most}까지의 정수`);
	}

	private list(value: unknown, of: Shape, path: readonly (string | number)[]): unknown {
		if (!Array.isArray(value)) return this.fault(path, 'a list', '목록');
		if (value.length > MOST_ITEMS) return this.fault(path, `a list of at most ${MOST_ITEMS} items`, `항목이 ${MOST_ITEMS}개 이하인 목록`);
		return value.map((item, index) => this.read(item, of, [...path, index])).filter((item) => item !== undefined);
	}

	private object(value: unknown, shape: Shape & { readonly kind: 'map' | 'struct' }, path: readonly (string | number)[]): unknown {
		if (typeof value !== 'object' || Array.isArray(value)) return this.fault(path, 'a map', '맵');
		const entries = Object.entries(value ?? {});
		if (entries.length > MOST_ITEMS) return this.fault(path, `a map of at most ${MOST_ITEMS} entries`, `항목이 ${MOST_ITEMS}개 이하인 맵`);
		const known = entries.flatMap(([key, child]) => {
			const of = shape.kind === 'map' ? shape.of : Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
			if (!of) {
				const fields = shape.kind === 'struct' ? Object.keys(shape.fields).join(', ') : '';
				this.faults.push({
					path: [...path, key],
					message: {
						en: `${named([...path, key])} is unknown; there are ${fields}.`,
						ko: `${named([...path, key])}: 알 수 없는 키다. 쓸 수 있는 키: ${fields}.`,
					},
				});
				return [];
			}
			const read = this.read(child, of, [...path, key]);
			return read === undefined ? [] : [[key, read] as const];
		});
		return Object.fromEntries(known);
	}

	private fault(path: readonly (string | number)[], en: string, ko: string): undefined {
		this.faults.push({ path, message: { en: `${named(path)} has to be ${en}.`, ko: `${named(path)}: ${ko}${endsInConsonant(ko) ? '이어야' : '여야'} 한다.` } });
		return undefined;
	}
}

/** Of a Korean word: its last syllable has a final consonant. */
function endsInConsonant(word: string): boolean {
	const FIRST_SYLLABLE = 0xac00;
	const SYLLABLES = 11_172;
	const FINALS = 28;
	const syllable = word.charCodeAt(word.length - 1) - FIRST_SYLLABLE;
	return syllable >= 0 && syllable < SYLLABLES && syllable % FINALS > 0;
}

const named = (path: readonly (string | number)[]): string =>
	path.length === 0 ? 'scenario' : path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');

import type { Bilingual } from '../../protocol/text';
import { entryOf } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import { particle } from '../particle';
import { type Place, placeOf } from '../place';
import { valuesOf } from './choice';
import type { Candidate, Site } from './site';
import { valueAt } from './write';

/** As values look that others beside them do not look like. */
const FORMS: Readonly<Record<string, RegExp>> = { image: /[/:]/, mountPath: /^\//, path: /^\// };

/** Two values that stand in one another's place: what is refused here would do there, and the other way round. */
export function swaps(site: Site): readonly Candidate[] {
	const { manifest, path, value, place, type } = site;
	const key = path.at(-1);
	const map = valueAt(manifest, path.slice(0, -1));
	if (map?.kind !== 'map' || value?.kind !== 'scalar' || !place || place.isMapKey || typeof key !== 'string' || type === 'FieldValueRequired') return [];
	if (!entryOf(map, key)) return [];
	const { text } = manifest.document;
	return map.entries.flatMap(({ key: { text: other }, value: there }) => {
		const beside = placeOf(manifest.kind.kind, [...path.slice(0, -1), other]);
		if (other === key || there?.kind !== 'scalar' || !beside) return [];
		if (!fits(value.text, beside, site) || !fits(there.text, place, site)) return [];
		const isLike = isOnly(value.text, there.text, beside, site) || isOnly(there.text, value.text, place, site) || looksLike(other, value.text, there.text);
		if (!isLike && (fits(value.text, place, site) || fits(there.text, beside, site))) return [];
		const [one, two] = [value.range, there.range].map(({ start, end }) => text.slice(start, end));
		const edits = [
			{ range: value.range, text: two ?? '' },
			{ range: there.range, text: one ?? '' },
		].toSorted((a, b) => a.range.start - b.range.start);
		return { title: swappingTitle(key, other), edits, isCertain: true, isAll: true, overrules: true };
	});
}

/** As the field's values look, which the other does not. */
const looksLike = (field: string, one: string, other: string): boolean => FORMS[field]?.test(one) === true && !FORMS[field]?.test(other);

/** Of two, it alone is one of the values that a place takes. */
function isOnly(one: string, other: string, place: Place, { version }: Site): boolean {
	const values = valuesOf({ place, version });
	return values.includes(one) && !values.includes(other);
}

const swappingTitle = (one: string, other: string): Bilingual => ({
	en: `Swap ${one} and ${other}`,
	ko: `${one}${particle(one, '과/와')} ${other}의 값 맞바꾸기`,
});

/** Whether a text, as it is written, is of the type that a place takes, and one of its values where only some are. */
function fits(text: string, place: Place, { version }: Site): boolean {
	const written = resolve({ kind: 'scalar', text, style: 'plain', range: { start: 0, end: text.length } }).kind;
	switch (place.type.kind) {
		case 'boolean':
			return written === 'boolean';
		case 'int32':
		case 'int64':
			return /^\d+$/.test(text);
		case 'string': {
			const values = valuesOf({ place, version });
			return written === 'string' && (values.length === 0 || values.includes(text));
		}
		default:
			return false;
	}
}

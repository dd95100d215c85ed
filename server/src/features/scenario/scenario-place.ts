import { scenarioValues, scenarioWords } from '../../docs/scenario';
import type { ScenarioWords, Words } from '../../docs/words';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { type Shape, scenarioShape } from '../../simulator/scenario-shape';

/** What a scenario may have at a path; undefined where it knows no such place. */
export function shapeAt(path: readonly Segment[]): Shape | undefined {
	let shape: Shape | undefined = scenarioShape;
	for (const segment of path) shape = shape && inside(shape, segment);
	return shape;
}

function inside(shape: Shape, segment: Segment): Shape | undefined {
	switch (shape.kind) {
		case 'struct':
			return typeof segment === 'string' && Object.hasOwn(shape.fields, segment) ? shape.fields[segment] : undefined;
		case 'map':
			return typeof segment === 'string' ? shape.of : undefined;
		case 'list':
			return typeof segment === 'number' ? shape.of : undefined;
		default:
			return undefined;
	}
}

/** `Run.exitCode`: the type a key belongs to, and the key. */
export function placeName(path: readonly Segment[]): string | undefined {
	const parent = shapeAt(path.slice(0, -1));
	const key = path.at(-1);
	return parent?.kind === 'struct' && typeof key === 'string' && Object.hasOwn(parent.fields, key) ? `${parent.name}.${key}` : undefined;
}

/** The words for the key at the end of a path. */
export function wordsAt(path: readonly Segment[]): ScenarioWords | undefined {
	const [type = '', key = ''] = placeName(path)?.split('.') ?? [];
	return scenarioWords[type]?.[key];
}

/** Values worth writing at a path, with their words. */
export const valuesAt = (path: readonly Segment[]): Readonly<Record<string, Words>> => scenarioValues[placeName(path) ?? ''] ?? {};

/** What a value of this shape is called. */
export function kindText(shape: Shape): Bilingual {
	switch (shape.kind) {
		case 'duration':
			return { en: 'duration (`5s`, `1m30s`)', ko: '시간(`5s`, `1m30s`)' };
		case 'bytes':
			return { en: 'amount (`300Mi`)', ko: '용량(`300Mi`)' };
		case 'amount':
			return { en: 'amount (`4`, `500m`, `16Gi`)', ko: '양(`4`, `500m`, `16Gi`)' };
		case 'text':
			return { en: 'text', ko: '문자열' };
		case 'boolean':
			return { en: 'true or false', ko: 'true 또는 false' };
		case 'integer':
			return { en: 'whole number', ko: '정수' };
		case 'anything':
			return { en: 'anything', ko: '무엇이든' };
		case 'one of': {
			const values = shape.values.map((value) => `\`${value}\``).join(', ');
			return { en: `one of ${values}`, ko: `${values} 가운데 하나` };
		}
		case 'list':
			return { en: 'list', ko: '목록' };
		case 'map':
		case 'struct':
			return { en: 'map', ko: '맵' };
	}
}

/** `world.containers.app.runs[0]` */
export const pathOf = (path: readonly Segment[]): string =>
	path.map((segment, i) => (typeof segment === 'number' ? `[${segment}]` : i === 0 ? segment : `.${segment}`)).join('');

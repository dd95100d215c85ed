import type { FieldPath } from '../schema/field-path';
import type { Toleration } from '../schema/generated/types';
import type { PodOptions } from './options';
import { validateTolerations } from './toleration';
import type { Walk } from './walk';

export const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';

/** core validation.ValidateTolerationsInPodAnnotations: nobody reads this annotation any more, but the server still wants it to make sense. */
export function validateTolerationsAnnotation(walk: Walk, annotation: string, options: PodOptions, path: FieldPath): void {
	const tolerations = parseTolerations(annotation);
	const at = path.key(TOLERATIONS);
	if (typeof tolerations === 'string') walk.invalid(at.saidAs(path), TOLERATIONS, tolerations, 'annotation/tolerations');
	else validateTolerations(walk, tolerations, options, at.saidAs(path.child(TOLERATIONS)));
}

/** helper.GetTolerationsFromPodAnnotations, or what json.Unmarshal complains of. */
function parseTolerations(text: string): readonly Toleration[] | string {
	let list: unknown;
	try {
		list = JSON.parse(text);
	} catch {
		// What the server says of broken JSON depends on the byte it stopped at.
		return 'unexpected end of JSON input';
	}
	if (list === null) return [];
	if (!Array.isArray(list)) return mismatch(list, 'Go value of type []core.Toleration');
	const items: readonly unknown[] = list;
	const complaint = items.map(complaintAbout).find((found) => found !== undefined);
	return complaint ?? items.map(tolerationOf);
}

/** The internal type has no names for JSON, so its fields are told by their Go names in any case. */
const FIELDS = [
	['key', 'Key', 'string'],
	['operator', 'Operator', 'core.TolerationOperator'],
	['value', 'Value', 'string'],
	['effect', 'Effect', 'core.TaintEffect'],
	['tolerationSeconds', 'TolerationSeconds', 'int64'],
] as const;

function entriesOf(item: unknown): (readonly [(typeof FIELDS)[number], unknown])[] {
	return Object.entries(item ?? {}).flatMap(([key, value]) => {
		const field = FIELDS.find(([name]) => name.toLowerCase() === key.toLowerCase());
		return field && value !== null ? [[field, value] as const] : [];
	});
}

function complaintAbout(item: unknown): string | undefined {
	if (item === null) return undefined;
	if (typeof item !== 'object' || Array.isArray(item)) return mismatch(item, 'Go value of type core.Toleration');
	const wrong = entriesOf(item).find(([[, , type], value]) => (type === 'int64' ? !Number.isInteger(value) : typeof value !== 'string'));
	return wrong && mismatch(wrong[1], `Go struct field Toleration.${wrong[0][1]} of type ${wrong[0][2]}`);
}

function tolerationOf(item: unknown): Toleration {
	return Object.fromEntries(entriesOf(item).map(([[name], value]) => [name, value]));
}

function mismatch(value: unknown, target: string): string {
	const isFraction = typeof value === 'number' && target.endsWith('int64');
	const kind = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
	return `json: cannot unmarshal ${isFraction ? `number ${value}` : kind} into ${target}`;
}

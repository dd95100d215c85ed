import type { FieldPath } from '../schema/field-path';
import type { Toleration } from '../schema/generated/types';
import type { PodOptions } from './options';
import { validateTolerations } from './toleration';
import type { Walk } from './walk';

export const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';

/** core validation.ValidateTolerationsInPodAnnotations: nobody reads this annotation any more, but the server still wants it to make sense. */
export function validateTolerationsAnnotation(walk: Walk, annotation: string, options: PodOptions, path: FieldPath): void {
	const read = readTolerations(annotation);
	if (typeof read === 'string') walk.invalid(path, TOLERATIONS, read, 'annotation/tolerations');
	else validateTolerations(walk, read, options, path.child(TOLERATIONS));
}

/** encoding/json into []core.Toleration, whose names it compares without case; a text is its complaint. */
function readTolerations(annotation: string): readonly Toleration[] | string {
	const json = parse(annotation);
	if (json === undefined) return 'unexpected end of JSON input';
	if (json === null) return [];
	if (!Array.isArray(json)) return `json: cannot unmarshal ${kindOf(json)} into Go value of type []core.Toleration`;
	const read = json.map(readToleration);
	return read.find((one) => typeof one === 'string') ?? read.filter((one) => typeof one !== 'string');
}

/** Go's own sentence names the character at which it gave up; JavaScript does not tell. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const FIELDS = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'] as const;

function readToleration(json: unknown): Toleration | string {
	if (json === null) return {};
	if (typeof json !== 'object' || Array.isArray(json)) return `json: cannot unmarshal ${kindOf(json)} into Go value of type core.Toleration`;
	const read: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(json)) {
		const field = FIELDS.find((known) => known.toLowerCase() === name.toLowerCase());
		if (!field || value === null) continue;
		const type = field === 'tolerationSeconds' ? 'number' : 'string';
		if (typeof value !== type) {
			const goName = field.charAt(0).toUpperCase() + field.slice(1);
			return `json: cannot unmarshal ${kindOf(value)} into Go struct field Toleration.${goName} of type ${type === 'number' ? 'int64' : 'string'}`;
		}
		read[field] = value;
	}
	return read;
}

function kindOf(json: unknown): string {
	if (Array.isArray(json)) return 'array';
	return typeof json === 'boolean' ? 'bool' : typeof json;
}

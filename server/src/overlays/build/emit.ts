import { type GoYaml, goYaml, scalarText } from '../../yaml/go-yaml';
import { isFields, type Value } from './object';

/** An object as kustomize prints it (sigs.k8s.io/yaml): sorted keys, lists at the column of their key. */
export const emitted = (value: Value): string => `${goYaml(value, AS_KUSTOMIZE)}\n`;

const AS_KUSTOMIZE: GoYaml<Value> = {
	version: 2,
	indentsLists: false,
	shapeOf: (value) => {
		if (Array.isArray(value) && value.length > 0) return { kind: 'list', items: value };
		if (isFields(value) && Object.keys(value).length > 0) return { kind: 'map', keys: Object.keys(value), of: (key) => value[key] ?? null };
		const text = Array.isArray(value) ? '[]' : isFields(value) ? '{}' : typeof value === 'string' ? undefined : String(value);
		return { kind: 'scalar', text: (place) => text ?? scalarText(String(value), place) };
	},
};

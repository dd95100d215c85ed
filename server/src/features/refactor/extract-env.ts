/** Environment variables with plain values, as a ConfigMap that the container reads. */
import { locate } from '../../manifest/locate';
import type { File } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { contentOf } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf, textOf } from '../../yaml/node';
import { blockText } from '../../yaml/write';
import { type Insertion, isBlock, type Refactoring, type Spot } from './refactoring';

const EXTRACT: Bilingual = { en: 'Extract env into a ConfigMap', ko: 'env를 컨피그맵으로 빼기' };

interface Variable {
	readonly name?: unknown;
	readonly value?: unknown;
	readonly valueFrom?: unknown;
}

/**
 * On a container's `env`, where all of it may move: `$(NAME)` is not expanded in a ConfigMap, and names none that comes from one
 * (makeEnvironmentVariables of the kubelet).
 */
export function extractEnv({ manifest, path, isWide }: Spot, { text }: File): readonly Refactoring[] {
	const at = path.indexOf('env');
	const containers = path.findIndex((segment, i) => (segment === 'containers' || segment === 'initContainers') && typeof path[i + 1] === 'number');
	if (containers < 0 || (!isWide && at !== containers + 2)) return [];
	const container = locate(manifest.node, path.slice(0, containers + 2)).value;
	const env = entryOf(container, 'env');
	if (container?.kind !== 'map' || !isBlock(container) || entryOf(container, 'envFrom') || env?.value?.kind !== 'list' || env.value.flow || env.alias)
		return [];
	const variables = (toJson(env.value) ?? []) as readonly Variable[];
	if (variables.length === 0 || !variables.every(isPlain)) return [];
	const name = `${manifest.name}-${textOf(container, 'name') ?? 'app'}-env`;
	if (text.includes(name)) return [];
	const { text: document } = manifest.document;
	const indent = ' '.repeat(env.key.range.start - (document.lastIndexOf('\n', env.key.range.start - 1) + 1));
	const end = contentOf(document, env.value.range).end;
	const namespace = textOf(entryOf(manifest.node, 'metadata')?.value, 'namespace');
	const data = Object.fromEntries(variables.map((variable) => [String(variable.name), String(variable.value ?? '')]));
	const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, data };
	const start = manifest.start;
	const insertions: readonly Insertion[] = [
		{ range: { start, end: start }, text: `${blockText(configMap, 0)}\n---\n`, hasStops: false },
		{
			range: { start: start + env.key.range.start, end: start + end },
			text: `envFrom:\n${indent}- configMapRef:\n${indent}    name: ${name}`,
			hasStops: false,
		},
	];
	return [{ title: EXTRACT, kind: 'extract.env', edits: insertions }];
}

const isPlain = ({ name, value, valueFrom }: Variable): boolean =>
	typeof name === 'string' &&
	CONFIG_MAP_KEY.test(name) &&
	(value === undefined || typeof value === 'string') &&
	valueFrom === undefined &&
	!/\$\(/.test(String(value ?? ''));

/** IsConfigMapKey, as far as names of variables go. */
const CONFIG_MAP_KEY = /^\w[-.\w]*$/;

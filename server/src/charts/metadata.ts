import { goQuote } from '../schema/go-quote';
import { parseVersion } from '../templates/functions/semvers';
import { Fault } from '../templates/value';
import { type Read, readStruct, struct } from './go-struct';

/** chart.Dependency. */
const DEPENDENCY = struct(
	'chart.Dependency',
	{
		name: 'string',
		version: 'string',
		repository: 'string',
		condition: 'string',
		tags: { list: 'string' },
		enabled: 'bool',
		'import-values': { list: 'any' },
		alias: 'string',
	},
	['name', 'repository'],
);

/** chart.Metadata: what a Chart.yaml may say. */
export const METADATA = struct('chart.Metadata', {
	name: 'string',
	home: 'string',
	sources: { list: 'string' },
	version: 'string',
	description: 'string',
	keywords: { list: 'string' },
	maintainers: { list: struct('chart.Maintainer', { name: 'string', email: 'string', url: 'string' }) },
	icon: 'string',
	apiVersion: 'string',
	condition: 'string',
	tags: 'string',
	appVersion: 'string',
	deprecated: 'bool',
	annotations: { map: 'string' },
	kubeVersion: 'string',
	dependencies: { list: DEPENDENCY },
	type: 'string',
});

/** chart.Lock; when it was written is not looked at. */
const LOCK = struct('chart.Lock', { digest: 'string', dependencies: { list: DEPENDENCY } });

export type Metadata = Read<typeof METADATA>;
export type Dependency = Read<typeof DEPENDENCY>;

/** Reads a Chart.yaml, or a requirements.yaml, which may say the same. */
export const readMetadata = (text: string): Metadata | Fault => readStruct(text, METADATA);

/** Reads a Chart.lock, or a requirements.lock. */
export const readLock = (text: string): Read<typeof LOCK> | Fault => readStruct(text, LOCK);

/** The dependencies of a chart that was checked: none of them is null. */
export const dependenciesOf = ({ dependencies }: Metadata): readonly Dependency[] => dependencies?.filter((one) => one !== null) ?? [];

/** Metadata.Validate, which sanitizes what it checks. */
export function validated(read: Metadata): Metadata | Fault {
	const metadata = sanitized(read, ['name', 'description', 'home', 'icon', 'condition', 'tags', 'appVersion', 'kubeVersion', 'sources', 'keywords']);
	const fault = headFault(metadata);
	if (fault) return invalid(fault);
	if (metadata.maintainers?.includes(null)) return invalid('maintainers must not contain empty or null nodes');
	if (metadata.dependencies === undefined) return metadata;
	const names = new Set<string>();
	const dependencies: Dependency[] = [];
	for (const dependency of metadata.dependencies) {
		if (!dependency) return invalid('dependencies must not contain empty or null nodes');
		const one = sanitized(dependency, ['name', 'version', 'repository', 'condition', 'tags']);
		if (one.alias && !/^[a-zA-Z0-9_-]+$/.test(one.alias)) return invalid(`dependency ${goQuote(one.name ?? '')} has disallowed characters in the alias`);
		const name = one.alias || (one.name ?? '');
		if (names.has(name)) return invalid(`more than one dependency with name or alias ${goQuote(name)}`);
		names.add(name);
		dependencies.push(one);
	}
	return { ...metadata, dependencies };
}

const invalid = (sentence: string): Fault => new Fault(`validation: ${sentence}`);

function headFault({ apiVersion, name, version: text, type }: Metadata): string | undefined {
	if (!apiVersion) return 'chart.metadata.apiVersion is required';
	if (!name) return 'chart.metadata.name is required';
	if (name === '.' || name === '..') return `chart.metadata.name ${goQuote(name)} is not allowed`;
	if (name.includes('/')) return `chart.metadata.name ${goQuote(name)} is invalid`;
	if (!text) return 'chart.metadata.version is required';
	if (parseVersion(text) instanceof Fault) return `chart.metadata.version ${goQuote(text)} is invalid`;
	return type && type !== 'application' && type !== 'library' ? 'chart.metadata.type must be application or library' : undefined;
}

/** sanitizeString: blanks of all kinds are blanks, and what cannot be printed is left out. */
const sanitize = (text: string): string => text.replace(/\s|\u0085/gu, ' ').replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '');

function sanitized<T extends object>(of: T, names: readonly (keyof T)[]): T {
	const copy = { ...of };
	for (const name of names) {
		const value: unknown = of[name];
		const clean = typeof value === 'string' ? sanitize(value) : Array.isArray(value) ? value.map((one) => sanitize(String(one ?? ''))) : undefined;
		if (clean !== undefined) Object.assign(copy, { [name]: clean });
	}
	return copy;
}

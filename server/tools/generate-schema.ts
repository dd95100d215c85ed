/**
 * Turns Kubernetes' OpenAPI definitions of several versions into server/src/schema/generated/.
 *
 *   npm run generate-schema -- FOLDER
 *
 * FOLDER holds, for each version, `openapi-1.NN.json` (api/openapi-spec/swagger.json of the Kubernetes repository at v1.NN.0, whole or cut
 * down to what pods and workloads reach) and `facts-1.NN.json` (from the Go source of the same tag: the values of string enums, which fields
 * a feature gate guards, and the history of each gate).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Property {
	readonly type?: string;
	readonly format?: string;
	readonly $ref?: string;
	readonly items?: Property;
	readonly additionalProperties?: Property;
	readonly 'x-kubernetes-list-type'?: string;
	readonly 'x-kubernetes-list-map-keys'?: readonly string[];
	readonly 'x-kubernetes-patch-strategy'?: string;
	readonly 'x-kubernetes-patch-merge-key'?: string;
}
interface Definition {
	readonly properties?: Readonly<Record<string, Property>>;
	readonly required?: readonly string[];
	readonly type?: string;
	readonly format?: string;
}
interface GateStage {
	readonly default: boolean;
	readonly stage: string;
	readonly version: string;
}
interface Version {
	readonly minor: number;
	readonly definitions: Readonly<Record<string, Definition>>;
	readonly fieldEnums: Readonly<Record<string, { readonly closed: boolean; readonly values: readonly string[] }>>;
	readonly fieldGates: Readonly<Record<string, readonly string[]>>;
	readonly gates: Readonly<Record<string, readonly GateStage[]>>;
}

/** The texts of generated/table.ts and generated/types.ts, from the files of `folder`. */
export function generate(folder: string): { readonly table: string; readonly types: string } {
	const versions = read(folder);
	return { table: tableText(versions), types: typesText(versions) };
}

function read(folder: string): readonly Version[] {
	const minors = readdirSync(folder)
		.map((file) => /^openapi-1\.(\d+)\.json$/.exec(file)?.[1])
		.filter((minor) => minor !== undefined)
		.map(Number)
		.sort((a, b) => a - b);
	return minors.map((minor) => {
		const { definitions } = JSON.parse(readFileSync(join(folder, `openapi-1.${minor}.json`), 'utf8')) as Pick<Version, 'definitions'>;
		const facts = JSON.parse(readFileSync(join(folder, `facts-1.${minor}.json`), 'utf8')) as Omit<Version, 'minor' | 'definitions'>;
		return { ...facts, minor, definitions };
	});
}

const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** What OpenAPI calls a string but Go does not. */
const LEAVES: Readonly<Record<string, string>> = { Quantity: 'quantity', IntOrString: 'intOrString', Time: 'time', FieldsV1: 'object' };

function typeCode(property: Property): string {
	if (property.$ref) {
		const name = shortName(property.$ref);
		return LEAVES[name] ?? name;
	}
	if (property.type === 'array') return `[${typeCode(property.items ?? {})}`;
	if (property.type === 'object') return property.additionalProperties ? `{${typeCode(property.additionalProperties)}` : 'object';
	return property.type === 'integer' ? (property.format ?? 'int64') : (property.type ?? 'object');
}

/** Every type of any version, by short name, with each field's newest definition and the versions that have it. */
function mergedTypes(versions: readonly Version[]) {
	const types = new Map<string, Map<string, { property: Property; required: boolean; minors: number[]; full: string }>>();
	for (const { minor, definitions } of versions) {
		for (const [full, definition] of Object.entries(definitions)) {
			const name = shortName(full);
			if (name in LEAVES) continue;
			const fields = types.get(name) ?? new Map();
			types.set(name, fields);
			for (const [field, property] of Object.entries(definition.properties ?? {})) {
				const known = fields.get(field);
				fields.set(field, {
					property,
					required: definition.required?.includes(field) ?? false,
					minors: [...(known?.minors ?? []), minor],
					full,
				});
			}
		}
	}
	return [...types].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `core.Container.imagePullPolicy`; ephemeral containers have their facts under the type they embed. */
function factKeys(full: string, field: string): readonly string[] {
	const group = /\.(core|apps|batch)\.v1\./.exec(full)?.[1] ?? (full.includes('.meta.v1.') ? 'meta' : 'other');
	const name = shortName(full);
	const embedded: Readonly<Record<string, readonly string[]>> = {
		EphemeralContainer: ['EphemeralContainerCommon'],
		Volume: ['VolumeSource'],
		Probe: ['ProbeHandler'],
	};
	return [name, ...(embedded[name] ?? [])].map((type) => `${group}.${type}.${field}`);
}

function fieldLine(versions: readonly Version[], field: string, entry: { property: Property; required: boolean; minors: number[]; full: string }): string {
	const { property, required, minors, full } = entry;
	const first = versions[0]?.minor ?? 0;
	const last = versions.at(-1)?.minor ?? 0;
	const line = [field, typeCode(property)];
	if (required) line.push('!');
	const listType = property['x-kubernetes-list-type'];
	if (listType === 'map') line.push(`map=${property['x-kubernetes-list-map-keys']?.join(',')}`);
	else if (listType === 'set') line.push('set');
	const strategy = property['x-kubernetes-patch-strategy'];
	if (strategy?.includes('merge')) line.push(`merge=${property['x-kubernetes-patch-merge-key'] ?? ''}`);
	if (strategy?.includes('retainKeys')) line.push('retainKeys');
	if (Math.min(...minors) > first) line.push(`since=${Math.min(...minors)}`);
	if (Math.max(...minors) < last) line.push(`until=${Math.max(...minors)}`);
	const keys = factKeys(full, field);
	const values = new Map<string, number>();
	let closed = false;
	let gate: string | undefined;
	for (const version of versions) {
		for (const key of keys) {
			const facts = version.fieldEnums[key];
			for (const value of facts?.values ?? []) if (!values.has(value)) values.set(value, version.minor);
			if (facts) closed = facts.closed;
			gate = version.fieldGates[key]?.[0] ?? gate;
		}
	}
	if (values.size > 0) {
		const list = [...values].map(([value, since]) => (since > Math.min(...minors) ? `${value}@${since}` : value));
		line.push(`${closed ? 'enum' : 'values'}=${list.join('|')}`);
	}
	if (gate) line.push(`gate=${gate}`);
	return line.join(' ');
}

/** One letter a version: a/b/g/d alpha, beta, GA, deprecated; upper case = on by default; `-` unknown to that version. */
function gateLine(versions: readonly Version[], gate: string): string {
	const letters = versions.map(({ gates, minor }) => {
		const stages = (gates[gate] ?? []).filter((stage) => Number(stage.version.split('.')[1]) <= minor);
		const now = stages.at(-1);
		if (!now) return '-';
		const letter = { Alpha: 'a', Beta: 'b', GA: 'g', Deprecated: 'd' }[now.stage || 'GA'] ?? 'g';
		return now.default ? letter.toUpperCase() : letter;
	});
	return `${gate} ${letters.join('')}`;
}

const HEADER = "// Generated by server/tools/generate-schema.ts from Kubernetes' OpenAPI definitions. Do not edit.\n";

function tableText(versions: readonly Version[]): string {
	const lines = mergedTypes(versions).flatMap(([name, fields]) => [
		name,
		...[...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, entry]) => ` ${fieldLine(versions, field, entry)}`),
	]);
	const gateNames = [...new Set(versions.flatMap((version) => Object.keys(version.gates)))].sort();
	const gates = gateNames.map((gate) => gateLine(versions, gate)).filter((line) => !/ -+$/.test(line));
	return [
		HEADER,
		`export const versions: readonly number[] = [${versions.map(({ minor }) => minor).join(', ')}];`,
		`export const types = \`\n${lines.join('\n')}\n\`;`,
		`export const gates = \`\n${gates.join('\n')}\n\`;`,
		'',
	].join('\n');
}

const SCALARS: Readonly<Record<string, string>> = {
	string: 'string',
	boolean: 'boolean',
	int32: 'number',
	int64: 'number',
	double: 'number',
	quantity: 'Quantity',
	intOrString: 'IntOrString',
	time: 'Time',
	object: 'Readonly<Record<string, unknown>>',
};

function tsType(code: string): string {
	if (code.startsWith('[')) return `readonly ${tsType(code.slice(1))}[]`;
	if (code.startsWith('{')) return `Readonly<Record<string, ${tsType(code.slice(1))}>>`;
	return SCALARS[code] ?? code;
}

function typesText(versions: readonly Version[]): string {
	const interfaces = mergedTypes(versions).map(([name, fields]) => {
		const lines = [...fields]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(
				([field, { property, required }]) =>
					`\treadonly ${/^\w+$/.test(field) ? field : JSON.stringify(field)}${required ? '' : '?'}: ${tsType(typeCode(property))};`,
			);
		return lines.length > 0 ? `export interface ${name} {\n${lines.join('\n')}\n}` : `export type ${name} = Readonly<Record<string, never>>;`;
	});
	const leaves = [
		'/** As written, `500m`, `1Gi`; a number in the manifest is kept as its digits. */',
		'export type Quantity = string;',
		'export type IntOrString = number | string;',
		'/** RFC 3339. */',
		'export type Time = string;',
	];
	const names = mergedTypes(versions).map(([name]) => `\t${name}: ${name};`);
	const map = `/** Every type by name, for tables that must know them all. */\nexport interface Types {\n${names.join('\n')}\n}`;
	return [HEADER, ...leaves, '', interfaces.join('\n\n'), '', map, ''].join('\n');
}

/** `node generate-schema.js FOLDER [OUT]` */
export function main([folder, out = 'server/src/schema/generated']: readonly string[]): void {
	if (!folder) throw new Error('Name the folder that holds openapi-1.NN.json and facts-1.NN.json.');
	const { table, types } = generate(folder);
	writeFileSync(join(out, 'table.ts'), table);
	writeFileSync(join(out, 'types.ts'), types);
}
if (process.argv[1]?.endsWith('generate-schema.cjs')) main(process.argv.slice(2));

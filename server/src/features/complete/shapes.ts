import { type Field, structOf, type Type } from '../../schema/schema';

/** How a document indents: a map below its key, and a list's dash. */
export interface Style {
	readonly map: number;
	readonly dash: number;
}

const NESTED = /^( *(?:- +)*)(?:"[^"]*"|'[^']*'|[\w./-]+): *(?:#.*)?\r?\n(?=(?:[ \t]*(?:#.*)?\r?\n)*( *)(-?))/gm;

/** The style of what is there already; two columns, dashes below the key's first letter, where nothing tells. */
export function styleOf(text: string): Style {
	let map: number | undefined;
	let dash: number | undefined;
	for (const match of text.matchAll(NESTED)) {
		const step = (match[2] ?? '').length - (match[1] ?? '').length;
		if (match[3] && step >= 0) dash ??= step;
		else if (!match[3] && step > 0) map ??= step;
		if (map !== undefined && dash !== undefined) break;
	}
	return { map: map ?? 2, dash: dash ?? 0 };
}

/** What a new thing of a type begins with, besides what it cannot do without. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
	ConfigMapEnvSource: ['name'],
	ConfigMapKeySelector: ['name', 'key'],
	ConfigMapProjection: ['name'],
	ConfigMapVolumeSource: ['name'],
	Container: ['name', 'image'],
	CronJobSpec: ['schedule', 'jobTemplate'],
	DaemonSetSpec: ['selector', 'template'],
	DeploymentSpec: ['replicas', 'selector', 'template'],
	EnvVar: ['name', 'value'],
	EphemeralContainer: ['name', 'image'],
	HTTPGetAction: ['path', 'port'],
	HostAlias: ['ip', 'hostnames'],
	JobSpec: ['template'],
	JobTemplateSpec: ['spec'],
	LabelSelector: ['matchLabels'],
	LocalObjectReference: ['name'],
	NodeAffinity: ['requiredDuringSchedulingIgnoredDuringExecution'],
	NodeSelectorTerm: ['matchExpressions'],
	NodeSelectorRequirement: ['key', 'operator', 'values'],
	ObjectMeta: ['name'],
	PodAffinityTerm: ['labelSelector', 'topologyKey'],
	PodSpec: ['containers'],
	PodTemplateSpec: ['metadata', 'spec'],
	ReplicaSetSpec: ['replicas', 'selector', 'template'],
	ReplicationControllerSpec: ['replicas', 'selector', 'template'],
	SecretEnvSource: ['name'],
	SecretKeySelector: ['name', 'key'],
	SecretProjection: ['name'],
	SecretVolumeSource: ['secretName'],
	StatefulSetSpec: ['serviceName', 'replicas', 'selector', 'template'],
	Toleration: ['key', 'operator', 'effect'],
	TopologySpreadConstraint: ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'labelSelector'],
	Volume: ['name'],
	VolumeMount: ['name', 'mountPath'],
};

/** Fields whose one use is worth writing out. */
const TEXTS: Readonly<Record<string, string>> = {
	'Container.resources': 'requests:\n  cpu: ${1:100m}\n  memory: ${2:128Mi}\nlimits:\n  memory: ${3:256Mi}',
	'Container.livenessProbe': 'httpGet:\n  path: ${1:/healthz}\n  port: ${2:http}\nperiodSeconds: ${3:10}',
	'Container.readinessProbe': 'httpGet:\n  path: ${1:/ready}\n  port: ${2:http}\nperiodSeconds: ${3:5}',
	'Container.startupProbe': 'httpGet:\n  path: ${1:/healthz}\n  port: ${2:http}\nperiodSeconds: ${3:10}\nfailureThreshold: ${4:30}',
	// The API server gives these objects their names.
	'JobTemplateSpec.metadata': 'labels:\n  app: $1',
	'PersistentVolumeClaimTemplate.metadata': 'labels:\n  app: $1',
	'ObjectMeta.labels': 'app: $1',
	'LabelSelector.matchLabels': 'app: $1',
	'ResourceRequirements.limits': 'memory: ${1:256Mi}',
	'ResourceRequirements.requests': 'cpu: ${1:100m}\nmemory: ${2:128Mi}',
	'PodTemplateSpec.metadata': 'labels:\n  app: $1',
};

/** A field as a snippet in the shape it needs, its key at `column`: `name: `, a map on the next line, a list's first item with what it cannot do without. */
export function shapeOf(struct: string, field: Field, column: number, style: Style): string {
	return `${field.name}:${new Writer(style).below(`${struct}.${field.name}`, field.type, column)}`;
}

/** The same on one line, between brackets. */
export function flowShapeOf(field: Field, json: boolean): string {
	const { kind } = field.type;
	const text =
		json && (kind === 'string' || kind === 'quantity' || kind === 'time')
			? '"$1"'
			: kind === 'list'
				? '[$1]'
				: kind === 'struct' || kind === 'map'
					? json
						? '{$1}'
						: '{ $1 }'
					: '$1';
	return `: ${text}`;
}

/** The item of a list as a snippet, without its dash, its keys at `column`. */
export const itemShapeOf = (struct: string, column: number, style: Style): string => new Writer(style).parts(struct, column);

/**
 * Where the cursor stands first in a field's shape: at the value of a field, or, where none is named, among the fields of a struct.
 * Undefined where the shape proposes something there.
 */
export function firstStop(struct: string, field: Field): { readonly struct: string; readonly field?: Field } | undefined {
	if (TEXTS[`${struct}.${field.name}`] !== undefined) return undefined;
	const type = field.type.kind === 'list' ? field.type.of : field.type;
	if (type.kind !== 'struct') return { struct, field };
	const [first] = partsOf(type.name);
	return first ? firstStop(type.name, first) : { struct: type.name };
}

/** The fields that a struct begins with. */
function partsOf(struct: string): readonly Field[] {
	const fields = structOf(struct);
	const names = PARTS[struct] ?? [...(fields?.values() ?? [])].filter((field) => field.required).map((field) => field.name);
	return [...names].sort((a, b) => Number(b === 'name') - Number(a === 'name')).flatMap((name) => fields?.get(name) ?? []);
}

class Writer {
	private next = 1;

	constructor(private readonly style: Style) {}

	below(name: string, type: Type, column: number): string {
		const text = TEXTS[name];
		const inner = column + this.style.map;
		const pad = ' '.repeat(inner);
		if (text !== undefined) return `\n${this.renumbered(text, pad)}`;
		switch (type.kind) {
			case 'struct':
				return `\n${pad}${this.parts(type.name, inner) || this.stop()}`;
			case 'map':
			case 'object':
				return `\n${pad}${this.stop()}`;
			case 'list': {
				const dash = column + this.style.dash;
				return `\n${' '.repeat(dash)}- ${(type.of.kind === 'struct' ? this.parts(type.of.name, dash + 2) : '') || this.stop()}`;
			}
			default:
				return ` ${this.stop()}`;
		}
	}

	/** The fields a struct begins with, one a line. */
	parts(struct: string, column: number): string {
		const lines = partsOf(struct).map(({ name, type }) => `${name}:${this.below(`${struct}.${name}`, type, column)}`);
		return lines.join(`\n${' '.repeat(column)}`);
	}

	private stop(): string {
		return `$${this.next++}`;
	}

	private renumbered(text: string, pad: string): string {
		const steps = text.replace(/^ +/gm, (spaces) => ' '.repeat((spaces.length / 2) * this.style.map));
		return steps.replace(/\$(\{?)\d+/g, (_, brace: string) => `$${brace}${this.next++}`).replace(/^/gm, pad);
	}
}

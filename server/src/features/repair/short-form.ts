import { nearest } from '../../schema/nearest';
import { structOf } from '../../schema/schema';
import { ownPort, sampleFor } from './samples';
import type { Site } from './site';
import { asName } from './spelling';

/** What a word may stand for where fields are wanted. */
type Expansion = (text: string, site: Site) => unknown;

const named = (text: string): unknown => ({ name: text });
const port: Expansion = (text) => (/^\d+$/.test(text) ? { port: Number(text) } : undefined);
const run = (text: string): unknown => ({ exec: { command: ['sh', '-c', text] } });

/** By type: as people shorten it, and as other systems write it. */
const EXPANSIONS: Readonly<Record<string, Expansion>> = {
	EnvVar: (text) => {
		const at = text.indexOf('=');
		return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
	},
	VolumeMount: (text) => {
		const [name = '', mountPath = '', mode] = text.split(':');
		return mountPath.startsWith('/')
			? { name, mountPath, ...(mode === 'ro' ? { readOnly: true } : {}) }
			: text.startsWith('/')
				? { mountPath: text }
				: { name: text };
	},
	ContainerPort: (text) => {
		const number = /(?:^|:)(\d+)(?:\/\w+)?$/.exec(text)?.[1];
		return number ? { containerPort: Number(number) } : { name: text };
	},
	HTTPGetAction: (text, site) => (/^\d+$/.test(text) ? { path: '/', port: Number(text) } : { path: text, port: ownPort(site, site.path) }),
	TCPSocketAction: port,
	GRPCAction: port,
	SleepAction: (text) => (/^\d+s?$/.test(text) ? { seconds: Number.parseInt(text, 10) } : undefined),
	ExecAction: (text) => ({ command: ['sh', '-c', text] }),
	LifecycleHandler: (text) => {
		const seconds = /^sleep (\d+)s?$/.exec(text)?.[1];
		return seconds ? { sleep: { seconds: Number(seconds) } } : run(text);
	},
	Probe: (text, site) => (text.startsWith('/') ? { httpGet: { path: text, port: ownPort(site, site.path) } } : run(text)),
	LabelSelector: (text) => {
		const labels = pairsIn(text);
		return labels && { matchLabels: labels };
	},
	Container: (text) => ({ name: asName(text.split('/').at(-1)?.split(/[:@]/)[0] ?? '') || 'app', image: text }),
	Volume: (text) => ({ name: asName(text) || 'data', emptyDir: {} }),
	EnvFromSource: (text) => ({ configMapRef: { name: text } }),
	SecretKeySelector: keySelector,
	ConfigMapKeySelector: keySelector,
	HostPathVolumeSource: (text) => ({ path: text }),
	PersistentVolumeClaimVolumeSource: (text) => ({ claimName: text }),
	SecretVolumeSource: (text) => ({ secretName: text }),
	NFSVolumeSource: (text) => {
		const [server, path] = text.split(':');
		return server && path ? { server, path } : undefined;
	},
	ObjectFieldSelector: (text) => ({ fieldPath: text }),
	SeccompProfile: (text) => typed(text, 'SeccompProfile'),
	AppArmorProfile: (text) => typed(text, 'AppArmorProfile'),
	DeploymentStrategy: (text) => typed(text, 'DeploymentStrategy'),
	StatefulSetUpdateStrategy: (text) => typed(text, 'StatefulSetUpdateStrategy'),
	DaemonSetUpdateStrategy: (text) => typed(text, 'DaemonSetUpdateStrategy'),
	PodFailurePolicyOnExitCodesRequirement: (text) => (/^[1-9]\d*$/.test(text) ? { operator: 'In', values: [Number(text)] } : undefined),
	PodOS: (text) => typed(text, 'PodOS', 'name'),
	Toleration: (text) => ({ key: text, operator: 'Exists' }),
};

/** The type alone, if it is like one of those that there are. */
function typed(text: string, struct: string, field = 'type'): unknown {
	const values = structOf(struct)?.get(field)?.values ?? [];
	const type = nearest(
		text,
		values.map(({ value }) => value),
	);
	return type === undefined ? undefined : { [field]: type };
}

/** `name/key`, or the name alone. */
function keySelector(text: string, site: Site): unknown {
	const [name = '', key] = text.split(/[/:.]/);
	return { name, key: key || sampleFor(site, [...site.path, 'key']) };
}

/** What a word may be short for in a struct, the likeliest first. */
export function fromScalar(text: string, struct: string, site: Site): readonly unknown[] {
	const expand = EXPANSIONS[struct];
	const expansion = expand?.(text, site);
	if (expand) return expansion === undefined ? [] : [expansion];
	return structOf(struct)?.get('name')?.type.kind === 'string' ? [named(text)] : [];
}

/** `a=b,c=d` or `a: b` as keys with values; nothing where no pair is written. */
export function pairsIn(text: string): Readonly<Record<string, string>> | undefined {
	const pairs = text.split(/\s*,\s*/).map((one) => /^([^\s=:]+)\s*(?:=|:\s)\s*(.*)$/.exec(one));
	return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) : undefined;
}

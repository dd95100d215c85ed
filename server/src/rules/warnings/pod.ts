import { FieldPath } from '../../schema/field-path';
import type { NodeSelectorTerm, ObjectMeta, PodAffinity, PodSpec, PodTemplateSpec, TopologySpreadConstraint, Volume } from '../../schema/generated/types';
import type { Repair } from '../../schema/problem';
import { isValidLabelValue } from '../names';
import { goQuote, Walk } from '../walk';
import { fractionalBytes, warningsForClaimSpec } from './claim';
import { warningsForContainers } from './containers';
import { warnOfIP } from './ip';
import { warningsForOverlappingVirtualPaths } from './virtual-paths';
import type { Warnings } from './warning';

/** podutil.warningsForPodSpecAndMeta. `root` is undefined for a Pod, else the path of its template. */
export function warningsForPod(warnings: Warnings, root: FieldPath | undefined, template: PodTemplateSpec): void {
	const spec = template.spec ?? { containers: [] };
	const meta = template.metadata ?? {};
	const path = root ? root.child('spec') : FieldPath.of('spec');
	const annotations = root ? root.child('metadata', 'annotations') : FieldPath.of('metadata').child('annotations');
	warnOfNodeLabels(warnings, path, spec);
	for (const [index, constraint] of (spec.topologySpreadConstraints ?? []).entries())
		warnOfSpread(warnings, path.child('topologySpreadConstraints').index(index), constraint);
	for (const [key, sentence] of DEPRECATED_ANNOTATIONS) {
		if (meta.annotations?.[key] !== undefined) warnings.at(annotations.key(key), sentence, 'annotation/non-functional');
	}
	for (const [index, volume] of (spec.volumes ?? []).entries()) warnOfVolume(warnings, path.child('volumes').index(index), volume);
	warningsForOverlappingVirtualPaths(warnings, path.child('volumes'), spec.volumes ?? []);
	warnOfDuplicates(warnings, path, spec);
	for (const resource of ['memory', 'ephemeral-storage']) {
		const sentence = fractionalBytes(spec.overhead?.[resource]);
		if (sentence) warnings.at(path.child('overhead').key(resource), sentence, 'resource/fractional-bytes');
	}
	warnOfPodSeccomp(warnings, annotations, spec, meta);
	warningsForContainers(warnings, path, annotations, spec, meta);
	if (spec.terminationGracePeriodSeconds !== undefined && spec.terminationGracePeriodSeconds < 0) {
		warnings.at(path.child('terminationGracePeriodSeconds'), 'must be >= 0; negative values are invalid and will be treated as 1', 'grace-period/negative');
	}
	for (const side of ['podAffinity', 'podAntiAffinity'] as const) warnOfPodAffinity(warnings, path.child('affinity', side), spec.affinity?.[side]);
	if (warnings.version >= 33) warnOfAddresses(warnings, path, spec);
}

const DEPRECATED_ANNOTATIONS = [
	['scheduler.alpha.kubernetes.io/critical-pod', 'non-functional in v1.16+; use the "priorityClassName" field instead'],
	['security.alpha.kubernetes.io/sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
	['security.alpha.kubernetes.io/unsafe-sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
] as const;

/** node.deprecatedNodeLabels. */
const DEPRECATED_NODE_LABELS: ReadonlyMap<string, string> = new Map([
	['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
	['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
	['failure-domain.beta.kubernetes.io/region', 'deprecated since v1.17; use "topology.kubernetes.io/region" instead'],
	['failure-domain.beta.kubernetes.io/zone', 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead'],
	['beta.kubernetes.io/instance-type', 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead'],
	['app.kubernetes.io/created-by', 'deprecated since v1.9'],
	['scheduler.alpha.kubernetes.io/preferAvoidPods', 'deprecated since v1.22; use Taints and Tolerations instead'],
	['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
]);
const DEPRECATED_NODE_LABEL = 'label/deprecated-node-label';

/** The label that the sentence quotes. */
function newLabel(sentence: string | undefined): string | undefined {
	return sentence && /"(.+)"/.exec(sentence)?.[1];
}

function toNewLabel(path: FieldPath, sentence: string): Repair | undefined {
	const to = newLabel(sentence);
	return to === undefined ? undefined : { do: 'set', path, to };
}

function warnOfNodeLabels(warnings: Warnings, path: FieldPath, spec: PodSpec): void {
	for (const key of Object.keys(spec.nodeSelector ?? {})) {
		const sentence = DEPRECATED_NODE_LABELS.get(key);
		const at = path.child('nodeSelector').key(key);
		const to = newLabel(sentence);
		if (sentence)
			warnings.at(at, sentence, DEPRECATED_NODE_LABEL, to === undefined || spec.nodeSelector?.[to] !== undefined ? undefined : { do: 'rename', path: at, to });
	}
	const affinity = spec.affinity?.nodeAffinity;
	const affinityPath = path.child('affinity', 'nodeAffinity');
	const required = affinityPath.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
	for (const [index, term] of (affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []).entries()) {
		warnOfNodeSelectorTerm(warnings, required.index(index), term);
	}
	const preferred = affinityPath.child('preferredDuringSchedulingIgnoredDuringExecution');
	for (const [index, { preference }] of (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
		warnOfNodeSelectorTerm(warnings, preferred.index(index).child('preference'), preference);
		if (warnings.version >= 33) warnOfLabelValues(warnings, preferred.index(index).child('preference'), preference);
	}
}

/** node.GetWarningsForNodeSelectorTerm. */
function warnOfNodeSelectorTerm(warnings: Warnings, path: FieldPath, term: NodeSelectorTerm): void {
	for (const [index, { key }] of (term.matchExpressions ?? []).entries()) {
		const sentence = DEPRECATED_NODE_LABELS.get(key);
		const at = path.child('matchExpressions').index(index).child('key');
		if (sentence) warnings.at(at, `${key} is ${sentence}`, DEPRECATED_NODE_LABEL, toNewLabel(at, sentence));
	}
}

/** A preference that no label can have is refused nowhere, only warned of. */
function warnOfLabelValues(warnings: Warnings, path: FieldPath, term: NodeSelectorTerm): void {
	const walk = new Walk(warnings.version);
	for (const [index, { values }] of (term.matchExpressions ?? []).entries()) {
		for (const [position, value] of (values ?? []).entries()) {
			const valuePath = path.child('matchExpressions').index(index).child('values').index(position);
			for (const complaint of isValidLabelValue(walk, value)) warnings.at(valuePath, `${value} is invalid, ${complaint}`, 'label/value');
		}
	}
}

const NULL_SELECTOR = 'a null labelSelector results in matching no pod';

function warnOfSpread(warnings: Warnings, path: FieldPath, { topologyKey, labelSelector }: TopologySpreadConstraint): void {
	const sentence = DEPRECATED_NODE_LABELS.get(topologyKey);
	const at = path.child('topologyKey');
	if (sentence) warnings.at(at, `${topologyKey} is ${sentence}`, DEPRECATED_NODE_LABEL, toNewLabel(at, sentence));
	if (!labelSelector) warnings.at(path.child('labelSelector'), NULL_SELECTOR, 'spread/selects-nothing');
}

/** warningsForPodAffinityTerms, warningsForWeightedPodAffinityTerms. */
function warnOfPodAffinity(warnings: Warnings, path: FieldPath, affinity: PodAffinity | undefined): void {
	for (const [index, term] of (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
		if (term.labelSelector) continue;
		warnings.at(path.child('requiredDuringSchedulingIgnoredDuringExecution').index(index).child('labelSelector'), NULL_SELECTOR, 'affinity/selects-nothing');
	}
	for (const [index, { podAffinityTerm }] of (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
		if (podAffinityTerm.labelSelector) continue;
		const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(index).child('podAffinityTerm', 'labelSelector');
		warnings.at(termPath, NULL_SELECTOR, 'affinity/selects-nothing');
	}
}

/** The volume plugins that are gone, in the server's order; `said` where the sentence spells the field in another way. */
const DEPRECATED_VOLUMES: readonly { readonly field: keyof Volume; readonly said?: string; readonly sentence: string }[] = [
	{ field: 'photonPersistentDisk', sentence: 'deprecated in v1.11, non-functional in v1.16+' },
	{ field: 'gitRepo', sentence: 'deprecated in v1.11, and disabled by default in v1.33+' },
	{ field: 'scaleIO', sentence: 'deprecated in v1.16, non-functional in v1.22+' },
	{ field: 'flocker', sentence: 'deprecated in v1.22, non-functional in v1.25+' },
	{ field: 'storageos', said: 'storageOS', sentence: 'deprecated in v1.22, non-functional in v1.25+' },
	{ field: 'quobyte', sentence: 'deprecated in v1.22, non-functional in v1.25+' },
	{ field: 'glusterfs', sentence: 'deprecated in v1.25, non-functional in v1.26+' },
	{ field: 'cephfs', sentence: 'deprecated in v1.28, non-functional in v1.31+' },
	{ field: 'rbd', sentence: 'deprecated in v1.28, non-functional in v1.31+' },
];

function warnOfVolume(warnings: Warnings, path: FieldPath, volume: Volume): void {
	for (const { field, said, sentence } of DEPRECATED_VOLUMES) {
		if (volume[field] === undefined) continue;
		const text = field === 'gitRepo' && warnings.version < 33 ? 'deprecated in v1.11' : sentence;
		warnings.free(path.child(field), `${path.child(said ?? field)}: ${text}`, 'volume/deprecated');
	}
	const claim = path.child('ephemeral', 'volumeClaimTemplate', 'spec');
	warningsForClaimSpec(warnings, claim, claim, volume.ephemeral?.volumeClaimTemplate?.spec);
}

function warnOfDuplicates(warnings: Warnings, path: FieldPath, spec: PodSpec): void {
	warnOfRepeated(
		warnings,
		path.child('hostAliases'),
		'ip',
		(spec.hostAliases ?? []).map(({ ip }) => ip),
		'host/alias-unique',
	);
	const secrets = (spec.imagePullSecrets ?? []).map(({ name }) => name ?? '');
	warnOfRepeated(warnings, path.child('imagePullSecrets'), 'name', secrets, 'image/pull-secret-unique');
	for (const [index, name] of secrets.entries()) {
		if (name === '') warnings.at(path.child('imagePullSecrets').index(index).child('name'), 'invalid empty name ""', 'image/pull-secret-name');
	}
}

function warnOfRepeated(warnings: Warnings, list: FieldPath, field: string, values: readonly string[], code: string): void {
	const seen = new Set<string>();
	for (const [index, value] of values.entries()) {
		if (!seen.has(value)) {
			seen.add(value);
			continue;
		}
		// An alias has hostnames of its own, which must not be lost.
		const repair = code === 'image/pull-secret-unique' ? ({ do: 'remove', path: list.index(index) } as const) : undefined;
		warnings.at(list.index(index).child(field), `duplicate ${field} ${goQuote(value)}`, code, repair);
	}
}

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';

function warnOfPodSeccomp(warnings: Warnings, annotations: FieldPath, spec: PodSpec, meta: ObjectMeta): void {
	if (spec.securityContext?.seccompProfile || meta.annotations?.[SECCOMP_POD] === undefined) return;
	warnings.at(annotations.key(SECCOMP_POD), 'non-functional in v1.27+; use the "seccompProfile" field instead', 'annotation/non-functional');
}

function warnOfAddresses(warnings: Warnings, path: FieldPath, spec: PodSpec): void {
	for (const [index, address] of (spec.dnsConfig?.nameservers ?? []).entries())
		warnOfIP(warnings, path.child('dnsConfig', 'nameservers').index(index), address);
	for (const [index, { ip }] of (spec.hostAliases ?? []).entries()) warnOfIP(warnings, path.child('hostAliases').index(index).child('ip'), ip);
}

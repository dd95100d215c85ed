/** A bare pod as the template of a workload that makes it anew. */
import type { Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { contentOf, replaceScalar } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { indented } from '../../yaml/lines';
import { entryOf, type MapNode, shifted, textOf } from '../../yaml/node';
import { blockText } from '../../yaml/write';
import { type Insertion, isBlock, type Refactoring, type Spot } from './refactoring';

const TO_DEPLOYMENT: Bilingual = { en: 'Wrap into a Deployment', ko: '디플로이먼트로 감싸기' };
const TO_JOB: Bilingual = { en: 'Wrap into a Job', ko: '잡으로 감싸기' };
/** So much deeper stands the pod's spec. */
const DEEPER = 4;

/** On the lines that say what the object is. */
export function wrapPod({ manifest, path: [first], isWide }: Spot): readonly Refactoring[] {
	const { node, name, kind } = manifest;
	const isHere = first === 'kind' || first === 'apiVersion';
	if (kind.kind !== 'Pod' || name === '' || node.kind !== 'map' || !isBlock(node) || (!isWide && !isHere)) return [];
	// An item of a list, or text that is not alone on its lines.
	if (node.entries.some(({ key }) => key.range.start !== 0 && manifest.document.text[key.range.start - 1] !== '\n')) return [];
	const policy = textOf(entryOf(node, 'spec')?.value, 'restartPolicy');
	const labels = labelsOf(manifest, node);
	const [selector] = SELECTING.flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]] as const])).concat(Object.entries(labels));
	const deployment = `spec:\n  replicas: 1\n  selector:\n${blockText({ matchLabels: Object.fromEntries(selector ? [selector] : []) }, 4)}\n`;
	return [
		...(policy === undefined || policy === 'Always' ? wrapped(TO_DEPLOYMENT, ['apps/v1', 'Deployment'], deployment, manifest, node) : []),
		...wrapped(TO_JOB, ['batch/v1', 'Job'], 'spec:\n', manifest, node, policy === undefined || policy === 'Always' ? 'Never' : undefined),
	];
}

/** Labels that say which program it is, before those that say which version. */
const SELECTING = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name'];
const LONGEST_LABEL = 63;

type Labels = Readonly<Record<string, string>>;

/** The labels of the pods: its own, or one from its name. */
function labelsOf({ name }: Manifest, node: MapNode): Labels {
	const labels = toJson(entryOf(entryOf(node, 'metadata')?.value, 'labels')?.value) as Labels | null | undefined;
	return labels && Object.keys(labels).length > 0 ? labels : { app: name.slice(0, LONGEST_LABEL).replace(/[^A-Za-z0-9]+$/, '') };
}

/** `head` is the workload's spec up to its template; `policy` takes the place of a restart policy that it does not allow. */
function wrapped(
	title: Bilingual,
	[apiVersion, kind]: readonly [string, string],
	head: string,
	manifest: Manifest,
	node: MapNode,
	policy?: string,
): readonly Refactoring[] {
	const [version, named, spec] = ['apiVersion', 'kind', 'spec'].map((key) => entryOf(node, key));
	if (version?.value?.kind !== 'scalar' || named?.value?.kind !== 'scalar' || spec?.value?.kind !== 'map' || !isBlock(spec.value)) return [];
	const { text: document } = manifest.document;
	const annotations = toJson(entryOf(entryOf(node, 'metadata')?.value, 'annotations')?.value);
	const metadata = { labels: labelsOf(manifest, node), ...(annotations ? { annotations } : {}) };
	const template = `${head}  template:\n    metadata:\n${blockText(metadata, 6)}\n`;
	const written = document.slice(spec.key.range.start, contentOf(document, spec.value.range).end);
	const restart = entryOf(spec.value, 'restartPolicy')?.value;
	const inside = policy && restart ? replaced(written, restart.range.start - spec.key.range.start, restart.range.end - spec.key.range.start, policy) : written;
	const column = document.slice(document.lastIndexOf('\n', spec.value.range.start) + 1, spec.value.range.start).length;
	const last = policy && !restart ? `\n${' '.repeat(column)}restartPolicy: ${policy}` : '';
	const edits = [
		replaceScalar(document, version.value, apiVersion, false),
		replaceScalar(document, named.value, kind, false),
		{ range: { start: spec.key.range.start, end: spec.key.range.start + written.length }, text: `${template}${indented(inside + last, DEEPER)}` },
	];
	return [{ title, kind: kind === 'Job' ? 'rewrite.job' : 'rewrite.deployment', edits: edits.map((edit): Insertion => inFile(manifest, edit)) }];
}

const replaced = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(start).slice(end - start);

const inFile = ({ start }: Manifest, { range, text }: Omit<Insertion, 'hasStops'>): Insertion => ({
	range: shifted(range, start),
	text,
	hasStops: false,
});

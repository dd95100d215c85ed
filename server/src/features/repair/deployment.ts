import type { Segment } from '../../schema/field-path';
import { structOf } from '../../schema/schema';
import { entryLines, replaceScalar } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import type { Entry, MapNode } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import { blockText } from '../../yaml/write';
import type { Candidate, Site } from './site';
import { entryAt, textAt, valueAt } from './write';

/** A pod with a field of a Deployment was meant to be one: its spec becomes that of the template, line by line. */
export function deployments(site: Site): readonly Candidate[] {
	const { manifest, path, code } = site;
	const [field, key, ...deeper] = path;
	if (code !== 'decode/unknown-field' || manifest.kind.kind !== 'Pod' || field !== 'spec' || typeof key !== 'string' || deeper.length > 0) return [];
	if (!structOf('DeploymentSpec')?.has(key) || key === 'template' || key === 'selector') return [];
	const edits = [scalarEdit(site, ['apiVersion'], 'apps/v1'), scalarEdit(site, ['kind'], 'Deployment'), specEdit(site, key)];
	return edits.every((edit) => edit !== undefined) ? [{ title: { en: 'Make it a Deployment', ko: '디플로이먼트로 바꾸기' }, edits }] : [];
}

function scalarEdit({ manifest }: Site, path: readonly Segment[], value: string): Edit | undefined {
	const node = valueAt(manifest, path);
	return node?.kind === 'scalar' ? replaceScalar(manifest.document.text, node, value, false) : undefined;
}

function specEdit({ manifest }: Site, own: string): Edit | undefined {
	const { text } = manifest.document;
	const spec = entryAt(manifest, ['spec']);
	const pod = spec?.entry.value;
	if (!spec || spec.map.flow || pod?.kind !== 'map' || pod.flow || spec.entry.alias) return undefined;
	const written = toJson(valueAt(manifest, ['metadata', 'labels']));
	const name = textAt(manifest, ['metadata', 'name']) ?? 'app';
	const labels = typeof written === 'object' && written !== null && Object.keys(written).length > 0 ? written : { app: name };
	const mine = pod.entries.filter(({ key }) => key.text === own).map((entry) => entryLines(text, entry, own));
	const lines = [
		'spec:',
		...indented(mine.join('\n'), 2),
		...indented(blockText({ selector: { matchLabels: labels }, template: { metadata: { labels } } }, 0), 2),
		...indented(`spec:${rest(text, spec.entry, pod, own)}`, 4),
	];
	const { start } = spec.entry.key.range;
	return { range: { start, end: pod.range.start + text.slice(pod.range.start, pod.range.end).trimEnd().length }, text: lines.join('\n') };
}

/** What stands behind the key of the spec, less one entry with its line. */
function rest(text: string, { key }: Entry, pod: MapNode, own: string): string {
	const end = pod.range.start + text.slice(pod.range.start, pod.range.end).trimEnd().length;
	const at = pod.entries.findIndex((entry) => entry.key.text === own);
	const [gone, next] = [pod.entries[at], pod.entries[at + 1]];
	const behind = text.indexOf(':', key.range.end) + 1;
	if (!gone) return text.slice(behind, end);
	const from = text.lastIndexOf('\n', gone.key.range.start);
	const to = next ? text.lastIndexOf('\n', next.key.range.start) : end;
	return text.slice(behind, from) + text.slice(to, end);
}

const indented = (lines: string, columns: number): readonly string[] => lines.split(/\r?\n/).map((line) => (line === '' ? '' : ' '.repeat(columns) + line));

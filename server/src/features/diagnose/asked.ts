import type { Manifest } from '../../manifest/read';
import { removeEntry } from '../../yaml/edit';
import { type Entry, entryOf, type MapNode, type Range, textOf } from '../../yaml/node';
import { isNull } from '../../yaml/scalar';
import type { Edit } from '../../yaml/text-edit';
import { type Fix, fixLater } from './repair';

export interface Hint {
	readonly range: Range;
	readonly code: string;
	readonly message: string;
	readonly fix?: Fix;
}

/** What the server has no complaint of, but whoever asks it should know. */
export function hintsOf(manifest: Manifest): readonly Hint[] {
	return [exported(manifest), generatedName(manifest)].filter((hint) => hint !== undefined);
}

/** What the server writes in every object's metadata. A resource version has a warning of its own. */
const SYSTEM_FIELDS = ['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields', 'selfLink', 'uid'];
const SYSTEM_ANNOTATIONS = ['kubectl.kubernetes.io/last-applied-configuration'];

interface Owned {
	readonly map: MapNode;
	readonly entry: Entry;
	readonly name: string;
}

/** An object as `kubectl get -o yaml` prints it: the fields of the server are named once, at the first. */
function exported(manifest: Manifest): Hint | undefined {
	const metadata = entryOf(manifest.node, 'metadata')?.value;
	const annotations = entryOf(metadata, 'annotations')?.value;
	const owned = [
		...fieldsIn(manifest.node, '', ['status']),
		...fieldsIn(metadata, 'metadata.', SYSTEM_FIELDS),
		...fieldsIn(annotations, 'metadata.annotations.', SYSTEM_ANNOTATIONS),
	].sort((a, b) => a.entry.key.range.start - b.entry.key.range.start);
	const [first] = owned;
	if (!first || owned.every(({ entry }) => isEmpty(entry))) return undefined;
	const message = `written by the server; ignored on apply: ${owned.map(({ name }) => name).join(', ')}`;
	const all = [...owned, ...fieldsIn(metadata, '', ['resourceVersion'])];
	const title = { en: 'Clean this export', ko: '서버가 쓴 필드 모두 지우기' };
	return {
		range: first.entry.key.range,
		code: 'server/exported',
		message,
		...(all.some(({ map }) => map.flow)
			? {}
			: {
					fix: fixLater(
						() => title,
						() => withoutAll(all, manifest.document.text),
					),
				}),
	};
}

function fieldsIn(node: Manifest['node'] | undefined, prefix: string, names: readonly string[]): readonly Owned[] {
	if (node?.kind !== 'map') return [];
	return node.entries.filter(({ key }) => names.includes(key.text)).map((entry) => ({ map: node, entry, name: prefix + entry.key.text }));
}

/** As `--dry-run=client` writes it, `status: {}` and `creationTimestamp: null`. */
function isEmpty({ value }: Entry): boolean {
	if (!value) return true;
	return isNull(value) || (value.kind === 'map' && value.entries.length === 0);
}

/** One edit from the first of them to the last; between brackets they would stand too close for that. */
function withoutAll(owned: readonly Owned[], text: string): Edit {
	const edits = owned.map(({ map, entry }) => removeEntry(text, map, entry)).sort((a, b) => a.range.start - b.range.start);
	const start = edits[0]?.range.start ?? 0;
	let end = start;
	let kept = '';
	for (const edit of edits) {
		kept += text.slice(end, edit.range.start) + edit.text;
		end = Math.max(end, edit.range.end);
	}
	return { range: { start, end }, text: kept };
}

/** kubectl apply: `cannot use generate name with apply`. */
function generatedName(manifest: Manifest): Hint | undefined {
	const metadata = entryOf(manifest.node, 'metadata')?.value;
	const generateName = entryOf(metadata, 'generateName');
	if (manifest.isHeld || !generateName || isEmpty(generateName) || textOf(metadata, 'name')) return undefined;
	const message = 'kubectl apply: cannot use generate name with apply';
	return { range: generateName.key.range, code: 'kubectl/generate-name', message };
}

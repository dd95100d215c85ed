/** What a container or a pod lacks, put in complete. */
import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { addEntry, contentOf } from '../../yaml/edit';
import { indented } from '../../yaml/lines';
import { entryOf, itemsOf, type MapNode, type Node, textOf } from '../../yaml/node';
import { filledIn, type Insertion, isBlock, type Refactoring, type Spot } from './refactoring';

type About = Omit<Refactoring, 'edits'>;
const PROBES: About = { kind: 'rewrite.probes', title: { en: 'Add readiness and liveness probes', ko: '준비성·활성 프로브 추가' } };
const RESOURCES: About = { kind: 'rewrite.resources', title: { en: 'Add requests and limits', ko: 'request와 limit 추가' } };
const RESTRICTED: About = { kind: 'rewrite.restricted', title: { en: 'Add a restricted securityContext', ko: 'restricted 수준의 securityContext 추가' } };
const SIDECAR: About = { kind: 'rewrite.sidecar', title: { en: 'Add a sidecar', ko: '사이드카 추가' } };

const probes = (port: string): string =>
	`readinessProbe:
  httpGet:
    path: \${1:/ready}
    port: \${2:${port}}
  periodSeconds: \${3:5}
livenessProbe:
  httpGet:
    path: \${4:/healthz}
    port: \${5:${port}}
  failureThreshold: \${6:3}`;

const resources = `resources:
  requests:
    cpu: \${1:100m}
    memory: \${2:128Mi}
  limits:
    memory: \${3:256Mi}`;

/** What podsecurity's level `restricted` asks of a container. */
const restricted = `securityContext:
  allowPrivilegeEscalation: false
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
  seccompProfile:
    type: RuntimeDefault`;

const sidecar = (name: string): string =>
	`- name: \${1:${name}}
  image: \${2:busybox:1.37}
  command: [\${3:sh, -c, sleep infinity}]
  restartPolicy: Always`;

export function additions(spot: Spot): readonly Refactoring[] {
	return [...toContainer(spot), ...toPod(spot)];
}

/** On the line that names a container. */
function toContainer({ manifest, path: here, isWide }: Spot): readonly Refactoring[] {
	const isIn = here.some((segment, i) => isList(segment) && typeof here[i + 1] === 'number');
	const path = isIn || !isWide ? here : onlyContainer(manifest);
	const at = path.findIndex((segment, i) => isList(segment) && typeof path[i + 1] === 'number');
	if (at < 0 || (!isWide && path[at + 2] !== 'name')) return [];
	const container = locate(manifest.node, path.slice(0, at + 2)).value;
	if (container?.kind !== 'map' || !isBlock(container)) return [];
	const lacks = (...keys: readonly string[]): boolean => keys.every((key) => !entryOf(container, key));
	const isServing = path[at] === 'containers' || textOf(container, 'restartPolicy') === 'Always';
	return [
		...(isServing && lacks('readinessProbe', 'livenessProbe') ? [added(PROBES, manifest, container, probes(portOf(container)))] : []),
		...(lacks('resources') ? [added(RESOURCES, manifest, container, resources)] : []),
		...(lacks('securityContext') ? [added(RESTRICTED, manifest, container, restricted)] : []),
	];
}

const isList = (segment: Segment | undefined): boolean => segment === 'containers' || segment === 'initContainers';

/** Whoever stands elsewhere in a pod means it. */
function onlyContainer(manifest: Manifest): readonly Segment[] {
	const containers = [...manifest.kind.template, 'spec', 'containers'];
	const { value, exact } = locate(manifest.node, containers);
	return exact && value?.kind === 'list' && value.items.length === 1 ? [...containers, 0] : [];
}

/** The first port by its name, or else its number. */
function portOf(container: Node): string {
	const ports = entryOf(container, 'ports')?.value;
	const first = ports?.kind === 'list' ? ports.items[0]?.value : undefined;
	return textOf(first, 'name') ?? textOf(first, 'containerPort') ?? '8080';
}

/** On the key of a list of containers. */
function toPod({ manifest, path, isWide }: Spot): readonly Refactoring[] {
	const above: readonly Segment[] = [...manifest.kind.template, 'spec'];
	const last = path.at(-1);
	const isHere = path.length === above.length + 1 && (last === 'containers' || last === 'initContainers');
	const spec = locate(manifest.node, above).value;
	if ((!isHere && !isWide) || spec?.kind !== 'map' || !isBlock(spec)) return [];
	const text = sidecar(freeName(spec));
	const list = entryOf(spec, 'initContainers')?.value;
	if (!list) return [added(SIDECAR, manifest, spec, `initContainers:\n${text}`)];
	if (list.kind !== 'list' || list.flow || list.items.length === 0) return [];
	const { end } = contentOf(manifest.document.text, list.range);
	return [{ ...SIDECAR, edits: [insertion(manifest, end, text, columnOf(manifest, list.range.start))] }];
}

/** A name that no container of the pod has. */
function freeName(spec: MapNode): string {
	const names = new Set(['containers', 'initContainers'].flatMap((key) => itemsOf(spec, key).flatMap((one) => textOf(one, 'name') ?? [])));
	let name = 'sidecar';
	for (let i = 2; names.has(name); i++) name = `sidecar-${i}`;
	return name;
}

/** Keys behind the last one of a map in lines. */
function added(about: About, manifest: Manifest, map: MapNode, text: string): Refactoring {
	const { range } = addEntry(manifest.document.text, map, 'key', '');
	return { ...about, edits: [insertion(manifest, range.start, text, columnOf(manifest, map.entries[0]?.key.range.start ?? 0))] };
}

/**
 * Lines below the one of an offset. Editors indent a snippet as deep as the text before it: it begins a line of its own, or else, where the text ends,
 * comes without stops.
 */
function insertion({ start, document }: Manifest, offset: number, text: string, column: number): Insertion {
	const lines = indented(text, column);
	const end = document.text.indexOf('\n', offset);
	if (end < 0) return { range: { start: start + offset, end: start + offset }, text: `\n${filledIn(lines)}`, hasStops: false };
	return { range: { start: start + end + 1, end: start + end + 1 }, text: `${lines}\n`, hasStops: true };
}

const columnOf = ({ document: { text } }: Manifest, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

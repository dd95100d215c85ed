import type { File, Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import type { Diagnostic } from '../diagnose/diagnostic';
import { sitesAt, type Workspace, type WorkspaceFile } from '../navigate/workspace';
import { particle } from '../particle';
import { manifestAt } from '../place';
import { portFor } from './samples';
import { type Candidate, containerOf, inFile, podSpecOf, siteIn } from './site';
import { addingTitle } from './titles';
import { itemsAt, put, textAt } from './write';

/** Codes of advice on a port that is asked for by a name that nobody gives: in its own container, or in the pods that a Service selects. */
const IN_CONTAINER: ReadonlySet<string> = new Set(['advice/startup-port', 'advice/liveness-port', 'advice/readiness-port', 'advice/hook-port']);
const IN_PODS = 'advice/target-port';

/** The port that is missing, declared where it is looked for. `names` are those in the file. */
export function portsOf(file: File, diagnostic: Diagnostic, version: Minor, names: () => readonly [Workspace, WorkspaceFile]): readonly Candidate[] {
	if (IN_CONTAINER.has(diagnostic.code)) {
		const site = siteIn(file, diagnostic, version, []);
		const container = site && containerOf(site);
		return site?.value?.kind === 'scalar' && container ? portIn(site.manifest, container, site.value.text) : [];
	}
	if (diagnostic.code !== IN_PODS) return [];
	const [workspace, here] = names();
	return sitesAt(here, diagnostic.range.start).flatMap((site) => {
		const { name, selector } = site.occurrence;
		const [pod] = selector ? workspace.selects(site, selector) : [];
		const manifest = pod && manifestAt(file, pod.start + pod.object.range.start)?.manifest;
		return manifest ? portIn(manifest, [...podSpecOf(manifest), 'containers', 0], name) : [];
	});
}

/** Gives the name to the only port there is, where it has none, or declares a port. */
function portIn(manifest: Manifest, container: readonly Segment[], name: string): readonly Candidate[] {
	const list = [...container, 'ports'];
	const written = itemsAt(manifest, list);
	const [only] = written;
	const number = only && written.length === 1 && textAt(manifest, [...only, 'name']) === undefined ? textAt(manifest, [...only, 'containerPort']) : undefined;
	const naming = only && number !== undefined ? put(manifest, [...only, 'name'], name) : undefined;
	const title = { en: `Name port ${number} ${name}`, ko: `포트 ${number}의 이름을 ${name}${particle(name, '으로/로')} 짓기` };
	const taken = new Set(written.map((port) => Number(textAt(manifest, [...port, 'containerPort']))));
	const adding = put(manifest, [...list, written.length], { name, containerPort: free(portFor(name), taken) });
	const all = [...(naming ? [{ title, edits: [naming] }] : []), ...(adding ? [{ title: addingTitle('port', name), edits: [adding] }] : [])];
	return all.map((one) => inFile(one, manifest));
}

/** The number, or the next one that nothing else listens on. */
function free(number: number, taken: ReadonlySet<number>): number {
	return taken.has(number) ? free(number + 1, taken) : number;
}

import { isKustomization, type Kustomization, readKustomization, withPluginFiles } from '../overlays/kustomization';
import { entriesOf, isManifest, LEFT_OUT, readFile, real, textOf, textsFrom } from './files';
import { IgnoreFiles } from './ignore-files';
import { holdsManifest, isJson } from './json-manifests';

/** What lies below a folder, by full paths with slashes, in order. */
export interface Folder {
	readonly path: string;
	/** All files of manifests, kustomizations apart; of JSON those that are some. */
	readonly manifests: readonly string[];
	readonly kustomizations: readonly Kustomization[];
	/** Folders with a Chart.yaml: what they render is judged elsewhere. */
	readonly charts: readonly string[];
	/** Folders that may not be read: nobody knows what is in them. */
	readonly unread: readonly string[];
	/** What ignore files leave out; an overlay may be built from it all the same. */
	readonly ignored: IgnoreFiles;
}

/** Whether a file lies in a chart: its templates are rendered before anybody reads them. */
export const isOfChart = ({ charts }: Folder, file: string): boolean => charts.some((chart) => file.startsWith(`${chart}/`));

/** Looks through a folder. Links to folders are not followed: they may lead in circles. */
export function lookInto(folder: string): Folder {
	const root = real(folder);
	const manifests: string[] = [];
	const kustomizations: Kustomization[] = [];
	const charts: string[] = [];
	const unread: string[] = [];
	const ignored = IgnoreFiles.below(root);
	const textIn = textsFrom(readFile);
	const queue = [root];
	for (const at of queue) {
		for (const entry of entriesOf(at, (one) => unread.push(one))) {
			const file = `${at === '/' ? '' : at}/${entry.name}`;
			const isOurs = entry.isDirectory() || entry.name === 'Chart.yaml' || isManifest(entry.name) || isJson(entry.name) || isKustomization(file);
			if (!isOurs || ignored.isLeftOut(file, entry.isDirectory())) continue;
			if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) queue.push(file);
			else if (entry.name === 'Chart.yaml') charts.push(at);
			else if (isKustomization(file)) kustomizations.push(withPluginFiles(readKustomization(file, textIn(file)), textOf));
			else if (!entry.isDirectory() && (isManifest(entry.name) || holdsManifest(file))) manifests.push(file);
		}
	}
	return { path: root, manifests, kustomizations, charts, unread, ignored };
}

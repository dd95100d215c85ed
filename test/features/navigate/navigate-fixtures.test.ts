import { readdirSync, readFileSync } from 'node:fs';
import { indexDocument, sharedIndex } from '../../../server/src/features/navigate/index-document';
import { definition, highlights, type Location, references } from '../../../server/src/features/navigate/navigate';
import { pointsTo } from '../../../server/src/features/navigate/points-to';
import { rename, renameRefusal } from '../../../server/src/features/navigate/rename';
import { Workspace, type WorkspaceFile } from '../../../server/src/features/navigate/workspace';
import { aroundOf, type Surroundings } from '../../../server/src/manifest/around';
import { read } from '../../../server/src/manifest/read';
import { isKustomization, readKustomization, withPluginFiles } from '../../../server/src/overlays/kustomization';
import { edited } from '../../../server/src/yaml/text-edit';
import { changedLines, testMarked, unmarked } from '../marked';

/** Each folder is a workspace: the file that is asked about is open, the others are seen. */
const ROOT = 'test/features/navigate';
const FOLDERS = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? `${ROOT}/${entry.name}` : []));

const place = (text: string, offset: number) => {
	const above = text.slice(0, offset).split('\n');
	return { line: above.length - 1, character: above.at(-1)?.length ?? 0 };
};

const pathOf = (name: string): string => `file:///w/${name.replaceAll('--', '/')}`;

for (const folder of FOLDERS) {
	const texts = new Map(readdirSync(folder).map((name) => [name, unmarked(readFileSync(`${folder}/${name}`, 'utf8'))]));
	const textAt = (path: string): string | undefined => texts.get(path.slice('file:///w/'.length).replaceAll('/', '--'));
	const kustomizations = [...texts].flatMap(([name, text]) =>
		isKustomization(pathOf(name)) ? withPluginFiles(readKustomization(pathOf(name), text), textAt) : [],
	);
	const surroundings: Surroundings = { kustomizations, charts: new Set() };
	testMarked(folder, ['definition', 'references', 'highlights', 'hover', 'rename'], (_, { offset, asks, about, name }) => {
		const file = (its: string): WorkspaceFile => {
			const content = texts.get(its) ?? '';
			const index = its === name ? indexDocument : (section: Parameters<typeof indexDocument>[0]) => sharedIndex(indexDocument(section));
			const parts = read(content, undefined, aroundOf(pathOf(its), surroundings)).sections.map((section) => ({ start: section.start, index: index(section) }));
			return { uri: pathOf(its), parts, positionAt: (at) => place(content, at) };
		};
		const workspace = new Workspace([...texts.keys()].map(file));
		const here = workspace.fileAt(file(name).uri);
		if (!here) return ['no such file'];
		const textIn = (one: WorkspaceFile): string => texts.get(one.uri.slice('file:///w/'.length).replaceAll('/', '--')) ?? '';
		const nameOf = (one: WorkspaceFile): string => (one === here ? '' : `${one.uri.slice('file:///w/'.length)}: `);
		const told = (found: readonly Location[]): readonly string[] =>
			found.map(({ file: one, range }) => {
				const all = textIn(one);
				const line = all.split('\n')[place(all, range.start).line] ?? '';
				return `${nameOf(one)}${place(all, range.start).line + 1} ${line.trim()} [${all.slice(range.start, range.end)}]`;
			});
		const listed = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? ['nothing'] : lines.length === 1 ? lines : ['', ...lines]);
		switch (asks) {
			case 'definition':
				return listed(told(definition(workspace, here, offset)));
			case 'references':
				return listed(told(references(workspace, here, offset)));
			case 'highlights':
				return listed(told(highlights(workspace, here, offset).map((range) => ({ file: here, range }))));
			case 'hover': {
				const lines = pointsTo(workspace, here, offset)?.lines ?? [];
				return listed(lines.map((line) => line[about === 'ko' ? 'ko' : 'en']));
			}
			default: {
				const refusal = renameRefusal(workspace, here, offset, { name: about, version: 37 });
				if (refusal) return [refusal.en];
				return [
					'',
					...(rename(workspace, here, offset, about) ?? []).flatMap(({ file: one, edits }) =>
						changedLines(textIn(one), edited(textIn(one), edits)).map((line) => nameOf(one) + line),
					),
				];
			}
		}
	});
}

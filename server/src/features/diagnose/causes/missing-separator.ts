import type { Entry, MapNode } from '../../../yaml/node';
import { why } from '../diagnostic';
import type { FindSlip } from './slip';

/** Two objects with no `---` between them: to YAML one map that has its keys twice, of which kubectl keeps the last. */
export const missingSeparator: FindSlip = ({ document: { root, text, faults } }, told) => {
	if (told.length === 0) return undefined;
	const second = root?.kind === 'map' && !root.flow && faults.length === 0 ? secondHead(root) : undefined;
	if (root?.kind !== 'map' || !second) return undefined;
	const { key } = second;
	const at = key.range.start;
	const firsts = root.entries.filter((entry) => entry.key.text === key.text).map((entry) => entry.key.range.start);
	const server = told.find(({ code, range }) => code === 'decode/repeated-key' && firsts.includes(range.start));
	if (!server) return undefined;
	// `image: nginx---`: the separator is there, but not its line.
	const glued = /---[ \t]*\r?\n$/.exec(text.slice(0, at));
	const edit = glued ? { range: { start: glued.index, end: at }, text: '\n---\n' } : { range: { start: at, end: at }, text: '---\n' };
	return {
		edits: [edit],
		finding: {
			range: key.range,
			severity: 'warning',
			code: 'yaml/missing-separator',
			message: server.message,
			...why('yaml/missing-separator'),
			fix: { title: { en: 'Put --- between the two objects', ko: '두 오브젝트 사이에 --- 넣기' }, edit },
		},
	};
};

/** What says for the second time what this is, where the first object has said both. */
function secondHead({ entries }: MapNode): Entry | undefined {
	const places = (name: string): readonly number[] => entries.flatMap(({ key }, i) => (key.text === name ? [i] : []));
	const [versions, kinds] = [places('apiVersion'), places('kind')];
	const [version = 0, nextVersion] = versions;
	const [kind = 0, nextKind] = kinds;
	if (nextVersion === undefined || nextKind === undefined) return undefined;
	const next = Math.min(nextVersion, nextKind);
	return next > Math.max(version, kind) ? entries[next] : undefined;
}

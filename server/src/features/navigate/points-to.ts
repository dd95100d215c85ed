import type { Bilingual } from '../../protocol/text';
import { type Range, shifted } from '../../yaml/node';
import { particle } from '../particle';
import { inKorean } from './in-korean';
import { PARTS } from './naming';
import { labelAt } from './navigate';
import { definitionsOf, type PlacedObject, type Site, sitesAt, type Workspace, type WorkspaceFile } from './workspace';

/** What a reference points to, in lines of Markdown, and where the reference stands in its file. */
export interface Pointed {
	readonly lines: readonly Bilingual[];
	readonly range: Range;
}

/** Of more there is only the number. */
const MOST_TOLD = 3;

/** What the name or selector at an offset points to; undefined where there is none. A name may well be in the cluster alone: that it is nowhere else is told, and no more. */
export function pointsTo(workspace: Workspace, file: WorkspaceFile, offset: number): Pointed | undefined {
	const site = sitesAt(file, offset).find((one) => !one.occurrence.gives || isMerged(workspace, one));
	if (site) {
		const found = definitionsOf(workspace, site);
		const lines = found.length > 0 ? listed(found.map((one) => given(one, file))) : [nowhere(site)];
		return { lines, range: shifted(site.occurrence.range, site.start) };
	}
	const label = labelAt(file, offset);
	if (!label?.selector) return undefined;
	const selected = workspace.selects(label, label.selector);
	const [first = label.object.head] = label.label ? [label.label.range] : label.selector.keys;
	return {
		lines: selected.length > 0 ? listed(selected.map((one) => object(one, file))) : [NOTHING_SELECTED[label.selector.selects]],
		range: shifted(first, label.start),
	};
}

/** Whether a patch calls by its name what the object has that it is merged into. */
const isMerged = (workspace: Workspace, site: Site): boolean =>
	site.object.isPatch === true && definitionsOf(workspace, site).every(({ occurrence }) => occurrence !== site.occurrence);

function listed(lines: readonly Bilingual[]): readonly Bilingual[] {
	const more = lines.length - MOST_TOLD;
	return more <= 0 ? lines : [...lines.slice(0, MOST_TOLD), { en: `→ and ${more} more`, ko: `→ 그 밖에 ${more}개` }];
}

function given({ occurrence, ...placed }: Site, from: WorkspaceFile): Bilingual {
	const { thing, name, owner, detail, range } = occurrence;
	const isObject = owner === '' && !PARTS.has(thing) && thing !== 'image';
	const of = thing.startsWith('Service port') || thing.endsWith(' key') ? ` (\`${owner}\`)` : '';
	const known = isObject ? aboutObject(placed) : detail && coded(detail);
	const behind = known ? `: ${known}` : '';
	const at = place(placed.file, placed.start + range.start, from);
	const korean = inKorean(thing);
	return { en: `→ ${thing} ${coded(name)}${of}, ${at.en}${behind}`, ko: `→ ${korean} ${coded(name)}${of}, ${at.ko}${behind}` };
}

function object(placed: PlacedObject, from: WorkspaceFile): Bilingual {
	const { kind, name, head } = placed.object;
	const at = place(placed.file, placed.start + head.start, from);
	const text = `→ ${kind}${name === '' ? '' : ` ${coded(name)}`}`;
	return { en: `${text}, ${at.en}`, ko: `${text}, ${at.ko}` };
}

/** So many keys are told. */
const MOST_KEYS = 8;

function aboutObject({ object: { kind, occurrences, detail } }: PlacedObject): string {
	const parts = occurrences.filter(({ thing, gives }) => gives && (thing === `${kind} key` || (kind === 'Service' && thing === 'Service port number')));
	if (parts.length === 0) return detail ? coded(detail) : '';
	const told = parts.slice(0, MOST_KEYS).map((one) => coded(kind === 'Service' ? (one.detail ?? one.name) : one.name));
	return told.join(', ') + (parts.length > MOST_KEYS ? ', …' : '');
}

/** As code, whatever is in it. */
const coded = (text: string): string => `\`${text.replaceAll('`', '’')}\``;

/** Where something stands, as a link to it. */
function place({ uri, positionAt }: WorkspaceFile, offset: number, from: WorkspaceFile): Bilingual {
	const line = positionAt(offset).line + 1;
	const address = `${uri.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20')}#L${line}`;
	if (uri === from.uri) return { en: `[line ${line}](${address})`, ko: `[${line}행](${address})` };
	const text = `[${fileName(uri)}:${line}](${address})`;
	return { en: text, ko: text };
}

function fileName(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	// What stands in brackets is the text of the link.
	return name.replace(/%20/g, ' ').replace(/[[\]\\`*_]/g, '\\$&');
}

function nowhere({ occurrence: { thing, name, selector } }: Site): Bilingual {
	const korean = inKorean(thing);
	const [it, subject] = [coded(name), particle(name, '이/가')];
	const selected = selector?.selects === 'Service' ? '서비스' : '파드';
	if (thing === 'variable')
		return {
			en: `→ This container’s \`env\` has no ${it}: unless \`envFrom\` brings it, the text stays as it is written.`,
			ko: `→ 이 컨테이너의 \`env\`에 ${it}${subject} 없다. \`envFrom\`으로도 들어오지 않으면 적힌 글자 그대로 남는다.`,
		};
	// `ports` is informational (k8s.io/api/core/v1 Container).
	if (thing === 'port number')
		return {
			en: `→ No port ${it} is listed ${selector ? 'by what is selected in the workspace' : 'by this container'}; it may listen there all the same.`,
			ko: `→ ${selector ? '셀렉터가 고른 파드' : '이 컨테이너'}의 \`ports\`에 ${it}${subject} 없다. 적지 않았어도 그 포트를 열고 있을 수 있다.`,
		};
	if (selector)
		return { en: `→ What is selected in the workspace has no ${thing} ${it}.`, ko: `→ 셀렉터가 고른 ${selected}에 ${korean} ${it}${subject} 없다.` };
	if (PARTS.has(thing)) return { en: `→ This pod has no ${thing} ${it}.`, ko: `→ 이 파드에 ${korean} ${it}${subject} 없다.` };
	return {
		en: `→ No ${thing} ${it} in the workspace; the cluster may have it.`,
		ko: `→ 워크스페이스에 ${korean} ${it}${subject} 없다. 클러스터에는 있을 수 있다.`,
	};
}

const NOTHING_SELECTED: Readonly<Record<'pods' | 'Service', Bilingual>> = {
	pods: { en: '→ Selects no pods of the workspace.', ko: '→ 워크스페이스에 이 셀렉터가 고르는 파드가 없다.' },
	Service: { en: '→ Selects no Services of the workspace.', ko: '→ 워크스페이스에 이 셀렉터가 고르는 서비스가 없다.' },
};

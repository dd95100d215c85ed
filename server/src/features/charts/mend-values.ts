/** What mends a value that the values.schema.json of a chart does not allow, in the file in which it was typed. */
import type { Origin } from '../../built/origin';
import type { Remedy } from '../../charts/json-schema/remedies';
import type { RefusedValue } from '../../charts/render';
import type { RenderAnswer } from '../../charts/render-loaded';
import { pathAt } from '../../manifest/locate';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { same } from '../../schema/same';
import { renameKey } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import type { Node, Range } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import { type Edit, edited } from '../../yaml/text-edit';
import type { BuiltText, Source } from '../built/finding';
import type { Diagnostic } from '../diagnose/diagnostic';
import { cameOf } from '../diagnose/mends';
import type { TriedFix } from '../diagnose/trial';
import { changingTitle, removalTitle, settingTitle } from '../repair/titles';
import { entryAt, put, remove, valueAt, type Written } from '../repair/write';
import { isSamePlace, openable } from './place';

/** A values file, and where its values may be known from. */
export interface MendedValues {
	/** The chart's folder. */
	readonly chart: string;
	readonly source: Source;
	/** The same as it was applied last. */
	readonly former: string | undefined;
	/** The chart's own values.yaml, if the file is another one. */
	readonly standard: string | undefined;
	/** What the chart renders, were the file another text. */
	readonly again: (text: string) => RenderAnswer;
	/** What would be said of that. */
	readonly judged: (answer: RenderAnswer) => BuiltText | undefined;
}

/** So many are rendered with, and so many offered; of others beside one that is certain, fewer. */
const MOST_TRIED = 6;
const MOST_OFFERED = 4;
const MOST_BESIDE = 2;

/** The fixes of a fault at a range of the file, the certain ones first. Each was rendered with: Helm has nothing against the value any more, nor has the server against what was put there. */
export function mendedValue(diagnostic: Diagnostic, answer: RenderAnswer, values: MendedValues): readonly TriedFix[] {
	const { chart, source } = values;
	const all = 'error' in answer ? (answer.refused ?? []) : [];
	const here = all.filter(({ origins }) => openable(chart, origins).some((at) => isSamePlace(at, { file: source.file, range: diagnostic.range })));
	const written = writtenIn(source.text);
	if (here.length === 0 || !written) return [];
	const offers = here.flatMap((refused) => offersOf(refused, written, values));
	const texts = offers.map(({ edit }) => edited(source.text, [edit]));
	const mended: Offer[] = [];
	for (const offer of offers.filter((_, i) => texts.indexOf(texts[i] ?? '') === i).slice(0, MOST_TRIED)) {
		if (mended.length < (mended[0]?.isCertain ? 1 + MOST_BESIDE : MOST_OFFERED) && isMended(offer.edit, here, all, values)) mended.push(offer);
	}
	return mended.map((offer, i) => fixOf(diagnostic, offer, i === 0));
}

const fixOf = (diagnostic: Diagnostic, { title, edit, isCertain, isProposal }: Offer, isFirst: boolean): TriedFix => ({
	diagnostic,
	title,
	edits: [edit],
	isPreferred: isCertain && isFirst,
	...(isProposal ? { isProposal } : {}),
});

/** What stood there before, of a value that the server refuses where it is printed: the server refuses less with it, and nothing new. */
export function earlierValue(diagnostic: Diagnostic, now: BuiltText, values: Omit<MendedValues, 'chart'>): readonly TriedFix[] {
	const { source, again, judged } = values;
	const written = writtenIn(source.text);
	const at = written && pathAt(written.node, diagnostic.range.start - written.start)?.segments.map(String);
	if (!written || !at) return [];
	const errorsIn = ({ findings }: BuiltText): readonly Diagnostic[] => findings.flatMap(({ built }) => (built?.severity === 'error' ? built : []));
	const before = errorsIn(now);
	const isBetter = ({ edit }: Offer): boolean => {
		const after = judged(again(edited(source.text, [edit])));
		return after !== undefined && errorsIn(after).length < before.length && cameOf(before, errorsIn(after)).length === 0;
	};
	return earlierIn(at, written, values)
		.filter(isBetter)
		.map((offer) => fixOf(diagnostic, offer, false));
}

/** A change that nobody has tried. */
interface Offer {
	readonly title: Bilingual;
	readonly edit: Edit;
	readonly isCertain: boolean;
	readonly isProposal: boolean;
}

/** The first document of a values file: Helm takes no other. */
type Document = Written & { readonly start: number };

function writtenIn(text: string): Document | undefined {
	const [part] = split(text);
	const document = part && parse(part.text);
	return part && document?.root && document.faults.length === 0 ? { node: document.root, document, start: part.start } : undefined;
}

function offersOf({ at, isKey, remedies }: RefusedValue, written: Document, { former, standard }: MendedValues): readonly Offer[] {
	const offers = remedies.map((one) => offerOf(one, written)).filter((one) => one !== undefined);
	const [certain, others] = [offers.filter((one) => one.isCertain), offers.filter((one) => !one.isCertain)];
	return [...certain, ...(isKey ? [] : earlierIn(at, written, { former, standard })), ...others];
}

const earlierIn = (at: readonly string[], written: Document, { former, standard }: Pick<MendedValues, 'former' | 'standard'>): readonly Offer[] =>
	[earlier(at, written, former, COMMITTED), earlier(at, written, standard, STANDARD)].filter((one) => one !== undefined);

/** In a subchart's own values file the first names of a path are missing: they lead to the chart. */
function pathIn({ node }: Written, at: readonly string[], isThere: (path: readonly Segment[]) => boolean): readonly Segment[] | undefined {
	const paths = at.map((_, i) => segmentsIn(node, at.slice(i)));
	return paths.find(isThere);
}

/** The names of a path as names and indexes. */
function segmentsIn(root: Node, names: readonly string[]): readonly Segment[] {
	let node: Node | undefined = root;
	return names.map((name) => {
		const isIndex: boolean = node?.kind === 'list';
		node =
			node?.kind === 'list' ? node.items[Number(name)]?.value : node?.kind === 'map' ? node.entries.find(({ key }) => key.text === name)?.value : undefined;
		return isIndex ? Number(name) : name;
	});
}

function offerOf(remedy: Remedy, written: Document): Offer | undefined {
	const edit = editOf(remedy, written);
	return edit && { title: titleOf(remedy), edit: moved(edit, written.start), isCertain: remedy.isCertain, isProposal: isNewValue(remedy, written) };
}

const moved = ({ range, text }: Edit, by: number): Edit => ({ range: { start: range.start + by, end: range.end + by }, text });

function editOf(remedy: Remedy, written: Document): Edit | undefined {
	const { text } = written.document;
	const there = pathIn(written, remedy.at, (path) => entryAt(written, path) !== undefined || valueAt(written, path) !== undefined);
	switch (remedy.kind) {
		case 'put':
			return there ? put(written, there, remedy.value) : put(written, segmentsIn(written.node, remedy.at), remedy.value);
		case 'quote': {
			const value = there && valueAt(written, there);
			return there && value?.kind === 'scalar' ? put(written, there, text.slice(value.range.start, value.range.end).trim()) : undefined;
		}
		case 'rename': {
			const at = there && entryAt(written, there);
			return at && renameKey(text, at.entry, remedy.name);
		}
		case 'remove':
			return there && remove(written, there);
	}
}

const isNewValue = (remedy: Remedy, written: Document): boolean =>
	remedy.kind === 'put' && pathIn(written, remedy.at, (path) => valueAt(written, path) !== undefined) === undefined;

function titleOf(remedy: Remedy): Bilingual {
	const name = nameOf(remedy.at);
	switch (remedy.kind) {
		case 'put': {
			const title = settingTitle(name, remedy.value);
			return remedy.isDefault ? { en: `${title.en} (the schema's default)`, ko: `${title.ko}(스키마의 기본값)` } : title;
		}
		case 'quote':
			return { en: 'Put it in quotes', ko: '따옴표로 감싸기' };
		case 'rename':
			return changingTitle(remedy.name);
		case 'remove':
			return removalTitle(name);
	}
}

/** Items of lists have no name. */
const nameOf = (at: readonly string[]): string | undefined => at.findLast((one) => !/^\d+$/.test(one));

const COMMITTED: Bilingual = { en: 'as before', ko: '이전 값' };
const STANDARD: Bilingual = { en: 'as in values.yaml', ko: 'values.yaml의 값' };

/** What another text has in the same place. */
function earlier(at: readonly string[], written: Document, text: string | undefined, note: Bilingual): Offer | undefined {
	const other = text === undefined ? undefined : writtenIn(text);
	const path = other && pathIn(other, at, (one) => valueAt(other, one) !== undefined);
	const there = pathIn(written, at, (one) => valueAt(written, one) !== undefined);
	if (!other || !path || !there) return undefined;
	const [was, is] = [toJson(valueAt(other, path)), toJson(valueAt(written, there))];
	if (same(was, is)) return undefined;
	const edit = put(written, there, was);
	const title = settingTitle(nameOf(at), was);
	return (
		edit && { title: { en: `${title.en} (${note.en})`, ko: `${title.ko}(${note.ko})` }, edit: moved(edit, written.start), isCertain: false, isProposal: false }
	);
}

/** Whether what was refused is gone and nothing else has come, in the schema nor in what is rendered of the new text. */
function isMended(edit: Edit, here: readonly RefusedValue[], all: readonly RefusedValue[], { source, again, judged }: MendedValues): boolean {
	const after = again(edited(source.text, [edit]));
	if ('error' in after) {
		const left = after.refused ?? [];
		const isIn = (some: readonly RefusedValue[], one: RefusedValue): boolean => some.some(({ chart, words }) => chart === one.chart && words === one.words);
		return left.length > 0 && left.length < all.length && left.every((one) => isIn(all, one) && !isIn(here, one));
	}
	const put: Range = { start: edit.range.start, end: edit.range.start + edit.text.length };
	const isThere = ({ file, range }: Origin): boolean => file === source.file && range.start < put.end && put.start < range.end;
	const found = judged(after)?.findings ?? [];
	return !found.some(({ file, diagnostic, others }) => diagnostic.severity === 'error' && [{ file, range: diagnostic.range }, ...others].some(isThere));
}

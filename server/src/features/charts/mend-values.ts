/** What mends a value that the values.schema.json of a chart does not allow, in the file in which it was typed. */
import type { Origin } from '../../built/origin';
import type { Remedy } from '../../charts/json-schema/remedies';
import type { RenderAnswer } from '../../charts/render-loaded';
import type { RefusedValue } from '../../charts/rendered';
import { pathAt } from '../../manifest/locate';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { same } from '../../schema/same';
import { renameKey } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { childOf, type Node, type Range } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import { type Edit, edited, shiftedEdit } from '../../yaml/text-edit';
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
	/** The chart's own values.yaml, if the file is another one of the same values. */
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
	const depth = depthOf(chart, source.file);
	const isHere = ({ origins }: RefusedValue): boolean => openable(chart, origins).some((at) => isSamePlace(at, { file: source.file, range: diagnostic.range }));
	const here = all.filter(isHere);
	const written = writtenIn(source.text);
	if (here.length === 0 || !written) return [];
	// Of more that is missed in one place the first have to do.
	const offers = here.slice(0, MOST_TRIED).flatMap((refused) => offersOf(refused, written, values, depth));
	const texts = offers.map(({ edit }) => edited(source.text, [edit]));
	const mended: Offer[] = [];
	for (const offer of offers.filter((_, i) => texts.indexOf(texts[i] ?? '') === i).slice(0, MOST_TRIED)) {
		if (mended.length < (mended[0]?.isCertain ? 1 + MOST_BESIDE : MOST_OFFERED) && isMended(offer, here, all, values)) mended.push(offer);
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

interface Offered extends Offer {
	/** What it is to mend. */
	readonly refused: RefusedValue;
}

const identityOf = ({ chart, words }: RefusedValue): string => `${chart}\n${words}`;

/** The first document of a values file: Helm takes no other. */
type Document = Written & { readonly start: number };

function writtenIn(text: string): Document | undefined {
	for (const part of split(text)) {
		const document = parse(part.text);
		// Comments above the line that begins a document are none.
		if (document.root || document.faults.length > 0)
			return document.root && document.faults.length === 0 ? { node: document.root, document, start: part.start } : undefined;
	}
	return undefined;
}

function offersOf(refused: RefusedValue, written: Document, { former, standard }: MendedValues, depth: number): readonly Offered[] {
	const { at, isKey, remedies } = refused;
	const offers = remedies().flatMap((one) => offerOf({ ...one, at: one.at.slice(depth) }, written) ?? []);
	const [certain, others] = [offers.filter((one) => one.isCertain), offers.filter((one) => !one.isCertain)];
	const all = [...certain, ...(isKey ? [] : earlierIn(at.slice(depth), written, { former, standard })), ...others];
	return all.map((one) => ({ ...one, refused }));
}

const earlierIn = (at: readonly string[], written: Document, { former, standard }: Pick<MendedValues, 'former' | 'standard'>): readonly Offer[] =>
	[earlier(at, written, former, COMMITTED), earlier(at, written, standard, STANDARD)].filter((one) => one !== undefined);

/** How many subcharts a values file lies in: their names lead to its values from the chart, and do not stand in it. */
const depthOf = (chart: string, file: string): number =>
	file.startsWith(`${chart}/`) ? (/^(?:charts\/[^/]+\/)+/.exec(file.slice(chart.length + 1))?.[0].match(/charts\/[^/]+\//g)?.length ?? 0) : 0;

/** The names of a path as names and indexes. */
function segmentsIn(root: Node, names: readonly string[]): readonly Segment[] {
	let node: Node | undefined = root;
	return names.map((name) => {
		const segment: Segment = node?.kind === 'list' ? Number(name) : name;
		node = childOf(node, segment);
		return segment;
	});
}

function offerOf(remedy: Remedy, written: Document): Offer | undefined {
	const edit = editOf(remedy, written);
	return edit && { title: titleOf(remedy), edit: shiftedEdit(edit, written.start), isCertain: remedy.isCertain, isProposal: isNewValue(remedy, written) };
}

function editOf(remedy: Remedy, written: Document): Edit | undefined {
	const { text } = written.document;
	const path = segmentsIn(written.node, remedy.at);
	switch (remedy.kind) {
		case 'put':
			return put(written, path, remedy.value);
		case 'quote': {
			const value = valueAt(written, path);
			return value?.kind === 'scalar' ? put(written, path, text.slice(value.range.start, value.range.end).trim()) : undefined;
		}
		case 'rename': {
			const at = entryAt(written, path);
			return at && renameKey(text, at.entry, remedy.name);
		}
		case 'remove':
			return remove(written, path);
	}
}

const isNewValue = (remedy: Remedy, written: Document): boolean => remedy.kind === 'put' && valueAt(written, segmentsIn(written.node, remedy.at)) === undefined;

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
	const there = segmentsIn(written.node, at);
	const [then, now] = [other && valueAt(other, segmentsIn(other.node, at)), valueAt(written, there)];
	if (!then || !now) return undefined;
	const [was, is] = [toJson(then), toJson(now)];
	if (same(was, is)) return undefined;
	const edit = put(written, there, was);
	const title = settingTitle(nameOf(at), was);
	return (
		edit && {
			title: { en: `${title.en} (${note.en})`, ko: `${title.ko}(${note.ko})` },
			edit: shiftedEdit(edit, written.start),
			isCertain: false,
			isProposal: false,
		}
	);
}

/** Whether what was refused is gone and nothing else has come, in the schema nor in what is rendered of the new text. Of several keys that are missed in one place one will do. */
function isMended({ edit, refused }: Offered, here: readonly RefusedValue[], all: readonly RefusedValue[], { source, again, judged }: MendedValues): boolean {
	const after = again(edited(source.text, [edit]));
	if ('error' in after) {
		const left = after.refused ?? [];
		const known = new Set(all.map(identityOf));
		const gone = new Set([refused, ...here.filter(({ isKey }) => !isKey)].map(identityOf));
		return left.length > 0 && left.map(identityOf).every((one) => known.has(one) && !gone.has(one));
	}
	const put: Range = { start: edit.range.start, end: edit.range.start + edit.text.length };
	const isThere = ({ file, range }: Origin): boolean => file === source.file && range.start < put.end && put.start < range.end;
	const found = judged(after)?.findings ?? [];
	return !found.some(({ file, diagnostic, others }) => diagnostic.severity === 'error' && [{ file, range: diagnostic.range }, ...others].some(isThere));
}

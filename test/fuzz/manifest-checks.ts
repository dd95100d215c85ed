import { applied as applyOver } from '../../server/src/features/apply/apply';
import { judgedOver } from '../../server/src/features/apply/judge-over';
import { applyPage } from '../../server/src/features/apply/page';
import { differingFrom } from '../../server/src/features/apply/pairs';
import { complete } from '../../server/src/features/complete/complete';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import type { Diagnostic } from '../../server/src/features/diagnose/diagnostic';
import { fixesIn } from '../../server/src/features/diagnose/fixes';
import { judge } from '../../server/src/features/diagnose/judge';
import { securityDiagnostics } from '../../server/src/features/diagnose/pod-security';
import { hints } from '../../server/src/features/hints/hints';
import { hover } from '../../server/src/features/hover/hover';
import { search } from '../../server/src/features/hover/search';
import { lenses } from '../../server/src/features/life/lenses';
import { simulateManifest } from '../../server/src/features/life/simulate';
import { documentLinks } from '../../server/src/features/navigate/document-links';
import { definition, references } from '../../server/src/features/navigate/navigate';
import { type Symbol as Outlined, outline } from '../../server/src/features/navigate/outline';
import { pointsTo } from '../../server/src/features/navigate/points-to';
import { renamable, rename } from '../../server/src/features/navigate/rename';
import { selectionRanges } from '../../server/src/features/navigate/selection-ranges';
import { alone } from '../../server/src/features/navigate/workspace';
import { refactorings } from '../../server/src/features/refactor/refactor';
import { status } from '../../server/src/features/status';
import { completionWords } from '../../server/src/features/words-of';
import type { OpenFile } from '../../server/src/lsp/manifests';
import { type File, type Manifest, read } from '../../server/src/manifest/read';
import type { Random } from '../conformance/random';
import { accepted, applied } from '../features/applied';
import { around, cursorIn, type Findings } from './findings';

/** A text as the server has it. */
interface Asked {
	readonly text: string;
	readonly open: OpenFile;
	readonly findings: Findings;
	readonly random: Random;
}

/** Of many fixes, renames or completions, so many are tried. */
const MOST = 3;

/** Everything an editor asks of a manifest, at places drawn by lot, and what must hold of the answers. */
export function askManifest(asked: Asked): void {
	const { text, open, findings, random } = asked;
	const { file, settings, judged } = open;
	const found = findings.ask('diagnose', text, () => diagnose(file, settings.version, judged)) ?? [];
	const security = findings.ask('security', text, () => securityDiagnostics(file, 'restricted', judged)) ?? [];
	findings.ranges('diagnose', text, [...found, ...security].flatMap(rangesOf));
	if (random.chance(0.2)) fixes(asked, found);
	completions(asked);
	for (let tries = 0; tries < 2; tries++) hovers(asked, cursorIn(text, random));
	names(asked, found);
	const symbols = findings.ask('outline', text, () => outline(file)) ?? [];
	for (const symbol of symbols) nested(asked, symbol);
	const behind = findings.ask('hints', text, () => hints(file, judged, { kinds: settings.hints, version: settings.version, now: 0, zone: 'Asia/Seoul' })) ?? [];
	findings.ranges(
		'hints',
		text,
		behind.map(({ offset }) => ({ start: offset, end: offset })),
	);
	findings.ranges(
		'lenses',
		text,
		(findings.ask('lenses', text, () => lenses(file)) ?? []).map(({ range }) => range),
	);
	findings.ask('status', text, () => status(file, settings.version, findings.spanning('status', text)));
	if (random.chance(0.1)) findings.ask('search', text, () => search(text.slice(cursorIn(text, random)).slice(0, 12), settings.language, settings.version));
	if (random.chance(0.02)) lives(asked);
	if (text.length % 3 === 0) applies(asked);
	if (text.length % 3 === 1) wishes(asked);
}

/** What is told of a text that was edited piece by piece is what is told of it afresh. */
export function askAfresh({ text, open: { file, settings, judged }, findings, random }: Asked): void {
	const offset = cursorIn(text, random);
	const [again, fresh] = [read(text), (manifest: Manifest) => judge(manifest, settings.version)];
	const both = [
		['diagnose', diagnose(file, settings.version, judged), diagnose(again, settings.version, fresh)],
		['complete', complete(text, file, offset, settings), complete(text, again, offset, settings)],
		['hover', hover(file, offset, settings, judged), hover(again, offset, settings, fresh)],
		['outline', outline(file), outline(again)],
	] as const;
	for (const [request, kept, anew] of both) {
		if (JSON.stringify(kept) !== JSON.stringify(anew)) findings.add(`${request}: edited is not as fresh`, text, around(text, offset));
	}
}

const rangesOf = ({ range, fix, related = [] }: Diagnostic): readonly Diagnostic['range'][] => [
	range,
	...(fix ? [fix.edit.range] : []),
	...related.map((one) => one.range),
];

/** How often each fault that refuses, or loses, is told. */
function errorsIn(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { code, severity } of found) if (severity === 'error' || code.endsWith('/repeated-key')) counts.set(code, (counts.get(code) ?? 0) + 1);
	return counts;
}

/** The codes that are told more often after than before. */
const more = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] =>
	[...after].flatMap(([code, count]) => (count > (before.get(code) ?? 0) ? [code] : []));

/** It is about what a text is, not about what an object says. */
const isReading = ({ code }: Diagnostic): boolean => /^(?:yaml|json|head)\//.test(code);

const brokenIn = (found: readonly Diagnostic[]): number => found.filter(isReading).length;

/** Of each document of a file that kubectl gives up on: how much of the text it has not read then. */
const unreadIn = (file: File): readonly number[] =>
	(file.masked?.().file ?? file).sections.flatMap(({ document, separatorFault, jsonFault }) => {
		const fault = jsonFault?.range ?? separatorFault ?? document.faults[0]?.range;
		return fault ? [document.text.trimEnd().length - fault.start] : [];
	});

/** A document more is given up on than before, or the same earlier; what ran on to its end had hidden what else is wrong. What grew may lie behind. */
const isLessRead = (before: readonly number[], now: readonly number[], grown: number): boolean =>
	now.length > before.length || (now.length === before.length && now.some((left, i) => left > (before[i] ?? 0) + Math.max(0, grown) && (before[i] ?? 0) > 1));

/** Of several faults of reading one is gone, and what is left was told beside it: the one had kept the other from being met. */
function isKnownRest(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
	const [told, left] = [before.filter(isReading), now.filter(isReading)];
	return left.length > 0 && left.length < told.length && left.every(({ code }) => code !== 'yaml/syntax' && told.some((one) => one.code === code));
}

/** YAML all through, behind the actions of a template. What stands below a document that is no map is not read, and may be anything. */
export const isSound = (file: File): boolean =>
	(file.masked?.().file ?? file).sections.every(
		({ document: { root, faults }, separatorFault }) => faults.length === 0 && !separatorFault && (root?.kind ?? 'map') === 'map',
	);

/** A fix does something, leaves YAML where there was YAML, and brings no other fault, but what the fault itself had hidden. */
function fixes({ text, open: { file, settings }, findings, random }: Asked, found: readonly Diagnostic[]): void {
	const fixable = found.filter(({ fix }) => fix);
	if (fixable.length === 0) return;
	const { range } = random.of(fixable);
	const tried = findings.ask('codeAction', text, () => fixesIn(file, range, found, settings.version)) ?? [];
	for (const { diagnostic, edits, title } of tried.slice(0, MOST)) {
		findings.ranges(
			'codeAction',
			text,
			edits.map((edit) => edit.range),
		);
		const after = applied(text, edits);
		const told = (law: string): void =>
			findings.add(`codeAction: ${law}`, text, `${diagnostic.code}: ${title.en} ${JSON.stringify(edits)} at ${around(text, diagnostic.range.start)}`);
		if (after === text) told('does nothing');
		const mended = read(after);
		const now = diagnose(mended, settings.version);
		const worse = more(errorsIn(found), errorsIn(now));
		const unread = unreadIn(file);
		if (isLessRead(unread, unreadIn(mended), after.length - text.length) && !isKnownRest(found, now)) told('breaks the document');
		// What could not be read, or not as what it is, was not judged: all may show itself now.
		else if (isReading(diagnostic)) continue;
		else if (unread.length === 0 && brokenIn(now) > brokenIn(found)) told('breaks the document');
		else if (worse.length > 0 && !diagnostic.code.startsWith('decode/')) told(`makes ${worse.join(', ')}`);
		else if (worse.some((code) => code.endsWith('/repeated-key'))) told('makes a key lose');
	}
}

/** What is accepted leaves YAML where there was YAML. */
function completions({ text, open: { file, settings }, findings, random }: Asked): void {
	const offset = cursorIn(text, random);
	const items = findings.ask('complete', text, () => complete(text, file, offset, settings)) ?? [];
	findings.ranges(
		'complete',
		text,
		items.map(({ range }) => range),
	);
	const wasSound = isSound(file);
	for (let tries = 0; tries < MOST && items.length > 0; tries++) {
		const item = random.of(items);
		const { words } = item;
		if (words) findings.ask('completionResolve', text, () => completionWords(words, 'both'));
		if (wasSound && !isSound(read(accepted(text, item))))
			findings.add('complete: breaks the document', text, `${item.label} ${JSON.stringify(item.insert)} at ${around(text, offset)}`);
	}
}

/** No word of a program's innards. */
const INNARDS = /\bundefined\b|\bNaN\b|\[object |\bnull\b(?=`)/;

function hovers({ text, open: { file, settings, judged }, findings }: Asked, offset: number): void {
	const shown = findings.ask('hover', text, () => hover(file, offset, settings, judged));
	if (!shown) return;
	findings.ranges('hover', text, [shown.range]);
	const [title = ''] = shown.markdown.split('\n');
	const [word] = INNARDS.exec(title) ?? [];
	// What is written may be told.
	if (word !== undefined && !text.slice(shown.range.start, shown.range.end).includes(word))
		findings.add('hover: innards', text, `${title} at ${around(text, offset)}`);
}

const NAMES = ['zz-new', 'yes', 'a: b', '0x1F', 'a, b', '#a', '한글', '{'];

function names({ text, open: { file, settings }, findings, random }: Asked, told: readonly Diagnostic[]): void {
	const offset = cursorIn(text, random);
	const named = findings.ask('names', text, () => alone(file));
	if (!named) return;
	for (const [request, ranges] of [
		['definition', () => definition(...named, offset).map(({ range }) => range)],
		['references', () => references(...named, offset).map(({ range }) => range)],
		['points to', () => [pointsTo(...named, offset)?.range].filter((range) => range !== undefined)],
		['documentLink', () => documentLinks(file).map(({ range }) => range)],
		['selectionRange', () => selectionRanges(file, offset)],
	] as const) {
		findings.ranges(request, text, findings.ask(request, text, ranges) ?? []);
	}
	const words = [...text.matchAll(/name: *["']?\w/g)];
	const at = words.length > 0 ? random.of(words).index + 6 : offset;
	const found = findings.ask('prepareRename', text, () => renamable(...named, at));
	if (!found) return;
	const name = random.chance(0.5) ? 'zz-new' : random.of(NAMES);
	const edits = findings.ask('rename', text, () => rename(...named, at, name))?.flatMap((one) => one.edits) ?? [];
	findings.ranges(
		'rename',
		text,
		edits.map(({ range }) => range),
	);
	if (!isSound(file)) return;
	const now = read(applied(text, edits));
	if (!isSound(now)) findings.add('rename: breaks the document', text, `${found.name} to ${name} at ${around(text, at)}`);
	// What was wrong with a name hid what it means; one with a character that looks like another is not renamed with those that it was meant to be.
	const wasWrong = told.some(
		({ severity, code, range }) =>
			severity === 'error' && (code === 'yaml/look-alike' || edits.some((edit) => edit.range.start <= range.end && range.start <= edit.range.end)),
	);
	// A name that is filled in later may be any: what is said of it, or of what else may have it, was not told.
	const wasOpen = file.sections.some(({ start, document: { placeholders = [] } }) =>
		placeholders.some((one) => edits.some((edit) => edit.range.start <= start + one.start && start + one.end <= edit.range.end)),
	);
	if (name !== 'zz-new' || wasWrong || wasOpen) return;
	// Where something is unknown it may be the name: what is said of one is told only if it holds all the same.
	const isUnknown = told.some(({ code }) => code.startsWith('decode/'));
	const after = diagnose(now, settings.version).filter(({ message }) => !(isUnknown && message.includes(JSON.stringify(name))));
	const worse = more(errorsIn(told), errorsIn(after));
	// Names that are none are not compared with one another.
	const made = worse.filter((code) => !code.endsWith('-unique'));
	if (made.length > 0) findings.add(`rename: makes ${made.join(', ')}`, text, `${found.name} at ${around(text, at)}`);
}

/** What is inside lies within what holds it, and what is selected within what is shown. */
function nested(asked: Asked, { range, selection, children, name }: Outlined): void {
	asked.findings.ranges('outline', asked.text, [range, selection]);
	for (const inner of [selection, ...children.map((child) => child.range)]) {
		if (inner.start < range.start || inner.end > range.end) asked.findings.add('outline: reaches beyond what holds it', asked.text, name);
	}
	for (const child of children) nested(asked, child);
}

/** Over the text that was first: what a diagnostic says of it while one types, seldom all of it. */
function applies(asked: Asked): void {
	const { text, findings, open } = asked;
	const { file, former, judged, settings } = open;
	if (!former) return;
	const server = { version: settings.version, judged };
	const found = findings.ask('applyPreview', text, () => diagnose(file, settings.version, judgedOver(file, former, settings.version, judged))) ?? [];
	findings.ranges('applyPreview', text, found.flatMap(rangesOf));
	findings.ask('lenses', text, () => differingFrom(former, file));
	if (text.length % 21 !== 0) return;
	const answer = findings.ask('apply', text, () => applyOver(file, former, server, findings.spanning('apply', text)));
	if (answer && INNARDS.test(applyPage(answer, 'en').replaceAll(/~~~~[^~]*~~~~|`[^`\n]*`/g, ''))) findings.add('apply: innards', text, applyPage(answer, 'en'));
}

/** What may be made of the manifest at a place; it was tried before it was offered. */
function wishes({ text, open: { file, settings, judged }, findings }: Asked): void {
	const at = Math.floor(text.length / 2);
	const offered = findings.ask('refactor', text, () => refactorings(file, { start: at, end: at }, true, settings.version, judged)) ?? [];
	findings.ranges(
		'refactor',
		text,
		offered.flatMap(({ edits }) => edits.map(({ range }) => range)),
	);
}

function lives(asked: Asked): void {
	const {
		text,
		open: { file, judged, settings, former },
		findings,
		random,
	} = asked;
	const preset = random.of(['healthy', 'crash', 'image-missing', 'hangs', 'deleted', 'config-missing', 'oom', 'applied']);
	findings.ask('simulate', text, () =>
		simulateManifest(file, { uri: '', document: random.below(3), preset }, { version: settings.version, judged, former }, findings.spanning('simulate', text)),
	);
}

import {
	type ApplyWorkspaceEditParams,
	ApplyWorkspaceEditRequest,
	type CodeAction,
	CodeActionKind,
	CodeActionRequest,
	CodeActionResolveRequest,
	type Command,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	DocumentDiagnosticRequest,
	ExecuteCommandRequest,
	type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../features/diagnose/diagnose';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { alikeIn, alikeInText, fixesIn, fixesInText, meet, once, together } from '../features/diagnose/fixes';
import { type IgnoreFix, ignoreFixes } from '../features/diagnose/ignore-here';
import { toldFixes, toldOf } from '../features/diagnose/told';
import type { Asked, TriedFix } from '../features/diagnose/trial';
import { refactorings } from '../features/refactor/refactor';
import { securityFixesIn } from '../features/repair/security';
import { withStops } from '../features/repair/stops';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import { read } from '../manifest/read';
import type { Language } from '../protocol/text';
import type { Range } from '../yaml/node';
import type { Edit } from '../yaml/text-edit';
import { invalid } from './answering';
import { APPLY_FIX, type Edited, inOneLanguage, offsetsOf, toCodeAction, toDiagnostic, toInsertingEdit, toWorkspaceEdit } from './convert';
import { type Found, inManifests, inScenario } from './found';
import { isJson, staysJson } from './json-text';
import type { OpenFile } from './manifests';
import type { OpenScenario } from './scenarios';
import type { Session } from './session';

/** What mends a whole file at once, as on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.peapod`;

/** Diagnostics, and what mends them. */
export function registerFaults(session: Session): void {
	const { answering, client, connection, on } = session;

	answering.answer(DocumentDiagnosticRequest.type, async ({ textDocument }): Promise<DocumentDiagnosticReport> => {
		// Who is not asked to ask again would never hear of what is read meanwhile.
		if (!client.diagnostics.refreshes && textDocument) await session.settled(textDocument.uri);
		return { kind: DocumentDiagnosticReportKind.Full, items: await faultsOf(session, textDocument?.uri) };
	});

	answering.answer(CodeActionRequest.type, ({ textDocument, range, context }) => {
		if (client.fixes === 'none') return [];
		if (context?.only !== undefined && !Array.isArray(context.only)) throw invalid('context.only');
		const isWanted = (kind: CodeActionKind): boolean => context?.only?.some((only) => contains(only, kind)) ?? kind === CodeActionKind.QuickFix;
		const offered = (document: TextDocument, mending: Mending) => {
			const here = offsetsOf(document, range);
			const { language } = mending.found.settings;
			return [
				...(isWanted(CodeActionKind.QuickFix) ? quickFixes(document, mending, here) : []),
				...(isWanted(FIX_ALL) ? fixAll(document, everywhere(document, mending), language) : []),
			];
		};
		return on<(CodeAction | Command)[]>(
			textDocument?.uri,
			[],
			(document, open) => [...offered(document, inFile(document, open)), ...refactored(document, open, offsetsOf(document, range), context?.only)],
			(document, scenario) => offered(document, inScenarioFile(scenario)),
		);
	});

	answering.answer(CodeActionResolveRequest.type, (action): CodeAction | Promise<CodeAction> => {
		// Some editors ask about each, also about those that have their edit.
		if (action?.data === undefined) return action;
		const { uri, code } = (action.data ?? {}) as Partial<OfKind>;
		if (typeof uri !== 'string' || typeof code !== 'string') throw invalid('data');
		const resolved = (document: TextDocument, mending: Mending): CodeAction => {
			const all = mending.found.found();
			const told = toldOf(mending.found.documents, all, mending.found.settings.severity);
			return { ...action, edit: toWorkspaceEdit(document, editsOf(mending.alike(code, all).filter(({ diagnostic }) => told.as(diagnostic))), client) };
		};
		return on<CodeAction>(
			uri,
			action,
			(document, open) => resolved(document, inFile(document, open)),
			(document, scenario) => resolved(document, inScenarioFile(scenario)),
		);
	});

	function quickFixes(document: TextDocument, { found: { documents, found, settings }, mend, alike, beside }: Mending, here: Range): (CodeAction | Command)[] {
		const all = found();
		const told = toldOf(documents, all, settings.severity);
		const { language } = settings;
		const fixes = toldFixes(told, mend(here, all, 'all'), here);
		const ofKind = (code: string) => {
			const isMany = all.filter((one) => one.code === code && one.fix && told.as(one)).length > 1;
			if (!isMany) return [];
			if (client.resolvesEdits) return [fixKindLater(document, code, language)];
			const alikes = alike(code, all).filter(({ diagnostic }) => told.as(diagnostic));
			return fixKind(document, code, alikes, language);
		};
		return [
			...fixes.map((fix) => quickFix(document, fix, language, fix.elsewhere === undefined ? document : (beside?.(fix.elsewhere) ?? document))),
			...codesOf(fixes).flatMap(ofKind),
			// They are comments.
			...(isJson(document) ? [] : ignoreFixes(documents, told.faults, here)).map((fix) => ignoreFix(document, fix, language)),
		];
	}

	function everywhere(document: TextDocument, { found: { documents, found, settings }, mend, judge }: Mending): readonly TriedFix[] {
		const [text, all] = [document.getText(), found()];
		const told = toldOf(documents, all, settings.severity);
		const wanted = mend({ start: 0, end: text.length }, all, 'certain').filter(
			({ diagnostic, isPreferred }) => isPreferred && diagnostic.severity === 'error' && told.as(diagnostic),
		);
		return together(text, wanted, all, judge);
	}

	/** Wider than the line at the cursor only where somebody asks for refactorings by name. */
	function refactored(document: TextDocument, { file, settings, judged }: OpenFile, here: Range, only: readonly CodeActionKind[] | undefined) {
		const asked = only?.some((kind) => contains(kind, CodeActionKind.Refactor) || contains(CodeActionKind.Refactor, kind)) ?? false;
		// What they write is YAML, with tab stops.
		if ((only && !asked) || isJson(document)) return [];
		return refactorings(file, here, asked, settings.version, judged).flatMap(({ title, kind, edits }) => {
			const named: CodeActionKind = `${CodeActionKind.Refactor}.${kind}`;
			if (only && !only.some((one) => contains(one, named))) return [];
			return toCodeAction(inOneLanguage(title, settings.language), named, toInsertingEdit(document, edits, client), client);
		});
	}

	function quickFix(document: TextDocument, { diagnostic, title, edits, isPreferred, isProposal }: TriedFix, language: Language, changed: Edited) {
		const more = { diagnostics: [toDiagnostic(document, diagnostic, language, client)], isPreferred };
		const edit =
			isProposal && client.snippetEdits && changed === document
				? toInsertingEdit(
						document,
						edits.map((one) => withStops(document.getText(), one)),
						client,
					)
				: toWorkspaceEdit(changed, edits, client);
		return toCodeAction(inOneLanguage(title, language), CodeActionKind.QuickFix, edit, client, more);
	}

	/** It resolves nothing, so it belongs to no diagnostic: editors list it behind what mends. */
	function ignoreFix(document: TextDocument, { title, edit }: IgnoreFix, language: Language) {
		const more = { diagnostics: [] };
		return toCodeAction(inOneLanguage(title, language), CodeActionKind.QuickFix, toWorkspaceEdit(document, [edit], client), client, more);
	}

	/** All of a kind in the file, where there are several. */
	function fixKind(document: TextDocument, code: string, fixes: readonly TriedFix[], language: Language) {
		if (fixes.length < 2) return [];
		const edits = editsOf(fixes);
		const title = { en: `Fix all ${fixes.length} of ${code} in this file`, ko: `이 파일의 ${code} ${fixes.length}건 모두 고치기` };
		const more = { diagnostics: fixes.map(({ diagnostic }) => toDiagnostic(document, diagnostic, language, client)) };
		return [toCodeAction(inOneLanguage(title, language), CodeActionKind.QuickFix, toWorkspaceEdit(document, edits, client), client, more)];
	}

	/** The same where it is looked for once somebody wants it: each of them is tried. */
	function fixKindLater(document: TextDocument, code: string, language: Language): CodeAction {
		const title = { en: `Fix all of ${code} in this file`, ko: `이 파일의 ${code} 모두 고치기` };
		return { title: inOneLanguage(title, language), kind: CodeActionKind.QuickFix, data: { uri: document.uri, code } satisfies OfKind };
	}

	function fixAll(document: TextDocument, fixes: readonly TriedFix[], language: Language) {
		const edits = editsOf(fixes);
		const title = { en: "Apply all of Peapod's fixes", ko: 'Peapod의 수정 모두 적용' };
		return edits.length > 0 ? [toCodeAction(inOneLanguage(title, language), FIX_ALL, toWorkspaceEdit(document, edits, client), client)] : [];
	}

	if (client.fixes !== 'commands') return;
	answering.answer(ExecuteCommandRequest.type, async ({ command, arguments: given }) => {
		const edit: unknown = given?.[0];
		if (command !== APPLY_FIX || typeof edit !== 'object' || edit === null) throw invalid('command');
		const { applied, failureReason } = await connection.sendRequest(ApplyWorkspaceEditRequest.type, edit as ApplyWorkspaceEditParams);
		if (!applied) connection.console.warn(`The editor did not apply a fix: ${failureReason ?? 'it gives no reason'}`);
		return null;
	});
}

/** What a fix of all of a kind is made of once it is wanted. */
interface OfKind {
	readonly uri: string;
	readonly code: string;
}

/** What is wrong with a file, and how it is mended. */
interface Mending {
	readonly found: Found;
	readonly judge: (text: string) => readonly Diagnostic[];
	readonly beside?: OpenFile['beside'];
	readonly mend: (within: Range, found: readonly Diagnostic[], asked: Asked) => readonly TriedFix[];
	/** All of a kind, as far as they go together. */
	readonly alike: (code: string, found: readonly Diagnostic[]) => readonly TriedFix[];
}

function inFile(document: TextDocument, open: OpenFile): Mending {
	const { file, settings } = open;
	const kept = (fixes: readonly TriedFix[]): readonly TriedFix[] => fixes.filter((one) => one.elsewhere !== undefined || staysJson(document, one.edits));
	const judge = (changed: string): readonly Diagnostic[] => diagnose(read(changed, undefined, file.around), settings.version);
	const mend = (within: Range, found: readonly Diagnostic[], asked: Asked): readonly TriedFix[] => {
		const own = found.filter(({ isBuilt }) => !isBuilt);
		const built = found.filter((one) => one.isBuilt && meet(one.range, within)).slice(0, MOST_BUILT);
		const plain = fixesIn(file, within, own, settings.version, asked);
		return kept([
			...(asked === 'all' ? plain.filter((fix, index) => index >= MOST_BUILT || (open.isTakenBuilt?.(fix) ?? true)) : plain),
			...(asked === 'all' ? securityFixesIn(file, within, own, settings.podSecurity, settings.version) : []),
			...(asked === 'all' ? once(built.flatMap((one) => open.mendedBuilt?.(one) ?? [])) : []),
		]);
	};
	return { found: inManifests(open), judge, beside: open.beside, mend, alike: (code, found) => kept(alikeIn(file, code, found, settings.version, judge)) };
}

function inScenarioFile(scenario: OpenScenario): Mending {
	const { text, settings, beside } = scenario;
	const judge = (changed: string): readonly Diagnostic[] => diagnoseScenario(changed, settings.language, beside);
	const mend = (within: Range, found: readonly Diagnostic[]): readonly TriedFix[] => fixesInText(text, within, found, judge);
	return { found: inScenario(scenario), judge, mend, alike: (code, found) => alikeInText(text, code, found, judge) };
}

const editsOf = (fixes: readonly TriedFix[]): readonly Edit[] => fixes.flatMap(({ edits }) => edits).sort((a, b) => a.range.start - b.range.start);

/** Each of them is built with. */
const MOST_BUILT = 8;

/** What may be mended everywhere at once; a line has no more kinds. */
const MOST_KINDS = 2;
const codesOf = (fixes: readonly TriedFix[]): readonly string[] =>
	[...new Set(fixes.flatMap(({ diagnostic, isPreferred }) => (isPreferred ? diagnostic.code : [])))].slice(0, MOST_KINDS);

/** A kind contains those that begin with it: `source` has `source.fixAll` in it, `quick` has not `quickfix`. */
const contains = (kind: CodeActionKind, one: CodeActionKind): boolean => kind === '' || one === kind || String(one).startsWith(`${kind}.`);

/** Diagnostics of a file, in the protocol's words; none where it is not open. */
export function faultsOf({ on, client }: Pick<Session, 'on' | 'client'>, uri: string): Promise<LspDiagnostic[]> {
	const told = (document: TextDocument, { documents, found, settings }: Found) =>
		toldOf(documents, found(), settings.severity).diagnostics.map((fault) => toDiagnostic(document, fault, settings.language, client));
	return on<LspDiagnostic[]>(
		uri,
		[],
		(document, open) => told(document, inManifests(open)),
		(document, scenario) => told(document, inScenario(scenario)),
	);
}

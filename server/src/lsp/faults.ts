import {
	type ApplyWorkspaceEditParams,
	ApplyWorkspaceEditRequest,
	type CodeAction,
	CodeActionKind,
	CodeActionRequest,
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
import { fixesIn, fixesInText, type TriedFix } from '../features/diagnose/fixes';
import { securityDiagnostics } from '../features/diagnose/pod-security';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import type { Language } from '../protocol/text';
import type { Edit } from '../yaml/edit';
import type { Range } from '../yaml/node';
import { invalid } from './answering';
import { APPLY_FIX, inOneLanguage, offsetsOf, toCodeAction, toDiagnostic, toWorkspaceEdit } from './convert';
import type { OpenFile } from './manifests';
import type { OpenScenario } from './scenarios';
import type { Session } from './session';

/** What mends a whole file at once, as on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.peapod`;

/** Diagnostics, and what mends them. */
export function registerFaults(session: Session): void {
	const { answering, client, connection, on } = session;

	answering.answer(
		DocumentDiagnosticRequest.type,
		async ({ textDocument }): Promise<DocumentDiagnosticReport> => ({
			kind: DocumentDiagnosticReportKind.Full,
			items: await faultsOf(session, textDocument?.uri),
		}),
	);

	answering.answer(CodeActionRequest.type, ({ textDocument, range, context }) => {
		if (client.fixes === 'none') return [];
		if (context?.only !== undefined && !Array.isArray(context.only)) throw invalid('context.only');
		const isWanted = (kind: CodeActionKind): boolean => context?.only?.some((only) => contains(only, kind)) ?? kind === CodeActionKind.QuickFix;
		const offered = (document: TextDocument, language: Language, mending: (within: Range) => readonly TriedFix[]) => {
			const here = offsetsOf(document, range);
			return [
				...(isWanted(CodeActionKind.QuickFix) ? mending(here).map((fix) => quickFix(document, fix, language)) : []),
				...(isWanted(FIX_ALL) ? fixAll(document, mending({ start: 0, end: document.getText().length }), language) : []),
			];
		};
		return on<(CodeAction | Command)[]>(
			textDocument?.uri,
			[],
			(document, open) => offered(document, open.settings.language, (within) => fixesIn(open.file, within, inManifests(open), open.settings.version)),
			(document, scenario) => {
				const { text, settings, beside } = scenario;
				const judge = (changed: string): readonly Diagnostic[] => diagnoseScenario(changed, settings.language, beside);
				return offered(document, settings.language, (within) => fixesInText(text, within, inScenario(scenario), judge));
			},
		);
	});

	function quickFix(document: TextDocument, { diagnostic, title, edits }: TriedFix, language: Language) {
		const more = { diagnostics: [toDiagnostic(document, diagnostic, language, client)], isPreferred: true };
		return toCodeAction(inOneLanguage(title, language), CodeActionKind.QuickFix, toWorkspaceEdit(document, edits, client), client, more);
	}

	function fixAll(document: TextDocument, fixes: readonly TriedFix[], language: Language) {
		const edits = together(fixes.flatMap((fix) => (fix.diagnostic.severity === 'error' ? [fix.edits] : [])));
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

/** A kind contains those that begin with it: `source` has `source.fixAll` in it, `quick` has not `quickfix`. */
const contains = (kind: CodeActionKind, one: CodeActionKind): boolean => kind === '' || one === kind || one.startsWith(`${kind}.`);

/** The edits of fixes that leave one another alone, in the order of the file; of two that meet, the first. */
function together(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
	const kept: Edit[] = [];
	const meets = (edit: Edit): boolean => kept.some(({ range }) => range.start <= edit.range.end && edit.range.start <= range.end);
	for (const edits of fixes) if (!edits.some(meets)) kept.push(...edits);
	return kept.sort((a, b) => a.range.start - b.range.start);
}

const inManifests = ({ file, settings, judged }: OpenFile): readonly Diagnostic[] => [
	...diagnose(file, settings.version, judged),
	...securityDiagnostics(file, settings.podSecurity, judged),
];

const inScenario = ({ text, settings, beside }: OpenScenario): readonly Diagnostic[] => diagnoseScenario(text, settings.language, beside);

/** Diagnostics of a file, in the protocol's words; none where it is not open. */
export function faultsOf({ on, client }: Pick<Session, 'on' | 'client'>, uri: string): Promise<LspDiagnostic[]> {
	const told = (document: TextDocument, found: readonly Diagnostic[], language: Language) =>
		found.map((fault) => toDiagnostic(document, fault, language, client));
	return on<LspDiagnostic[]>(
		uri,
		[],
		(document, open) => told(document, inManifests(open), open.settings.language),
		(document, scenario) => told(document, inScenario(scenario), scenario.settings.language),
	);
}

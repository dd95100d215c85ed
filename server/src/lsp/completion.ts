import { type CompletionList, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { complete } from '../features/complete/complete';
import { completeScenario } from '../features/scenario/complete-scenario';
import { offsetAt } from './convert';
import { completionList, resolved } from './convert-completion';
import type { Session } from './session';

/** What may be written at the cursor. */
export function registerCompletion({ answering, client, on, known }: Session): void {
	answering.answer(CompletionRequest.type, ({ textDocument, position }) =>
		on<CompletionList | null>(
			textDocument?.uri,
			null,
			(document, { file, settings }) => {
				const offers = complete(document.getText(), file, offsetAt(document, position), { ...settings, known });
				return completionList(document, offers, settings.language, client);
			},
			(document, { text, settings, beside }) => {
				const offers = completeScenario(text, offsetAt(document, position), settings.language, beside);
				return completionList(document, offers, settings.language, client);
			},
		),
	);
	answering.answer(CompletionResolveRequest.type, (item) => resolved(item, client));
}

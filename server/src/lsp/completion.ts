import { type CompletionList, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { rootAt } from '../features/built/build-file';
import { completeBuildFile } from '../features/built/complete-build-file';
import { complete } from '../features/complete/complete';
import { completeComment } from '../features/complete/ignore-comment';
import { namesIn } from '../features/navigate/known-names';
import { completeScenario } from '../features/scenario/complete-scenario';
import { offsetAt } from './convert';
import { completionList, resolved } from './convert-completion';
import { type Found, inManifests, inScenario } from './found';
import { isInString, isJson } from './json-text';
import type { Session } from './session';
import { plain } from './workspace';

/** What may be written at the cursor. */
export function registerCompletion({ answering, client, on, names, overlays, chartHelp }: Session): void {
	answering.answer(CompletionRequest.type, ({ textDocument, position, context }) =>
		on<CompletionList | null>(
			textDocument?.uri,
			null,
			(document, open) => {
				const { file, settings } = open;
				const offset = offsetAt(document, position);
				if (isJson(document) && !isInString(document, offset)) return null;
				const known = () => namesIn(names(document.uri).documents());
				const text = document.getText();
				const root = rootAt(file, offset);
				const inTemplate = chartHelp.complete(document, offset, settings);
				// Outside of actions these signs begin nothing.
				if (!inTemplate && /^[.$]$/.test(context?.triggerCharacter ?? '')) return null;
				const offers =
					inTemplate ??
					inComment(offset, inManifests(open)) ??
					(root
						? completeBuildFile(text, offset, root, settings.language, overlays.pathsFor(plain(document.uri)))
						: complete(text, file, offset, { ...settings, known }));
				return completionList(document, offers, settings.language, client);
			},
			(document, scenario) => {
				const { text, settings, beside } = scenario;
				const offset = offsetAt(document, position);
				const offers = inComment(offset, inScenario(scenario)) ?? completeScenario(text, offset, settings.language, beside, settings.version);
				return completionList(document, offers, settings.language, client);
			},
		),
	);
	answering.answer(CompletionResolveRequest.type, (item) => resolved(item, client));
}

const inComment = (offset: number, { documents, found }: Found) => completeComment(documents, offset, found);

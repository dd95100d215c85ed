import {
	DocumentLinkRequest,
	DocumentSymbolRequest,
	type SelectionRange,
	SelectionRangeRequest,
	type SymbolInformation,
	WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentLinks } from '../features/navigate/document-links';
import { outline } from '../features/navigate/outline';
import { selectionRanges } from '../features/navigate/selection-ranges';
import { workspaceSymbols } from '../features/navigate/workspace-symbols';
import { BUILT, VALUES_FILES } from '../protocol/requests';
import { invalid } from './answering';
import { inOneLanguage, offsetAt, rangeIn, SYMBOLS, toRange, toSymbol, toSymbolInformation } from './convert';
import type { Session } from './session';
import { plain } from './workspace';

/** What there is in a file, and in the workspace; what leads out of it. */
export function registerPlaces({ answering, client, on, names, overlays, shownCharts, settingsOf }: Session): void {
	answering.answer(DocumentSymbolRequest.type, ({ textDocument }) =>
		on(textDocument?.uri, [], (document, { file }) =>
			client.symbols === 'nested'
				? outline(file).map((symbol) => toSymbol(document, symbol))
				: outline(file).flatMap((symbol) => toSymbolInformation(document, symbol)),
		),
	);

	answering.answer(WorkspaceSymbolRequest.type, ({ query }): SymbolInformation[] => {
		if (typeof query !== 'string') throw invalid('query');
		return workspaceSymbols(names(), query).map(({ name, file, range, namespace }) => ({
			name,
			kind: SYMBOLS.object,
			location: { uri: file.uri, range: rangeIn(file, range) },
			...(namespace === undefined ? {} : { containerName: namespace }),
		}));
	});

	answering.answer(DocumentLinkRequest.type, ({ textDocument }) =>
		on(textDocument?.uri, [], (document, { file, settings: { language } }) => [
			...overlays.links(plain(document.uri)).map(({ range, uri }) => ({ range: toRange(document, range), target: uri })),
			...documentLinks(file).map(({ range, target, tooltip }) => ({
				range: toRange(document, range),
				target: inOneLanguage(target, language),
				...(client.linkTooltips ? { tooltip: inOneLanguage(tooltip, language) } : {}),
			})),
		]),
	);

	answering.answer(BUILT, async ({ uri, folder, isFormer }) => {
		if (typeof uri !== 'string') throw invalid('uri');
		const [from, settings] = [typeof folder === 'string' ? plain(folder) : undefined, await settingsOf(uri)];
		if (isFormer) {
			if (from === undefined) return null;
			return (await (shownCharts.isOfChart(from) ? shownCharts.former(from, settings) : overlays.former(from))) ?? null;
		}
		return (await overlays.whole(plain(uri), from, settings)) ?? (await shownCharts.whole(from ?? plain(uri), settings)) ?? null;
	});

	answering.answer(VALUES_FILES, async ({ uri }) => {
		if (typeof uri !== 'string') throw invalid('uri');
		return (await shownCharts.valuesFiles(plain(uri), await settingsOf(uri))) ?? null;
	});

	answering.answer(SelectionRangeRequest.type, ({ textDocument, positions }) =>
		on(textDocument?.uri, [], (document, { file }) => {
			if (!Array.isArray(positions)) throw invalid('positions');
			return positions.map((position) => {
				const offset = offsetAt(document, position);
				const found = file.silent ? [{ start: 0, end: document.getText().length }] : selectionRanges(file, offset);
				return nested(document, found);
			});
		}),
	);
}

/** Ranges from the innermost outward, each as the parent of the one before. */
function nested(document: TextDocument, ranges: readonly Parameters<typeof toRange>[1][]): SelectionRange {
	const [outermost, ...inner] = ranges.toReversed();
	const whole: SelectionRange = { range: toRange(document, outermost ?? { start: 0, end: document.getText().length }) };
	return inner.reduce<SelectionRange>((parent, range) => ({ range: toRange(document, range), parent }), whole);
}

import { type CodeLens, CodeLensRequest, HoverRequest, InlayHintRequest, type Hover as LspHover } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { differingFrom } from '../features/apply/pairs';
import { rootAt } from '../features/built/build-file';
import { hoverBuildFile } from '../features/built/hover-build-file';
import { testLens } from '../features/expect/lens';
import { hints } from '../features/hints/hints';
import { type Hover, hover } from '../features/hover/hover';
import { hoverComment } from '../features/hover/ignore-comment';
import { lenses } from '../features/life/lenses';
import { pointsTo } from '../features/navigate/points-to';
import { particle } from '../features/particle';
import { hoverScenario } from '../features/scenario/hover-scenario';
import { whyLenses } from '../features/why/lenses';
import { printedAt } from '../features/why/printed-at';
import { whyAt } from '../features/why/why-at';
import { EXPLAIN_WHY, OPEN_PANEL, PREVIEW_APPLY, RUN_TESTS, SHOW_BUILT, TRY_FIX } from '../protocol/requests';
import type { Bilingual } from '../protocol/text';
import type { Range } from '../yaml/node';
import { inOneLanguage, offsetAt, offsetsOf, toMarkup, toRange } from './convert';
import { type Found, inManifests, inScenario } from './found';
import { livedOf } from './manifests';
import type { Session } from './session';
import { plain } from './workspace';

/** What a file says without being asked for anything in particular: words, facts behind the lines. */
export function registerWords({ answering, client, on, names, overlays, charts, chartHelp }: Session): void {
	answering.answer(HoverRequest.type, ({ textDocument, position }) => {
		const shown = (document: TextDocument, found: Hover | undefined): LspHover | null =>
			found ? { contents: toMarkup(found.markdown, client.hover), range: toRange(document, found.range) } : null;
		const ofComment = (offset: number, { documents, found, settings }: Found) => hoverComment(documents, offset, found, settings.language);
		return on(
			textDocument?.uri,
			null,
			(document, open) => {
				const offset = offsetAt(document, position);
				const workspace = names(document.uri);
				const own = open.file.silent ? undefined : workspace.fileAt(document.uri);
				const named = own && pointsTo(workspace, own, offset);
				const pointed = own && (named ?? whyAt(open.file, offset));
				const { settings, file, judged } = open;
				const root = rootAt(file, offset);
				const ofBuildFile = root && hoverBuildFile(document.getText(), offset, root, settings.language, named);
				return shown(
					document,
					chartHelp.hover(document, offset, settings) ??
						ofComment(offset, inManifests(open)) ??
						ofBuildFile ??
						hover(file, offset, { ...settings, searches: client.commands.size > 0 }, judged, pointed) ??
						printedAt(file.text, offset, settings.language),
				);
			},
			(document, scenario) => {
				const { text, settings, beside } = scenario;
				const offset = offsetAt(document, position);
				return shown(document, ofComment(offset, inScenario(scenario)) ?? hoverScenario(text, offset, settings.language, beside, settings.version));
			},
		);
	});

	answering.answer(InlayHintRequest.type, ({ textDocument, range }) =>
		on(textDocument?.uri, [], (document, { file, settings, judged }) => {
			const { start, end } = offsetsOf(document, range);
			const options = { kinds: settings.hints, version: settings.version, now: Date.now(), zone: timeZone() };
			const inside = hints(file, judged, options).filter(({ offset }) => start <= offset && offset <= end);
			return inside.map(({ offset, label, whole }) => {
				const shown = inOneLanguage(label, settings.language);
				const all = inOneLanguage(whole, settings.language);
				return { position: document.positionAt(offset), label: shown, paddingLeft: true, ...(all !== shown && { tooltip: all }) };
			});
		}),
	);

	answering.answer(CodeLensRequest.type, ({ textDocument }) =>
		on<CodeLens[]>(
			textDocument?.uri,
			[],
			(document, open) => {
				const { file, settings, former } = open;
				if (!settings.codeLens) return [];
				const lived = livedOf(open);
				const lens = (range: Range, title: Bilingual, command: string, ...more: readonly unknown[]): CodeLens[] =>
					client.commands.has(command)
						? [{ range: toRange(document, range), command: { title: inOneLanguage(title, settings.language), command, arguments: [document.uri, ...more] } }]
						: [];
				const [life, apply, why, fix] = [
					lived.overlay === undefined ? LIFE : lifeIn(lived.overlay),
					{ en: 'What will applying this do?', ko: '적용하면 어떻게 될까?' },
					{ en: 'Why is it in this state?', ko: '왜 이런 상태인가?' },
					{ en: 'What if I fix it?', ko: '고치면 어떻게 될까?' },
				];
				const values = charts.valuesOf(plain(document.uri), settings);
				const [made, reached] = overlays.isRoot(plain(document.uri)) ? [BUILDS] : [renderedWith(values), reachedBy(overlays.named(plain(document.uri)))];
				const title = (client.commands.has(SHOW_BUILT) ? made : undefined) ?? (client.commands.size > 0 ? reached : undefined);
				// Where nothing can be shown it only tells.
				const shows = client.commands.has(SHOW_BUILT) ? { command: SHOW_BUILT, arguments: [document.uri] } : { command: '' };
				const told: CodeLens[] = title ? [{ range: toRange(document, BEGINNING), command: { title: inOneLanguage(title, settings.language), ...shows } }] : [];
				// A chart is applied as a whole.
				const differing = !former || former.text === file.text ? [] : values === undefined ? differingFrom(former, file) : [BEGINNING];
				return [
					...told,
					...lenses(lived.file).flatMap(({ range, index }) => lens(lived.placed(range), life, OPEN_PANEL, index)),
					...differing.flatMap((range) => lens(range, apply, PREVIEW_APPLY)),
					...whyLenses(file).flatMap(({ range, live }) => [
						...lens(range, why, EXPLAIN_WHY, live),
						...(live.kind === undefined ? lens(range, fix, TRY_FIX, live) : []),
					]),
				];
			},
			(document, { text, settings, beside }) => {
				if (!settings.codeLens || !client.commands.has(RUN_TESTS)) return [];
				const lens = testLens(text, document.uri, beside, settings.version);
				const command = lens && { title: inOneLanguage(lens.title, settings.language), command: RUN_TESTS, arguments: [document.uri] };
				return lens && command ? [{ range: toRange(document, lens.range), command }] : [];
			},
		),
	);
}

const BEGINNING: Range = { start: 0, end: 0 };

const LIFE: Bilingual = { en: 'Play this pod’s life', ko: '이 파드의 일생 보기' };
const lifeIn = (overlay: string): Bilingual => ({ en: `Play this pod’s life in ${overlay}`, ko: `${overlay}에서 이 파드의 일생 보기` });

/** So many overlays are named. */
const MOST_NAMED = 3;

function reachedBy(names: readonly string[]): Bilingual | undefined {
	if (names.length === 0) return undefined;
	const shown = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');
	return {
		en: `Reached by ${names.length === 1 ? 'one overlay' : `${names.length} overlays`}: ${shown}`,
		ko: `이 파일을 쓰는 오버레이 ${names.length}개: ${shown}`,
	};
}

const BUILDS: Bilingual = { en: 'What this overlay builds', ko: '이 오버레이의 빌드 결과 보기' };
const renderedWith = (values: string | undefined): Bilingual | undefined =>
	values === undefined ? undefined : { en: `What this renders to with ${values}`, ko: `${values}${particle(values, '으로/로')} 렌더링한 결과 보기` };

/** That of the machine the server runs on: no editor tells another. */
const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

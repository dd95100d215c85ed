import {
	CodeLensRefreshRequest,
	type Connection,
	DiagnosticRefreshRequest,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Workspace as NamedWorkspace } from '../features/navigate/workspace';
import { type Around, BUILT, isSurrounding, RENDERED } from '../manifest/around';
import { STATUS_CHANGED } from '../protocol/requests';
import { isScenario } from '../protocol/scenario-files';
import { type Answering, invalid, within } from './answering';
import { ChartHelp } from './chart-help';
import { RenderedCharts } from './charts';
import type { Client } from './client';
import { Documents } from './documents';
import { faultsOf } from './faults';
import { Formers } from './formers';
import { Manifests } from './manifests';
import { BuiltOverlays } from './overlays';
import { Progress, READS_FOLDERS } from './progress';
import { PushedDiagnostics } from './pushed-diagnostics';
import { ReadTexts, shownFrom, type Texts } from './read-texts';
import { NO_STAGE, playedOn, Stages } from './scenarios';
import type { On, Session } from './session';
import { type Settings, SettingsByFile } from './settings';
import { ShownCharts } from './shown-charts';
import { type Disk, isIn, plain, WATCHERS, Workspace } from './workspace';

/** From initialize on: the state of the server, and who is told of its changes. */
export function openSession(connection: Connection, answering: Answering, client: Client, disk: Disk | undefined): Session {
	const progress = new Progress(connection, client);
	answering.progress = progress;
	const manifests = new Manifests();
	const settings = new SettingsByFile(
		connection,
		client,
		() => workspace.folders,
		() => refreshAll(),
	);
	const settingsOf = (uri: string): Promise<Settings> => settings.of(uri, uri === '' || documents.get(uri) !== undefined);
	const workspace = new Workspace(
		answering,
		client,
		disk,
		(uri) => {
			const file = plain(uri);
			texts.forget(file);
			charts.forget(file);
			moved(uri);
			if (!drafts.has(file) && (charts.isMadeOf(file) || overlays.isMadeOf(file))) surroundingsMoved('built');
		},
		() => surroundingsMoved(),
	);
	const source: Texts = {
		known: (file) => drafts.get(file)?.getText() ?? workspace.textOf(file),
		read: (files, late) => workspace.readFiles(files.map(encodeURI), { late }),
		readFormer: (files) => workspace.readFiles(files.map(encodeURI), { isFormer: true }),
		kustomizations: () => workspace.kustomizations(),
		files: () => [...drafts.keys(), ...workspace.named([]).map(({ uri }) => plain(uri))],
		uriOf: (file) => drafts.get(file)?.uri ?? encodeURI(file),
		versionOf: (file) => drafts.get(file)?.version ?? null,
		folderOf: (file) => workspace.folders.map(plain).find((folder) => isIn(file, folder)) ?? '',
	};
	const texts = new ReadTexts(source, () => tellAnew());
	const overlays = new BuiltOverlays(source, texts);
	const charts = new RenderedCharts(
		{
			charts: () => workspace.charts(),
			list: async (folder, late) => (await workspace.listFiles(encodeURI(folder), { late: (uris) => late(uris.map(plain)) }))?.map(plain),
			listFormer: async (folder) => (await workspace.listFiles(encodeURI(folder), { isFormer: true }))?.map(plain),
			folderOf: source.folderOf,
			open: () => drafts,
		},
		texts,
		() => tellAnew(),
	);
	const chartHelp = new ChartHelp(charts, texts);
	/** Whether an overlay or a chart is made of a file. */
	const isPart = (file: string): boolean => overlays.reaching(file).length > 0 || charts.chartOf(file) !== undefined;
	/** Open files by plain URIs. */
	const drafts = new Map<string, TextDocument>();
	const formers = new Formers(answering, (uri) => {
		pushed?.soon(uri, 'edited');
		askForDiagnostics();
		askForLenses();
	});
	const documents = new Documents(answering, {
		changed: (document, how) => {
			if (how === 'opened') formers.opened(document);
			pushed?.soon(document.uri, how);
			drafts.set(plain(document.uri), document);
			if (workspace.has(document.uri)) workspace.drafted(document.uri, document.getText());
			// What is said of other files that are open may hang on it.
			if (pushed && how === 'edited' && isPart(plain(document.uri))) pushed.others(document.uri);
			if (how === 'opened') {
				charts.forget(plain(document.uri));
				toldElsewhere(document.uri);
			}
			moved(document.uri);
		},
		closed: ({ uri }) => {
			manifests.forget(uri);
			formers.forget(uri);
			settings.forget(uri);
			pushed?.clear(uri);
			drafts.delete(plain(uri));
			texts.forget(plain(uri));
			charts.forget(plain(uri));
			stages.forget(uri);
			toldElsewhere(uri);
			workspace.drafted(uri);
			moved(uri);
			// A draft may have been dropped.
			void workspace.look(uri);
		},
	});

	const stages = new Stages(documents, workspace, overlays, charts);
	const shownCharts = new ShownCharts(charts, texts);
	/** What is around an open file; what is shown of overlays and charts is no file. */
	const around = (uri: string): Around => {
		const from = shownFrom(plain(uri));
		if (from === undefined) return workspace.around(uri);
		return shownCharts.isOfChart(from) ? RENDERED : BUILT;
	};

	const on: On = async (uri, otherwise, answer, ofScenario) => {
		if (typeof uri !== 'string') throw invalid('textDocument.uri');
		if (!documents.get(uri) || (isScenario(uri) && !ofScenario)) return otherwise;
		const set = await settingsOf(uri);
		const stage = ofScenario && isScenario(uri) ? await stages.of(uri, documents.get(uri)?.getText() ?? '', set) : NO_STAGE;
		// Looked up at the end: meanwhile it may have been closed, or opened anew.
		const document = documents.get(uri);
		if (!document) return otherwise;
		return ofScenario && isScenario(uri) && !set.isIgnored
			? ofScenario(document, { text: document.getText(), settings: set, ...stage })
			: answer(document, {
					...manifests.of(document, set, { around: around(uri), former: (as) => formers.of(uri, as) }),
					rendered: () => charts.template(plain(uri), set),
					mendedBuilt: (fault) => [...charts.mended(plain(uri), fault, set, formers.textOf(uri)), ...overlays.mended(plain(uri), fault, set)],
					isTakenBuilt: (fix) => overlays.takes(plain(uri), fix, set),
					beside: (file) => texts.edited(file),
					overlaid: () => overlays.lived(plain(uri), set),
					asBuilt: (plainly) => [...charts.found(plain(uri), overlays.found(plain(uri), plainly, set), set), ...chartHelp.hints(document, set)],
				});
	};

	// Whoever asks for diagnostics is asked to ask again; the others are told.
	const pushed = client.diagnostics.pulls
		? undefined
		: new PushedDiagnostics(connection, documents, client.diagnostics.versions, (uri) => faultsOf({ on, client }, uri));
	const askForDiagnostics = (): void => {
		if (client.diagnostics.refreshes) askAgain(connection, DiagnosticRefreshRequest.method);
	};
	const askForLenses = (): void => {
		if (client.refreshes.lenses) askAgain(connection, CodeLensRefreshRequest.method);
	};
	const refreshAll = (): void => {
		askForDiagnostics();
		pushed?.all();
		if (client.refreshes.hints) askAgain(connection, InlayHintRefreshRequest.method);
		askForLenses();
	};
	const tellAnew = (): void => {
		refreshAll();
		// Only a client of ours asks for it.
		if (client.readsFiles) void connection.sendNotification(STATUS_CHANGED.method, null).catch(() => undefined);
	};
	/** What was typed in a file of a chart is told in the others that are open as long as it is not: it was opened, or closed. */
	const toldElsewhere = (uri: string): void => {
		if (!documents.uris().some((one) => one !== uri) || charts.chartOf(plain(uri)) === undefined) return;
		pushed?.others(uri);
		askForDiagnostics();
	};
	// What is said of a scenario may change with its manifest: in the editor, when its draft is dropped, and on the disk.
	const moved = (uri: string): void => {
		const { ofBuilt } = stages;
		// Each file of a folder that is opened comes by here, most often with no such scenario open.
		const mayBuild = ofBuilt.length > 0 && (isSurrounding(plain(uri)) || isPart(plain(uri)));
		const scenarios = [...playedOn(uri, documents), ...(mayBuild ? ofBuilt : [])];
		if (scenarios.length === 0) return;
		askForDiagnostics();
		askForLenses();
		for (const scenario of scenarios) pushed?.soon(scenario, 'edited');
	};
	// They come by the hundred when a folder is opened: what is open is looked at once they rest.
	let resting: ReturnType<typeof setTimeout> | undefined;
	/** What is open and rendered by a chart, as far as was known last. */
	let rendered = '';
	/** What is built was made of a file that is another one now, and that no editor has. */
	let isBuiltOtherwise = false;
	const surroundingsMoved = (what?: 'built'): void => {
		isBuiltOtherwise ||= what === 'built';
		clearTimeout(resting);
		resting = setTimeout(() => {
			const isRendered = documents.uris().filter((uri) => charts.chartOf(plain(uri)) !== undefined);
			const isTold = isBuiltOtherwise || stages.ofBuilt.length > 0 || isRendered.join() !== rendered;
			if (!isTold && !documents.uris().some((uri) => manifests.isStale(uri, around(uri)))) return;
			rendered = isRendered.join();
			isBuiltOtherwise = false;
			tellAnew();
		}, SURROUNDINGS_REST);
	};
	answering.hear(DidChangeConfigurationNotification.type, (params) => {
		settings.push(params.settings);
		refreshAll();
	});

	let lastNames: NamedWorkspace | undefined;
	const names = (asked?: string): NamedWorkspace => {
		const open = documents.uris().flatMap((uri) => (isScenario(uri) || !(uri === asked || workspace.has(uri)) ? [] : (documents.get(uri) ?? [])));
		const files = [...open.map((document) => manifests.named(document, around(document.uri))), ...workspace.named(documents.uris())];
		// Between two keystrokes many things are asked of the same names.
		if (lastNames && files.length === lastNames.files.length && files.every((file, i) => file === lastNames?.files[i])) return lastNames;
		lastNames = new NamedWorkspace(files);
		return lastNames;
	};
	/** While the folders that are open are looked at. */
	let beginning: Promise<void> | undefined;
	const begin = async (): Promise<void> => {
		askToTell(connection, client);
		beginning = progress.during(workspace.begin(), READS_FOLDERS);
		await beginning;
		beginning = undefined;
	};
	const settled = async (uri: string): Promise<void> => {
		if (beginning) await within(LONGEST_WAIT, beginning);
		if (!isPart(plain(uri))) return;
		const set = await settingsOf(uri);
		await within(LONGEST_WAIT, Promise.all([charts.ready(plain(uri), set), overlays.ready(plain(uri), set)]));
	};
	return { connection, answering, client, on, names, overlays, charts, shownCharts, chartHelp, stages, settingsOf, settled, begin };
}

/** In milliseconds. */
const SURROUNDINGS_REST = 30;
const LONGEST_WAIT = 1000;

/** A client that is going away does not answer; nobody waits for it. */
const askAgain = (connection: Connection, method: string): void => void connection.sendRequest(method).catch(() => undefined);

/** Registers for what a client tells only those who ask. Without its consent things go on as they are. */
function askToTell({ client: remote, console: log }: Connection, { configuration, registersWatchers, readsFiles }: Client): void {
	const registrations = [
		...(configuration.registers ? [remote.register(DidChangeConfigurationNotification.type, { section: 'peapod' })] : []),
		...(registersWatchers && !readsFiles ? [remote.register(DidChangeWatchedFilesNotification.type, WATCHERS)] : []),
	];
	for (const one of registrations) one.catch((error: unknown) => log.warn(`A registration failed: ${String(error)}`));
}

import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../features/navigate/workspace';
import type { Answering } from './answering';
import type { ChartHelp } from './chart-help';
import type { RenderedCharts } from './charts';
import type { Client } from './client';
import type { OpenFile } from './manifests';
import type { BuiltOverlays } from './overlays';
import type { OpenScenario, Stages } from './scenarios';
import type { Settings } from './settings';
import type { ShownCharts } from './shown-charts';

/** Runs a feature on an open file, or its sister on a scenario; where there is none the answer is `otherwise`. */
export type On = <T>(
	uri: string,
	otherwise: T,
	answer: (document: TextDocument, open: OpenFile) => T,
	ofScenario?: (document: TextDocument, scenario: OpenScenario) => T,
) => Promise<T>;

/** What there is from initialize to shutdown. */
export interface Session {
	readonly connection: Connection;
	readonly answering: Answering;
	readonly client: Client;
	readonly on: On;
	/** All names, as they are now: those in open files, and those in the rest of the workspace. What is shown beside its files has none, but for the one that is asked about. */
	readonly names: (asked?: string) => Workspace;
	/** What open files become in overlays. */
	readonly overlays: BuiltOverlays;
	/** What they become in charts. */
	readonly charts: RenderedCharts;
	readonly shownCharts: ShownCharts;
	/** What open scenarios are played on. */
	readonly stages: Stages;
	/** Inside of templates, and from the values that they take. */
	readonly chartHelp: ChartHelp;
	readonly settingsOf: (uri: string) => Promise<Settings>;
	/** Until all is read that a file is built or rendered with, or for a second. */
	readonly settled: (uri: string) => Promise<void>;
	/** After `initialized`: asks the client to tell of changes, and looks at what lies in its folders. */
	readonly begin: () => Promise<void>;
}

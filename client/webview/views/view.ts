/** What the templates see of the panel, and what they may ask of it. */
import type { Moment, NoLife, Scenario } from '../../../server/src/protocol/life';
import type { FromWebview } from '../../../server/src/protocol/panel';
import type { Scale } from '../layout/scale';
import type { Scene } from '../layout/scene';
import type { Model, PodModel } from '../model/model';
import type { Kept, Tab } from '../model/state';
import type { Stop, StoryRow } from '../model/stops';
import type { Tongue } from '../text/tongue';
import type { PanelWords } from '../text/words-en';

/** One: below 560; two: state side by side; three: a column of its own for the state. */
export type Columns = 1 | 2 | 3;

/** A life, read, laid out and placed at a time. */
export interface Shown {
	readonly model: Model;
	readonly ghost?: Model;
	readonly changes: readonly string[];
	readonly stops: readonly Stop[];
	readonly rows: readonly StoryRow[];
	/** The current row. In a long story it follows once the playhead rests. */
	readonly row: number;
	/** The time that the long lists show: the playhead's, once it rests. */
	readonly settled: number;
	readonly scale: Scale;
	readonly scene: Scene;
	readonly t: number;
	readonly stop?: Stop;
	/** The moment that speaks at the playhead. */
	readonly moment?: Moment;
	readonly pod: PodModel;
	readonly governed: readonly number[];
}

export interface View {
	readonly kept: Kept;
	readonly words: PanelWords;
	readonly tongue: Tongue;
	readonly columns: Columns;
	readonly width: number;
	readonly file: string;
	readonly documents: readonly { readonly kind: string; readonly name: string; readonly index: number }[];
	readonly scenarioFiles: readonly string[];
	readonly noLife?: NoLife;
	readonly failed?: string;
	readonly shown?: Shown;
	/** What the words tell of: `shown`, and while time flies what was shown a moment ago. */
	readonly told?: Shown;
	readonly preset: string | undefined;
	readonly playing: boolean;
	readonly focus: string;
	readonly menu?: 'export' | 'more';
	/** Said once to a screen reader and shown for a moment: "Copied". */
	readonly notice: string;
}

export interface Act {
	seek(t: number, moment?: Moment): void;
	step(direction: 1 | -1): void;
	toggle(what: 'play' | 'ghost' | 'table' | 'conditions' | 'knobs' | 'chips' | 'pin'): void;
	faster(direction: 1 | -1): void;
	tab(tab: Tab): void;
	mode(mode: 'folded' | 'linear'): void;
	speak(tongue: Tongue): void;
	preset(id: string): void;
	live(scenario: Scenario): void;
	forget(): void;
	document(index: number): void;
	menu(which: 'export' | 'more' | undefined): void;
	zoom(factor: number, atX?: number): void;
	fit(): void;
	export(format: 'svg' | 'png' | 'md' | 'json'): void;
	reveal(field: string): void;
	retry(): void;
	post(message: FromWebview): void;
}

export type WithLife = View & { readonly shown: Shown };

/** What the templates see of the panel, and what they may ask of it. */
import type { Moment, NoLife, PresetId, Scenario } from '../../../server/src/protocol/life';
import type { LivePod } from '../../../server/src/protocol/live';
import type { Mode } from '../../../server/src/protocol/mode';
import type { FromWebview, ShownApplied } from '../../../server/src/protocol/panel';
import type { Scale } from '../layout/scale';
import type { Scene } from '../layout/scene';
import type { Measure } from '../layout/text-fit';
import type { Follows } from '../model/following';
import type { LessonState } from '../model/lesson';
import type { Model, PodModel } from '../model/model';
import type { Kept, Shelf } from '../model/state';
import type { Stop, StoryRow } from '../model/stops';
import type { Tongue } from '../text/tongue';
import type { When } from '../text/when';
import type { PanelWords } from '../text/words-en';

/** One: below 560; two: state side by side; three: a column of its own for the state. */
export type Columns = 1 | 2 | 3;

/** A life, read, laid out and placed at a time. */
export interface Shown {
	readonly model: Model;
	readonly ghost?: Model;
	/** What the ghost is the life of. */
	readonly against?: Against;
	readonly changes: readonly string[];
	readonly stops: readonly Stop[];
	readonly rows: readonly StoryRow[];
	/** The current row. In a long story it follows once the playhead rests. */
	readonly row: number;
	/** The time that the long lists show: the playhead's, once it rests. */
	readonly settled: number;
	readonly scale: Scale;
	readonly scene: Scene;
	readonly when: When;
	readonly t: number;
	readonly stop?: Stop;
	/** The moment that speaks at the playhead. */
	readonly moment?: Moment;
	readonly pod: PodModel;
	readonly governed: readonly number[];
}

/** A life to compare with: its name in a sentence, and beside its stripe in the lanes. */
export interface Against {
	readonly name: string;
	readonly stripe: string;
	readonly pinned: boolean;
}

export interface View {
	readonly kept: Kept;
	readonly mode: Mode;
	/** What else may be asked of the file. */
	readonly modes: readonly Mode[];
	readonly words: PanelWords;
	readonly tongue: Tongue;
	readonly columns: Columns;
	readonly width: number;
	readonly file: string;
	/** The overlay that its objects are lived in. */
	readonly overlay: string | undefined;
	readonly documents: readonly { readonly kind: string; readonly name: string; readonly index: number }[];
	readonly scenarioFiles: readonly string[];
	readonly noLife?: NoLife;
	/** In the mode Why. */
	readonly live?: LivePod;
	/** Its file is being written. */
	readonly follows?: Follows;
	/** In the mode Apply. */
	readonly applied?: ShownApplied;
	/** In the mode Lesson. */
	readonly lesson?: LessonState;
	readonly failed?: string;
	readonly shown?: Shown;
	/** What the words tell of: `shown`, and while time flies what was shown a moment ago. */
	readonly told?: Shown;
	readonly preset: PresetId | undefined;
	readonly measure: Measure;
	readonly playing: boolean;
	readonly focus: string;
	readonly menu?: Menu;
	/** Said once to a screen reader and shown for a moment: "Copied". */
	readonly notice: string;
}

export type Menu = 'export' | 'more' | 'chips' | 'tabs' | 'modes';

export interface Act {
	seek(t: number, moment?: Moment): void;
	step(direction: 1 | -1): void;
	/** Plays what leads to an instant, and stops there. */
	watch(t: number): void;
	toggle(what: 'play' | 'ghost' | 'both' | 'table' | 'conditions' | 'knobs' | 'pin'): void;
	faster(direction: 1 | -1): void;
	tab(tab: Shelf): void;
	time(time: 'folded' | 'linear'): void;
	/** Asks something else of the file. */
	mode(mode: Mode): void;
	speak(tongue: Tongue): void;
	preset(id: PresetId): void;
	live(scenario: Scenario): void;
	forget(): void;
	document(index: number): void;
	menu(which: Menu | undefined): void;
	zoom(factor: number, atX?: number): void;
	fit(): void;
	export(format: 'svg' | 'png' | 'md' | 'json'): void;
	reveal(field: string): void;
	/** Of those that are applied, this one is shown; its document has a life, if it has one. */
	object(key: string, document: number | undefined): void;
	/** One hint more. */
	hint(): void;
	retry(): void;
	post(message: FromWebview): void;
}

export type WithLife = View & { readonly shown: Shown };

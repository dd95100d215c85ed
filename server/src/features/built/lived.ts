import type { File, Manifest } from '../../manifest/read';
import type { Range } from '../../yaml/node';
import type { Judgement } from '../diagnose/judge';

/** What is built or rendered from an open file, as a file whose pods have lives. */
export interface Lived {
	readonly file: File;
	/** The verdict on one of its manifests, reached once. */
	readonly judged: (manifest: Manifest) => Judgement;
	/** The part of the open file that a part of the text comes from; its beginning where none does. */
	readonly placed: (range: Range) => Range;
}

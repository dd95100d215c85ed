import type { Around } from '../../manifest/around';
import { type File, type Manifest, read } from '../../manifest/read';
import type { Language } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { judging } from '../diagnose/diagnose';
import type { Judgement } from '../diagnose/judge';
import { partBehind, type Rendering, showRendering } from './show-rendered';

/** What a template renders to, as a file whose pods have lives. */
export interface LivedTemplate {
	readonly file: File;
	/** The verdict on one of its manifests, reached once. */
	readonly judged: (manifest: Manifest) => Judgement;
	/** The part of the template that a part of the text comes from; its beginning where none does. */
	readonly placed: (range: Range) => Range;
}

/** What a template renders to, by its file. */
export function livedTemplate(rendering: Rendering, template: string, around: Around, version: Minor, language: Language): LivedTemplate {
	const shown = showRendering(rendering, template, language);
	const own = template.slice(rendering.place.length + 1);
	return {
		file: read(shown.text, undefined, around),
		judged: judging(version),
		placed: (range) => partBehind(shown, range, own) ?? { start: 0, end: 0 },
	};
}

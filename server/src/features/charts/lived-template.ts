import type { Around } from '../../manifest/around';
import { read } from '../../manifest/read';
import type { Language } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import type { Lived } from '../built/lived';
import { judging } from '../diagnose/diagnose';
import { partBehind, type Rendering, showRendering } from './show-rendered';

/** What a template renders to, by its file. */
export function livedTemplate(rendering: Rendering, template: string, around: Around, version: Minor, language: Language): Lived {
	const shown = showRendering(rendering, template, language);
	const own = template.slice(rendering.place.length + 1);
	return {
		file: read(shown.text, undefined, around),
		judged: judging(version),
		placed: (range) => partBehind(shown, range, own) ?? { start: 0, end: 0 },
	};
}

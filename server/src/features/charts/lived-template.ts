import { type Around, RENDERED } from '../../manifest/around';
import { read } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Lived } from '../built/lived';
import { judging } from '../diagnose/diagnose';
import { partBehind, type Rendered, renderedTemplate } from './show-rendered';

/** What a template of the chart in a folder renders to, by its file. */
export function livedTemplate(place: string, rendered: Rendered, template: string, around: Around, version: Minor): Lived {
	const shown = renderedTemplate(place, rendered, template);
	const own = template.slice(place.length + 1);
	return {
		file: read(shown.text, undefined, { ...around, ...RENDERED }),
		judged: judging(version),
		placed: (range) => partBehind(shown, range, own) ?? { start: 0, end: 0 },
	};
}

import type { Around } from '../../manifest/around';
import type { Built } from '../../overlays/build/build';
import { wholeOf } from '../../overlays/build/written';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { JudgedBefore } from '../built/judged-before';
import type { Lived } from '../built/lived';
import { builtFile, originsOf, partAt } from './judge-overlay';

/** The objects of a file as an overlay builds them, to be lived; undefined where it builds none of them. `file` is named as origins name it. */
export function livedBase(built: Built, file: string, around: Around, version: Minor): Lived | undefined {
	const own = built.objects.filter((object) => wholeOf(object)?.file === file);
	if (own.length === 0) return undefined;
	const before = new JudgedBefore();
	const made = builtFile({ objects: own }, before, around);
	const placed = (range: Range): Range => {
		const { section, object } = partAt(made, range) ?? {};
		const whole = object && wholeOf(object)?.range;
		const root = section?.document.root;
		if (section && root && range.start === root.range.start + section.start && range.end === root.range.end + section.start) return whole ?? BEGINNING;
		// What only others say of an object is shown where it begins.
		const origin = originsOf(made, range).find((one) => one.file === file);
		return origin?.range ?? (whole ? { start: whole.start, end: whole.start } : BEGINNING);
	};
	return { file: made.file, judged: (manifest) => before.judged(manifest, version), placed };
}

const BEGINNING: Range = { start: 0, end: 0 };

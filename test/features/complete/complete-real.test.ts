import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete } from '../../../server/src/features/complete/complete';
import { ordered } from '../../../server/src/features/complete/keys';
import { readHabits } from '../../../server/src/features/complete/rank-fields';
import { read } from '../../../server/src/manifest/read';
import { structOf } from '../../../server/src/schema/schema';
import { countFields } from '../../../server/tools/count-fields';
import { fieldsIn, hasTruth, realManifests, without, withoutValue } from './real-manifests';

/** Labels in the order an editor shows them while nothing is typed. */
function offered(text: string, offset: number): readonly string[] {
	const items = complete(text, read(text), offset, { language: 'en', version: 37 });
	return [...items].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1)).map(({ label }) => label);
}
/** Every one of them with FULL=1; else one in so many, which tells as much in a tenth of the time. */
const STEP = process.env['FULL'] ? 1 : 10;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

describe('completion over real manifests', () => {
	it('offers a removed field again, mostly among the first five', (t) => {
		let seen = 0;
		let all = 0;
		let again = 0;
		let early = 0;
		const missed = new Map<string, string>();
		for (const { id, text } of realManifests()) {
			for (const found of fieldsIn(read(text))) {
				if (seen++ % STEP !== 0) continue;
				const cut = without(text, found);
				const place = offered(cut.text, cut.offset).indexOf(found.field.name);
				all++;
				if (place >= 0) again++;
				else missed.set(`${found.struct}.${found.field.name}`, `${id} ${found.path.join('.')}`);
				if (place >= 0 && place < 5) early++;
			}
		}
		t.diagnostic(
			`${all} fields${hasTruth ? '' : ' (examples only: no recorded manifests here)'}: offered ${percent(again, all)}, among the first five ${percent(early, all)}`,
		);
		if (process.env['VERBOSE']) for (const [field, where] of missed) t.diagnostic(`missed ${field}: ${where}`);
		assert.ok(again / all >= 0.995, `offered again: ${percent(again, all)}\n${[...missed].slice(0, 20).join('\n')}`);
		assert.ok(early / all >= 0.8, `among the first five: ${percent(early, all)}`);
	});

	it('offers every value of an enum', (t) => {
		let all = 0;
		const missed: string[] = [];
		for (const { id, text } of realManifests()) {
			for (const { entry, field, start, path } of fieldsIn(read(text))) {
				const nodes = entry.alias ? [] : entry.value?.kind === 'list' ? entry.value.items.map(({ value }) => value) : [entry.value];
				for (const node of nodes) {
					if (node?.kind !== 'scalar' || !field.values?.some(({ value }) => value !== '' && value === node.text)) continue;
					const cut = withoutValue(text, { start: start + node.range.start, end: start + node.range.end });
					all++;
					if (!offered(cut.text, cut.offset).includes(node.text)) missed.push(`${id} ${path.join('.')}`);
				}
			}
		}
		t.diagnostic(`${all} values, missed ${missed.length}`);
		assert.ok(all > (hasTruth ? 200 : 5), `${all} values`);
		assert.deepEqual(missed, []);
	});

	it('knows habits that hold for manifests it has not counted', { skip: !hasTruth }, (t) => {
		const texts = realManifests().map(({ text }) => text);
		let all = 0;
		let early = 0;
		for (const half of [0, 1]) {
			const table = readHabits(countFields(texts.filter((_, i) => i % 2 !== half)));
			for (const file of texts.filter((_, i) => i % 2 === half).map((text) => read(text))) {
				for (const { struct, field, path, siblings } of fieldsIn(file)) {
					const here = siblings.indexOf(field.name);
					const [above, below] = [siblings.slice(0, here), siblings.slice(here + 1)];
					const under = String(path.slice(0, -1).findLast((segment) => typeof segment === 'string') ?? '');
					const open = [...(structOf(struct)?.values() ?? [])].filter(({ name }) => name === field.name || !siblings.includes(name));
					all++;
					if (ordered(open, struct, under, above, below, table).indexOf(field) < 5) early++;
				}
			}
		}
		t.diagnostic(`${all} fields, each half ranked by the other: among the first five ${percent(early, all)}`);
		assert.ok(early / all >= 0.9, percent(early, all));
	});
});

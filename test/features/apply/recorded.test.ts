import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { effectOf } from '../../../server/src/features/apply/apply-life';
import type { Action, Scenario, Trace } from '../../../server/src/protocol/life';
import type { JsonMap } from '../../../server/src/schema/json';
import { strategicMerge } from '../../../server/src/schema/merge';
import { milliseconds } from '../../../server/src/simulator/duration';
import { readRows } from '../../conformance/cases';
import { answerTo, rowOf } from './ask';

/** Lives of a real cluster, those of the repository and, where they lie beside it, others. */
const LIVES = ['test/conformance/kubelet', '../shared/kubelet'].filter((folder) => existsSync(folder));

interface Recorded {
	readonly name: string;
	readonly manifest: string;
	readonly patch: Action;
	readonly trace: Trace;
}

/** In which one thing is done: a pod or its owner is patched. */
function recorded(folder: string): readonly Recorded[] {
	return readdirSync(`${folder}/scenarios`).flatMap((file): Recorded[] => {
		const { name = file, manifest, actions = [] } = parse(readFileSync(`${folder}/scenarios/${file}`, 'utf8')) as Scenario & { readonly manifest: string };
		const [patch, ...others] = actions;
		const isApply = patch?.do === 'patch' && !String(patch.target).includes('/') && patch.subresource !== 'ephemeralcontainers' && patch.type !== 'json';
		if (!isApply || others.length > 0 || /^---/m.test(manifest)) return [];
		const trace = JSON.parse(readFileSync(`${folder}/traces/${file.replace('.yaml', '.json')}`, 'utf8')) as Trace;
		return [{ name, manifest, patch, trace: { ...trace, story: { moments: [], stretches: [], probes: [] } } }];
	});
}

/** What was seen to happen: other pods, another container in the same one, or neither. */
function seen({ patch, trace }: Recorded): 'replaced' | 'restarted' | 'changed' {
	const { gone, made, restarted } = effectOf(trace, (milliseconds(patch.at) ?? 0) / 1000);
	const isOfTemplate = (patch.body as { readonly spec?: { readonly template?: unknown } }).spec?.template !== undefined;
	return restarted.length > 0 ? 'restarted' : isOfTemplate && gone + made > 0 ? 'replaced' : 'changed';
}

for (const folder of LIVES) {
	test(`the pods of ${folder} fared as it is told`, () => {
		const lives = recorded(folder);
		assert.ok(lives.length >= 9, `only ${lives.length} lives`);
		for (const life of lives) {
			const manifest = parse(life.manifest) as JsonMap;
			const patched = strategicMerge(manifest, life.patch.body as JsonMap, String(manifest['kind']), 36);
			assert.ok('object' in patched, life.name);
			const { outcome, wayOut } = rowOf(JSON.stringify(patched.object), life.manifest);
			if (life.patch.subresource === 'resize') {
				assert.equal(outcome, 'refused', life.name);
				assert.match(wayOut?.command ?? '', /--subresource resize/, life.name);
				// A container that had crashed before starts again by itself.
				if (life.name !== 'resize-crashed') assert.equal(/restarts/.test(wayOut?.sentence.en ?? ''), seen(life) === 'restarted', life.name);
			} else assert.equal(outcome, seen(life), life.name);
		}
	});
}

const UPDATES = '../shared/truth/updates.jsonl';

interface Update {
	readonly id: string;
	readonly yaml: string;
	readonly old: string;
	readonly docs: readonly { readonly accepted: boolean; readonly errors?: readonly { readonly field: string; readonly detail: string }[] }[];
}

/** A sentence without what is drawn anew each time: UIDs, and the blanks of the diff that follows. */
const plain = (sentence: string): string => (sentence.split('\n')[0] ?? '').trimEnd().replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UID');

if (existsSync(UPDATES)) {
	// Lives take their time: one row in four, all of them with FULL=1.
	const every = process.env['FULL'] ? 1 : 4;
	test(`${UPDATES}: taken and refused, in the words of the server`, () => {
		let compared = 0;
		for (const { id, yaml, old, docs } of readRows<Update>(UPDATES).filter((_, i) => i % every === 0)) {
			const answer = answerTo(yaml, old);
			if (answer.kind !== 'applied') continue;
			const [row] = answer.objects;
			const [recordedOne] = docs;
			assert.equal(row?.outcome !== 'refused', recordedOne?.accepted, id);
			const told = new Set(row?.refusals.map(({ message }) => plain(message)));
			for (const { field, detail } of recordedOne?.errors ?? []) assert.ok(told.has(plain(`${field}: ${detail}`)), `${id}: ${field}: ${detail}`);
			compared++;
		}
		assert.ok(compared > 600 / every, `only ${compared} were compared`);
	});
}

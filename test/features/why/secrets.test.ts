/** What may be a secret in a dump, values of variables and annotations, comes into nothing that is made of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../server/src/features/why/explain';
import { explainWorkloads } from '../../../server/src/features/why/explain-workloads';
import { livePod } from '../../../server/src/features/why/live';
import { whyPageInSteps } from '../../../server/src/features/why/page';
import { printedAt } from '../../../server/src/features/why/printed-at';
import { readDump } from '../../../server/src/features/why/read-dump';
import { whatIf } from '../../../server/src/features/why/what-if';
import { whyAt } from '../../../server/src/features/why/why-at';
import { read } from '../../../server/src/manifest/read';
import { describe } from '../../autopsy/describe';
import { LIVES, nowAt, objectsAt } from '../../autopsy/dumps';

/** Values of variables and annotations, and what is no secret: that it is found shows that this test would find the others. */
const SECRET = /hidden-\w+/;
const KNOWN = 'told-image:1';

type Objects = NonNullable<ReturnType<typeof objectsAt>>;
type Fields = Readonly<Record<string, unknown>>;

/** The pod with a secret wherever one may be. */
function withSecrets({ pod }: Objects): Fields {
	const spec = pod['spec'] as Record<string, Fields[] | undefined>;
	const hidden = (list: readonly Fields[] = [], place: string) =>
		list.map((one) => ({
			...one,
			image: KNOWN,
			env: [
				{ name: 'TOKEN', value: `hidden-${place}` },
				{ name: 'AGAIN', value: '$(TOKEN)hidden-after' },
			],
		}));
	const last = JSON.stringify({ kind: 'Pod', spec: { containers: [{ name: 'app', env: [{ name: 'TOKEN', value: 'hidden-applied' }] }] } });
	const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': last, note: 'hidden-note' };
	return {
		...pod,
		metadata: { ...(pod['metadata'] as object), annotations },
		spec: {
			...spec,
			containers: hidden(spec['containers'], 'app'),
			initContainers: hidden(spec['initContainers'], 'init'),
			ephemeralContainers: [{ name: 'debug', image: KNOWN, env: [{ name: 'TOKEN', value: 'hidden-debug' }] }],
		},
	};
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All that is made of a text that kubectl printed, by who makes it. */
function madeOf(text: string, now: number): Readonly<Record<string, string>> {
	const dump = readDump(text);
	const told = explain(dump, now, 60);
	const file = read(text);
	const hovers = [...text.matchAll(/phase|exitCode|reason|restartCount|State:|Exit Code|Reason:|Environment:|Annotations:|hidden/gi)].flatMap(({ index }) => [
		whyAt(file, index + 1),
		printedAt(text, index + 1, 'both'),
	]);
	return {
		explained: JSON.stringify(told),
		// The panel has nothing else: its pictures, its story, its copied lines and saved scenarios are made of it.
		panel: JSON.stringify([livePod({ text, zone: 0 }, () => nowhere), livePod({ text: `${text}\n---\n${text}`, zone: 0, isAnew: true }, () => nowhere)]),
		page: pageOf(text),
		files: JSON.stringify(whatIf(text, 'both') ?? {}),
		workloads: JSON.stringify(explainWorkloads(dump, told)),
		hovers: JSON.stringify(hovers),
	};
}

function pageOf(text: string): string {
	const steps = whyPageInSteps(text, 'both');
	for (;;) {
		const { value, done } = steps.next();
		if (done) return value;
	}
}

/** Every sixteenth life: what is made goes by the kind of trouble, and most are there several times. */
const SOME = LIVES.filter((_, index) => index % 16 === 0);

for (const [form, print] of [
	['an object', (pod: Fields) => JSON.stringify(pod)],
	['a list with events', (pod: Fields, { events }: Objects) => JSON.stringify({ kind: 'List', items: [pod, ...events] }, undefined, 1)],
	['a description', (pod: Fields, { events }: Objects, now: number) => described(pod, events, now)],
] as const)
	test(`of ${form} no value of a variable and no annotation comes into anything that is made of it`, () => {
		let found = 0;
		for (const life of SOME) {
			const t = Math.round(life.until * 0.6);
			const objects = objectsAt(life, t);
			if (objects === undefined) continue;
			const text = print(withSecrets(objects), objects, nowAt(t));
			for (const place of ['app', 'note', 'applied']) assert.ok(text.includes(`hidden-${place}`), 'it is in the text');
			for (const [maker, made] of Object.entries(madeOf(text, nowAt(t)))) {
				assert.doesNotMatch(made, SECRET, `${life.name}: ${maker}`);
				if (made.includes(KNOWN)) found++;
			}
		}
		assert.ok(found > SOME.length / 2, 'what is no secret is found in it');
	});

/** With its annotations, which stand there as they are. */
function described(pod: Fields, events: Objects['events'], now: number): string {
	const { annotations } = pod['metadata'] as { readonly annotations: Readonly<Record<string, string>> };
	const lines = Object.entries(annotations).map(([key, value]) => `${key}: ${value}`);
	return describe(pod as never, events as never, now, true).replace('<none>\nStatus', `${lines.join('\n                  ')}\nStatus`);
}

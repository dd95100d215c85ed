import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stringify } from 'yaml';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import type { Diagnostic } from '../../../server/src/features/diagnose/diagnostic';
import { fixesIn, fixesInText, together } from '../../../server/src/features/diagnose/fixes';
import type { TriedFix } from '../../../server/src/features/diagnose/trial';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';
import { read } from '../../../server/src/manifest/read';
import { NEWEST_VERSION, type Row, readRows, seedOf, verdictsFile } from '../../conformance/cases';
import { apply } from '../../conformance/steps';
import { applied } from '../applied';

const found = (text: string): readonly Diagnostic[] => diagnose(read(text), 37);
const fixes = (text: string): readonly TriedFix[] => fixesIn(read(text), { start: 0, end: text.length }, found(text), 37);
const titles = (text: string): readonly string[] => fixes(text).map(({ title }) => title.en);

function mended(text: string, title: string): string {
	const fix = fixes(text).find((one) => one.title.en === title);
	assert.ok(fix, `${title} is not offered: ${titles(text).join(', ')}`);
	return applied(text, fix.edits);
}

const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n';
const pod = (spec: string): string => HEAD + spec.replace(/^(?=.)/gm, '  ');
const container = (rest: string): string => pod(`containers:\n- name: a\n  image: b\n${rest.replace(/^(?=.)/gm, '  ')}`);

describe('a head that is a block of text', () => {
	const rest = 'metadata: { name: a }\nspec:\n  containers: [{ name: a, image: b }]\n';
	it('is mended within its lines', () => {
		assert.equal(mended(`apiVersion: |\nkind: Pod\n${rest}`, 'Make it v1 Pod'), `apiVersion: v1\nkind: Pod\n${rest}`);
		assert.equal(mended(`kind: |\napiVersion: v1\n${rest}`, 'Make it v1 Pod'), `kind: Pod\napiVersion: v1\n${rest}`);
	});
	it('is followed by a line of its own', () => {
		assert.equal(mended(`apiVersion: |-\n  v1\n${rest}`, 'Say that it is v1 Pod'), `apiVersion: |-\n  v1\nkind: Pod\n${rest}`);
	});
});

describe('a fault that is told beside another', () => {
	const rest = 'metadata: { name: a }\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{ name: a, image: b }]\n';
	it('has no fix while the other would break what comes of it', () => {
		assert.deepEqual(titles(`apiVersi #on: batch/v1\nkind: Job\n${rest}`), ['Remove the line']);
		assert.deepEqual(titles(`kind: Job\n${rest}`), ['Say that it is batch/v1 Job']);
		const early = '  kind: ReplicationController\nAPIVERSION: &a x\nmetadata:\n  name: a\n';
		assert.ok(!titles(early).some((title) => title.startsWith('Say that it is')), titles(early).join());
	});
});

describe('a fix changes a name with all that refers to it', () => {
	it('volumes, ports, claims', () => {
		const volume = (name: string): string =>
			`${container(`volumeMounts:\n- { name: ${name}, mountPath: /a }\n`)}  volumes:\n  - name: ${name}\n    emptyDir: {}\n`;
		assert.equal(mended(volume('My_Data'), 'Set name to my-data'), volume('my-data'));
		const port = (name: string): string => container(`ports: [{ name: ${name}, containerPort: 80 }]\nlivenessProbe: { httpGet: { port: ${name} } }\n`);
		assert.equal(mended(port('HTTP'), 'Set name to http'), port('http'));
		const claim = (name: string): string =>
			`${container(`resources: { claims: [{ name: ${name} }] }\n`)}  resourceClaims: [{ name: ${name}, resourceClaimName: x }]\n`;
		assert.equal(mended(claim('GPU'), 'Set name to gpu'), claim('gpu'));
	});
});

describe('no fix is offered for certain that', () => {
	const none = (text: string, code: string): void => {
		const mine = found(text).filter((one) => one.code === code);
		assert.ok(
			mine.length > 0,
			`${code} is found: ${found(text)
				.map((one) => one.code)
				.join(', ')}`,
		);
		assert.deepEqual(
			fixes(text)
				.filter(({ diagnostic, isPreferred }) => diagnostic.code === code && isPreferred)
				.map(({ title }) => title.en),
			[],
			code,
		);
	};

	it('makes another fault', () => {
		none(
			pod('resources: { limits: { cpu: 50m } }\ncontainers:\n- { name: a, image: b, resources: { requests: { cpu: 100m } } }\n'),
			'resource/request-over-limit',
		);
		none(container('resources: { limits: { cpu: -1 }, requests: { cpu: 1 } }\n'), 'resource/request-over-limit');
		none(container('resources: { requests: { example.com/a: 500m } }\n'), 'resource/limit-required');
		none(pod('containers:\n- { name: app, image: b }\n- { name: App, image: b }\n'), 'container/name');
		none(pod('containers:\n- { name: a, image: " " }\n'), 'container/image-spaces');
		none(
			'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    metadata: { labels: { app: a b } }\n    spec: { containers: [{ name: a, image: b }] }\n',
			'selector/required',
		);
	});

	it('does nothing, or leaves what is no YAML', () => {
		none(container('ports: [{ containerPort: 80 }]\nlivenessProbe: { httpGet: { port: !x 8080 } }\n'), 'port/name');
		const anchored = pod('hostname: &h x\nhostname: x\nsubdomain: *h\ncontainers: [{ name: a, image: b }]\n');
		none(anchored, 'decode/repeated-key');
		assert.deepEqual(titles(anchored.replace('&h ', '').replace('*h', 'x')), ['Remove this one, which is lost anyway']);
	});

	it('makes of a value what nobody meant', () => {
		none(pod('containers: {}\n'), 'decode/type');
		none(pod('containers: { cpu: 1 }\n'), 'decode/type');
		none(HEAD.replace('spec:\n', 'spec:\n- name: x\n'), 'decode/type');
		none(pod('containers:\n- { name: a, image: b, imagePullPolicy: 5 }\n'), 'decode/type');
	});
});

describe('a fix is offered although', () => {
	it('more is read after it', () => {
		assert.deepEqual(titles(pod('contaners:\n- name: a\n  imagee: b\n')), [
			'Change to containers; Change to image',
			'Change to containers',
			'Remove contaners',
		]);
		assert.deepEqual(titles(pod('containers:\n- name: 1.5\n  image: b\n')), ['Set name to 1-5', 'Change to "1.5"'], 'the name may be mended with it');
		assert.equal(mended(pod('containers: { name: a, imag: b }\n'), 'Change to [{ name: a, imag: b }]'), pod('containers: [{ name: a, imag: b }]\n'));
	});

	it('the same mistake stands elsewhere', () => {
		assert.deepEqual(titles(pod('containers:\n- { name: A, image: b }\n- { name: B, image: b }\n')), ['Set name to a', 'Set name to b']);
	});

	it('what stands around has tags, comments or brackets', () => {
		const deployment = (labels: string): string =>
			`apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { app: x } }\n  template:\n    metadata:\n      name: !!str\n${labels}    spec: { containers: [{ name: a, image: b }] }\n`;
		assert.equal(mended(deployment(''), 'Set app to x'), deployment('      labels:\n        app: x\n'));
	});
});

describe('fixes applied at once', () => {
	const all = (text: string): string => {
		const kept = together(text, fixes(text), found(text), (changed) => found(changed));
		return applied(
			text,
			kept.flatMap(({ edits }) => edits),
		);
	};

	it('make no fault beside one another, and do not meet', () => {
		const two = pod('containers:\n- { name: App, image: b }\n- { name: APP, image: b }\n');
		assert.deepEqual(titles(two), ['Set name to app', 'Set name to app']);
		assert.equal(all(two), two.replace('App', 'app'));
		const several = pod('hostNetwork: "yes"\ncontainers:\n- { name: A, image: b, imagePullPolicy: always }\n');
		assert.equal(all(several), pod('hostNetwork: true\ncontainers:\n- { name: a, image: b, imagePullPolicy: Always }\n'));
	});
});

describe('a scenario', () => {
	const offered = (text: string): readonly string[] => {
		const judge = (changed: string): readonly Diagnostic[] => diagnoseScenario(changed, 'en');
		return fixesInText(text, { start: 0, end: text.length }, judge(text), judge).map(({ title }) => title.en);
	};

	it('is mended as a manifest is', () => {
		assert.deepEqual(offered('untill: 5s\n'), ['Change to until']);
		assert.deepEqual(offered('until: 5 sec\n'), ['Change to 5s']);
		assert.deepEqual(offered('describe: !!int 1\n'), [], 'a fix that does nothing is none');
	});
});

describe('over thousands of mistakes', () => {
	const EVERY = 23;
	/** Of a manifest, so many steps are gone from fix to fix. */
	const STEPS = 12;

	const counts = (all: readonly Diagnostic[]): ReadonlyMap<string, number> => {
		const map = new Map<string, number>();
		for (const { code, severity } of all) if (severity === 'error') map.set(code, (map.get(code) ?? 0) + 1);
		return map;
	};

	/** Goes on with the first fix as long as there is one; the texts on the way. */
	function mend(text: string): readonly string[] {
		const texts = [text];
		for (let now = text; texts.length < STEPS; texts.push(now)) {
			const [fix] = fixes(now);
			if (!fix) break;
			const before = counts(found(now));
			now = applied(now, fix.edits);
			const after = counts(found(now));
			const worse = [...after].filter(([code, count]) => count > (before.get(code) ?? 0)).map(([code]) => code);
			assert.ok(!worse.includes('yaml/syntax'), `${fix.title.en}\n${now}`);
			if (!fix.diagnostic.code.startsWith('decode/')) assert.deepEqual(worse, [], `${fix.title.en}\n${now}`);
		}
		return texts;
	}

	/** Of all that is offered, and not only of what comes first. */
	function checkAll(text: string): void {
		const before = counts(found(text));
		for (const fix of fixes(text).filter(({ diagnostic }) => diagnostic.severity === 'error')) {
			const now = applied(text, fix.edits);
			const after = counts(found(now));
			const worse = [...after].filter(([code, count]) => count > (before.get(code) ?? 0)).map(([code]) => code);
			assert.ok(!worse.includes('yaml/syntax'), `${fix.title.en}\n${now}`);
			if (!fix.diagnostic.code.startsWith('decode/')) assert.deepEqual(worse, [], `${fix.title.en}\n${now}`);
		}
	}

	it('every fix mends, none goes in a circle', (t) => {
		const rows = readRows<Row>(verdictsFile(NEWEST_VERSION)).filter((row, i) => i % EVERY === 0 && !row.over);
		const seeds = new Map([...new Set(rows.map(({ seed }) => seed))].map((seed) => [seed, seedOf(seed)]));
		let steps = 0;
		for (const { seed, steps: mistakes } of rows) {
			const text = stringify(apply(seeds.get(seed) ?? null, mistakes));
			checkAll(text);
			const texts = mend(text);
			assert.equal(new Set(texts).size, texts.length, `a circle of fixes:\n${texts.join('\n---\n')}`);
			steps += texts.length - 1;
		}
		t.diagnostic(`${rows.length} manifests, ${steps} fixes`);
		assert.ok(steps > 60, `${steps} fixes`);
	});
});

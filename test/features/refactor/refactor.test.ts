import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { judge } from '../../../server/src/features/diagnose/judge';
import { manifestsOf } from '../../../server/src/features/manifests';
import { refactorings } from '../../../server/src/features/refactor/refactor';
import { plainEdit, type Refactoring } from '../../../server/src/features/refactor/refactoring';
import { locate } from '../../../server/src/manifest/locate';
import { type Manifest, read } from '../../../server/src/manifest/read';
import { podSecurityViolations } from '../../../server/src/rules/pod-security/pod-security';
import type { PodSpec } from '../../../server/src/schema/generated/types';
import { toJson } from '../../../server/src/yaml/json';
import { edited } from '../../../server/src/yaml/text-edit';
import { readRows } from '../../conformance/cases';

const at = (text: string, offset: number, isWide = false): readonly Refactoring[] =>
	refactorings(read(text), { start: offset, end: offset }, isWide, 37, (manifest) => judge(manifest, 37));

const made = (text: string, { edits }: Refactoring): string => edited(text, edits.map(plainEdit));

/** What one refactoring makes of a text, asked for where `word` stands. */
function after(text: string, word: string, title: string): string {
	const offered = at(text, text.indexOf(word));
	const chosen = offered.find(({ title: { en } }) => en === title);
	assert.ok(chosen, `${title} is not among ${offered.map(({ title: { en } }) => en).join()}`);
	return made(text, chosen);
}

const POD = `# A pod.
apiVersion: v1
kind: Pod # bare
metadata:
  name: web
  labels: {version: v1, app: web}
  annotations:
    note: kept
spec:
  # its container
  containers:
  - name: app # the one
    image: app:1
    ports:
    - name: http
      containerPort: 80
    env:
    - name: MODE
      value: "on"
    - name: PORT
      value: "8080"
    args:
    - |
      one

      two
# the end
`;

test('a pod is wrapped into a Deployment with its comments, and can be told from others by its selector', () => {
	assert.equal(
		after(POD, 'kind', 'Wrap into a Deployment'),
		`# A pod.
apiVersion: apps/v1
kind: Deployment # bare
metadata:
  name: web
  labels: {version: v1, app: web}
  annotations:
    note: kept
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        version: v1
        app: web
      annotations:
        note: kept
    spec:
      # its container
      containers:
      - name: app # the one
        image: app:1
        ports:
        - name: http
          containerPort: 80
        env:
        - name: MODE
          value: "on"
        - name: PORT
          value: "8080"
        args:
        - |
          one

          two
# the end
`,
	);
});

test('a Job does not take a pod that always restarts, a Deployment no other', () => {
	assert.match(after(POD, 'kind', 'Wrap into a Job'), /^ {6}restartPolicy: Never$/m);
	const often = POD.replace('spec:\n', 'spec:\n  restartPolicy: Always\n');
	assert.equal(
		after(often, 'kind', 'Wrap into a Job')
			.match(/restartPolicy: .*/g)
			?.join(),
		'restartPolicy: Never',
	);
	const seldom = POD.replace('spec:\n', 'spec:\n  restartPolicy: OnFailure\n');
	assert.deepEqual(
		at(seldom, seldom.indexOf('kind')).map(({ title: { en } }) => en),
		['Wrap into a Job'],
	);
	assert.match(after(seldom, 'kind', 'Wrap into a Job'), /restartPolicy: OnFailure/);
});

test('plain variables become a ConfigMap before the pod', () => {
	const text = after(POD, 'env:', 'Extract env into a ConfigMap');
	assert.match(text, /^apiVersion: v1\nkind: ConfigMap\nmetadata:\n {2}name: web-app-env\ndata:\n {2}MODE: "on"\n {2}PORT: "8080"\n---\n# A pod\.\n/);
	assert.match(text, /containerPort: 80\n {4}envFrom:\n {4}- configMapRef:\n {8}name: web-app-env\n {4}args:\n/);
	const offers = (from: string, to: string): boolean => at(POD.replace(from, to), POD.indexOf('env:')).length > 0;
	assert.ok(offers('"on"', '"off"'));
	assert.ok(!offers('"on"', '"$(PORT)"'), 'what is expanded stays');
	assert.ok(!offers('value: "on"', 'valueFrom: {fieldRef: {fieldPath: metadata.name}}'));
	assert.ok(!offers('kind: Pod', 'kind: Pod\n# web-app-env is there'), 'the name may be taken');
});

test('a container gets what it lacks on the line of its name; everything where all is asked for', () => {
	const titles = (text: string, offset: number, isWide?: boolean): readonly string[] => at(text, offset, isWide).map(({ title: { en } }) => en);
	const additions = ['Add readiness and liveness probes', 'Add requests and limits', 'Add a restricted securityContext'];
	assert.deepEqual(titles(POD, POD.indexOf('app #')), additions);
	assert.deepEqual(titles(POD, POD.indexOf('one\n')), []);
	assert.deepEqual(titles(POD, POD.indexOf('one\n'), true), [
		'Wrap into a Deployment',
		'Wrap into a Job',
		'Extract env into a ConfigMap',
		...additions,
		'Add a sidecar',
	]);
	const probed = after(POD, 'name: app #', 'Add readiness and liveness probes');
	assert.match(probed, / {6}two\n {4}readinessProbe:\n {6}httpGet:\n {8}path: \/ready\n {8}port: http\n {6}periodSeconds: 5\n {4}livenessProbe:\n/);
	const sized = after(probed, 'name: app #', 'Add requests and limits');
	assert.deepEqual(titles(sized, sized.indexOf('app #')), ['Add a restricted securityContext']);
	const restricted = after(sized, 'name: app #', 'Add a restricted securityContext');
	const [manifest] = manifestsOf(read(restricted));
	assert.ok(manifest);
	assert.deepEqual(podSecurityViolations('Pod', judge(manifest, 37).object, 37).restricted, []);
});

test('sidecars stand behind those that are there, under a name of their own', () => {
	const one = after(POD, 'containers:', 'Add a sidecar');
	assert.match(one, /^ {2}initContainers:\n {2}- name: sidecar\n {4}image: busybox:1\.37\n {4}command: .*\n {4}restartPolicy: Always$/m);
	const two = after(one, 'initContainers:', 'Add a sidecar');
	assert.deepEqual(two.match(/- name: sidecar.*/g), ['- name: sidecar', '- name: sidecar-2']);
});

test('tab stops begin on a line of their own; where the text ends there are none', () => {
	const stops = (text: string): boolean | undefined => at(text, text.indexOf('app #')).at(0)?.edits[0]?.hasStops;
	assert.equal(stops(POD), true);
	assert.equal(stops(POD.replace('\n# the end\n', '')), false);
	const crlf = POD.replaceAll('\n', '\r\n');
	for (const one of at(crlf, 0, true)) assert.doesNotMatch(made(crlf, one), /[^\r]\n/, one.title.en);
});

test('nothing is offered between brackets, and nothing of what is refused', () => {
	assert.deepEqual(at('{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}]}}', 3, true), []);
	assert.deepEqual(at(POD.replace('image: app:1', 'image: ""'), POD.indexOf('kind'), true), []);
});

/** Manifests of others, where they lie beside the project. */
const REAL = '../shared/truth/real.jsonl';
const MANY = [
	...readdirSync('examples').flatMap((name) => (name.endsWith('.yaml') && !name.includes('scenario') ? readFileSync(`examples/${name}`, 'utf8') : [])),
	...(existsSync(REAL) ? readRows<{ readonly yaml: string }>(REAL).flatMap(({ yaml }, i) => (i % 5 === 0 ? yaml : [])) : []),
];

/** The pod's spec as it is written, but for what a workload decides. */
function written({ kind, node }: Manifest): object {
	const { restartPolicy: _, ...spec } = toJson(locate(node, [...kind.template, 'spec']).value) as unknown as PodSpec;
	return spec;
}

test('what comes out is read, is accepted, and has the same pod in it', () => {
	let count = 0;
	for (const text of MANY) {
		for (const manifest of manifestsOf(read(text))) {
			const container = text.indexOf('- name', manifest.start) + 3;
			for (const one of [...at(text, manifest.start + manifest.node.range.start, true), ...at(text, container, true)]) {
				const anew = read(made(text, one));
				const title = `${one.title.en}\n${made(text, one)}`;
				assert.deepEqual(
					diagnose(anew, 37).filter(({ severity, code }) => severity === 'error' && !diagnose(read(text), 37).some((old) => old.code === code)),
					[],
					title,
				);
				if (one.title.en.startsWith('Wrap')) {
					const wrapped = manifestsOf(anew).find(({ name, kind }) => name === manifest.name && kind.kind !== 'Pod');
					assert.ok(wrapped, title);
					assert.deepEqual(written(wrapped), written(manifest), title);
				}
				count++;
			}
		}
	}
	assert.ok(count > 40, `only ${count}`);
});

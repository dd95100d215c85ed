/** What mends a fault of what is built, in the file in which it was typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuiltText, Source } from '../../../server/src/features/built/finding';
import { JudgedBefore } from '../../../server/src/features/built/judged-before';
import { mendedBuilt } from '../../../server/src/features/built/mend-built';
import { homeOf, judgeRendered } from '../../../server/src/features/charts/judge-chart';
import { once } from '../../../server/src/features/diagnose/fixes';
import { judgeRoot } from '../../../server/src/features/overlays/judge-roots';
import { edited } from '../../../server/src/yaml/text-edit';
import { chartOf, rendered } from '../charts-help/chart';

type Files = Readonly<Record<string, string>>;
/** All that is built from files, whose paths begin with /w/. */
type Build = (files: Files) => readonly (BuiltText | undefined)[];

const asChart: Build = (files) => {
	const answer = rendered(chartOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [file.slice('/w/'.length), text]))));
	if ('error' in answer) return [undefined];
	return [judgeRendered(answer, { version: 37, around: {}, before: new JudgedBefore(), home: homeOf('/w'), chart: '/w' })];
};

const asOverlays =
	(...folders: readonly string[]): Build =>
	(files) =>
		folders.map((folder) => {
			const judging = { version: 37, nameOf: (path: string) => path, parsed: new Map(), before: () => new JudgedBefore() } as const;
			return judgeRoot(folder, { ...judging, read: (file) => files[file] }).text;
		});

/** The fixes of all that is told of a file: their titles, and the lines that they change. */
function fixesIn(file: string, files: Files, build: Build): readonly string[] {
	const texts = build(files).flatMap((one) => one ?? []);
	const faults = new Map(
		texts.flatMap(({ findings }) => findings.filter((one) => one.file === file)).map(({ diagnostic }) => [diagnostic.range.start, diagnostic]),
	);
	const rebuilt = (changed: Source) => build({ ...files, [changed.file]: changed.text });
	const sources = [file, ...Object.keys(files).filter((one) => one !== file)].map((one) => ({ file: one, text: files[one] ?? '' }));
	const fixes = once([...faults.values()].flatMap((fault) => mendedBuilt(fault, file, sources, { version: 37, texts, rebuilt })));
	return fixes.map(({ title, edits, elsewhere = file }) => {
		const before = files[elsewhere] ?? '';
		return [title.en + (elsewhere === file ? '' : ` in ${elsewhere}`), ...changed(before, edited(before, edits))].join('\n');
	});
}

function changed(before: string, after: string): readonly string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	const gone = old.filter((line) => !now.includes(line));
	const come = now.filter((line) => !old.includes(line));
	return [...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)];
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n';
const chart = (values: string, spec: string, helpers = ''): Files => ({
	'/w/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
	'/w/values.yaml': values,
	'/w/templates/_helpers.tpl': helpers,
	'/w/templates/pod.yaml': `${POD}${spec}`,
});
const [VALUES, TEMPLATE, HELPERS] = ['/w/values.yaml', '/w/templates/pod.yaml', '/w/templates/_helpers.tpl'];

test('what is misspelt in a template is mended there', () => {
	const spec = '  restartPolicy: always\n  containers:\n  {{- if true }}\n  - name: app\n    imagee: {{ .Values.image | quote }}\n  {{- end }}\n';
	assert.deepEqual(fixesIn(TEMPLATE, chart('image: app:1\n', spec.replace('always', 'Always')), asChart), [
		'Change to image\n-    imagee: {{ .Values.image | quote }}\n+    image: {{ .Values.image | quote }}',
	]);
	assert.deepEqual(fixesIn(TEMPLATE, chart('image: app:1\n', spec.replace('imagee', 'image')), asChart), [
		'Set restartPolicy to Always\n-  restartPolicy: always\n+  restartPolicy: Always',
	]);
});

test('what is missing in a template is put where its neighbours stand, however far they are moved in', () => {
	const define = '{{- define "app" -}}\n- image: {{ .image }}\n{{- end }}\n';
	const spec = '  containers:\n  {{- include "app" .Values | nindent 4 }}\n';
	assert.deepEqual(fixesIn(HELPERS, chart('image: app:1\n', spec, define), asChart), ['Set name to app\n+  name: app']);
	const values = 'app:\n  # What runs.\n  - image: app:1 # the newest\nother: {}\n';
	assert.deepEqual(fixesIn(VALUES, chart(values, '  containers: {{- toYaml .Values.app | nindent 8 }}\n'), asChart), ['Set name to app\n+    name: app']);
});

test('what is wrong in values is mended there, whatever quotes are around it', () => {
	const spec =
		'  restartPolicy: {{ .Values.restart }}\n  containers:\n  - name: app\n    image: app:1\n    resources: {{- toYaml .Values.resources | nindent 6 }}\n';
	const values = 'restart: "Alway"\nresources:\n  limits: {cpu: 1}\n  request:\n    cpu: 1\n';
	assert.deepEqual(fixesIn(VALUES, chart(values, spec), asChart), [
		'Change to requests\n-  request:\n+  requests:',
		'Set restartPolicy to Always\n-restart: "Alway"\n+restart: "Always"',
	]);
	const env = '  containers:\n  - name: app\n    image: app:1\n    env: {{- toYaml .Values.env | nindent 6 }}\n';
	assert.deepEqual(fixesIn(VALUES, chart('env:\n- {name: PORT, value: 8080}\n', env), asChart), [
		'Change to "8080"\n-- {name: PORT, value: 8080}\n+- {name: PORT, value: "8080"}',
	]);
});

test('a value that is printed without quotes where a text is asked for gets them where it is printed', () => {
	const spec = (value: string) => `  containers:\n  - name: app\n    image: app:1\n    env:\n    - name: PORT\n      value: ${value} # why\n`;
	assert.deepEqual(fixesIn(VALUES, chart('port: 8080\n', spec('{{ .Values.port }}')), asChart), [
		'Put what is printed in quotes in /w/templates/pod.yaml\n-      value: {{ .Values.port }} # why\n+      value: "{{ .Values.port }}" # why',
	]);
	assert.deepEqual(fixesIn(TEMPLATE, chart('', spec('{{ add 1 2 }}')), asChart), [
		'Put what is printed in quotes\n-      value: {{ add 1 2 }} # why\n+      value: "{{ add 1 2 }}" # why',
	]);
	const limit = (value: string) =>
		`  containers:\n  - name: app\n    image: app:1\n    readinessProbe:\n      httpGet: {port: 80}\n      periodSeconds: ${value}\n`;
	assert.deepEqual(fixesIn(VALUES, chart('period: "12x"\n', limit('{{ .Values.period }}')), asChart), ['Change to 12\n-period: "12x"\n+period: "12"']);
	const probe = '  containers:\n  - name: app\n    image: app:1\n    readinessProbe: {{- toYaml .Values.probe | nindent 6 }}\n';
	const values = 'probe:\n  httpGet: {port: 80}\n  periodSeconds: "12x"\n';
	assert.deepEqual(fixesIn(VALUES, chart(values, probe), asChart), ['Change to 12\n-  periodSeconds: "12x"\n+  periodSeconds: 12'], 'not as a text');
});

test('a line that is printed several times is mended if each of them has the fault', () => {
	const spec = '  containers:\n  {{- range list "a" "b" }}\n  - name: {{ . }}\n    image: app:1\n    imagePullPolicy: always\n  {{- end }}\n';
	assert.deepEqual(fixesIn(TEMPLATE, chart('', spec), asChart), ['Set imagePullPolicy to Always\n-    imagePullPolicy: always\n+    imagePullPolicy: Always']);
	const app = '  containers:\n  - name: app\n    image: app:1\n    imagePullPolicy: {{ .Values.word }}\n';
	assert.deepEqual(fixesIn(VALUES, chart('word: always\n', app), asChart), ['Set imagePullPolicy to Always\n-word: always\n+word: Always']);
	const elsewhere = `${app}  nodeSelector:\n    word: {{ .Values.word }}\n`;
	assert.deepEqual(fixesIn(VALUES, chart('word: always\n', elsewhere), asChart), [], 'for a label it is right');
});

test('nothing is offered inside of an action, nor what keeps the chart from being rendered', () => {
	const app = (policy: string) => `  containers:\n  - name: app\n    image: app:1\n    imagePullPolicy: ${policy}\n`;
	assert.deepEqual(fixesIn(TEMPLATE, chart('', app('{{ "always" }}')), asChart), []);
	assert.deepEqual(fixesIn(TEMPLATE, chart('', app('{{ default "always" .Values.none }}')), asChart), []);
	const strict = `${app('{{ .Values.word }}')}{{- if ne .Values.word "always" }}{{ fail "no" }}{{ end }}\n`;
	assert.deepEqual(fixesIn(VALUES, chart('word: always\n', strict), asChart), []);
	const vanishing = `{{- if eq .Values.word "always" }}\n${POD}${app('{{ .Values.word }}')}{{- end }}\n`;
	assert.deepEqual(fixesIn(VALUES, { ...chart('word: always\n', ''), [TEMPLATE]: vanishing }, asChart), [], 'with it nothing is rendered');
});

const web = (container: string): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n${container}`;
const overlay = (patched: string): Files => ({
	'/w/base/kustomization.yaml': 'resources: [web.yaml]\n',
	'/w/base/web.yaml': web('        - name: app\n          image: app:1\n'),
	'/w/prod/kustomization.yaml': 'resources: [../base]\npatches:\n- path: patch.yaml\nimages:\n- name: app\n  newTag: "2"\n',
	'/w/prod/patch.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: app\n${patched}`,
});
const prod = asOverlays('/w/prod');

test('a fault that an overlay brings to light is mended in the file that has it', () => {
	const patch = '/w/prod/patch.yaml';
	assert.deepEqual(fixesIn(patch, overlay('        imagePullPolicy: always # so that\n'), prod), [
		'Set imagePullPolicy to Always\n-        imagePullPolicy: always # so that\n+        imagePullPolicy: Always # so that',
	]);
	assert.deepEqual(fixesIn(patch, overlay('        ports:\n        - name: http\n          containerPortt: 80\n'), prod), [
		'Change to containerPort\n-          containerPortt: 80\n+          containerPort: 80',
	]);
	const files = { ...overlay(''), '/w/base/web.yaml': web('        - name: app\n'), '/w/prod/kustomization.yaml': 'nameSuffix: -a\nresources: [../base]\n' };
	assert.deepEqual(fixesIn('/w/base/web.yaml', files, prod), ['Set image to nginx:1.29\n+          image: nginx:1.29']);
	const tag = { ...overlay(''), '/w/prod/kustomization.yaml': 'namePrefix: Web-\nresources: [../base]\n' };
	assert.deepEqual(fixesIn('/w/prod/kustomization.yaml', tag, prod), [], 'what kustomize made of several is nobody\u2019s to mend');
});

test('what mends one overlay must break no other that is built from the file', () => {
	const files: Files = {
		...overlay('        imagePullPolicy: always\n'),
		'/w/test/kustomization.yaml':
			'resources: [../prod]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: test\n      path: /spec/template/spec/containers/0/imagePullPolicy\n      value: always\n    - op: remove\n      path: /spec/template/spec/containers/0/imagePullPolicy\n',
	};
	assert.equal(fixesIn('/w/prod/patch.yaml', files, asOverlays('/w/prod')).length, 1);
	assert.deepEqual(fixesIn('/w/prod/patch.yaml', files, asOverlays('/w/prod', '/w/test')), []);
});

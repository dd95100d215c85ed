import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyDefaults } from '../../../server/src/defaults/defaults';
import { complete } from '../../../server/src/features/complete/complete';
import type { Completion } from '../../../server/src/features/complete/context';
import { judge } from '../../../server/src/features/diagnose/judge';
import { DEFAULTS } from '../../../server/src/features/hover/default-values';
import { completionWords } from '../../../server/src/features/words-of';
import { read } from '../../../server/src/manifest/read';
import { KINDS } from '../../../server/src/schema/kinds';
import { structOf, structWithin } from '../../../server/src/schema/schema';
import { edited } from '../../../server/src/yaml/text-edit';
import { realManifests } from './real-manifests';

const CURSOR = '¦';

function items(text: string): readonly Completion[] {
	const offset = text.indexOf(CURSOR);
	const plain = text.replace(CURSOR, '');
	return [...complete(plain, read(plain), offset, { language: 'en', version: 37 })].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}
const labels = (text: string): readonly string[] => items(text).map(({ label }) => label);
/** The text after an item was chosen, its tab stops filled with what they propose. */
function chosen(text: string, label: string): string {
	const item = items(text).find((one) => one.label === label);
	assert.ok(item, `${label} is not offered: ${labels(text).join(', ')}`);
	const plain = text.replace(CURSOR, '');
	return plain.slice(0, item.range.start) + filled(item.insert) + plain.slice(item.range.end);
}
/** A tab stop without a proposal takes that of its namesake. */
function filled(snippet: string): string {
	const proposals = new Map([...snippet.matchAll(/\$\{(\d+)[:|]([^}|,]*)/g)].map((match) => [match[1], match[2] ?? '']));
	return snippet
		.replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '$2')
		.replace(/\$\{\d+:([^}]*)\}/g, '$1')
		.replace(/\$(\d+)/g, (_, stop: string) => proposals.get(stop) ?? '')
		.replace(/\\([\\$}])/g, '$1');
}

const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n';
const pod = (spec: string): string => HEAD + spec.replace(/^(?=.)/gm, '  ');
const container = (rest: string): string => pod(`containers:\n- name: app\n  image: nginx\n${rest.replace(/^(?=.)/gm, '  ')}`);

describe('where fields are offered', () => {
	it('at every kind of place', () => {
		const places: Readonly<Record<string, readonly [string, string]>> = {
			'an empty line': [container('¦'), 'ports'],
			'half a key': [container('liv¦'), 'livenessProbe'],
			'half a key before a colon': [container('liv¦:\n  periodSeconds: 1'), 'livenessProbe'],
			'a new item': [pod('containers:\n- ¦'), 'name'],
			'an empty item line': [pod('containers:\n  - name: a\n  ¦'), '- Container'],
			'a line below a list': [pod('containers:\n- name: a\n¦'), 'volumes'],
			brackets: [container('resources: {lim¦}'), 'limits'],
			'brackets in brackets': [container('ports: [{name: a, ¦}]'), 'containerPort'],
			'brackets over lines': [container('resources: {\n  ¦\n}'), 'limits'],
			'the top': [`${HEAD.replace('metadata:\n  name: a\n', '')}¦`.replace('spec:\n', ''), 'metadata'],
			'a list': ['apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    ¦\n', 'containers'],
			quotes: [pod('"host¦'), 'hostNetwork'],
			'closed quotes': [pod('"host¦"'), 'hostNetwork'],
			tabs: [`${pod('containers: []')}\n\t¦`, 'volumes'],
			'carriage returns': [container('¦').replaceAll('\n', '\r\n'), 'ports'],
			'after a broken line': [pod('containers:\n- name: a\n  image nginx\n  ¦'), 'ports'],
			'before a broken line': [pod('¦\ncontainers: [\n'), 'volumes'],
			JSON: ['{"apiVersion": "v1", "kind": "Pod", "spec": {"¦"}}', 'containers'],
			'the second document': [`${container('')}\n---\n${container('¦')}`, 'ports'],
			'a document that has no kind yet': ['kind: Deployment\nspec:\n  ¦', 'replicas'],
			'a template': ['apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          ¦', 'restartPolicy'],
		};
		for (const [name, [text, field]] of Object.entries(places)) assert.ok(labels(text).includes(field), `${name}: ${labels(text).join(', ')}`);
	});

	it('anywhere in a file that breaks off, without a fault', () => {
		for (const { text } of realManifests().slice(0, 12)) {
			for (let end = 0; end < text.length; end += 31) {
				const begun = text.slice(0, end);
				for (const tail of ['', '"', '{', '- ', '\n\t', ': [']) {
					const found = complete(begun + tail, read(begun + tail), end + tail.length, { language: 'ko', version: 37 });
					assert.ok(found.every(({ range }) => range.start <= range.end && range.end <= end + tail.length));
				}
			}
		}
	});

	it('directives in a patch, behind the fields', () => {
		const patch = (rest: string): string =>
			`apiVersion: v1\nkind: Pod\nmetadata:\n  $deleteFromPrimitiveList/finalizers: [a]\nspec:\n  volumes:\n  - name: a\n    ${rest}\n`;
		const offered = labels(patch('¦'));
		assert.ok(offered.indexOf('$patch') > offered.indexOf('configMap'));
		assert.ok(offered.includes('$retainKeys'));
		assert.deepEqual(labels(patch('$patch: ¦')), ['delete', 'replace', 'merge']);
		assert.ok(labels(patch('emptyDir: {}').replace('metadata:\n', 'metadata:\n  ¦\n')).includes('$setElementOrder/finalizers'));
		assert.ok(labels(patch('emptyDir: {}').replace('spec:\n', 'spec:\n  ¦\n')).includes('$setElementOrder/containers'));
		assert.ok(!labels(patch('¦').replace('$deleteFromPrimitiveList/', '')).includes('$patch'));
	});

	it('in the patches that a kustomization holds', () => {
		const text =
			'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\npatches:\n- patch: |-\n    kind: Deployment\n    apiVersion: apps/v1\n    spec:\n      template:\n        spec:\n          ¦\n- path: a.yaml\n';
		assert.ok(labels(text).includes('containers'));
		assert.ok(labels(text.replace('¦', 'restartPolicy: ¦')).includes('Always'));
	});

	it('in templates, by the way to the cursor', () => {
		const template = (rest: string): string =>
			`apiVersion: {{ include "api" . }}\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n  {{- with .Values.x }}\n  labels: {{- toYaml . | nindent 4 }}\n  {{- end }}\nspec:\n  template:\n    spec:\n      containers:\n      - name: {{ .Chart.Name }}\n        image: "{{ .Values.image }}"\n${rest}`;
		assert.ok(labels(template('        ¦')).includes('livenessProbe'));
		assert.ok(!labels(template('        ¦')).includes('image'));
		assert.ok(labels(template('        {{- if .x }}\n        imagePullPolicy: ¦\n        {{- end }}\n')).includes('IfNotPresent'));
		assert.deepEqual(labels(template('        workingDir: {{ .Values.¦ }}\n')), []);
		assert.deepEqual(labels(template('        {{- if .Values.¦\n')), []);
	});

	it('nowhere in comments, block scalars, templates and other kinds', () => {
		for (const text of [
			container('# ¦'),
			container('command: ["sh"]\nargs:\n- |\n  ec¦'),
			'kind: Service\napiVersion: v1\nspec:\n  ¦',
			'a: {{ .Values.x }}\n¦',
		]) {
			assert.deepEqual(
				labels(text).filter((label) => label !== 'metadata' && label !== 'spec'),
				[],
				text,
			);
		}
	});

	it('not what is there, nor what the version lacks', () => {
		assert.ok(!labels(container('¦')).includes('image'));
		assert.ok(!labels(container('¦\nports: []')).includes('ports'));
		const text = container('¦');
		const old = complete(text.replace(CURSOR, ''), read(text.replace(CURSOR, '')), text.indexOf(CURSOR), { language: 'en', version: 33 });
		assert.ok(!old.some(({ label }) => label === 'restartPolicyRules'));
	});

	it('first what people write there', () => {
		assert.equal(labels(pod('containers:\n- ¦'))[0], 'name');
		assert.equal(labels(pod('containers:\n- name: a\n  ¦'))[0], 'image');
		assert.ok(labels(pod('volumes:\n- name: a\n  ¦')).slice(0, 5).includes('configMap'));
		assert.equal(labels(container('livenessProbe:\n  httpGet:\n    path: /\n    ¦'))[0], 'port');
	});

	it('puts last what Kubernetes has something better for', () => {
		const volume = items(pod('volumes:\n- name: a\n  ¦'));
		const [first, last] = [volume.findIndex(({ isRetired }) => isRetired), volume.findLastIndex(({ isRetired }) => !isRetired)];
		assert.ok(first > last && volume.length - first === 17, volume.map(({ label }) => label).join());
		const spec = labels(pod('¦'));
		assert.ok(spec.indexOf('serviceAccountName') < spec.indexOf('serviceAccount'));
	});
});

describe('what is inserted', () => {
	it('goes by quotes, brackets, colons and tabs', () => {
		assert.equal(chosen('{"kind": "Pod", "apiVersion": "v1", "spec": {"¦"}}', 'hostname'), '{"kind": "Pod", "apiVersion": "v1", "spec": {"hostname": ""}}');
		assert.equal(chosen(container('resources: {li¦}'), 'limits'), container('resources: {limits: {  }}'));
		assert.equal(chosen(container('liv¦:\n  periodSeconds: 1'), 'livenessProbe'), container('livenessProbe:\n  periodSeconds: 1'));
		assert.equal(chosen(pod('restartPolicy:¦'), 'Never'), pod('restartPolicy: Never'));
		assert.equal(chosen(pod('volumes:\n-¦'), 'name'), pod('volumes:\n- name: '));
		assert.equal(chosen(pod('restartPolicy: "¦"'), 'Never'), pod('restartPolicy: "Never"'));
		const lost = pod('containers:\n- name: a\n  image: x\n  ¦\n  image: y');
		assert.equal(chosen(lost, 'name'), pod('containers:\n- name: a\n  image: x\n- name: \n  image: y'));
		assert.equal(chosen(`${HEAD}\t¦\n  containers: []`, 'hostNetwork'), `${HEAD}  hostNetwork: \n  containers: []`);
	});

	it('is YAML that decodes, whatever the field', () => {
		const places = [
			pod('¦'),
			container('¦'),
			container('securityContext:\n  ¦'),
			container('livenessProbe:\n  ¦'),
			pod('volumes:\n    - name: v\n      ¦'),
			pod('affinity:\n  ¦'),
			container('env:\n- ¦'),
			pod('¦').replace('v1\nkind: Pod', 'apps/v1\nkind: StatefulSet'),
		];
		let count = 0;
		for (const place of places) {
			for (const { label, kind } of items(place)) {
				if (kind !== 'field') continue;
				const [section] = read(chosen(place, label)).sections;
				count++;
				assert.deepEqual(section?.document.faults, [], chosen(place, label));
				const [manifest] = section?.manifests ?? [];
				assert.ok(manifest, chosen(place, label));
				const strange = judge(manifest, 37).decoded.faults.filter(({ severity }) => severity === 'strict');
				assert.deepEqual(strange, [], chosen(place, label));
			}
		}
		assert.ok(count > 100);
	});

	it('goes on where there is something to choose next, and is silent where there is not', () => {
		const again = (text: string, label: string): boolean | undefined => items(text).find((one) => one.label === label)?.again;
		for (const [text, label] of [
			[container('¦'), 'securityContext'],
			[container('¦'), 'lifecycle'],
			[container('¦'), 'volumeMounts'],
			[container('¦'), 'imagePullPolicy'],
			[pod('¦'), 'nodeSelector'],
			[pod('¦'), 'imagePullSecrets'],
			[container('resources: {¦}'), 'limits'],
		] as const) {
			assert.equal(again(text, label), true, label);
		}
		for (const label of ['ports', 'livenessProbe', 'resources', 'env']) assert.equal(again(container('¦'), label), false, label);
	});

	it('names what needs a name, block by block', () => {
		assert.equal(chosen('apiVersion: v1\nkind: Pod\n¦', 'metadata'), 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: ');
		const job = 'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    ¦';
		assert.ok(chosen(job, 'metadata').endsWith('metadata:\n      labels:\n        app: '));
		assert.equal(chosen(container('¦'), 'resources'), container('resources:\n  requests:\n    cpu: 100m\n    memory: 128Mi\n  limits:\n    memory: 256Mi'));
		for (const { insert, label } of [...items(container('¦')), ...items(pod('¦'))]) assert.ok(!/\{ ?[a-z]+:/i.test(insert), `${label} is written in lines`);
		const metadata = labels('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  ¦');
		assert.ok(metadata.indexOf('generateName') < metadata.indexOf('uid') && metadata.indexOf('uid') > 5, metadata.join());
	});

	it('makes whole objects that the server takes', () => {
		for (const { kind, apiVersion } of KINDS) {
			for (const text of [chosen('¦', kind), chosen(`apiVersion: ${apiVersion}\nkind: ¦`, `${kind} …`)]) {
				const [manifest] = read(text).sections.flatMap(({ manifests }) => manifests);
				assert.ok(manifest, text);
				const { accepted, problems, decoded } = judge(manifest, 37);
				assert.ok(
					accepted,
					`${text}\n${problems.map(({ path, detail }) => `${path}: ${detail}`).join('\n')}${decoded.faults.map(({ message }) => message).join()}`,
				);
			}
		}
	});

	it('makes parts of pods that the server takes', () => {
		const parts = [
			...['probes', 'restricted securityContext', 'graceful stop'].map((label) => chosen(container('ports: [{name: http, containerPort: 80}]\n¦'), label)),
			...['sidecar', 'init chain', 'restricted securityContext', 'spread over zones'].map((label) =>
				chosen(pod('¦\ncontainers: [{name: main, image: x}]'), label),
			),
			chosen('apiVersion: v1\nkind: Pod\nmetadata:\n    name: a\nspec:\n    containers:\n        - name: main\n          image: x\n    ¦', 'init chain'),
		];
		for (const text of parts) {
			const [manifest] = read(text).sections.flatMap(({ manifests }) => manifests);
			assert.ok(manifest, text);
			assert.ok(
				judge(manifest, 37).accepted,
				`${text}\n${judge(manifest, 37)
					.problems.map(({ detail }) => detail)
					.join()}`,
			);
		}
	});
});

describe('values', () => {
	it('asks the port that the container has', () => {
		for (const [ports, port] of [
			['ports: [{name: web, containerPort: 80}]\n', 'web'],
			['ports: [{containerPort: 80}]\n', '80'],
			['', '8080'],
		] as const) {
			assert.match(chosen(container(`${ports}livenes¦`), 'livenessProbe'), new RegExp(`httpGet:\n +path: /healthz\n +port: ${port}\n`));
			assert.equal(chosen(container(`${ports}¦`), 'probes').match(new RegExp(`port: ${port}\n`, 'g'))?.length, 3);
		}
	});

	it('enums, booleans and defaults', () => {
		assert.deepEqual(labels(pod('restartPolicy: ¦')), ['Always', 'Never', 'OnFailure']);
		assert.equal(items(pod('restartPolicy: ¦'))[0]?.detail, 'default');
		assert.deepEqual(labels(pod('hostNetwork: ¦')), ['true', 'false']);
		assert.deepEqual(labels('apiVersion: apps/v1\nkind: ¦').slice(0, 4), ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);
		assert.equal(labels('apiVersion: ¦\nkind: Job')[0], 'batch/v1');
		assert.deepEqual(labels(pod('topologySpreadConstraints:\n- labelSelector:\n    matchExpressions:\n    - operator: ¦')), [
			'In',
			'NotIn',
			'Exists',
			'DoesNotExist',
		]);
	});

	it('brings the apiVersion of the kind along', () => {
		const made = (text: string, label: string): string => {
			const item = items(text).find((one) => one.label === label);
			assert.ok(item, label);
			const plain = text.replace(CURSOR, '');
			return edited(plain, [{ range: item.range, text: filled(item.insert) }, ...(item.also ?? [])]);
		};
		assert.equal(made('apiVersion: v1\nkind: Dep¦\n', 'Deployment'), 'apiVersion: apps/v1\nkind: Deployment\n');
		assert.equal(made('apiVersion: v1\nkind: P¦\n', 'Pod'), 'apiVersion: v1\nkind: Pod\n');
		assert.equal(made('---\nkind: ¦\napiVersion: "apps/v1"  # a\n', 'Job'), '---\nkind: Job\napiVersion: "batch/v1"  # a\n');
		assert.equal(made('apiVersion:\nkind: Job¦\n', 'Job'), 'apiVersion: batch/v1\nkind: Job\n');
		assert.equal(made('kind: ¦\n', 'Job'), 'kind: Job\n');
		const list = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ¦\n';
		assert.ok(items(list).every(({ also }) => also === undefined));
	});

	it('goes on below a head that is wrong, but names one of ours', () => {
		assert.ok(labels('apiVersion: extensions/v1beta1\nkind: Deployment\nspec:\n  ¦').includes('replicas'));
		assert.ok(!labels('apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec:\n  ¦').includes('backoffLimit'));
	});

	it('what else Kubernetes knows', () => {
		const has = (text: string, label: string): void => assert.ok(labels(text).includes(label), `${label}: ${labels(text).join(', ')}`);
		has(container('env:\n- name: A\n  valueFrom:\n    fieldRef:\n      fieldPath: ¦'), 'status.podIP');
		has(container('env:\n- name: A\n  valueFrom:\n    resourceFieldRef:\n      resource: ¦'), 'limits.cpu');
		has(container('securityContext:\n  capabilities:\n    drop: [¦]'), 'ALL');
		has(container('securityContext:\n  capabilities:\n    drop:\n    - ¦'), 'ALL');
		has(pod('securityContext:\n  sysctls:\n  - name: ¦'), 'net.core.somaxconn');
		has(pod('nodeSelector:\n  ¦'), 'kubernetes.io/os');
		has(pod('nodeSelector:\n  kubernetes.io/os: ¦'), 'linux');
		has(pod('tolerations:\n- key: ¦'), 'node.kubernetes.io/not-ready');
		has(pod('topologySpreadConstraints:\n- topologyKey: ¦'), 'topology.kubernetes.io/zone');
		has(container('lifecycle:\n  stopSignal: ¦'), 'SIGUSR1');
		has('apiVersion: batch/v1\nkind: CronJob\nspec:\n  timeZone: ¦', 'Asia/Seoul');
	});
});

describe('words beside an item', () => {
	it('come when somebody looks', () => {
		const item = items(pod('restartPol¦')).find(({ label }) => label === 'restartPolicy');
		assert.match((item?.words && completionWords(item.words, 'both')) ?? '', /파드[\s\S]*---[\s\S]*containers/);
		const value = items(pod('restartPolicy: ¦')).find(({ label }) => label === 'Never');
		assert.match((value?.words && completionWords(value.words, 'ko')) ?? '', /다시 시작하지 않/);
	});
});

describe('defaults that are told', () => {
	it('are the ones the server fills in', () => {
		const probe = { httpGet: { port: 80 } };
		const spec = {
			containers: [
				{
					name: 'a',
					image: 'x',
					ports: [{ containerPort: 1 }],
					livenessProbe: probe,
					env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
				},
			],
			volumes: [
				{ name: 'v', configMap: {} },
				{ name: 's', secret: {} },
				{ name: 'd', downwardAPI: {} },
				{ name: 'h', hostPath: { path: '/' } },
				{ name: 'p', projected: { sources: [{ serviceAccountToken: { path: 'x' } }] } },
			],
		};
		const template = { metadata: {}, spec };
		const specs: Readonly<Record<string, unknown>> = {
			Pod: spec,
			Job: { template },
			CronJob: { schedule: '', jobTemplate: { spec: { template } } },
			StatefulSet: { template, volumeClaimTemplates: [{ spec: {} }] },
		};
		const seen = new Map<string, unknown>();
		for (const { kind } of KINDS) collect(applyDefaults(kind, structuredClone({ metadata: {}, spec: specs[kind] ?? { template } }), 37), kind, seen);
		const told = Object.entries(DEFAULTS).filter(([field]) => seen.has(field));
		assert.ok(
			told.length > 35,
			`${told.length} of ${Object.keys(DEFAULTS).length}: ${Object.keys(DEFAULTS)
				.filter((field) => !seen.has(field))
				.join(', ')}`,
		);
		for (const [field, value] of told) {
			const actual = field.endsWith('defaultMode') ? `0${Number(seen.get(field)).toString(8)}` : seen.get(field) === '' ? '""' : String(seen.get(field));
			assert.equal(actual, value, field);
		}
	});
});

/** The scalars of an object, by the type and field they stand in. */
function collect(value: unknown, struct: string, seen: Map<string, unknown>): void {
	for (const [name, one] of Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)) {
		const type = structOf(struct)?.get(name)?.type;
		const inner = type && structWithin(type);
		for (const child of Array.isArray(one) ? (one as readonly unknown[]) : [one]) {
			if (typeof child !== 'object') seen.set(`${struct}.${name}`, child);
			else if (inner) collect(child, inner, seen);
		}
	}
}

// `npm run bench`: how long an answer takes after a keystroke, beside yaml-language-server in the same process, and what a start costs. Prints milliseconds (median) and ratios.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { benchStart } from './start.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const OPENAPI = '../shared/openapi/openapi-1.37.json';
const ROUNDS = 60;
const WARM_UP = 20;

/** Counts up, so that no two texts are the same. */
let keystroke = 0;

function container(name) {
	return `  - name: ${name}
    image: registry.example/${name}:1.2
    ports:
    - {name: http, containerPort: 8080}
    env:
    - {name: MODE, value: production}
    - name: NODE
      valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
    resources:
      requests: {cpu: 250m, memory: 64Mi}
      limits: {cpu: "1", memory: 128Mi}
    readinessProbe:
      httpGet: {path: /ready, port: http}
      periodSeconds: 5
    livenessProbe:
      httpGet: {path: /alive, port: 8080}
    volumeMounts:
    - {name: data, mountPath: /data}
    securityContext:
      allowPrivilegeEscalation: false
`;
}

function pod(name, containers) {
	const all = Array.from({ length: containers }, (_, i) => container(`app-${i}`)).join('');
	return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {app: web, edit: "${keystroke++}"}
spec:
  containers:
${all}  volumes:
  - name: data
    emptyDir: {sizeLimit: 1Gi}
  terminationGracePeriodSeconds: 20
  restartPolicy: Always
`;
}

const small = () => pod('small', 2);
const large = () => Array.from({ length: 8 }, (_, i) => pod(`large-${i}`, 2)).join('---\n');

async function peapod() {
	mkdirSync('out', { recursive: true });
	const contents = ['features/diagnose/diagnose', 'features/complete/complete', 'features/hover/hover', 'features/diagnose/judge', 'manifest/read']
		.map((file) => `export * from './server/src/${file}';`)
		.join('\n');
	const outfile = path.resolve('out/bench-peapod.cjs');
	await build({
		stdin: { contents, resolveDir: '.' },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		outfile,
		logLevel: 'warning',
		mainFields: ['module', 'main'],
		loader: { '.yaml': 'text', '.md': 'text' },
	});
	const { diagnose, complete, hover, judge, read } = createRequire(import.meta.url)(outfile);
	const settings = { language: 'en', version: 37 };
	return {
		diagnose: (text) => diagnose(read(text), 37),
		complete: (text, offset) => complete(text, read(text), offset, settings),
		hover: (text, offset) => hover(read(text), offset, settings, (manifest) => judge(manifest, 37)),
	};
}

function schema() {
	if (!existsSync(OPENAPI)) {
		console.log(`${OPENAPI} is not here: yaml-language-server gets a schema of ten fields, which is in its favour.`);
		const text = { type: 'string' };
		const item = {
			type: 'object',
			additionalProperties: true,
			properties: { name: text, image: text, ports: { type: 'array' }, env: { type: 'array' } },
			required: ['name'],
		};
		const spec = { type: 'object', properties: { containers: { type: 'array', items: item }, volumes: { type: 'array' }, restartPolicy: text } };
		return { type: 'object', properties: { apiVersion: text, kind: text, metadata: { type: 'object' }, spec } };
	}
	const { definitions } = JSON.parse(readFileSync(OPENAPI, 'utf8'));
	return { definitions, $ref: '#/definitions/io.k8s.api.core.v1.Pod' };
}

async function yamlLanguageServer() {
	const { getLanguageService, TextDocument } = createRequire(import.meta.url)('yaml-language-server/lib/umd/languageservice/yamlLanguageService.js');
	const { TextDocument: Document } = createRequire(import.meta.url)('vscode-languageserver-textdocument');
	const { SettingsState } = createRequire(import.meta.url)('yaml-language-server/lib/umd/yamlSettings.js');
	const quiet = { send: () => {}, sendError: () => {}, sendTrack: () => {} };
	const service = getLanguageService({
		schemaRequestService: () => Promise.reject(new Error('no network')),
		workspaceContext: { resolveRelativePath: (relative) => relative },
		telemetry: quiet,
		yamlSettings: new SettingsState(),
		clientCapabilities: {},
	});
	service.configure({
		validate: true,
		hover: true,
		completion: true,
		isKubernetes: false,
		schemas: [{ uri: 'file:///pod.json', fileMatch: ['*.yaml'], schema: schema() }],
	});
	const open = (text) => (TextDocument ?? Document).create(`file:///bench-${keystroke}.yaml`, 'yaml', keystroke, text);
	return {
		diagnose: (text) => service.doValidation(open(text), false),
		complete: (text, offset) => {
			const document = open(text);
			return service.doComplete(document, document.positionAt(offset), false);
		},
		hover: (text, offset) => {
			const document = open(text);
			return service.doHover(document, document.positionAt(offset));
		},
	};
}

const TASKS = [
	{ name: 'diagnostics, a pod', text: small, ask: (of, text) => of.diagnose(text) },
	{ name: 'diagnostics, a file', text: large, ask: (of, text) => of.diagnose(text) },
	{ name: 'completion', text: () => small().replace('    ports:', '    te\n    ports:'), ask: (of, text) => of.complete(text, text.indexOf('    te\n') + 6) },
	{ name: 'hover', text: small, ask: (of, text) => of.hover(text, text.indexOf('readinessProbe') + 3) },
];

async function median(task, of) {
	const times = [];
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		const text = task.text();
		const start = performance.now();
		await task.ask(of, text);
		if (round >= WARM_UP) times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

const [ours, theirs] = [await peapod(), await yamlLanguageServer()];
console.log(`${'after a keystroke'.padEnd(34)}${'Peapod'.padStart(10)}${'yaml-ls'.padStart(10)}${'ratio'.padStart(8)}`);
for (const task of TASKS) {
	const [own, other] = [await median(task, ours), await median(task, theirs)];
	const lines = task.text().split('\n').length - 1;
	console.log(
		`${`${task.name} (${lines} lines)`.padEnd(34)}${`${own.toFixed(2)} ms`.padStart(10)}${`${other.toFixed(2)} ms`.padStart(10)}${(other / own).toFixed(1).padStart(8)}`,
	);
}
await benchStart(schema());

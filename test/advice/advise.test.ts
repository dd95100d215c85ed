import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import { messageText } from '../../server/src/features/diagnose/diagnostic';
import { fixesIn } from '../../server/src/features/diagnose/fixes';
import { read } from '../../server/src/manifest/read';

/** `code text` of every advice on a file, at what it underlines. */
const advice = (text: string): readonly string[] =>
	diagnose(read(text), 37)
		.filter(({ code }) => code.startsWith('advice/'))
		.map(({ code, range }) => `${code.slice('advice/'.length)} ${text.slice(range.start, range.end)}`);

const pod = (container: string, spec = ''): string =>
	`{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: a}}, spec: {containers: [{name: c, ${container}}]${spec && `, ${spec}`}}}`;
const deployment = (container: string, labels = '{app: web}'): string =>
	`{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: ${labels}}, template: {metadata: {labels: ${labels}}, spec: {containers: [{name: c, ${container}}]}}}}`;
const file = (...documents: readonly string[]): string => documents.join('\n---\n');

test('images: what no runtime reads, and nothing of what it does', () => {
	for (const image of ['busybox":"latest', '“nginx”', 'HTTPS://ghcr.io/a', 'nginx: 1', 'NGINX', 'nginx:', 'a//b', 'docker://nginx'])
		assert.deepEqual(advice(pod(`image: '${image}'`)), [`image-reference '${image}'`], image);
	for (const image of ['MyOrg/app', 'hub.docker.com/r/acme/web']) assert.deepEqual(advice(pod(`image: '${image}'`)), [`image-host '${image}'`], image);
	for (const image of [
		'a:V1',
		'Registry.example.com/a',
		'localhost/a',
		`10.0.0.1:5000/a/b@sha256:${'ab'.repeat(32)}`,
		'ghcr.io/<org>/a',
		'IMAGE_NAME',
		'$' + '{IMAGE}',
	])
		assert.deepEqual(advice(pod(`image: '${image}'`)), [], image);
	assert.deepEqual(advice(pod('image: a', 'volumes: [{name: v, image: {reference: "A"}}]')), ['image-reference "A"']);
	assert.deepEqual(advice(deployment('image: " "')), [], 'what a trigger fills in');
});

test('ports by name: those of the container itself, numbers as they are', () => {
	const probe = (how: string, port: string, ports = ''): readonly string[] =>
		advice(pod(`image: a, ports: [${ports}], livenessProbe: {${how}: {port: ${port}}}`));
	assert.deepEqual(probe('tcpSocket', 'http'), ['liveness-port http']);
	assert.deepEqual(probe('httpGet', 'http', '{name: http, containerPort: 80}'), []);
	assert.deepEqual(probe('httpGet', '8080'), []);
	const neighbour = pod(
		'image: a, readinessProbe: {httpGet: {port: web}}',
		'initContainers: [{name: i, image: a, restartPolicy: Always, ports: [{name: web, containerPort: 1}]}]',
	);
	assert.deepEqual(advice(neighbour), ['readiness-port web']);
});

test('root that must not be root: the container speaks before the pod', () => {
	assert.deepEqual(advice(pod('image: a', 'securityContext: {runAsNonRoot: true, runAsUser: 0}')), ['run-as-non-root 0']);
	assert.deepEqual(advice(pod('image: a, securityContext: {runAsUser: 1}', 'securityContext: {runAsNonRoot: true, runAsUser: 0}')), []);
	assert.deepEqual(advice(pod('image: a, securityContext: {runAsNonRoot: false, runAsUser: 0}', 'securityContext: {runAsNonRoot: true}')), []);
});

test('amounts: only those that no node has or no container starts with', () => {
	const limits = (text: string): readonly string[] => advice(pod(`image: a, resources: {limits: {${text}}}`));
	for (const [text, found] of Object.entries({
		'cpu: 500M': 'cpu-cores 500M',
		'cpu: 100Mi': 'cpu-cores 100Mi',
		"cpu: '500'": "cpu-cores '500'",
		'memory: 512': 'memory-bytes 512',
		'memory: 64k': 'memory-bytes 64k',
	}))
		assert.deepEqual(limits(text), [found], text);
	for (const text of ['cpu: 500m', 'cpu: 64', 'memory: 512Mi', 'memory: 128M', 'memory: 0', 'memory: 1e9', 'ephemeral-storage: 1Gi'])
		assert.deepEqual(limits(text), [], text);
	// Of fractions the server speaks itself.
	assert.deepEqual(limits('memory: 512m'), []);
});

test('hooks that sleep away the time to stop', () => {
	const hook = (text: string, grace = 30): readonly string[] =>
		advice(pod(`image: a, lifecycle: {preStop: ${text}}`, `terminationGracePeriodSeconds: ${grace}`));
	assert.deepEqual(hook('{exec: {command: [sleep, "300"]}}'), ['pre-stop "300"']);
	assert.deepEqual(hook('{exec: {command: [/bin/sleep, 5m]}}'), ['pre-stop 5m']);
	assert.deepEqual(hook('{exec: {command: [sh, -c, "sleep 20 && nginx -s quit; sleep 15"]}}'), ['pre-stop "sleep 20 && nginx -s quit; sleep 15"']);
	assert.deepEqual(hook('{sleep: {seconds: 30}}'), ['pre-stop 30']);
	for (const text of ['{exec: {command: [sleep, "10"]}}', '{exec: {command: [sh, -c, "while pgrep x; do sleep 60; done"]}}', '{sleep: {seconds: 5}}'])
		assert.deepEqual(hook(text), [], text);
	assert.deepEqual(hook('{exec: {command: [sleep, "300"]}}', 400), []);
});

test('commands: one word is one program, one item is one script', () => {
	const command = (text: string, args = '[]'): readonly string[] => advice(pod(`image: a, command: ${text}, args: ${args}`));
	assert.deepEqual(command('["sleep 3600"]'), ['command-one-word "sleep 3600"']);
	assert.deepEqual(command('["/bin/sh -c", "echo"]'), ['command-one-word "/bin/sh -c"']);
	assert.deepEqual(command('[sh, -c]', '[sleep, "60"]'), ['script-words sleep']);
	for (const text of ['[sh, -c, "sleep 60"]', '[bash, -c, --, "while true; do sleep 1; done"]', '[sh, -c, "exec $0", x]', "['C:\\Program Files\\a.exe']"])
		assert.deepEqual(command(text), [], text);
	assert.deepEqual(advice(pod('image: a, livenessProbe: {exec: {command: ["cat /tmp/healthy"]}}')), ['command-one-word "cat /tmp/healthy"']);
});

test('variables: what is filled in, and what stays as it is', () => {
	const env = (value: string, more = ''): readonly string[] =>
		advice(pod(`image: a, env: [{name: A, value: x}, {name: B, value: "${value}"}, {name: C, value: x}]${more}`));
	assert.deepEqual(env('$(PATH):/opt'), ['variable-unknown "$(PATH):/opt"']);
	assert.deepEqual(env('$(C)'), ['variable-below "$(C)"']);
	for (const value of ['$(A)', '$$(NOPE)', '$(NOPE', '$(WEB_SERVICE_HOST):$(WEB_PORT_80_TCP)', '$(a b)']) assert.deepEqual(env(value), [], value);
	assert.deepEqual(env('$(NOPE)', ', envFrom: [{configMapRef: {name: c}}]'), []);
	const words = (text: string): readonly string[] => advice(pod(`image: a, env: [{name: HOST, value: x}], ${text}`));
	assert.deepEqual(words('args: ["--host=$(HOTS)"]'), ['variable-unknown "--host=$(HOTS)"']);
	assert.deepEqual(words('command: [echo], args: ["$' + '{HOST}"]'), ['shell-variable "$' + '{HOST}"']);
	for (const text of ['command: [sh, -c, "echo $(date) $HOST"]', 'args: ["$HOST"]', 'command: [echo, "$(HOST)", "$NOPE"]'])
		assert.deepEqual(words(text), [], text);
});

test('Jobs that an ordinary sidecar keeps from ending', () => {
	const job = (second: string, more = ''): readonly string[] =>
		advice(
			`{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {restartPolicy: Never, ${more} containers: [{name: work, image: a}, {name: side, ${second}}]}}}}`,
		);
	assert.deepEqual(job('image: envoyproxy/envoy:v1'), ['job-sidecar side']);
	assert.deepEqual(job('image: busybox, command: [sh, -c, "while true; do sleep 1; done"]'), ['job-sidecar side']);
	assert.deepEqual(job('image: a, readinessProbe: {tcpSocket: {port: 1}}'), ['job-sidecar side']);
	assert.deepEqual(job('image: other'), []);
	assert.deepEqual(job('image: envoyproxy/envoy:v1', 'shareProcessNamespace: true,'), []);
});

test('schedules that never come, or more often than they seem to', () => {
	const cron = (text: string): readonly string[] =>
		advice(
			`{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: "${text}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: a}]}}}}}}`,
		);
	for (const text of ['0 0 30 2 *', '0 0 31 4,6,9,11 *', '0 0 31 feb *', ', 0 * * *']) assert.deepEqual(cron(text), [`schedule-never "${text}"`], text);
	for (const text of ['0 0 29 2 *', '0 0 31 1-12 *', '0 0 30 2 1', '@hourly', '@every 5m', '*/5 3 * * *', '* 8-18 * * *', '0 0 * * 1'])
		assert.ok(!cron(text).some((one) => one.startsWith('schedule-never')), text);
	assert.deepEqual(cron('0 0 13 * 5'), ['schedule-either-day "0 0 13 * 5"']);
	assert.deepEqual(cron('* 3 * * *'), ['schedule-every-minute "* 3 * * *"']);
	for (const text of ['0 0 29 2 *', '0 0 1 * *', '*/5 3 * * *', '* 8-18 * * *', '@daily', '0 0 1-31 * 1']) assert.deepEqual(cron(text), [], text);
});

const service = (spec: string, meta = ''): string => `{apiVersion: v1, kind: Service, metadata: {name: s${meta}}, spec: {${spec}}}`;

test('a selector that finds nothing in its file, where all that could be found is there', () => {
	const web = deployment('image: a');
	assert.deepEqual(advice(file(web, service('selector: {app: wbe}'))), ['selects-nothing wbe']);
	assert.deepEqual(advice(file(web, service('selector: {app: web, tier: front}'))), ['selects-nothing front']);
	for (const other of [
		service('selector: {app: web}'),
		service('selector: {app: web, statefulset.kubernetes.io/pod-name: web-0}'),
		service('selector: {}'),
		service('type: ExternalName, selector: {app: x}'),
		service('selector: {app: "$' + '{APP}"}'),
		service('selector: 3'),
	])
		assert.deepEqual(advice(file(web, other)), [], other);
	assert.deepEqual(advice(service('selector: {app: wbe}')), [], 'no pods at all');
	assert.deepEqual(
		advice(file(web, service('selector: {app: wbe}'), '{apiVersion: example.com/v1, kind: Database, metadata: {name: d}}')),
		[],
		'who knows what makes pods',
	);
	assert.deepEqual(advice(file(web, service('selector: {app: wbe}'), 'a: b: c')), [], 'a document that is not read');
	assert.deepEqual(
		advice(file(web.replace('name: web', 'name: web, namespace: one'), service('selector: {app: wbe}', ', namespace: two'))),
		[],
		'another namespace',
	);
});

test('a port of a Service by a name that its pods lack', () => {
	const web = deployment('image: a, ports: [{name: http, containerPort: 80}]');
	const ports = (text: string): readonly string[] => advice(file(web, service(`selector: {app: web}, ports: [{port: 80, ${text}}]`)));
	assert.deepEqual(ports('targetPort: web'), ['target-port web']);
	for (const text of ['targetPort: http', 'targetPort: 8080', '', 'targetPort: "$' + '{PORT}"']) assert.deepEqual(ports(text), [], text);
});

test('keys of ConfigMaps and Secrets in the same file', () => {
	const config = '{apiVersion: v1, kind: ConfigMap, metadata: {name: app-config}, data: {a: x}, binaryData: {b: eA==}}';
	const of = (text: string): readonly string[] => advice(file(config, pod(`image: a, ${text}`)));
	assert.deepEqual(of('env: [{name: A, valueFrom: {configMapKeyRef: {name: app-config, key: c}}}]'), ['config-key-env c']);
	assert.deepEqual(of('envFrom: [{configMapRef: {name: app-confg}}]'), ['config-name app-confg']);
	for (const key of ['a', 'b', 'c, optional: true'])
		assert.deepEqual(of(`env: [{name: A, valueFrom: {configMapKeyRef: {name: app-config, key: ${key}}}}]`), [], key);
	assert.deepEqual(of('env: [{name: A, valueFrom: {secretKeyRef: {name: app-config, key: c}}}]'), [], 'a Secret is no ConfigMap');
	assert.deepEqual(of('envFrom: [{configMapRef: {name: other}}]'), []);
	const projected = file(config, pod('image: a', 'volumes: [{name: v, projected: {sources: [{configMap: {name: app-config, items: [{key: c, path: c}]}}]}}]'));
	assert.deepEqual(advice(projected), ['config-key-volume c']);
});

test('what the server refuses is not advised about, and what nobody knows yet neither', () => {
	assert.deepEqual(advice(pod('image: " A"')), []);
	assert.deepEqual(advice(pod('image: {a: b}, livenessProbe: {httpGet: {port: http}}, ports: 3')), []);
});

test('an object that is none of ours is mended, too', () => {
	const text = file(deployment('image: a'), service('selector: {app: wbe}'));
	const found = diagnose(read(text), 37);
	const [fix] = fixesIn(read(text), { start: text.indexOf('wbe'), end: text.indexOf('wbe') }, found, 37);
	assert.deepEqual([fix?.title.en, fix?.edits.map((edit) => text.slice(edit.range.start, edit.range.end))], ['Set app to web', ['wbe']]);
});

test('advice is told in the language of the reader, values and particles filled in', () => {
	const [found] = diagnose(read(pod('image: a, livenessProbe: {httpGet: {port: http}}')), 37);
	assert.ok(found);
	assert.match(messageText(found, 'en'), /^Container c has no port named http\.\nThe probe cannot be run/);
	assert.match(messageText(found, 'ko'), /^c 컨테이너에 http라는 포트가 없다\.\n프로브를/);
	assert.equal(messageText(found, 'both').split('\n').length, 4);
	for (const text of ['image: A', 'image: a, command: ["sleep 1"]', 'image: a, command: [sh, -c, sleep, "1"]', 'image: a, env: [{name: A, value: $(B)}]']) {
		for (const { code, own, why } of diagnose(read(pod(text)), 37))
			assert.doesNotMatch(`${own?.en}${own?.ko}${why?.en}${why?.ko}`, /\{\w+(?::[^}]*)?\}|undefined/, code);
	}
});

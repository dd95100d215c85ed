import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventRows } from '../../server/src/autopsy/read-events';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';

const DESCRIBED = `Name:         shop-0
Namespace:    web
Node:         node-a/10.0.0.7
Start Time:   Tue, 04 Feb 2025 10:00:00 +0000
Labels:       app=shop
Status:       Running
IP:           10.1.0.9
Controlled By:  StatefulSet/shop
Containers:
  app:
    Image:          example/shop:2
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Exit Code:    3
      Started:      Tue, 04 Feb 2025 10:05:00 +0000
      Finished:     Tue, 04 Feb 2025 10:05:20 +0000
    Ready:          False
    Restart Count:  4
    Mounts:
      /data from data (rw)
Conditions:
  Type              Status
  Ready             False 
Volumes:
  data:
    Type:      ConfigMap (a volume populated by a ConfigMap)
    Name:      settings
    Optional:  false
Events:
  Type     Reason   Age                 From             Message
  ----     ------   ----                ----             -------
  Warning  BackOff  10s (x9 over 5m)    kubelet, node-a  Back-off restarting failed container
`;

/** What the first pod of a text is told to be. */
function told(text: string) {
	const pods = explain(readDump(text));
	const [pod] = pods;
	return { count: pods.length, name: pod?.name, row: pod?.timeline[0]?.kubectl, en: pod?.headline.en ?? '', ko: pod?.headline.ko ?? '' };
}

const lines = (text: string, change: (line: string) => string): string => text.split('\n').map(change).join('\n');

test('a description is read however it was pasted', () => {
	const whole = told(DESCRIBED);
	assert.match(whole.en, /^`app` ends 20\u00a0s after each start with exit code 3: 5 times so far/);
	const shapes: Readonly<Record<string, string>> = {
		'behind a prompt, in a fence': `$ kubectl describe pod shop-0 -n web\n\`\`\`\n${DESCRIBED}\`\`\`\n`,
		'behind the table': `NAME     READY   STATUS             RESTARTS   AGE\nshop-0   0/1     CrashLoopBackOff   4          6m\n\n${DESCRIBED}`,
		'moved to the right': lines(DESCRIBED, (line) => `    ${line}`),
		'all but its first line moved to the right': lines(DESCRIBED, (line) => ` ${line}`).slice(1),
		'behind a backtick': `\`${DESCRIBED}`,
		quoted: lines(DESCRIBED, (line) => `> ${line}`),
		'with a line in bold': DESCRIBED.replace('State:          Waiting', '**State:          Waiting**'),
		'with tabs': lines(DESCRIBED, (line) => line.replace(/: {2,}/g, ':\t\t')),
		'with its indentation gone': lines(DESCRIBED, (line) => line.trim().replace(/ {2,}/g, ' ')),
		'with its first letter small': DESCRIBED.replace('Name:', 'name:'),
		'in a string of JSON': DESCRIBED.replace('failed container', 'failed container \\"app\\"'),
	};
	for (const [shape, text] of Object.entries(shapes)) assert.deepEqual(told(text), whole, shape);
});

test('what describes something else is no pod', () => {
	const others = [
		'Name:  game\nNamespace:  default\nKind:  GameServer\nSpec:\n  Template:\n    Containers:\n      app:\n        Image:  a\n',
		'Name:           web\nNamespace:      shop\nSelector:       app=web\nReplicas:       1 desired\nPods Status:    0 Running\nPod Template:\n  Containers:\n   app:\n    Image:  a\nEvents:         <none>\n',
		'Name:               node-a\nRoles:              <none>\nLabels:             a=b\nCapacity:\n  cpu:  4\nConditions:\n  Type  Status\nEvents:\n  Type    Reason    Age  From     Message\n  ----    ------    ---  ----     -------\n  Normal  Starting  5m   kubelet  Starting kubelet.\n',
	];
	for (const text of others) assert.equal(told(text).count, 0, text);
});

test('of a pod without a start time the scheduler’s words are told all the same', () => {
	const text = `Name:         big
Namespace:    web
Node:         <none>
Status:       Pending
Containers:
  app:
    Image:      a
    Requests:
      nvidia.com/gpu:  2
Conditions:
  Type           Status
  PodScheduled   False 
Events:
  Type     Reason            Age                  From               Message
  ----     ------            ----                 ----               -------
  Warning  FailedScheduling  2m (x3 over 9m)      default-scheduler  0/2 nodes are available: 2 Insufficient nvidia.com/gpu.
`;
	const [pod] = explain(readDump(text));
	assert.deepEqual(
		pod?.causes.map(({ words }) => words.en),
		['`app` requests 2 of nvidia.com/gpu.', 'The scheduler finds no node: 0/2 nodes are available: 2 Insufficient nvidia.com/gpu.'],
	);
	assert.equal(pod?.now, undefined);
	assert.equal(pod?.advice[0]?.line, 'spec.containers[0].resources.requests.nvidia.com/gpu: < 2');
});

test('events are read in all tables that kubectl has printed', () => {
	const tables: Readonly<Record<string, string>> = {
		now: '  Warning  BackOff  10s (x9 over 5m)  kubelet  Back-off restarting failed container app in pod shop-0_web(1-2)',
		'until 1.18': '  Warning  BackOff  10s (x9 over 5m)  kubelet, node-a  Back-off restarting failed container',
		'until 1.7': '  5m  10s  9  kubelet, node-a  spec.containers{app}  Warning  BackOff  Back-off restarting failed container',
		'until 1.4': '  5m\t10s\t9\t{kubelet node-a}\tspec.containers{app}\tWarning\tBackOff\tBack-off restarting failed docker container',
		'until 1.2': '  5m  10s  9  {kubelet node-a}  spec.containers{app}  Backoff  Back-off restarting failed docker container',
		'get events': '10s  Warning  BackOff  pod/shop-0  Back-off restarting failed container',
		'get events -A': 'web  10s  Warning  BackOff  pod/shop-0  Back-off restarting failed container',
		'get events -o wide': '10s  Warning  BackOff  pod/shop-0  spec.containers{app}  kubelet, node-a  Back-off restarting failed container  5m  9  shop-0.17',
		'kubectl events': '10s (x9 over 5m)  Warning  BackOff  Pod/shop-0  Back-off restarting failed container',
		'oc get events': '10s  5m  9  shop-0  Pod  spec.containers{app}  Warning  BackOff  {kubelet node-a}  Back-off restarting failed container',
	};
	for (const [name, line] of Object.entries(tables)) {
		const [row, ...others] = eventRows([line]);
		assert.deepEqual([others.length, row?.reason, row?.last, row?.message.slice(0, 26)], [0, 'BackOff', 10, 'Back-off restarting failed'], name);
		if (!/^get events(?: -A)?$/.test(name)) assert.deepEqual([row?.count, row?.first], [9, 300], name);
		assert.match(told(line).en, /keeps ending and is started again/, name);
	}
	assert.deepEqual(
		eventRows(['Warning  Failed  5s  kubelet  Failed to pull image "a": errors:', 'denied: access denied', '', 'no event']).map(({ message }) => message),
		['Failed to pull image "a": errors: denied: access denied'],
		'a message goes on in the next line, up to an empty one',
	);
	assert.deepEqual(
		eventRows(['Normal  Scheduled  <unknown>  default-scheduler  Successfully assigned web/a to b', 'Normal  Pulling  9s  kubelet, b  Pulling image "a"']).map(
			({ last }) => last,
		),
		[9, 9],
		'what has no age is as old as the oldest',
	);
});

test('of events alone it is told what they say, and which pod, node and container they are about', () => {
	const cases: readonly (readonly [string, RegExp, RegExp])[] = [
		['Warning  FailedScheduling  5s  default-scheduler  0/1 nodes are available: 1 Insufficient cpu.', /^No node can take the pod/, /노드가 없어/],
		[
			'Warning  Failed  5s (x4 over 1m)  kubelet, b  Failed to pull image "a/b:1": manifest unknown',
			/^`a\/b:1` cannot be pulled: .* 4 tries/,
			/내려받지 못한다/,
		],
		["Warning  Failed  5s  kubelet  Error: couldn't find key user in Secret web/db", /^`container` waits for key `user` of Secret `db`/, /`user` 키/],
		[
			'Warning  FailedMount  5s (x7 over 9m)  kubelet  MountVolume.SetUp failed for volume "conf" : configmap "conf" not found',
			/^Volume `conf` cannot be mounted/,
			/`conf` 볼륨/,
		],
		['Warning  FailedCreatePodSandBox  5s  kubelet  Failed to create pod sandbox: rpc error: x', /^The node cannot set up the sandbox/, /샌드박스/],
		['Warning  Evicted  5s  kubelet  The node was low on resource: memory.', /^The pod was evicted/, /축출/],
		[
			'Warning  Unhealthy  5s (x9 over 1m)  kubelet  Liveness probe failed: x\nWarning  BackOff  2s (x8 over 1m)  kubelet  Back-off restarting failed container',
			/^The liveness probe of `container` fails, and it keeps being started again/,
			/활성 프로브/,
		],
		['Warning  Unhealthy  5s (x9 over 1m)  kubelet  Readiness probe failed: x', /its readiness probe fails/, /준비성 프로브/],
		['Normal  Started  5s  kubelet  Started container app', /^Nothing in it is wrong so far/, /잘못된 것이 없다/],
		[
			'Warning  FailedCreate  5s (x6 over 2m)  replicaset-controller  Error creating: pods "web-6df987574-ffvcc" is forbidden: exceeded quota: q',
			/^The API server refuses the pods of ReplicaSet `web-6df987574`/,
			/파드 생성을 거부/,
		],
	];
	for (const [text, en, ko] of cases) {
		const one = told(text);
		assert.match(one.en, en, text);
		assert.match(one.ko, ko, text);
		assert.equal(one.row, undefined, text);
	}
	const text =
		'Normal  Scheduled  2m  default-scheduler  Successfully assigned web/shop-0 to node-a\nWarning  FailedCreatePodSandBox  5s  kubelet  Failed to create pod sandbox: x';
	const [pod] = explain(readDump(text));
	assert.deepEqual([pod?.name, pod?.namespace, pod?.advice[0]?.line], ['shop-0', 'web', 'kubectl describe node node-a']);
	const over =
		'Warning  FailedScheduling  2m  default-scheduler  0/1 nodes are available: 1 Insufficient cpu.\nNormal  Scheduled  2m  default-scheduler  Successfully assigned web/a to b';
	assert.match(told(over).en, /^Nothing in it is wrong so far/, 'what kept it from nodes before it got one is over');
});

test('events that stand by a table tell of its rows', () => {
	const table =
		'NAME   READY   STATUS                       RESTARTS   AGE\nweb-1  2/2     Running                      0          9m\nweb-2  0/1     CreateContainerConfigError   0          9m\n';
	const pods = explain(readDump(`${table}\nWarning  Failed  2s (x5 over 54s)  kubelet  Error: couldn't find key TOKEN in Secret web/api\n`));
	assert.deepEqual(
		pods.map(({ name, timeline }) => [name, timeline[0]?.kubectl?.status]),
		[
			['web-1', 'Running'],
			['web-2', 'CreateContainerConfigError'],
		],
	);
	assert.match(pods[1]?.headline.en ?? '', /waits for key `TOKEN` of Secret `api`/);
	const [, nameless] = explain(readDump(`${table}\nWarning  Unhealthy  2s (x5 over 54s)  kubelet  Readiness probe failed: x\n`));
	assert.equal(nameless?.advice[1]?.line, 'kubectl logs web-2', 'events that name no pod are about the one that is in trouble');
	const [all] = explain(
		readDump(
			'NAME        READY   STATUS             RESTARTS   AGE\npod/web-1   0/1     ImagePullBackOff   0          4s\n\nNAME               TYPE   CLUSTER-IP\nservice/web   ClusterIP   10.0.0.1\n',
		),
	);
	assert.deepEqual([all?.name, all?.advice[0]?.line], ['web-1', 'kubectl describe pod web-1']);
});

test('parts of a description and messages alone are told of as far as they go', () => {
	const states = 'State:          Waiting\n  Reason:       CrashLoopBackOff\nLast State:     Terminated\n  Reason:       OOMKilled\n  Exit Code:    137\n';
	assert.match(told(states).en, /^`container` was OOM-killed: it wanted more memory than its limit, or its node had none left/);
	const part = DESCRIBED.slice(DESCRIBED.indexOf('Containers:'), DESCRIBED.indexOf('Conditions:'));
	assert.match(told(`...\n${part}`).en, /^`app` ends 20\u00a0s after each start with exit code 3/);
	assert.match(told('Last State:  Terminated\n  Reason:  Error\n').en, /^Cannot tell why/, 'how it ended is cut off');
	assert.match(told('It says `Failed to pull image "a/b": no basic auth credentials` and I am lost').en, /^`a\/b` cannot be pulled/);
	const yaml =
		'$ kubectl get pod a -o yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: [{name: c, image: i}]\nstatus:\n  phase: Succeeded\n$ \n';
	assert.match(told(yaml).en, /^Done/);
});

test('what stands beside an event in a broken dump is no part of its message', () => {
	const row = '12s  Warning  FailedMount  pod/shop-0  MountVolume.SetUp failed for volume "v" : configmap "cfg" not found\n';
	const message = 'Failed to pull image "a/b": no basic auth credentials';
	const texts = [
		`${row}      - name: PASSWORD\n        value: hunter2\n`,
		`${row}        value: hunter2\n`,
		`${row}        example.com/token: hunter2\n`,
		`${row}          "value": "hunter2"\n        } ] [\n`,
		`${row}        } ],\n        hunter2\n`,
		`{"message": "${message}", "env": [{"value": "hunter2"}]`,
		`12s  Warning  Failed  pod/a  ${message}" } ], "value": "hunter2"\n`,
	];
	for (const text of texts) {
		const answer = JSON.stringify(explain(readDump(text)));
		assert.doesNotMatch(answer, /hunter2/, text);
		assert.match(answer, /FailedMount|cannot be pulled|not found/, text);
	}
	const [wrapped] = eventRows('12s  Warning  Failed  pod/a  Error: ImagePullBackOff\n  unauthorized: authentication required\n'.split('\n'));
	assert.equal(wrapped?.message, 'Error: ImagePullBackOff unauthorized: authentication required');
});

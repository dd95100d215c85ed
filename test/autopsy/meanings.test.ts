import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Family, MEANINGS, meantBy, partsMeantBy } from '../../server/src/autopsy/meanings';
import { pullErrorWords } from '../../server/src/docs/moments';
import { meaningWords, remedyWords } from '../../server/src/docs/why-meanings';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';

/** Messages in the forms of those who write them: containerd, docker, cri-o, runc, CNI plugins, CSI drivers, the scheduler, the kubelet, admission. */
const MESSAGES: readonly (readonly [Family, string, string])[] = [
	[
		'pull',
		'failed to copy: httpReadSeeker: failed open: unexpected status code https://r/v2/a/manifests/b: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit',
		'pull/rate',
	],
	['pull', 'failed to authorize: failed to fetch anonymous token: Get "https://auth.r/token": x509: certificate signed by unknown authority', 'pull/authority'],
	['pull', 'Error response from daemon: Get "https://r:5000/v2/": x509: certificate has expired or is not yet valid', 'pull/certificate'],
	['pull', 'Error response from daemon: Get "https://r:5000/v2/": http: server gave HTTP response to HTTPS client', 'pull/http'],
	['pull', 'failed to do request: Head "https://r.example/v2/a/manifests/b": dial tcp: lookup r.example on 10.0.0.2:53: no such host', 'pull/dns'],
	['pull', 'failed to do request: Head "https://r/v2/": dial tcp 192.0.2.1:443: i/o timeout', 'pull/reach'],
	['pull', 'no match for platform in manifest: not found', 'pull/platform'],
	['pull', 'Error response from daemon: Get https://1.dkr.ecr.r.amazonaws.com/v2/a/manifests/b: no basic auth credentials', 'pull/credentials'],
	['pull', 'failed to pull and unpack image: failed to extract layer: write /a: no space left on device', 'pull/disk'],
	[
		'start',
		'OCI runtime create failed: runc create failed: unable to start container process: exec: "serve": executable file not found in $PATH: unknown',
		'start/missing serve',
	],
	['start', 'starting container process caused "exec: \\"/app/run.sh\\": permission denied": unknown', 'start/permission /app/run.sh'],
	['start', 'runc create failed: unable to start container process: exec: "/run.sh": stat /run.sh: no such file or directory', 'start/missing /run.sh'],
	['start', 'exec /bin/app: exec format error', 'start/format'],
	['start', 'failed to generate spec: no command specified', 'start/none'],
	[
		'start',
		'error mounting "/var/lib/kubelet/x" to rootfs at "/etc/a.conf": not a directory: Are you trying to mount a directory onto a file (or vice-versa)?',
		'start/mount',
	],
	['start', 'container init was OOM-killed (memory limit too low?)', 'start/memory'],
	['sandbox', 'networkPlugin cni failed to set up pod "a_b" network: add cmd: failed to assign an IP address to container', 'sandbox/address'],
	['sandbox', 'container runtime network not ready: cni plugin not initialized', 'sandbox/none'],
	[
		'sandbox',
		'plugin type="cilium-cni" failed (add): Get "http:///var/run/cilium/cilium.sock/v1/config": dial unix /var/run/cilium/cilium.sock: connect: no such file or directory',
		'sandbox/daemon',
	],
	['sandbox', 'loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory', 'sandbox/daemon'],
	['sandbox', 'plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized', 'sandbox/unauthorized'],
	['sandbox', 'failed to get sandbox image "registry.k8s.io/pause:3.9": failed to pull image', 'sandbox/pause'],
	['sandbox', 'Multus: [a/b]: error getting k8s network: cannot find a network-attachment-definition (macvlan) in namespace (a)', 'sandbox/attachment macvlan'],
	['mount', 'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0', 'mount/attached'],
	[
		'mount',
		'kubernetes.io/csi: attacher.MountDevice failed: driver name nfs.csi.k8s.io not found in the list of registered CSI drivers',
		'mount/driver nfs.csi.k8s.io',
	],
	['mount', 'references non-existent secret key: tls.crt', 'mount/key tls.crt'],
	['mount', 'hostPath type check failed: /data is not a directory', 'mount/host-path /data'],
	['mount', 'mount failed: exit status 32 mount: wrong fs type, bad option, bad superblock on nas:/x, missing codepage or helper program', 'mount/helper'],
	['mount', 'mount.nfs: access denied by server while mounting nas:/x', 'mount/denied'],
	['mount', 'Unable to attach or mount volumes: unmounted volumes=[data]: timed out waiting for the condition', 'mount/slow'],
	['evicted', 'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi.', 'evicted/own'],
	['evicted', 'Usage of EmptyDir volume "cache" exceeds the limit "1Gi".', 'evicted/volume cache'],
	['evicted', 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 90Mi.', 'evicted/memory'],
	['evicted', 'The node had condition: [DiskPressure]. ', 'evicted/disk'],
	[
		'kill',
		'failed to "KillPodSandbox" for "1" with KillPodSandboxError: "rpc error: code = Unknown desc = failed to destroy network for sandbox"',
		'kill/network',
	],
	['refused', 'pods "a" is forbidden: exceeded quota: small, requested: cpu=1, used: cpu=2, limited: cpu=2', 'refused/quota small'],
	['refused', 'pods "a-" is forbidden: failed quota: small: must specify limits.cpu', 'refused/unsaid small'],
	['refused', 'pods "a" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi', 'refused/range'],
	['refused', 'pods "a" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false', 'refused/security'],
	['refused', 'pods "a-" is forbidden: error looking up service account shop/robot: serviceaccount "robot" not found', 'refused/account robot'],
	['refused', 'admission webhook "check.example.com" denied the request: no', 'refused/webhook check.example.com'],
];

test('what an error means is known by its words, with what it names', () => {
	for (const [family, message, wanted] of MESSAGES) {
		const { meaning, name } = meantBy(family, message) ?? { meaning: 'nothing', name: '' };
		assert.equal([meaning, name].filter(Boolean).join(' '), wanted, message);
	}
	assert.equal(meantBy('pull', 'manifest unknown'), undefined);
	const parts =
		'0/5 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }, 2 Insufficient cpu, 2 node(s) were unschedulable. preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling.';
	assert.deepEqual(
		partsMeantBy('node', parts).map(({ meaning, name }) => `${meaning} ${name}`.trim()),
		['node/pressure disk-pressure', 'node/cordoned'],
	);
});

test('every meaning has its words, and what helps against it', () => {
	const words = (meaning: string) => (meaning.startsWith('pull/') && meaning !== 'pull/secret' ? pullErrorWords[meaning] : meaningWords[meaning]);
	const passing = new Set(['mount/cache', 'node/spread']);
	assert.deepEqual(
		MEANINGS.filter((meaning) => !words(meaning) || (!remedyWords[meaning] && !passing.has(meaning))),
		[],
	);
	assert.deepEqual(
		[...Object.keys(meaningWords), ...Object.keys(remedyWords)].filter((meaning) => !MEANINGS.includes(meaning)),
		[],
	);
});

/** What is told of events: the causes, and the first thing to try. */
function told(text: string) {
	const [pod] = explain(readDump(text));
	return {
		headline: pod?.headline.en ?? '',
		causes: pod?.causes.map(({ words }) => words.en) ?? [],
		ko: pod?.causes.map(({ words }) => words.ko) ?? [],
		tries: pod?.advice.map(({ line }) => line) ?? [],
	};
}

test('what events tell is proven by events: no field was printed', () => {
	const [pod] = explain(readDump('Warning  Failed  5s  kubelet  Failed to pull image "a/b": pull access denied'));
	assert.deepEqual(
		pod?.causes.map(({ evidence }) => evidence.length),
		[0, 1, 0],
	);
	assert.ok(pod?.causes.every(({ evidence }) => evidence.every((one) => 'event' in one)));
});

test('it is told with its words and its remedy', () => {
	const pull = told(
		'Warning  Failed  5s (x4 over 1m)  kubelet  Failed to pull image "r.example:5000/a:1": rpc error: failed to do request: Head "https://r.example:5000/v2/": x509: certificate signed by unknown authority',
	);
	assert.equal(pull.headline, '`r.example:5000/a:1` cannot be pulled: the node does not trust who signed the certificate of the registry. 4 tries so far.');
	assert.deepEqual(pull.tries, ['openssl s_client -showcerts -connect r.example:5000 < /dev/null']);
	const secret = told(
		'Warning  FailedToRetrieveImagePullSecret  5s  kubelet  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.\nWarning  Failed  5s  kubelet  Failed to pull image "a/b": pull access denied',
	);
	assert.equal(secret.causes[1], 'Secret `regcred`, which `imagePullSecrets` names, is not in the namespace of the pod.');
	assert.equal(secret.tries[0], 'kubectl get secret regcred');
	const foreign = told('Warning  Failed  5s  kubelet  Failed to pull image "r.example;reboot/a": dial tcp 192.0.2.1:443: connection refused');
	assert.deepEqual(foreign.tries, ["curl -v 'https://r.example;reboot/v2/'"], 'what others wrote is one word to a shell');
	const two = told(
		'Warning  FailedToRetrieveImagePullSecret  5s  kubelet  Unable to retrieve some image pull secrets (a, b); attempting to pull the image may not succeed.\nWarning  Failed  5s  kubelet  Failed to pull image "a/b": pull access denied',
	);
	assert.equal(two.tries[0], 'kubectl get secret a b');
	const sandbox = told(
		'Warning  FailedCreatePodSandBox  5s  kubelet, node-a  Failed to create pod sandbox: plugin type="calico" failed (add): connection is unauthorized',
	);
	assert.equal(sandbox.ko[1], '네트워크 플러그인의 인증 정보를 API 서버가 더는 받아 주지 않는다.');
	assert.equal(sandbox.tries[0], 'kubectl get pods -A -o wide --field-selector spec.nodeName=node-a');
	const mount = told(
		'Warning  FailedMount  9s  kubelet  Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[a data]: timed out waiting for the condition\nWarning  FailedAttachVolume  60s  attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0',
	);
	assert.match(mount.headline, /^Volume `pvc-1` cannot be mounted/, 'what says why comes before what says that it takes long');
	assert.equal(mount.tries[0], 'kubectl get volumeattachments');
	const passed = told(
		'Warning  FailedMount  60s  kubelet  MountVolume.SetUp failed for volume "c" : failed to sync configmap cache: timed out waiting for the condition\nWarning  BackOff  5s  kubelet  Back-off pulling image "a/b"',
	);
	assert.match(passed.headline, /^`a\/b` cannot be pulled\./, 'volumes were there before an image was pulled');
	const node = told(
		"Warning  FailedScheduling  5s  default-scheduler  0/2 nodes are available: 2 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate.",
	);
	assert.equal(node.causes.at(-1), 'Nodes have a taint that the pod does not tolerate.');
	const scale = told(
		"Warning  FailedScheduling  5s  default-scheduler  0/2 nodes are available: 2 Insufficient cpu.\nNormal  NotTriggerScaleUp  5s  cluster-autoscaler  pod didn't trigger scale-up: 2 max node group size reached",
	);
	assert.equal(scale.causes.at(-1), 'The cluster autoscaler adds no node for it: 2 max node group size reached');
	const quota = told(
		'5s  Warning  FailedCreate  replicaset/web-1  Error creating: pods "web-1-abcde" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2',
	);
	assert.deepEqual([quota.causes[1], quota.tries[0]], ['Quota `small` is used up.', 'kubectl describe quota']);
});

test('a container that its node lost, or that waits for another reason, is told so', () => {
	const described = (container: string, ready: string): string =>
		`Name:  a\nNamespace:  b\nNode:  n/10.0.0.1\nStart Time:  Tue, 04 Feb 2025 10:00:00 +0000\nStatus:  Running\nContainers:\n  app:\n    Image:  i\n${container}    Ready:  ${ready}\n    Restart Count:  1\nConditions:\n  Type   Status\n  Ready  ${ready}\nEvents:  <none>\n`;
	const lost = explain(
		readDump(
			described(
				'    State:  Running\n      Started:  Wed, 05 Feb 2025 10:00:00 +0000\n    Last State:  Terminated\n      Reason:  Unknown\n      Exit Code:  255\n      Started:  Tue, 04 Feb 2025 10:00:01 +0000\n      Finished:  Wed, 05 Feb 2025 09:59:00 +0000\n',
				'True',
			),
		),
	)[0];
	assert.deepEqual([lost?.verdict, lost?.headline.en], ['healthy', 'Ready now, after 1 restart of `app`.']);
	assert.equal(lost?.causes[0]?.words.en, '`app` was started again after its node or container runtime had restarted.');
	const held = explain(readDump(described('    State:  Waiting\n      Reason:  SignatureValidationFailed\n', 'False')))[0];
	assert.equal(held?.headline.en, '`app` cannot start: `SignatureValidationFailed`.');
	assert.match(held?.causes[0]?.words.en ?? '', /signature/i);
	const message = explain(
		readDump(
			described(
				'    State:  Waiting\n      Reason:  CrashLoopBackOff\n    Last State:  Terminated\n      Reason:  Error\n      Message:  no such table\n      Exit Code:  1\n      Started:  Tue, 04 Feb 2025 10:00:01 +0000\n      Finished:  Tue, 04 Feb 2025 10:00:02 +0000\n',
				'False',
			),
		),
	)[0];
	assert.equal(message?.causes[1]?.words.en, 'It left a message: no such table');
});

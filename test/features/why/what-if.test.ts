import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { judge } from '../../../server/src/features/diagnose/judge';
import { manifestsOf } from '../../../server/src/features/manifests';
import { whatIf } from '../../../server/src/features/why/what-if';
import { read } from '../../../server/src/manifest/read';
import { NEWEST } from '../../../server/src/schema/schema';
import { readScenario } from '../../../server/src/simulator/read-scenario';
import { dumpAt, LIVES } from '../../autopsy/dumps';

/** As `kubectl get pod -o yaml` prints a pod of a Deployment. */
const LIVE = `apiVersion: v1
kind: Pod
metadata:
  annotations: {checksum: hidden-1}
  creationTimestamp: "2026-05-04T09:00:00Z"
  generateName: web-5d4f-
  labels: {app: web, pod-template-hash: 5d4f}
  managedFields: [{manager: kubelet, operation: Update}]
  name: web-5d4f-x
  namespace: shop
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5d4f, uid: "1", controller: true, blockOwnerDeletion: true}]
  resourceVersion: "7"
  uid: 1-2-3
spec:
  containers:
  - env:
    - {name: PASSWORD, value: hidden-2}
    - {name: HOME_OF, value: $(HOME)}
    - {name: KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}
    image: app:1
    imagePullPolicy: IfNotPresent
    livenessProbe: {failureThreshold: 3, httpGet: {path: /, port: 80, scheme: HTTP}, periodSeconds: 5, successThreshold: 1, timeoutSeconds: 1}
    name: app
    ports: [{containerPort: 80, protocol: TCP}]
    resources: {limits: {memory: 64Mi}, requests: {memory: 64Mi}}
    terminationMessagePath: /dev/termination-log
    terminationMessagePolicy: File
    volumeMounts:
    - {mountPath: /var/run/secrets/kubernetes.io/serviceaccount, name: kube-api-access-abcde, readOnly: true}
  dnsPolicy: ClusterFirst
  enableServiceLinks: true
  nodeName: node-1
  preemptionPolicy: PreemptLowerPriority
  priority: 0
  restartPolicy: Always
  schedulerName: default-scheduler
  securityContext: {}
  serviceAccount: default
  serviceAccountName: default
  terminationGracePeriodSeconds: 30
  tolerations:
  - {effect: NoExecute, key: node.kubernetes.io/not-ready, operator: Exists, tolerationSeconds: 300}
  - {effect: NoExecute, key: node.kubernetes.io/unreachable, operator: Exists, tolerationSeconds: 300}
  volumes:
  - name: kube-api-access-abcde
    projected: {defaultMode: 420, sources: [{serviceAccountToken: {expirationSeconds: 3607, path: token}}]}
status:
  phase: Running
  startTime: "2026-05-04T09:00:00Z"
  containerStatuses:
  - {name: app, image: app:1, imageID: x, ready: false, started: false, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1, reason: Error, startedAt: "2026-05-04T09:00:10Z", finishedAt: "2026-05-04T09:00:12Z"}}}
`;

test('the manifest behind a live pod has what somebody wrote, and no secret', () => {
	assert.equal(
		whatIf(LIVE, 'en')?.manifest,
		`# Values of environment variables stay in the dump: \${NAME} stands for each.
apiVersion: v1
kind: Pod
metadata:
  name: web-5d4f-x
  namespace: shop
  labels:
    app: web
spec:
  containers:
  - name: app
    image: app:1
    env:
    - name: PASSWORD
      value: \${PASSWORD}
    - name: HOME_OF
      value: $(HOME)
    - name: KEY
      valueFrom:
        secretKeyRef:
          name: s
          key: k
    livenessProbe:
      httpGet:
        port: 80
      periodSeconds: 5
    ports:
    - containerPort: 80
    resources:
      limits:
        memory: 64Mi
`,
	);
	assert.doesNotMatch(whatIf(LIVE.replace(/resources: .*/, 'resources: {}'), 'en')?.manifest ?? '', /resources/);
	assert.match(whatIf(LIVE, 'ko')?.manifest ?? '', /^# 환경 변수의 값은/);
	assert.doesNotMatch(JSON.stringify(whatIf(LIVE, 'both')), /hidden/);
});

test('the manifest of any live pod is accepted, and its scenario can be read', () => {
	let count = 0;
	for (const life of LIVES.slice(0, 60)) {
		const dump = dumpAt({ ...life, quietFrom: 0 }, 15);
		const found = dump && whatIf(dump, 'en');
		if (!found) continue;
		count++;
		assert.deepEqual(readScenario(parse(found.scenario)).faults, [], life.name);
		const [manifest] = manifestsOf(read(found.manifest));
		assert.ok(manifest, life.name);
		assert.deepEqual(
			judge(manifest, NEWEST).problems.map(({ path, detail }) => `${path}: ${detail}`),
			[],
			life.name,
		);
	}
	assert.ok(count > 20, String(count));
});

test('what is no dump of a pod has no manifest', () => {
	for (const text of [
		'',
		'kind: Service\n',
		'NAME READY STATUS RESTARTS AGE\na 1/1 Running 0 3m\n',
		'Name:         web\nNamespace:    shop\nStatus:       Running\n',
	])
		assert.equal(whatIf(text, 'en'), undefined);
	assert.equal(whatIf(LIVE, 'en', { name: 'other' }), undefined);
	assert.equal(whatIf(LIVE, 'en', { name: 'web-5d4f-x', namespace: 'shop' })?.name, 'web-5d4f-x');
});

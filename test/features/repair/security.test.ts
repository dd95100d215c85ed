import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import type { Diagnostic } from '../../../server/src/features/diagnose/diagnostic';
import { judge } from '../../../server/src/features/diagnose/judge';
import { securityDiagnostics } from '../../../server/src/features/diagnose/pod-security';
import type { TriedFix } from '../../../server/src/features/diagnose/trial';
import { securityFixesIn } from '../../../server/src/features/repair/security';
import { read } from '../../../server/src/manifest/read';
import { applied } from '../applied';

const found = (text: string): readonly Diagnostic[] => {
	const file = read(text);
	return [...diagnose(file, 37), ...securityDiagnostics(file, 'restricted', (manifest) => judge(manifest, 37))];
};
const fixes = (text: string): readonly TriedFix[] => securityFixesIn(read(text), { start: 0, end: text.length }, found(text), 'restricted', 37);

function mended(text: string, title: string): string {
	const fix = fixes(text).find((one) => one.title.en === title);
	assert.ok(
		fix,
		`${title} is not offered: ${fixes(text)
			.map((one) => one.title.en)
			.join(', ')}`,
	);
	return applied(text, fix.edits);
}

const ALL = 'Make it restricted: mend all of it';
const codes = (text: string): readonly string[] => found(text).map(({ code }) => code);

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web # the server
        image: nginx:1.29
        securityContext:
          capabilities:
            add: [NET_BIND_SERVICE, CHOWN] # port 80
      - name: side
        image: busybox:1.37
`;

test('all that the level restricted asks for is written at once, comments kept', () => {
	const restricted = mended(DEPLOYMENT, ALL);
	assert.deepEqual(codes(restricted), []);
	const inServer = DEPLOYMENT.replace(
		'[NET_BIND_SERVICE, CHOWN] # port 80\n',
		'[ NET_BIND_SERVICE ] # port 80\n            drop:\n            - ALL\n          allowPrivilegeEscalation: false\n',
	);
	const inSide = `        securityContext:
          allowPrivilegeEscalation: false
          capabilities:
            drop:
            - ALL
`;
	const inPod = `      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
`;
	assert.equal(restricted, inServer + inSide + inPod);
});

test('what widens goes; what a pod is made of stays, and is still told', () => {
	const pod = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  hostNetwork: true
  hostPID: true
  securityContext: { runAsUser: 0 }
  volumes:
  - name: root
    hostPath: { path: / }
  containers:
  - name: a
    image: b
    ports: [{ containerPort: 80, hostPort: 80 }]
    securityContext: { privileged: true, procMount: Default }
`;
	const restricted = mended(pod, ALL);
	assert.deepEqual(codes(restricted), ['pod-security/volume-types']);
	assert.match(restricted, /hostPath: \{ path: \/ \}/);
	assert.doesNotMatch(restricted, /hostNetwork|hostPID|hostPort|privileged|runAsUser/);
});

test('one finding is mended by itself', () => {
	const one = mended(DEPLOYMENT, 'Set allowPrivilegeEscalation to false');
	assert.equal(one.match(/allowPrivilegeEscalation: false/g)?.length, 2);
	assert.equal(codes(one).includes('pod-security/privilege-escalation'), false);
	assert.equal(codes(one).includes('pod-security/seccomp-required'), true);
});

test('a level that nobody asks for has no fixes', () => {
	assert.deepEqual(securityFixesIn(read(DEPLOYMENT), { start: 0, end: DEPLOYMENT.length }, found(DEPLOYMENT), 'off', 37), []);
});

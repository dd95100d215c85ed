// What both servers are asked about: ordinary pods, the first of which has a fault.
import { existsSync, readFileSync } from 'node:fs';

const OPENAPI = '../shared/openapi/openapi-1.37.json';

/** A word where a number is due, which any schema of Kubernetes tells. */
export const FAULT = 'often';
/** What is typed over; no other word of a file is like it. */
export const DIGIT = '7';

const container = (name, port, fault) => `  - name: ${name}
    image: registry.example/${name}:1.2
    ports:
    - {name: ${name}, containerPort: ${port}}
    env:
    - {name: MODE, value: production}
    - name: NODE
      valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
    resources:
      requests: {cpu: 250m, memory: 64Mi}
      limits: {cpu: "1", memory: 128Mi}
    readinessProbe:
      httpGet: {path: /ready, port: ${name}}
      periodSeconds: ${fault ? FAULT : 5}
    volumeMounts:
    - {name: data, mountPath: /data}
    securityContext:
      allowPrivilegeEscalation: false
`;

const pod = (name, fault) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {app: web, edit: "${DIGIT}"}
spec:
  containers:
${container('app', 8080, fault)}${container('side', 8081, false)}  volumes:
  - name: data
    emptyDir: {sizeLimit: 1Gi}
  terminationGracePeriodSeconds: 20
  restartPolicy: Always
`;

/** A file of so many pods; the first of them has the fault. */
export const pods = (count) => Array.from({ length: count }, (_, i) => pod(`web-${i}`, i === 0)).join('---\n');

/** The same with half a key in its first container, and where it ends. */
export const halfTyped = (text) => text.replace('    ports:', '    te\n    ports:');
export const HALF = /^ {4}te$/m;

/** What a schema refers to, and what that refers to; as in the schemas that people use, no object has fields that nobody knows. */
function reached(definitions, name, found = {}) {
	if (name in found) return found;
	found[name] = definitions[name].properties ? { ...definitions[name], additionalProperties: false } : definitions[name];
	for (const [, other] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"]+)"/g)) reached(definitions, other, found);
	return found;
}

/** What yaml-language-server is given: the schema of a Pod alone, which is in its favour. `isWhole`: it is Kubernetes' own. */
export function podSchema() {
	const POD = 'io.k8s.api.core.v1.Pod';
	if (existsSync(OPENAPI)) {
		const { definitions } = JSON.parse(readFileSync(OPENAPI, 'utf8'));
		return { isWhole: true, schema: { definitions: reached(definitions, POD), $ref: `#/definitions/${POD}` } };
	}
	const object = (properties) => ({ type: 'object', properties });
	const text = { type: 'string' };
	const item = object({ name: text, image: text, terminationMessagePath: text, readinessProbe: object({ periodSeconds: { type: 'integer' } }) });
	const spec = object({ containers: { type: 'array', items: item } });
	return { isWhole: false, schema: object({ apiVersion: text, kind: text, metadata: object({}), spec }) };
}

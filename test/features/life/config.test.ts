/** ConfigMaps and Secrets that a pod refers to are there, unless its file says otherwise. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, lifeOf } from './ask';

const env = (kind: 'configMap' | 'secret', ...keys: readonly string[]): string =>
	keys.map((key) => `    - {name: ${key.toUpperCase()}, valueFrom: {${kind}KeyRef: {name: settings, key: ${key}}}}\n`).join('');
const pod = (variables: string): string =>
	`apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n  - name: app\n    image: app:1\n    env:\n${variables}`;
const settings = (kind: string, data: string): string => `---\napiVersion: v1\ndata: ${data}\nkind: ${kind}\nmetadata:\n  name: settings\n`;

test('several keys of one object are all there', () => {
	assert.match(english(lifeOf(pod(env('configMap', 'a', 'b', 'c')))), /^Ready/);
	assert.match(english(lifeOf(pod(env('configMap', 'a', 'b') + env('secret', 'c', 'd')))), /^Ready/);
});

test('what stands in the file is what there is', () => {
	for (const [manifest, headline] of [
		[pod(env('configMap', 'a', 'b')) + settings('ConfigMap', '{a: "1", b: "2"}'), /^Ready/],
		[pod(env('configMap', 'a', 'b')) + settings('ConfigMap', '{a: "1"}'), /couldn't find key b in ConfigMap default\/settings/],
		[pod(env('secret', 'a')) + settings('Secret', '{b: MQ==}'), /couldn't find key a in Secret default\/settings/],
		// The other kind of the same name is another object.
		[pod(env('secret', 'a')) + settings('ConfigMap', '{}'), /^Ready/],
	] as const) {
		assert.match(english(lifeOf(manifest)), headline);
	}
});

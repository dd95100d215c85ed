import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { keyWords } from '../../../server/src/docs/values/keys';
import { reasonWords } from '../../../server/src/docs/values/reasons';
import { resourceWords } from '../../../server/src/docs/values/resources';
import { valueWords } from '../../../server/src/docs/values/values';
import { judge } from '../../../server/src/features/diagnose/judge';
import { hover } from '../../../server/src/features/hover/hover';
import { type Manifest, read } from '../../../server/src/manifest/read';
import type { Language } from '../../../server/src/protocol/text';
import { structOf, typeNames } from '../../../server/src/schema/schema';
import type { Node } from '../../../server/src/yaml/node';
import { fieldsIn, hasTruth, realManifests } from '../complete/real-manifests';

/** The hover at `|` of a text. */
function at(text: string, language: Language = 'en', version = 37): string | undefined {
	const offset = text.indexOf('|');
	const file = read(text.replace('|', ''));
	return hover(file, offset, { language, version }, (manifest: Manifest) => judge(manifest, version))?.markdown;
}
const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
const container = (rest: string): string => pod(`containers:\n- name: a\n  image: nginx\n${rest.replace(/^/gm, '  ')}`);

describe('hover', () => {
	it('explains a head that is wrong, on either line of it', () => {
		const old = (cursor: string): string =>
			`apiVersion: ${cursor === 'version' ? 'ext|' : 'ext'}ensions/v1beta1\nkind: Deploy${cursor === 'kind' ? '|' : ''}ment\nspec: {}\n`;
		for (const cursor of ['version', 'kind']) assert.match(at(old(cursor)) ?? '', /no `Deployment` since Kubernetes 1\.16[\s\S]*`apps\/v1`/);
		assert.match(at('apiVersion: v1\nkind: po|d\nspec: {}\n', 'ko') ?? '', /`Pod`를 쓰려던 것일까/);
		assert.match(at('ki|nd: Job\nspec: {}\n') ?? '', /has to be written[\s\S]*\*Job\*/);
		assert.equal(at('apiVersion: v1\nkind: Serv|ice\n'), undefined);
	});

	it('does not count the digits of what nobody reads', () => {
		assert.doesNotMatch(at(container(`resources:\n  limits:\n    mem|ory: "${'1'.repeat(100_000)}"`)) ?? '', /,111,/);
	});

	it('leads to what is about several fields', () => {
		assert.match(
			at('apiVersion: v1\nkind: P|od\nmetadata: { name: a }\nspec: { containers: [] }\n') ?? '',
			/See also.*Why pods.*`why-pods`.*\/docs\/concepts\/workloads\/pods\//s,
		);
		assert.match(at(container('livenessProbe|: {}'), 'ko') ?? '', /함께 볼 것: \*세 가지 프로브 비교\* \(`probes`\)/);
		assert.match(at(pod('containers: []').replace('name: a', 'name: a\n  annotat|ions: {}')) ?? '', /labels-or-annotations/);
	});

	it('speaks of a request as a request, of a limit as a limit, and of what the cluster writes as such', () => {
		assert.match(at(container('resources:\n  requests:\n    mem|ory: 1Gi')) ?? '', /set aside/);
		assert.match(at(container('resources:\n  limits:\n    mem|ory: 1Gi')) ?? '', /OOMKilled/);
		const status = (rest: string): string => `${pod('containers: []')}status:\n  ${rest}\n`;
		assert.match(at(status('pha|se: Running'), 'ko') ?? '', /나올 수 있는 값/);
		assert.doesNotMatch(at(status('containerStatuses:\n  - restart|Count: 1'), 'ko') ?? '', /필수/);
		assert.match(at(status('reason: Terminat|ed'), 'ko') ?? '', /노드가 종료되면서/);
		assert.match(at(status('reason: OutOf|example.com/dongle')) ?? '', /less of this resource/);
	});

	it('does not list more values than are read', () => {
		const text = at(container('lifecycle:\n  stop|Signal: SIGTERM')) ?? '';
		assert.match(text, /`SIGTERM`, `SIGKILL`.*…/);
		assert.ok(text.length < 1200, `${text.length} characters`);
		assert.match(text, /ContainerStopSignals/);
	});

	it('explains values, well-known keys, reasons and kinds', () => {
		assert.match(at(pod('restartPolicy: On|Failure\ncontainers: []')) ?? '', /^`OnFailure` — \*\*spec\.restartPolicy\*\*[\s\S]*non-zero exit code/);
		assert.match(at('apiVersion: v1\nkind: Po|d\nmetadata: { name: a }\n') ?? '', /Pod/);
		assert.match(at(pod('nodeSelector:\n  topology.kubernetes.io/zo|ne: a\ncontainers: []')) ?? '', /zone of the node/);
		assert.match(at(pod('tolerations:\n- key: node.kubernetes.io/not-re|ady\ncontainers: []')) ?? '', /300 s/);
		assert.match(
			at(`${pod('containers: []')}status:\n  containerStatuses:\n  - name: a\n    state:\n      waiting:\n        reason: CrashLoop|BackOff\n`, 'ko') ?? '',
			/오류는 아니다/,
		);
		assert.match(at(container('securityContext:\n  capabilities:\n    add: [NET_|ADMIN]')) ?? '', /network of the pod/);
	});

	it('shows both languages together, and the page of each', () => {
		const both = at(pod('dnsPol|icy: None\ncontainers: []'), 'both') ?? '';
		assert.match(both, /필드|DNS/);
		assert.match(both, /\n---\n/);
		assert.match(both, /kubernetes\.io\/ko\/docs/);
		assert.match(both, /kubernetes\.io\/docs/);
	});

	it('is silent where nothing is known', () => {
		assert.equal(at(pod('contaners|: []')), undefined);
		assert.equal(at('kind: Service\napi|Version: v1\n'), undefined);
	});
});

describe('hover over real manifests', () => {
	it('explains every key in both languages, briefly', (t) => {
		let keys = 0;
		const silent: string[] = [];
		const long: string[] = [];
		for (const { id, text } of realManifests()) {
			const file = read(text);
			const known = new Map<Manifest, ReturnType<typeof judge>>();
			const judged = (manifest: Manifest): ReturnType<typeof judge> => {
				const found = known.get(manifest) ?? judge(manifest, 37);
				known.set(manifest, found);
				return found;
			};
			for (const offset of keysIn(file)) {
				keys++;
				for (const language of ['en', 'ko'] as const) {
					const markdown = hover(file, offset, { language, version: 37 }, judged)?.markdown ?? '';
					if (!(language === 'ko' ? /[가-힣]/.test(markdown) : /[a-z]{3} [a-z]{2}/.test(markdown)))
						silent.push(`${id} ${language} ${text.slice(offset, offset + 40)} ${markdown}`);
					const lines = (markdown.split('\n---\n')[0] ?? '').split('\n').filter((line) => line.trim()).length;
					if (lines > 12) long.push(`${lines} lines: ${markdown}`);
				}
			}
		}
		t.diagnostic(`${keys} keys${hasTruth ? '' : ' (examples only)'}, silent at ${silent.length}`);
		assert.ok(keys > 200);
		assert.deepEqual([...new Set(silent)].slice(0, 20), []);
		assert.deepEqual([...new Set(long)].slice(0, 5), []);
	});
});

/** An offset in every key that the schema knows, those of maps below them too. */
function* keysIn(file: ReturnType<typeof read>): Generator<number> {
	for (const { entry, field, start } of fieldsIn(file)) {
		yield start + entry.key.range.start;
		if (field.type.kind === 'map' && !entry.alias) yield* keysOf(entry.value, start);
	}
}
function* keysOf(node: Node | undefined, start: number): Generator<number> {
	if (node?.kind === 'map') for (const { key } of node.entries) yield start + key.range.start;
}

describe('words of values', () => {
	it('has words for every reason the simulator gives', () => {
		const sources = readdirSync('server/src/simulator', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
		const texts = sources.map((name) => readFileSync(`server/src/simulator/${name}`, 'utf8'));
		const reasons = texts.flatMap((text) => [...text.matchAll(/\breason: '([A-Z]\w+)'/g)].map((match) => match[1] ?? ''));
		assert.ok(reasons.length > 20);
		assert.deepEqual(
			[...new Set(reasons)].filter((reason) => !reasonWords[reason]),
			[],
		);
	});

	it('speaks both languages, without stray marks', () => {
		const all = [
			...Object.entries(valueWords).flatMap(([field, values]) => Object.entries(values).map(([value, words]) => [`${field} ${value}`, words] as const)),
			...Object.entries({ ...reasonWords, ...keyWords, ...resourceWords }),
		];
		const wrong = all.filter(
			([, { en, ko }]) =>
				!/[가-힣]/.test(ko) ||
				/[가-힣]/.test(en) ||
				[en, ko].some((text) => text.split('`').length % 2 === 0 || /^\s|\s$|\n\n/.test(text)) ||
				/되어지|되어진|보여지|쓰여지/.test(ko),
		);
		assert.deepEqual(wrong, []);
	});

	it('has words for every value of every field', () => {
		const missing = typeNames().flatMap((type) =>
			[...(structOf(type)?.values() ?? [])].flatMap((field) =>
				(field.values ?? []).flatMap(({ value }) => (valueWords[`${type}.${field.name}`]?.[value] ? [] : [`${type}.${field.name} ${JSON.stringify(value)}`])),
			),
		);
		assert.deepEqual(missing, []);
	});
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadChart } from '../../../server/src/charts/chart';
import { renderLoaded } from '../../../server/src/charts/render-loaded';
import { JudgedBefore } from '../../../server/src/features/built/judged-before';
import { judgedChart } from '../../../server/src/features/charts/judge-renderings';
import { tarOf } from '../../charts/tar';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: sub
spec:
  portz: 1
  hostz: 2
  containers:
  - name: a
    image: nginx
    ports:
    - containerPort: {{ .Values.port }}
`;

const ARCHIVE = tarOf({
	'sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
	'sub/values.yaml': 'port: 80\n',
	'sub/templates/pod.yaml': POD,
	'sub/templates/_parts.tpl': '{{ define "sub.port" }}{{ .Values.sub.port }}{{ end }}',
});

/** What is told of a chart with a packed one in it, as `file:text where it shows: message`. */
function told(files: Readonly<Record<string, string>>, language: 'en' | 'ko' = 'en', archive = ARCHIVE): readonly string[] {
	const texts = new Map(Object.entries(files));
	const bytes = [...texts].map(([file, text]): readonly [string, Uint8Array] => [file, new TextEncoder().encode(text)]);
	const chart = loadChart(new Map([...bytes, ['charts/sub-1.0.0.tgz', archive]]), (packed) => packed);
	const answer = renderLoaded(chart, { values: [], release: 'web', namespace: 'default', kube: '1.37.0' }, true);
	const textIn = (file: string): string => texts.get(file.slice('/w/a/'.length)) ?? '';
	const all = judgedChart('/w/a', [{ values: 'values.yaml', files: [], answer }], {
		version: 37,
		around: {},
		before: new JudgedBefore(),
		textIn,
		isWhole: true,
	});
	return all.map(({ file, diagnostic: { range, own, message } }) => `${file}:${textIn(file).slice(range.start, range.end)}: ${own?.[language] ?? message}`);
}

const CHART = 'apiVersion: v2\nname: a\nversion: 1.0.0\n';
const DEPENDING = `${CHART}dependencies:\n- name: sub\n  version: 1.0.0\n`;

test('what is wrong in a packed chart shows where the chart depends on it, each by itself, with the archive, the template and its line', () => {
	const said = (at: string): readonly string[] => [
		`/w/a/Chart.yaml:${at}: rendered with values.yaml: in charts/sub-1.0.0.tgz, templates/pod.yaml:6: unknown field "spec.portz"`,
		`/w/a/Chart.yaml:${at}: rendered with values.yaml: in charts/sub-1.0.0.tgz, templates/pod.yaml:7: unknown field "spec.hostz"`,
	];
	assert.deepEqual(told({ 'Chart.yaml': DEPENDING }), said('sub'));
	assert.deepEqual(told({ 'Chart.yaml': CHART }), said(''));
	assert.match(told({ 'Chart.yaml': CHART }, 'ko')[0] ?? '', /values\.yaml로 렌더링한 결과: charts\/sub-1\.0\.0\.tgz의 templates\/pod\.yaml:6: unknown field/);
});

test('a value that a packed chart prints shows where it was typed, with where it is printed', () => {
	const [, , port] = told({ 'Chart.yaml': CHART, 'values.yaml': 'sub: { port: 99999 }\n' });
	assert.match(
		port ?? '',
		/^\/w\/a\/values\.yaml:99999: rendered with values\.yaml: in charts\/sub-1\.0\.0\.tgz, templates\/pod\.yaml:12: .*Invalid value: 99999/,
	);
	// Where a template of its own prints it by a name of the packed chart, that leads there.
	const own = POD.replace(/ {2}(?:port|host)z.*\n/g, '')
		.replace('{{ .Values.port }}', '{{ include "sub.port" . }}')
		.replace('name: sub', 'name: own');
	const all = told({ 'Chart.yaml': CHART, 'values.yaml': 'sub: { port: 99999 }\n', 'templates/own.yaml': own });
	assert.ok(all.some((one) => one.startsWith('/w/a/values.yaml:99999: rendered with values.yaml: spec.containers[0].ports[0].containerPort: ')));
});

test('a packed chart that does not render shows there as well, in the words of Helm', () => {
	const archive = tarOf({ 'sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n', 'sub/templates/pod.yaml': '{{ fail "no" }}' });
	assert.deepEqual(told({ 'Chart.yaml': DEPENDING }, 'en', archive), [
		'/w/a/Chart.yaml:sub: rendered with values.yaml: execution error at (a/charts/sub/templates/pod.yaml:1:3): no',
	]);
});

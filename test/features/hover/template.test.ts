import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { hover } from '../../../server/src/features/hover/hover';
import { type Manifest, read } from '../../../server/src/manifest/read';
import type { Language } from '../../../server/src/protocol/text';
import { NEWEST } from '../../../server/src/schema/schema';

/** The hover at `|` of a text. */
function at(text: string, language: Language = 'en'): string | undefined {
	const file = read(text.replace('|', ''));
	return hover(file, text.indexOf('|'), { language, version: NEWEST }, (manifest: Manifest) => judge(manifest, NEWEST))?.markdown;
}
const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n${spec.replace(/^/gm, '  ')}\n`;

test('the fields of a template are explained, and what is filled in later is said to be', () => {
	const template = pod('restartPolicy: {{ .Values.policy }}\nhostN|etwork: true\n{{- if .Values.x }}\ndnsPolicy: Default\n{{- end }}');
	assert.match(at(template) ?? '', /^\*\*spec\.hostNetwork\*\*/);
	assert.equal(at(pod('restartPolicy: {{ .Val|ues.policy }}')), undefined);
	assert.match(at(pod('restartPolicy: ${PO|LICY}')) ?? '', /`\$\{POLICY\}` is filled in/);
	assert.match(at(pod('restartPolicy: ${PO|LICY}'), 'ko') ?? '', /`\$\{POLICY\}`는 적용하기 전에/);
});

test('a patch says what it is, and its directives what they do', () => {
	const patch = (rest: string): string =>
		`kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\nspec:\n  strategy:\n    ${rest}\n  template: {metadata: {labels: {$patch: replace}}}\n`;
	assert.match(at(patch('$retainKeys: [type]').replace('Deploy', 'Dep|loy')) ?? '', /This is a Kustomize patch/);
	assert.match(at(patch('$retain|Keys: [type]')) ?? '', /^\*\*\$retainKeys\*\*\n\nThe keys that may stay here/);
	assert.match(at(patch('$pat|ch: delete'), 'ko') ?? '', /어떻게 합칠지/);
	assert.match(at(patch('$patch: del|ete')) ?? '', /^`delete` — \*\*\$patch\*\*/);
	assert.match(at(patch('type: Recreate').replace('$patch', '$pa|tch')) ?? '', /How this is merged/);
	assert.doesNotMatch(at(patch('').replace('{$patch: replace}', '{a: b}').replace('Deploy', 'Dep|loy')) ?? '', /patch/);
});

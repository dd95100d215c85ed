import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validateTolerations } from '../../server/src/rules/toleration';
import { validateTolerationsAnnotation } from '../../server/src/rules/toleration-annotation';
import type { Toleration } from '../../server/src/schema/generated/types';
import { found } from './found';

const of = (toleration: Toleration, version?: number, numbers = false) =>
	found((walk, at) => {
		const options = { ...podOptions(walk, true), allowTaintTolerationComparisonOperators: numbers };
		validateTolerations(walk, [toleration], options, at);
	}, version).map((line) => line.replace('at[0].', ''));

test('tolerations', () => {
	const cases: readonly [Toleration, readonly string[]][] = [
		[{ key: 'a/b', value: 'c', effect: 'NoExecute', tolerationSeconds: 0 }, []],
		[{ operator: 'Exists' }, []],
		[{}, ['operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"']],
		[{ key: 'a', tolerationSeconds: 1 }, ['effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set']],
		[{ key: 'a', operator: 'Exists', value: 'b' }, ['operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'']],
		[{ key: 'a', operator: 'In' }, ['operator: Unsupported value: "In": supported values: "Equal", "Exists"']],
		[{ key: 'a', operator: 'Lt', value: '1' }, ['operator: Unsupported value: "Lt": supported values: "Equal", "Exists", "Lt", "Gt"']],
		[{ key: 'a', effect: 'NoRun' }, ['effect: Unsupported value: "NoRun": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"']],
	];
	for (const [toleration, lines] of cases) assert.deepEqual(of(toleration), lines, JSON.stringify(toleration));
	assert.match(of({ key: 'a b' }).join(), /^key: Invalid value: "a b"/);
	assert.match(of({ key: 'a', value: 'x'.repeat(64).concat(' ') }).join(), /^operator: .* must be no more than 63 bytes;a valid label/);
	assert.deepEqual(of({ key: 'a', operator: 'Gt', value: '1' }, 34), ['operator: Unsupported value: "Gt": supported values: "Equal", "Exists"']);
});

test('numbers to compare with, where the gate is open', () => {
	const number = (value: string) =>
		of({ key: 'a', operator: 'Gt', value }, undefined, true).map((line) => line.replace(/^value: Invalid value: "[^"]*": /, ''));
	for (const fine of ['0', '-12', '9223372036854775807']) assert.deepEqual(number(fine), []);
	assert.deepEqual(number(''), ['must be non-empty', 'strconv.ParseInt: parsing "": invalid syntax']);
	assert.deepEqual(number('01'), ['must be a valid decimal integer in canonical form']);
	assert.deepEqual(number('-0'), ['must be a valid decimal integer in canonical form']);
	assert.deepEqual(number('9223372036854775808'), ['strconv.ParseInt: parsing "9223372036854775808": value out of range']);
});

test('tolerations in an annotation, as JSON', () => {
	const key = 'scheduler.alpha.kubernetes.io/tolerations';
	const annotated = (text: string) =>
		found((walk, at) => validateTolerationsAnnotation(walk, text, podOptions(walk, true), at)).map((line) => line.replace(`"${key}": `, ''));
	for (const fine of ['null', '[]', '[{"Operator": "Exists", "other": 1}]', '[{"key": "a", "value": null}]']) {
		assert.deepEqual(annotated(fine), []);
	}
	assert.deepEqual(annotated('[{"KEY": "a", "operator": "In"}]'), [`at.${key}[0].operator: Unsupported value: "In": supported values: "Equal", "Exists"`]);
	const cases: readonly [string, string][] = [
		['[', 'unexpected end of JSON input'],
		['{}', 'json: cannot unmarshal object into Go value of type []core.Toleration'],
		['[true]', 'json: cannot unmarshal bool into Go value of type core.Toleration'],
		['[{"effect": 1}]', 'json: cannot unmarshal number into Go struct field Toleration.Effect of type core.TaintEffect'],
		['[{"tolerationSeconds": 1.5}]', 'json: cannot unmarshal number 1.5 into Go struct field Toleration.TolerationSeconds of type int64'],
	];
	for (const [text, detail] of cases) assert.deepEqual(annotated(text), [`at: Invalid value: ${detail}`]);
});

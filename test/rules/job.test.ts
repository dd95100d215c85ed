import assert from 'node:assert/strict';
import { test } from 'node:test';
import { created, cronJob, job, jobSpec, pod } from './judged';

const NEGATIVE = 'Invalid value: -1: must be greater than or equal to 0';
const indexed = (spec: object) => job({ completionMode: 'Indexed', completions: 5, ...spec });

test('a Job as it should be', () => {
	assert.deepEqual(created(job()), []);
	assert.deepEqual(created(indexed({ backoffLimitPerIndex: 1, maxFailedIndexes: 2, managedBy: 'example.com/mine' })), []);
});

test('counts are not negative', () => {
	for (const name of ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished']) {
		assert.deepEqual(created(job({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
	}
});

test('its pods end', () => {
	const restarting = (restartPolicy?: string) => created(job({ template: { spec: { ...pod, restartPolicy } } }));
	assert.deepEqual(restarting('OnFailure'), []);
	assert.deepEqual(restarting(), ['spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"']);
	assert.deepEqual(restarting('Always'), restarting());
	assert.deepEqual(restarting('Sometimes').at(-1), 'spec.template.spec.restartPolicy: Unsupported value: "Sometimes": supported values: "OnFailure", "Never"');
});

test('what needs indexes', () => {
	assert.deepEqual(created(job({ completionMode: 'indexed' })), [
		'spec.completionMode: Unsupported value: "indexed": supported values: "NonIndexed", "Indexed"',
	]);
	assert.deepEqual(created(job({ completionMode: 'Indexed', parallelism: 2 })), ['spec.completions: Required value: when completion mode is Indexed']);
	assert.deepEqual(created(job({ backoffLimitPerIndex: 1 })), ['spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode']);
	assert.deepEqual(created(job({ successPolicy: { rules: [{ succeededCount: 1 }] } })), [
		'spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":null,"SucceededCount":1}]}: requires indexed completion mode',
	]);
	assert.deepEqual(created(indexed({ maxFailedIndexes: 6 })), [
		'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
		'spec.maxFailedIndexes: Invalid value: 6: must be less than or equal to completions',
	]);
});

test('what an Indexed job may ask for', () => {
	assert.deepEqual(created(indexed({ parallelism: 100001 })), [
		'spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed',
	]);
	assert.deepEqual(created(indexed({ completions: 100001, backoffLimitPerIndex: 1, parallelism: 10001 })), [
		'spec.maxFailedIndexes: Required value: must be specified when completions is above 100000',
		'spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
	]);
	const long = 'a'.repeat(62);
	assert.deepEqual(created({ ...indexed({}), metadata: { name: long } }), [
		`metadata.name: Invalid value: "${long}": will not able to create pod with invalid DNS label: ${long}-4`,
	]);
});

test('who else may manage it', () => {
	const by = (managedBy: string) => created(job({ managedBy }));
	assert.deepEqual(by('mine'), ['spec.managedBy: Invalid value: "mine": must be a domain-prefixed path (such as "acme.io/foo")']);
	assert.deepEqual(by(''), ['spec.managedBy: Required value']);
	assert.deepEqual(by(`a.io/${'x'.repeat(59)}`), ['spec.managedBy: Too long: may not be more than 63 bytes']);
	assert.match(by('A.io/x')[0] ?? '', /^spec.managedBy: Invalid value: "A.io": a lowercase RFC 1123 subdomain/);
	assert.match(by('a.io/x y')[0] ?? '', /^spec.managedBy: Invalid value: "x y": Invalid path \(regex used/);
});

test('labels and selector are made by the server', () => {
	assert.match(created(job({ selector: { matchLabels: { a: 'b' } } }))[0] ?? '', /^spec.selector: Invalid value: .*: `selector` not auto-generated$/);
	const labelled = { metadata: { labels: { 'job-name': 'other' } }, spec: { ...pod, restartPolicy: 'Never' } };
	assert.match(created(job({ template: labelled }))[0] ?? '', /^spec.template.metadata.labels\[job-name\]: Invalid value: .*: must be 'web'$/);
	assert.deepEqual(created(job({ manualSelector: true })), [
		'spec.selector: Required value',
		'spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`',
	]);
});

test('the policy for pods that fail', () => {
	const failing = (...rules: readonly object[]) => created(indexed({ podFailurePolicy: { rules } }));
	const at = 'spec.podFailurePolicy.rules[0]';
	const onExitCodes = { operator: 'In', values: [1, 2] };
	assert.deepEqual(failing({ action: 'FailJob', onExitCodes }), []);
	assert.deepEqual(failing({ action: 'FailIndex', onExitCodes }), [`${at}.action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set`]);
	assert.deepEqual(failing({ onExitCodes }), [`${at}.action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]`]);
	assert.deepEqual(failing({ action: 'Ignore' }), [`${at}: Invalid value: specifying one of OnExitCodes and OnPodConditions is required`]);
	assert.deepEqual(failing({ action: 'Ignore', onExitCodes, onPodConditions: [{ type: 'Bad' }] }), [
		`${at}: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported`,
	]);
	assert.deepEqual(failing({ action: 'Ignore', onExitCodes: { ...onExitCodes, containerName: 'other', values: [2, 2, 0] } }), [
		`${at}.onExitCodes.containerName: Invalid value: "other": must be one of the container or initContainer names in the pod template`,
		`${at}.onExitCodes.values[1]: Duplicate value: 2`,
		`${at}.onExitCodes.values[2]: Invalid value: 0: must not be 0 for the In operator`,
		`${at}.onExitCodes.values: Invalid value: [2,2,0]: must be ordered`,
	]);
	assert.deepEqual(failing({ action: 'Ignore', onExitCodes: { operator: 'NotIn' } }), [
		`${at}.onExitCodes.values: Invalid value: null: at least one value is required`,
	]);
	assert.deepEqual(failing(...Array.from({ length: 21 }, () => ({ action: 'Ignore', onExitCodes }))), [
		'spec.podFailurePolicy.rules: Too many: 21: must have at most 20 items',
	]);
	const onFailure = { template: { spec: { ...pod, restartPolicy: 'OnFailure' } }, podFailurePolicy: { rules: [] } };
	assert.deepEqual(created(job(onFailure)), [
		'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
	]);
	assert.deepEqual(created(job({ podFailurePolicy: { rules: [] }, podReplacementPolicy: 'TerminatingOrFailed' })), [
		'spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"',
	]);
});

test('the policy for success', () => {
	const at = 'spec.successPolicy.rules[0]';
	for (const [rule, ...problems] of [
		[{ succeededIndexes: '0,2-4', succeededCount: 4 }],
		[{}, `${at}: Required value: at least one of succeededCount or succeededIndexes must be specified`],
		[{ succeededCount: 6 }, `${at}.succeededCount: Invalid value: 6: must be less than or equal to 5 (the number of specified completions)`],
		[
			{ succeededIndexes: '0-1', succeededCount: 3 },
			`${at}.succeededCount: Invalid value: 3: must be less than or equal to 2 (the number of indexes in the specified succeededIndexes field)`,
		],
		[{ succeededIndexes: '5' }, `${at}.succeededIndexes: Invalid value: "5": error parsing succeededIndexes: too large index: "5"`],
		[
			{ succeededIndexes: '2,1' },
			`${at}.succeededIndexes: Invalid value: "2,1": error parsing succeededIndexes: non-increasing order, previous: 2, current: 1`,
		],
		[
			{ succeededIndexes: '2-2' },
			`${at}.succeededIndexes: Invalid value: "2-2": error parsing succeededIndexes: non-increasing order, previous: 2, current: 2`,
		],
		[{ succeededIndexes: 'a' }, `${at}.succeededIndexes: Invalid value: "a": error parsing succeededIndexes: cannot convert string to integer for index: "a"`],
		[
			{ succeededIndexes: '1-2-3' },
			`${at}.succeededIndexes: Invalid value: "1-2-3": error parsing succeededIndexes: the fragment "1-2-3" violates the requirement that an index interval can have at most two parts separated by '-'`,
		],
	] as const) {
		assert.deepEqual(created(indexed({ successPolicy: { rules: [rule] } })), problems);
	}
	assert.deepEqual(created(indexed({ successPolicy: {} })), [
		'spec.successPolicy.rules: Required value: at least one rules must be specified when the successPolicy is specified',
	]);
});

test('a CronJob', () => {
	assert.deepEqual(created(cronJob({ timeZone: 'Asia/Seoul', concurrencyPolicy: 'Forbid', successfulJobsHistoryLimit: 0 })), []);
	assert.deepEqual(created(cronJob({ schedule: undefined })), ['spec.schedule: Required value']);
	assert.deepEqual(created(cronJob({ concurrencyPolicy: 'forbid' })), [
		'spec.concurrencyPolicy: Unsupported value: "forbid": supported values: "Allow", "Forbid", "Replace"',
	]);
	for (const name of ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit']) {
		assert.deepEqual(created(cronJob({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
	}
	assert.deepEqual(created(cronJob({ jobTemplate: { spec: jobSpec({ backoffLimit: -1, selector: {}, manualSelector: true }) } })), [
		`spec.jobTemplate.spec.backoffLimit: ${NEGATIVE}`,
		'spec.jobTemplate.spec.selector: Invalid value: {}: `selector` will be auto-generated',
		'spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"',
	]);
	const name = 'a'.repeat(53);
	assert.deepEqual(created({ ...cronJob(), metadata: { name } }), [`metadata.name: Invalid value: "${name}": must be no more than 52 characters`]);
});

test('the time zone of a CronJob', () => {
	const IN = (timeZone: string) => created(cronJob({ timeZone }));
	for (const zone of ['UTC', 'Etc/GMT+9', 'America/Argentina/Buenos_Aires', 'PST8PDT']) assert.deepEqual(IN(zone), []);
	assert.deepEqual(IN(''), ['spec.timeZone: Invalid value: "": timeZone must be nil or non-empty string']);
	for (const zone of ['asia/seoul', 'KST', 'Asia/', 'Asia Seoul', '../etc'])
		assert.deepEqual(IN(zone), [`spec.timeZone: Invalid value: "${zone}": unknown time zone ${zone}`]);
	assert.deepEqual(IN('Local'), [
		'spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
	]);
	assert.deepEqual(IN('a..b'), ['spec.timeZone: Invalid value: "a..b": time: invalid location name']);
});

test('as long as no Job is', () => {
	const many = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));
	const failing = (rule: object) => created(job({ podFailurePolicy: { rules: [{ action: 'Ignore', ...rule }] } }));
	assert.deepEqual(failing({ onPodConditions: many(21, (i) => ({ type: `a${i}` })) }), [
		'spec.podFailurePolicy.rules[0].onPodConditions: Too many: 21: must have at most 20 items',
	]);
	assert.deepEqual(failing({ onExitCodes: { operator: 'In', values: many(256, (i) => i + 1) } }), [
		'spec.podFailurePolicy.rules[0].onExitCodes.values: Too many: 256: must have at most 255 items',
	]);
	const succeededIndexes = many(20_000, (i) => i * 2).join();
	assert.deepEqual(created(indexed({ completions: 99_999, successPolicy: { rules: [{ succeededIndexes }] } })), [
		'spec.successPolicy.rules[0].succeededIndexes: Too long: may not be more than 65536 bytes',
	]);
});

test("a CronJob's failure policy has no defaults before 1.34", () => {
	const policy = cronJob({ jobTemplate: { spec: jobSpec({ podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'A' }] }] } }) } });
	assert.deepEqual(created(policy), []);
	assert.deepEqual(created(policy, 33), [
		'spec.jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].status: Required value: valid values: ["False" "True" "Unknown"]',
	]);
});

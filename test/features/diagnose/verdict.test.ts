import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Verdict, verdicts } from '../../../server/src/features/diagnose/verdict';

/** A pod of one container, less what is said here, as one line of flow YAML. */
const pod = (metadata = '', spec = '', container = ''): string =>
	`{apiVersion: v1, kind: Pod, metadata: {name: a${metadata}}, spec: {containers: [{name: a, image: x${container}}]${spec}}}`;

function verdict(yaml: string, old?: string, kubernetes?: string): Verdict {
	const [only] = verdicts({ yaml, defaults: true, ...(old === undefined ? {} : { old }), ...(kubernetes === undefined ? {} : { kubernetes }) });
	assert.ok(only);
	return only;
}

const details = ({ errors = [] }: Verdict): readonly string[] => errors.map(({ field, detail }) => `${field}: ${detail}`);

/** What lies at `a.b.0.c` of the stored object. */
const stored = ({ object }: Verdict, path: string): unknown =>
	path.split('.').reduce((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], object);

test('amounts beyond what an int64 counts in thousandths are no integers to the server', () => {
	const ofResource = (amount: string): Verdict =>
		verdict(pod('', '', `, resources: {limits: {example.com/foo: "${amount}"}, requests: {example.com/foo: "${amount}"}}`));
	for (const amount of ['5Ei', '1Ei', '5000000000000000000000', '12345678901234567890']) {
		assert.match(details(ofResource(amount)).join(), /must be an integer/, amount);
	}
	for (const amount of ['10Ei', '1e20', '9223372036854775']) assert.equal(ofResource(amount).accepted, true, amount);
	const { warnings = [] } = verdict(pod('', '', ', resources: {requests: {memory: "12345678901234567890"}}'));
	assert.match(warnings.join(), /fractional byte value "12345678901234567890" is invalid/);
});

test('until 1.33 a quantity that was rounded up has lost its text', () => {
	const rounded = (amount: string): string =>
		details(verdict(pod('', '', `, resources: {limits: {example.com/foo: ${amount}}}`), undefined, '1.32'))
			.join()
			.replace(/.*value:(\d+), scale:(\S+)}, d.* s:("[^"]*").*/, '$1 $2 $3');
	assert.equal(rounded('1n'), '1 -3 ""');
	assert.equal(rounded('1.0005'), '1001 -3 ""');
	assert.equal(rounded('1m'), '1 -3 "1m"');
});

test('a name that is generated must fit a URL even where the kind does not look at it', () => {
	const controller = (metadata: string): Verdict =>
		verdict(
			`{apiVersion: v1, kind: ReplicationController, metadata: {${metadata}}, spec: {selector: {a: b}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: x}]}}}}`,
		);
	assert.deepEqual(details(controller('name: x, generateName: a/b')), [`metadata.generateName: Invalid value: "a/b": may not contain '/'`]);
	assert.equal(controller('name: x, generateName: a_b').accepted, true);
});

test('whole numbers that no double holds are stored, told and applied exactly', () => {
	const grace = (seconds: string): string => pod('', `, terminationGracePeriodSeconds: ${seconds}`);
	for (const seconds of ['9223372036854775807', '9007199254740993', '-9223372036854775808']) {
		const deadline = verdict(pod('', `, activeDeadlineSeconds: ${seconds}`));
		assert.deepEqual(details(deadline), [`spec.activeDeadlineSeconds: Invalid value: ${seconds}: must be between 1 and 2147483647, inclusive`]);
	}
	assert.equal(stored(verdict(grace('9223372036854775807')), 'spec.terminationGracePeriodSeconds'), 9223372036854775807n);
	const applied = verdict(grace('9007199254740993').replace('image: x', 'image: z'), grace('9007199254740993'));
	assert.deepEqual(details(applied), []);
	assert.deepEqual([applied.accepted, stored(applied, 'spec.terminationGracePeriodSeconds')], [true, 9007199254740993n]);
	const requests = ', resources: {requests: {ephemeral-storage: 9223372036854775807}}';
	const kept = verdict(pod('', '', requests).replace('image: x', 'image: z'), pod('', '', requests));
	assert.equal(stored(kept, 'spec.containers.0.resources.requests.ephemeral-storage'), '9223372036854775807');
});

test('the zero time is no time', () => {
	const zero = ', deletionTimestamp: "0001-01-01T00:00:00Z"';
	assert.equal(stored(verdict(pod(zero)), 'metadata.deletionTimestamp'), null);
	assert.deepEqual(details(verdict(pod(zero), pod())), ['metadata.deletionTimestamp: Invalid value: null: field is immutable']);
});

test('what managedFields hold is kept', () => {
	const entry = '{manager: m, operation: Update, apiVersion: v1, fieldsType: FieldsV1, fieldsV1: {"f:spec": {"k:{1}": [1, null]}}}';
	assert.deepEqual(stored(verdict(pod(`, managedFields: [${entry}]`)), 'metadata.managedFields.0.fieldsV1'), { 'f:spec': { 'k:{1}': [1, null] } });
});

test('the server finds the kind whatever case its key is in, and then does not know the key', () => {
	const found = verdict(pod().replace('apiVersion', 'apiversion').replace('kind', 'Kind'));
	assert.deepEqual([found.kind, found.strict], ['Pod', ['unknown field "Kind"', 'unknown field "apiversion"']]);
	assert.match(
		verdict('{apiVersion: v1, Kind: 5, kind: Pod}').decode ?? '',
		/^couldn't get version\/kind; .* number into Go struct field \.kind of type string$/,
	);
	assert.equal(verdict('{kind: Pod, b: 1, a: "<"}').decode, `Object 'apiVersion' is missing in '{"a":"\\u003c","b":1,"kind":"Pod"}'`);
});

test('of several faults the server tells the one at which it stops, else the first in the order of the keys', () => {
	const decode = (spec: string): string | undefined => verdict(`{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: ${spec}}`).decode;
	assert.match(decode('{hostNetwork: 1, containers: [{name: 1}]}') ?? '', /Container\.spec\.containers\.name of type string$/);
	assert.match(decode('{containers: [{name: 1, resources: {limits: {cpu: 1mm}}}]}') ?? '', /^unable to parse quantity's suffix$/);
	assert.match(decode('{containers: [{name: .NaN}], hostNetwork: !!int x}') ?? '', /^yaml: cannot decode !!str `x` as a !!int$/);
	assert.match(decode('{containers: [], priority: !!int 3.0}') ?? '', /^yaml: cannot decode !!float `3\.0` as a !!int$/);
	assert.doesNotMatch(decode('{containers: [], priority: !!int 0x1e, activeDeadlineSeconds: !!float 3}') ?? '', /cannot decode/);
	assert.match(
		decode('{containers: [{livenessProbe: {httpGet: {port: true}}}]}') ?? '',
		/HTTPGetAction\.spec\.containers\.livenessProbe\.ProbeHandler\.httpGet\.port of type int32$/,
	);
});

/** The shape of a scenario as data: what read-scenario.ts checks against, and what an editor may offer. */
export type Shape =
	/** `some`: 0 is none. */
	| { readonly kind: 'duration'; readonly some?: true }
	| { readonly kind: 'bytes' | 'amount' | 'text' | 'boolean' | 'anything' }
	| { readonly kind: 'integer'; readonly least?: number; readonly most?: number }
	| { readonly kind: 'one of'; readonly values: readonly string[] }
	| { readonly kind: 'list'; readonly of: Shape }
	| { readonly kind: 'map'; readonly of: Shape }
	/** `name` is that of the type in scenario.ts. */
	| { readonly kind: 'struct'; readonly name: string; readonly fields: Readonly<Record<string, Shape>> };

/** A scenario has no more nodes than these. */
export const MOST_NODES = 100;

const duration: Shape = { kind: 'duration' };
const bytes: Shape = { kind: 'bytes' };
const amount: Shape = { kind: 'amount' };
const text: Shape = { kind: 'text' };
const boolean: Shape = { kind: 'boolean' };
const integer: Shape = { kind: 'integer' };
const anything: Shape = { kind: 'anything' };
const struct = (name: string, fields: Readonly<Record<string, Shape>>): Shape => ({ kind: 'struct', name, fields });
const list = (of: Shape): Shape => ({ kind: 'list', of });
const map = (of: Shape): Shape => ({ kind: 'map', of });

const onTerm = struct('OnTerm', { exitAfter: duration, exitCode: integer, ignore: boolean });
const hook = struct('Hook', { takes: duration, fail: boolean });
const probeStep = struct('ProbeStep', { from: duration, ok: boolean, run: integer, takes: duration, output: text, refused: boolean });
const run = struct('Run', { exitAfter: duration, exitCode: integer, reason: text, terminationMessage: text, logs: text, startError: text, onTerm });
const container = struct('ContainerScript', {
	runs: list(run),
	countBy: { kind: 'one of', values: ['scenario'] },
	onTerm,
	liveness: list(probeStep),
	readiness: list(probeStep),
	startup: list(probeStep),
	postStart: hook,
	preStop: hook,
	createError: text,
	uses: bytes,
});
const image = struct('ImageScript', { present: boolean, pullTakes: duration, pullError: text, succeedAfterAttempts: integer, size: integer });
const pressure = struct('Pressure', {
	resource: { kind: 'one of', values: ['memory', 'ephemeral-storage'] },
	available: bytes,
	from: duration,
	until: duration,
});
const node = struct('NodeScript', { ready: boolean, silentFrom: duration, silentUntil: duration, sandboxTakes: duration, pressure });
const taint = struct('NodeTaint', { key: text, value: text, effect: { kind: 'one of', values: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] } });
const pool = struct('NodePool', {
	name: text,
	count: { kind: 'integer', least: 1, most: MOST_NODES },
	cpu: amount,
	memory: amount,
	pods: { kind: 'integer', least: 0, most: 1000 },
	resources: map(amount),
	labels: map(text),
	taints: list(taint),
});

const action = struct('Action', {
	at: duration,
	do: { kind: 'one of', values: ['delete', 'evict', 'patch', 'create', 'removeSchedulingGate', 'setCondition', 'removeFinalizers', 'removeStatic'] },
	target: text,
	as: text,
	name: text,
	gracePeriodSeconds: integer,
	subresource: text,
	body: anything,
	manifest: text,
	type: text,
	condition: text,
	status: text,
	propagationPolicy: { kind: 'one of', values: ['Background', 'Foreground', 'Orphan'] },
});

/** What its claims, values and moments mean is read elsewhere: expect/read.ts. */
const expectation = struct('Expectation', {
	the: { kind: 'one of', values: ['pod', 'owner', 'manifest'] },
	each: { kind: 'one of', values: ['pod', 'container'] },
	pod: anything,
	container: text,
	pods: anything,
	event: anything,
	action: text,
	is: anything,
	becomes: anything,
	stays: anything,
	never: anything,
	happens: anything,
	order: list(anything),
	at: anything,
	after: anything,
	within: duration,
	until: anything,
	while: anything,
	for: { kind: 'duration', some: true },
	times: anything,
	name: text,
	because: text,
});

export const scenarioShape: Shape & { readonly kind: 'struct' } = {
	kind: 'struct',
	name: 'Scenario',
	fields: {
		name: text,
		describe: text,
		manifest: text,
		plays: struct('Plays', { folder: text, target: text, values: list(text) }),
		world: struct('World', { images: map(image), containers: map(container), node, nodes: list(pool) }),
		before: list(action),
		actions: list(action),
		until: { kind: 'duration', some: true },
		static: boolean,
		expect: list(expectation),
	},
};

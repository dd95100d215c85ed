/** How well a simulated life retells a recorded one: the rules of the recordings' own score. Two recordings of one scenario differ too; matching either is enough. */
import type { ContainerState, PodEvent, PodState, PodTrace } from '../../server/src/simulator/trace';

export interface Recording {
	readonly name: string;
	readonly until: string;
	readonly timeline?: readonly PodState[];
	readonly events?: readonly PodEvent[];
	readonly pods?: readonly PodTrace[];
}

export type Aspect = 'rows' | 'times' | 'full' | 'events';
export type Faults = Readonly<Partial<Record<Aspect, string>>>;

/** States shorter than this may be missing: whether a write shows up between two others is chance. */
const FLASH = 1.3;

interface Step {
	readonly key: string;
	readonly t: number;
	lasts: number | undefined;
}

export function judge(recorded: Recording, simulated: Pick<Recording, 'timeline' | 'events' | 'pods'>, until: number): Faults {
	const faults: Partial<Record<Aspect, string>> = {};
	const left = podsOf(recorded);
	const right = podsOf(simulated);
	if (left.length !== right.length) {
		const why = `${left.length} pods recorded, ${right.length} simulated`;
		return { rows: why, times: why, full: why, events: why };
	}
	for (const [index, one] of left.entries()) {
		const other = right[index];
		if (other === undefined) continue;
		for (const level of ['rows', 'full'] as const) {
			const { pairs, odd } = align(steps(one.timeline, level === 'full'), steps(other.timeline, level === 'full'), until);
			if (odd !== undefined) faults[level] ??= odd;
			if (level === 'rows') {
				const slow = pairs.find(([a, b], at) => differs(a, b, pairs[at + 1]));
				if (slow !== undefined) faults.times ??= `${slow[0].key} lasts ${slow[0].lasts} s recorded, ${slow[1].lasts} s simulated`;
			}
		}
		const odd = compareEvents(one.events, other.events);
		if (odd !== undefined) faults.events ??= odd;
	}
	return faults;
}

function differs(a: Step, b: Step, next: readonly [Step, Step] | undefined): boolean {
	if (next === undefined) return false;
	const lasted = next[0].t - a.t;
	return Math.abs(lasted - (next[1].t - b.t)) > Math.max(2, 0.25 * lasted);
}

function podsOf({ timeline, events, pods }: Pick<Recording, 'timeline' | 'events' | 'pods'>): readonly Pick<PodTrace, 'timeline' | 'events'>[] {
	if (timeline !== undefined && timeline.length > 0) return [{ timeline, events: events ?? [] }];
	return [...(pods ?? [])].sort((a, b) => a.createdAt - b.createdAt);
}

function steps(timeline: readonly PodState[], full: boolean): Step[] {
	const list: Step[] = [];
	for (const state of timeline) {
		const key = keyOf(state, full);
		if (list.at(-1)?.key !== key) list.push({ key, t: state.t, lasts: undefined });
	}
	for (const [index, step] of list.entries()) {
		const next = list[index + 1];
		if (next !== undefined) step.lasts = next.t - step.t;
	}
	return list;
}

function keyOf(state: PodState, full: boolean): string {
	if (state.gone) return 'gone';
	const row = `${state.phase} ${state.kubectl?.ready} ${state.kubectl?.status} ${state.kubectl?.restarts}${state.deleting ? ' deleting' : ''}`;
	if (!full) return row;
	const conditions = Object.entries(state.conditions ?? {})
		.map(([type, { status, reason }]) => `${type}=${status}${reason ? `:${reason}` : ''}`)
		.sort();
	const containers = [state.initContainers, state.containers, state.ephemeralContainers].flatMap((group) =>
		Object.entries(group ?? {})
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, container]) => `${name}(${containerKey(container)})`),
	);
	return [row, ...conditions, ...containers].join(' ');
}

function containerKey({ state, reason, exitCode, ready, started, restartCount, lastState }: ContainerState): string {
	return [state, reason, exitCode, ready, started, restartCount, lastState?.reason, lastState?.exitCode].join(',');
}

/** The longest common sequence, and the first state that only one side has and that counts. */
function align(
	a: readonly Step[],
	b: readonly Step[],
	until: number,
): { readonly pairs: readonly (readonly [Step, Step])[]; readonly odd: string | undefined } {
	const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--) {
			const row = lengths[i];
			if (row !== undefined) row[j] = a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	const pairs: (readonly [Step, Step])[] = [];
	let odd: string | undefined;
	const note = (side: string, step: Step): void => {
		if (step.lasts === undefined || step.lasts >= FLASH) odd ??= `${side} only at ${step.t}: ${step.key}`;
	};
	let i = 0;
	let j = 0;
	for (let x = a[0], y = b[0]; x !== undefined && y !== undefined; x = a[i], y = b[j]) {
		if (x.key === y.key) {
			pairs.push([x, y]);
			i++;
			j++;
		} else if (at(i + 1, j) >= at(i, j + 1)) {
			note('recorded', x);
			i++;
		} else {
			note('simulated', y);
			j++;
		}
	}
	// What is left on one side may only be what the horizon cut off on the other.
	const tail = (side: string, step: Step): void => {
		if ((step.lasts ?? 0) >= FLASH * 2 && step.t < until - Math.max(5, 0.12 * until)) odd ??= `${side} only at ${step.t}: ${step.key}`;
	};
	for (const step of a.slice(i)) tail('recorded', step);
	for (const step of b.slice(j)) tail('simulated', step);
	if (pairs.length === 0) odd ??= 'no state in common';
	return { pairs, odd };
}

function compareEvents(a: readonly PodEvent[], b: readonly PodEvent[]): string | undefined {
	const left = counted(a);
	const right = counted(b);
	for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
		const one = left.get(key);
		const other = right.get(key);
		if (one === undefined || other === undefined) return `${one === undefined ? 'simulated' : 'recorded'} only: ${key}`;
		if (Math.abs(one.count - other.count) > Math.max(1, 0.25 * one.count)) return `${key}: ${one.count} times recorded, ${other.count} simulated`;
		if (![...one.messages].some((message) => other.messages.has(message)))
			return `${key}: "${[...one.messages][0]}" recorded, "${[...other.messages][0]}" simulated`;
	}
	return undefined;
}

function counted(events: readonly PodEvent[]): Map<string, { count: number; readonly messages: Set<string> }> {
	const list = new Map<string, { count: number; readonly messages: Set<string> }>();
	for (const { type, reason, object, count, message } of events) {
		const key = `${type} ${reason} ${object ?? ''}`;
		const known = list.get(key) ?? { count: 0, messages: new Set<string>() };
		list.set(key, known);
		known.count += count;
		known.messages.add(plain(message));
	}
	return list;
}

/** Without what differs from one cluster to the next: uids, generated names, durations, sizes. */
function plain(message: string): string {
	return message
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID')
		.replace(/\b\d+(\.\d+)?(ms|s)\b/g, 'DURATION')
		.replace(/\d+ bytes/g, 'N bytes')
		.replace(/(-[0-9a-f]{8,10})?-[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9])/g, '-GENERATED');
}

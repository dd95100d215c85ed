/** The life of an object that is applied anew while it lives, and what the apply does to its pods. */
import type { PodState, Scenario, Trace } from '../../protocol/life';
import type { PodSpec } from '../../schema/generated/types';
import { isMap, type Json, type JsonMap } from '../../schema/json';
import { same } from '../../schema/same';
import { isReady, type Live, podsOf, roundUp, type Steps, type Usual, usualLife, usualScripts, written } from '../life/usual';

/** A life with an apply in it. Times in seconds since the creation of the object. */
export interface ApplyLife {
	readonly trace: Trace;
	readonly scenario: Scenario;
	/** When it is applied: all has been well for some seconds. */
	readonly at: number;
	readonly effect: Effect;
}

/** An object as it is created, and as the server stores it before and after the apply. */
export interface Applying {
	readonly kind: string;
	readonly object: unknown;
	readonly spec: PodSpec;
	readonly nextSpec: PodSpec;
	readonly stored: JsonMap;
	readonly next: JsonMap;
	/** Through this subresource instead: `resize`. */
	readonly subresource?: 'resize';
}

/** Nobody watches a roll-out for longer than this, in seconds. */
const LONGEST_WATCH = 6 * 3600;
/** What a roll-out that gets stuck is watched for at least. */
const SHORTEST_WATCH = 120;

export function* applyLife(applying: Applying, live: Live): Steps<ApplyLife> {
	const { kind, object, spec, nextSpec, stored, next, subresource } = applying;
	const usual = yield* usualLife(kind, object, spec, live);
	const at = usual.steady;
	const containers = { ...usualScripts(nextSpec), ...usual.scenario.world?.containers };
	const action = { at: written(at), do: 'patch', target: `${kind}/${nameOf(next)}`, type: 'json', body: patchOf(stored, next) } as const;
	const scenario: Scenario = {
		...(Object.keys(containers).length > 0 && { world: { containers } }),
		actions: [{ ...action, ...(subresource && { subresource }) }],
		until: written(at + watched(usual, applying)),
	};
	const trace = yield* live(kind, object, scenario);
	return { trace, scenario, at, effect: effectOf(trace, at) };
}

/** Seconds in which every pod can be stopped and another be ready in its place, one after the other. */
function watched({ trace, steady, born }: Usual, { spec, nextSpec, next }: Applying): number {
	const pods = Math.max(podsOf(trace).length, Number(within(next, 'spec')['replicas'] ?? 1));
	const grace = Math.max(spec.terminationGracePeriodSeconds ?? 30, nextSpec.terminationGracePeriodSeconds ?? 30);
	const one = 2 * roundUp(steady - born) + grace + Number(within(next, 'spec')['minReadySeconds'] ?? 0);
	return Math.min(LONGEST_WATCH, SHORTEST_WATCH + pods * one);
}

const nameOf = (object: JsonMap): string => String(within(object, 'metadata')['name'] ?? '');
/** A map within a map; one without anything where there is none. */
export const within = (value: JsonMap, key: string): JsonMap => (isMap(value[key]) ? value[key] : {});

/** A JSON patch for what differs: each field of the spec as a whole, labels and annotations. What stays the same is not touched, so that a template keeps its hash. */
function patchOf(stored: JsonMap, next: JsonMap): Json {
	const spec = differing(within(stored, 'spec'), within(next, 'spec'), '/spec/');
	const metadata = (['labels', 'annotations'] as const).flatMap((key) => {
		const [was, is] = [within(within(stored, 'metadata'), key), within(within(next, 'metadata'), key)];
		return same(was, is) ? [] : [{ op: 'add', path: `/metadata/${key}`, value: is }];
	});
	return [...spec, ...metadata];
}

function differing(before: JsonMap, after: JsonMap, above: string): JsonMap[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return keys.flatMap((key): JsonMap[] => {
		if (same(before[key], after[key])) return [];
		const value = after[key];
		return [value === undefined ? { op: 'remove', path: above + key } : { op: 'add', path: above + key, value }];
	});
}

/** What an apply does to pods, as its life shows it. */
export interface Effect {
	/** Pods that were there, and were deleted after it; pods that were made after it, and those of them that are ready in the end. */
	readonly gone: number;
	readonly made: number;
	readonly ready: number;
	/** Pods that are there before it, and in the end. */
	readonly before: number;
	readonly after: number;
	/** Containers of pods that were there that ended and started again. */
	readonly restarted: readonly string[];
	/** Seconds until the last of those was ready again; undefined where one never was. */
	readonly down: number | undefined;
	/** The server did not take it after all; the simulated one, in its words. */
	readonly refused?: string;
}

/** Read off a life in which it is applied `at` so many seconds. */
export function effectOf(trace: Trace, at: number): Effect {
	const pods = podsOf(trace);
	const lives = pods.map(({ createdAt, timeline }) => ({ isOld: createdAt < at, states: timeline.map((state) => ({ ...state, t: state.t + createdAt })) }));
	const old = lives.filter(({ isOld, states }) => isOld && stateAt(states, at)?.gone !== true);
	const gone = old.filter(({ states }) => states.some(({ t, deleting, gone: isGone }) => t >= at && (deleting || isGone === true)));
	const stays = old.filter((life) => !gone.includes(life));
	const made = lives.filter(({ isOld }) => !isOld);
	const restarted = [...new Set(stays.flatMap(({ states }) => restartedIn(states, at)))];
	const refusal = trace.story.moments.find(({ code, t }) => code === 'action/refused' && t >= at);
	return {
		gone: gone.length,
		made: made.length,
		ready: made.filter(({ states }) => stands(states) && states.slice(-1).some(isReady)).length,
		before: old.length,
		after: lives.filter(({ states }) => stands(states)).length,
		restarted,
		down: downIn(trace, restarted, at),
		...(refusal && { refused: String(refusal.args['message'] ?? '') }),
	};
}

const stands = (states: readonly PodState[]): boolean => states.at(-1)?.gone !== true && states.at(-1)?.deleting !== true;
const stateAt = (states: readonly PodState[], at: number): PodState | undefined => states.findLast(({ t }) => t < at);

function restartedIn(states: readonly PodState[], at: number): readonly string[] {
	const of = (state: PodState | undefined) => ({ ...state?.initContainers, ...state?.containers });
	const [before, after] = [of(stateAt(states, at)), of(states.at(-1))];
	return Object.keys(after).filter((name) => (after[name]?.restartCount ?? 0) > (before[name]?.restartCount ?? 0));
}

function downIn({ story }: Trace, containers: readonly string[], at: number): number | undefined {
	const again = containers.map((name) => story.stretches.find(({ lane, what, from }) => lane === name && what === 'ready' && from >= at)?.from);
	return again.includes(undefined) ? undefined : Math.max(0, ...again.map((t = at) => t - at));
}

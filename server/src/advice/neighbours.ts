import type { LabelSelector } from '../schema/generated/types';
import { isMap } from '../schema/json';
import type { Labels } from '../schema/label-match';
import type { Subject } from './subject';

/** An object of the file, whatever its kind. */
export interface Named {
	readonly apiVersion: string;
	readonly kind: string;
	readonly name: string;
	readonly namespace?: string;
}

/** One of ours, with the pods that it makes. */
export interface PodMaker extends Named {
	readonly subject: Subject;
	/** Something in it is not known yet: it may be what is looked for. */
	readonly open: boolean;
}

/** A ConfigMap or Secret with its keys. */
export interface Config extends Named {
	readonly keys: readonly string[];
}

/** An object that is none of ours, as plain JSON. */
export interface Other extends Named {
	readonly value: unknown;
}

/** What stands in one file, for the rules that look from one object to another. */
export interface Neighbours {
	readonly makers: readonly PodMaker[];
	readonly configs: readonly Config[];
	readonly all: readonly Named[];
	/** Every document was read, and none is of a kind that may make pods unknown to us: what is not here is not in the file. */
	readonly whole: boolean;
}

/** Where one says nothing of a namespace, it goes where the other goes. */
export const isBeside = (one: { readonly namespace?: string }, other: { readonly namespace?: string }): boolean =>
	one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;

/** What lies under keys of plain JSON. */
export function below(value: unknown, ...keys: readonly string[]): unknown {
	return keys.reduce<unknown>((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
}

const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** A map of labels; undefined for what is none, and where a value cannot be a label's: nobody knows what it will be. */
export function labelsIn(value: unknown): Labels | undefined {
	if (!isMap(value)) return undefined;
	const values = Object.values(value);
	return values.length > 0 && values.every((one) => typeof one === 'string' && LABEL_VALUE.test(one)) ? (value as Labels) : undefined;
}

/** The same of a whole selector, with `matchExpressions` that have their parts. */
export function selectorIn(value: unknown): LabelSelector | undefined {
	if (!isMap(value)) return undefined;
	const matchLabels = value['matchLabels'] === undefined ? {} : labelsIn(value['matchLabels']);
	const matchExpressions = value['matchExpressions'] ?? [];
	if (!matchLabels || !Array.isArray(matchExpressions) || !matchExpressions.every(isRequirement)) return undefined;
	return Object.keys(matchLabels).length + matchExpressions.length > 0 ? { matchLabels, matchExpressions } : undefined;
}

function isRequirement(value: unknown): boolean {
	const values = below(value, 'values') ?? [];
	return (
		typeof below(value, 'key') === 'string' &&
		typeof below(value, 'operator') === 'string' &&
		Array.isArray(values) &&
		values.every((one) => typeof one === 'string')
	);
}

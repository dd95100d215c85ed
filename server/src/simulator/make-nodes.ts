/** The nodes of a scenario: those it names, or the ordinary ones of a cluster that gives a manifest the labels it asks for. */
import type { NodeSelectorRequirement, PodSpec } from '../schema/generated/types';
import { amountOf } from './bytes';
import { makeNode, type Node } from './nodes';
import type { NodePool } from './scenario';
import { MOST_NODES } from './scenario-shape';

/** Three nodes of 4 CPUs and 16 GiB. */
const ORDINARY: readonly NodePool[] = [{ count: 3 }];
const POOL = { cpu: 4, memory: '16Gi', pods: 110 } as const;
const GIB = 2 ** 30;

/** One node on which everything fits: 64 CPUs, 256 GiB, as the recordings had it. */
const ROOMY = { cpu: 64_000, memory: 256 * GIB, pods: 1000 } as const;

/** What the nodes of a recording are: one, under this name. */
export function roomyNode(name: string): Node {
	return makeNode(name, { ...ROOMY, resources: new Map() });
}

/** The nodes that a scenario names; labels, names and resources that it leaves out are as the pods of `hospitality` wish. */
export function nodesOf(pools: readonly NodePool[] | undefined, hospitality: readonly PodSpec[] | undefined): readonly Node[] {
	const names = namesOf(pools ?? ORDINARY, hospitality ?? []);
	const wishes = labelWishes(hospitality ?? []);
	return names.map(({ name, pool }, index) => {
		const { cpu = POOL.cpu, memory = POOL.memory, pods = POOL.pods, taints = [], resources, labels } = pool;
		const node = makeNode(name, {
			cpu: number(cpu) * 1000,
			memory: number(memory),
			pods,
			resources:
				resources === undefined && hospitality !== undefined ? undefined : new Map(Object.entries(resources ?? {}).map(([key, is]) => [key, number(is)])),
		});
		node.taints = taints.map(({ key, value = '', effect }) => ({ key, value, effect }));
		node.labels = { ...node.labels, ...(labels ?? grantedLabels(wishes, hospitality ?? [], name, index)) };
		return node;
	});
}

function number(written: string | number): number {
	const amount = amountOf(written);
	return amount === undefined ? 0 : Number(amount.nano) / 1e9;
}

/** Nodes without a name of their own take those that the manifest calls for, then `node-1`, `node-2` … in a row. */
function namesOf(pools: readonly NodePool[], wishing: readonly PodSpec[]): readonly { readonly name: string; readonly pool: NodePool }[] {
	const taken = new Set<string>();
	const called = pools.flatMap(({ name }) => name ?? []);
	const wished = [...new Set(wishing.flatMap(calledFor))].filter((name) => !called.includes(name));
	let number = 0;
	return pools
		.flatMap((pool) => Array.from({ length: Math.min(MOST_NODES, pool.count ?? 1) }, (_, index) => ({ pool, index })))
		.slice(0, MOST_NODES)
		.map(({ pool, index }) => {
			const next = (): string => {
				number++;
				return wished[number - 1] ?? `node-${number}`;
			};
			const { name: written, count } = pool;
			let name = written === undefined ? next() : count === undefined ? written : `${written}-${index + 1}`;
			while (taken.has(name)) name = next();
			taken.add(name);
			return { name, pool };
		});
}

const HOSTNAME = 'kubernetes.io/hostname';

/** Nodes that a pod asks for by name. */
function calledFor({ nodeName, nodeSelector, affinity }: PodSpec): readonly string[] {
	const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
	const named = terms.flatMap(({ matchFields = [], matchExpressions = [] }) => [...matchFields, ...matchExpressions.filter(({ key }) => key === HOSTNAME)]);
	return [nodeName, nodeSelector?.[HOSTNAME], ...named.flatMap(({ operator, values = [] }) => (operator === 'In' ? values : []))].flatMap((name) => name || []);
}

type Labels = Readonly<Record<string, string>>;

/** The labels that each kind of pod needs its node to have: of several node selector terms the first will do. */
function labelWishes(specs: readonly PodSpec[]): readonly Labels[] {
	const wishes = specs.map(({ nodeSelector, affinity }) => {
		const [term] = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
		return { ...Object.fromEntries((term?.matchExpressions ?? []).flatMap(labelFor)), ...nodeSelector };
	});
	return wishes.map((wish) => Object.fromEntries(Object.entries(wish).filter(([key]) => key !== HOSTNAME)));
}

/** A label with which a requirement holds. */
function labelFor({ key, operator, values = [] }: NodeSelectorRequirement): readonly (readonly [string, string])[] {
	const [value = ''] = values;
	switch (operator) {
		case 'In':
			return [[key, value]];
		case 'Exists':
			return [[key, 'true']];
		case 'Gt':
			return [[key, String(Number(value) + 1)]];
		case 'Lt':
			return [[key, String(Number(value) - 1)]];
		default:
			return [];
	}
}

/** Where pods want different things of one label, the nodes take turns. What spreads and affinities tell places apart by is different on every node. */
function grantedLabels(wishes: readonly Labels[], specs: readonly PodSpec[], name: string, index: number): Labels {
	const granted: Record<string, string> = Object.fromEntries([...topologyKeys(specs)].map((key) => [key, /\/zone$/.test(key) ? `zone-${index + 1}` : name]));
	const own: Record<string, string> = {};
	for (let turn = 0; turn < wishes.length; turn++) {
		const wish = wishes[(index + turn) % wishes.length] ?? {};
		if (Object.entries(wish).every(([key, value]) => own[key] === undefined || own[key] === value)) Object.assign(own, wish);
	}
	return { ...granted, ...own };
}

function topologyKeys(specs: readonly PodSpec[]): ReadonlySet<string> {
	const keys = specs.flatMap(({ topologySpreadConstraints = [], affinity }) => [
		...topologySpreadConstraints.map(({ topologyKey }) => topologyKey),
		...[affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((one) => [
			...(one?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map(({ topologyKey }) => topologyKey),
			...(one?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm.topologyKey),
		]),
	]);
	return new Set(keys.filter((key) => key !== HOSTNAME));
}

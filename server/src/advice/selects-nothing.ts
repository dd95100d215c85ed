import { FieldPath } from '../schema/field-path';
import type { LabelSelector } from '../schema/generated/types';
import { type Labels, matchesLabels, matchesSet } from '../schema/label-match';
import type { Repair } from '../schema/problem';
import { type Advice, repairedBy } from './advice';
import { below, isBeside, labelsIn, type Neighbours, type Other, type PodMaker, selectorIn } from './neighbours';

/** A Service, PodDisruptionBudget or NetworkPolicy whose selector finds none of the pods that stand beside it. */
export function selectsNothing(other: Other, { makers, whole }: Neighbours): readonly Advice[] {
	const found = selectorOf(other);
	const beside = makers.filter((maker) => isBeside(maker, other));
	if (!found || !whole || beside.length === 0 || beside.some(({ open }) => open)) return [];
	const { path, exact } = found;
	const selector = { ...found.selector, matchLabels: lessGiven(found.selector.matchLabels ?? {}) };
	if (beside.some(({ subject }) => matchesLabels(selector, subject.meta.labels))) return [];
	const labels = Object.entries(selector.matchLabels).map(([key, value]) => `${key}=${value}`);
	const args = { kind: other.kind, labels: labels.join(', ') || 'matchExpressions' };
	const alone = Object.entries(selector.matchLabels).find(([key, value]) => !beside.some(({ subject }) => matchesSet({ [key]: value }, subject.meta.labels)));
	const at = alone ? exact.key(alone[0]) : path;
	return [{ path: at, code: 'advice/selects-nothing', severity: 'information', args, ...repairedBy(repairOf(selector.matchLabels, beside, exact)) }];
}

/** Labels that controllers give their pods. */
const GIVEN = /^(?:(?:statefulset|batch|apps)\.kubernetes\.io\/|(?:job-name|controller-uid|pod-template-hash|controller-revision-hash)$)/;

const lessGiven = (labels: Labels): Labels => Object.fromEntries(Object.entries(labels).filter(([key]) => !GIVEN.test(key)));

interface Found {
	readonly selector: LabelSelector;
	readonly path: FieldPath;
	/** The path of its labels. */
	readonly exact: FieldPath;
}

function selectorOf({ apiVersion, kind, value }: Other): Found | undefined {
	const spec = FieldPath.of('spec');
	if (kind === 'Service' && apiVersion === 'v1') {
		const matchLabels = labelsIn(below(value, 'spec', 'selector'));
		const path = spec.child('selector');
		return matchLabels && below(value, 'spec', 'type') !== 'ExternalName' ? { selector: { matchLabels }, path, exact: path } : undefined;
	}
	const field = { PodDisruptionBudget: 'selector', NetworkPolicy: 'podSelector' }[kind];
	if (field === undefined || !/^(?:policy|networking\.k8s\.io)\//.test(apiVersion)) return undefined;
	const selector = selectorIn(below(value, 'spec', field));
	const path = spec.child(field);
	return selector && { selector, path, exact: path.child('matchLabels') };
}

/** The one value that keeps it from the only pods there are. */
function repairOf(wanted: Labels, makers: readonly PodMaker[], path: FieldPath): Repair | undefined {
	const [maker, ...others] = makers;
	const labels = maker?.subject.meta.labels ?? {};
	const [differing, ...more] = Object.entries(wanted).filter(([key, value]) => labels[key] !== value);
	if (!differing || more.length + others.length > 0) return undefined;
	const [key, from] = differing;
	const to = Object.hasOwn(labels, key) ? labels[key] : undefined;
	return to === undefined ? undefined : { do: 'replace', path: path.key(key), from, to };
}

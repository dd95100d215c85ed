import { parseQuantity } from '../../schema/quantity';
import { sampleFor } from './samples';
import type { Candidate, Site } from './site';
import { settingTitle } from './titles';
import { put, textAt } from './write';

/** Where ranges of numbers begin and end: k8s.io/apimachinery/pkg/util/validation and pkg/apis/core/validation. */
const BOUNDS = [0, 1, 2, 100, 3600, 65535, 86400, 2_147_483_647, 2_147_483_648];
/** Not root. */
const USER = 1000;
const IDS = /^(?:runAs(?:User|Group)|fsGroup|supplementalGroups)$/;

/** A number within its range, the nearest first. */
export function numbers(site: Site): readonly Candidate[] {
	const { manifest, path, place, type, value } = site;
	const kind = place?.type.kind;
	if (type === undefined || type === 'FieldValueRequired' || !kind) return [];
	const written = value?.kind === 'scalar' ? value.text : '';
	const all = kind === 'quantity' ? amounts(written) : kind === 'int32' || kind === 'int64' || kind === 'intOrString' ? integers(site, written) : [];
	return all.flatMap((one) => {
		const edit = String(one) === written ? undefined : put(manifest, path, one);
		return edit ? { title: settingTitle(path.at(-1), one), edits: [edit], isFallback: true } : [];
	});
}

function integers(site: Site, written: string): readonly (number | string)[] {
	const number = Number(written.replaceAll('_', ''));
	const bounds = Number.isFinite(number) ? BOUNDS.toSorted((a, b) => Math.abs(a - number) - Math.abs(b - number)) : BOUNDS;
	const sample = IDS.test(site.place?.field.name ?? '') ? USER : sampleFor(site, site.path);
	const own = typeof sample === 'number' || typeof sample === 'string' ? [sample] : [];
	// A sign is typed in passing.
	return [...(number < -1 ? [-number] : []), ...own, ...moreThanBeside(site), ...bounds];
}

/** A deadline must lie behind what it is the deadline of: spec.progressDeadlineSeconds > spec.minReadySeconds. */
function moreThanBeside({ manifest, path, place }: Site): readonly number[] {
	if (place?.field.name !== 'progressDeadlineSeconds') return [];
	const ready = Number(textAt(manifest, [...path.slice(0, -1), 'minReadySeconds']) ?? 0);
	return Number.isSafeInteger(ready) ? [Math.max(0, ready) + 600] : [];
}

/** An amount has no sign, and of some things there is no half. */
function amounts(written: string): readonly string[] {
	const positive = written.replace(/^-/, '');
	const whole = String(Math.ceil(Number(parseQuantity(positive)?.nano ?? 0n) / 1e9));
	return [positive, whole].filter((one) => parseQuantity(one) !== undefined);
}

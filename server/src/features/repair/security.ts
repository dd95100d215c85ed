import { type File, type Manifest, read } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Violation } from '../../rules/pod-security/check';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { toJson } from '../../yaml/json';
import type { Range } from '../../yaml/node';
import { difference, type Edit, edited, shiftedEdit } from '../../yaml/text-edit';
import { diagnose } from '../diagnose/diagnose';
import type { Diagnostic } from '../diagnose/diagnostic';
import { judge } from '../diagnose/judge';
import { errorsIn } from '../diagnose/mends';
import type { SecurityLevel } from '../diagnose/pod-security';
import type { TriedFix } from '../diagnose/trial';
import { manifestsOf } from '../manifests';
import { manifestAt } from '../place';
import { podSpecOf } from './site';
import { removalTitle, settingTitle } from './titles';
import { put, remove, valueAt } from './write';

/** A pod has no more to set: each step sets one field. */
const MOST_STEPS = 100;

/**
 * What would make a pod meet what a finding says of a level of the Pod Security Standards (pod-security-admission/policy), and all that the level says, if that is more.
 * What a pod is made of, as hostPath volumes, is nobody's to take away: then as much is mended as can be. Of findings within a range; `found` is all that is said of the file.
 */
export function securityFixesIn(file: File, range: Range, found: readonly Diagnostic[], level: SecurityLevel, version: Minor): readonly TriedFix[] {
	const here = found.filter(({ code, range: at }) => code.startsWith('pod-security/') && at.start <= range.end && range.start <= at.end);
	if (level === 'off') return [];
	const before = errorsIn(found);
	return here.slice(0, MOST_FINDINGS).flatMap((diagnostic, i) => {
		const manifest = manifestAt(file, diagnostic.range.start)?.manifest;
		const index = manifest ? manifestsOf(file).indexOf(manifest) : -1;
		if (index < 0) return [];
		const one = secured(file, index, level, version, ({ code }) => code === diagnostic.code);
		const all = i === 0 ? secured(file, index, level, version, () => true) : undefined;
		const title = { en: `Make it ${level}: mend all of it`, ko: `${level} 수준에 맞게 모두 고치기` };
		return [...(one ? [one] : []), ...(all && all.text !== one?.text ? [{ ...all, title }] : [])]
			.filter(({ text }) => errorsIn(diagnose(read(text, undefined, file.around), version)) <= before)
			.map(({ title, text }) => ({ diagnostic, title, edits: [difference(file.text, text)], isPreferred: false }));
	});
}

/** A line shows no more of them. */
const MOST_FINDINGS = 8;

function secured(
	file: File,
	index: number,
	level: Exclude<SecurityLevel, 'off'>,
	version: Minor,
	isMeant: (violation: Violation) => boolean,
): { readonly text: string; readonly title: Bilingual } | undefined {
	let now = file.text;
	let title: Bilingual | undefined;
	for (let step = 0; step < MOST_STEPS; step++) {
		const manifest = manifestsOf(read(now, undefined, file.around))[index];
		if (!manifest) return undefined;
		const paths = judge(manifest, version)
			.violations()
			[level].filter(isMeant)
			.flatMap(({ code, paths }) => paths.map((path) => ({ code, path: path.segments() })));
		const next = firstOf(paths, ({ code, path }) => stepAt(manifest, code, path));
		if (!next) break;
		now = edited(now, [shiftedEdit(next.edit, manifest.start)]);
		title ??= next.title;
	}
	return title && { text: now, title };
}

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
	for (const one of all) {
		const result = of(one);
		if (result !== undefined) return result;
	}
	return undefined;
}

/** What restricted asks for, by the field that says it. */
const WANTED: Readonly<Record<string, unknown>> = { allowPrivilegeEscalation: false, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
/** What is asked of every container, and may be said once of the pod. */
const OF_ALL: ReadonlySet<string> = new Set(['runAsNonRoot', 'seccompProfile']);
/** Fields that only widen what a container may: without them it is as everybody's. */
const WIDENING: ReadonlySet<string> = new Set(
	'privileged hostNetwork hostPID hostIPC hostPort hostProcess procMount sysctls runAsUser seLinuxOptions host'.split(' '),
);

interface Step {
	readonly title: Bilingual;
	readonly edit: Edit;
}

function stepAt(manifest: Manifest, code: string, path: readonly Segment[]): Step | undefined {
	const field = String(path.findLast((segment) => typeof segment === 'string'));
	const ofPod = [...podSpecOf(manifest), 'securityContext', field];
	if (code === 'pod-security/drop-all-capabilities') return field === 'drop' ? setting(manifest, path, dropped(manifest, path)) : keeping(manifest, path);
	if (field === 'type') return setting(manifest, path, 'RuntimeDefault');
	if (Object.hasOwn(WANTED, field)) {
		const isOfAll = OF_ALL.has(field) && !valueAt(manifest, path) && !valueAt(manifest, ofPod);
		return setting(manifest, isOfAll ? ofPod : path, WANTED[field]);
	}
	return WIDENING.has(field) ? removing(manifest, path) : undefined;
}

function setting(manifest: Manifest, path: readonly Segment[], value: unknown): Step | undefined {
	const edit = put(manifest, path, value);
	return edit && { title: settingTitle(path.at(-1), value), edit };
}

function removing(manifest: Manifest, path: readonly Segment[]): Step | undefined {
	const edit = remove(manifest, path);
	return edit && { title: removalTitle(path.at(-1)), edit };
}

function listAt(manifest: Manifest, path: readonly Segment[]): readonly unknown[] {
	const list = toJson(valueAt(manifest, path));
	return Array.isArray(list) ? list : [];
}

const dropped = (manifest: Manifest, path: readonly Segment[]): readonly unknown[] => [...new Set(['ALL', ...listAt(manifest, path)])];

/** The one capability that may be added. */
function keeping(manifest: Manifest, path: readonly Segment[]): Step | undefined {
	const kept = listAt(manifest, path).filter((one) => one === 'NET_BIND_SERVICE');
	return kept.length > 0 ? setting(manifest, path, kept) : removing(manifest, path);
}

import { FieldPath } from '../../schema/field-path';
import type { PodSpec } from '../../schema/generated/types';
import { KINDS, type KindName } from '../../schema/kinds';
import type { Minor } from '../../schema/schema';
import * as baseline from './baseline';
import { type Check, type Violation, viewOf } from './check';
import * as restricted from './restricted';

/** Violations of the two levels of the Pod Security Standards, as the namespace label `latest` would find them. */
export interface PodSecurity {
	readonly baseline: readonly Violation[];
	readonly restricted: readonly Violation[];
}

/** Checks that `restricted` takes over as they are. */
const BASELINE_IN_BOTH: readonly Check[] = [
	baseline.appArmorProfile,
	baseline.hostNamespaces,
	baseline.hostPorts,
	baseline.hostProbesAndHostLifecycle,
	baseline.privileged,
	baseline.seLinuxOptions,
	baseline.sysctls,
	baseline.windowsHostProcess,
];

/** The rest of `baseline`, which `restricted` overrides by stricter ones. */
const BASELINE_ONLY: readonly Check[] = [baseline.capabilitiesBaseline, baseline.hostPathVolumes, baseline.procMountBaseline, baseline.seccompProfileBaseline];

const RESTRICTED_ONLY: readonly Check[] = [
	restricted.allowPrivilegeEscalation,
	restricted.capabilitiesRestricted,
	baseline.procMount,
	restricted.restrictedVolumes,
	restricted.runAsNonRoot,
	restricted.runAsUser,
	(pod) => (restricted.isWindows(pod) ? undefined : (baseline.seccompProfileBaseline(pod) ?? restricted.seccompProfileRequired(pod))),
];

/**
 * EvaluatePod of both levels, for an object of one of the nine kinds that is defaulted but not yet prepared for creation:
 * the admission plugin sees it before the strategies drop anything.
 */
export function podSecurityViolations(kind: KindName, object: Readonly<Record<string, unknown>>, version: Minor): PodSecurity {
	const place = specOf(kind, object);
	if (!place) return { baseline: [], restricted: [] };
	const pod = viewOf(place.spec, place.path, version);
	const run = (checks: readonly Check[]): readonly Violation[] => checks.flatMap((check) => check(pod) ?? []);
	const inBoth = run(BASELINE_IN_BOTH);
	return { baseline: [...inBoth, ...run(BASELINE_ONLY)], restricted: [...inBoth, ...run(RESTRICTED_ONLY)] };
}

/** The levels that are broken, each with its `reason: detail` sentences. */
export function podSecuritySentences(violations: PodSecurity): { readonly baseline?: readonly string[]; readonly restricted?: readonly string[] } {
	return {
		...(violations.baseline.length > 0 ? { baseline: violations.baseline.map(sentence) } : {}),
		...(violations.restricted.length > 0 ? { restricted: violations.restricted.map(sentence) } : {}),
	};
}

function sentence({ reason, detail }: Violation): string {
	return `${reason}: ${detail}`;
}

function specOf(kind: KindName, object: Readonly<Record<string, unknown>>): { readonly spec: PodSpec; readonly path: FieldPath } | undefined {
	const template = KINDS.find((known) => known.kind === kind)?.template;
	if (!template) return undefined;
	let value: unknown = object;
	let path: FieldPath | undefined;
	for (const field of [...template, 'spec']) {
		value = (value as Readonly<Record<string, unknown>> | undefined)?.[field];
		path = path ? path.child(field) : FieldPath.of(field);
	}
	return value && path ? { spec: value as PodSpec, path } : undefined;
}

import type { FieldPath } from '../schema/field-path';
import type { Probe } from '../schema/generated/types';
import { validateHandler } from './handler';
import type { Walk } from './walk';

/** core validation.validateLivenessProbe */
export function validateLivenessProbe(walk: Walk, probe: Probe | undefined, gracePeriod: number | undefined, path: FieldPath): void {
	if (!probe) return;
	validateProbe(walk, probe, gracePeriod, path);
	validateSucceedsOnce(walk, probe, path, 'probe/liveness-succeeds-once');
}

/** core validation.validateReadinessProbe */
export function validateReadinessProbe(walk: Walk, probe: Probe | undefined, gracePeriod: number | undefined, path: FieldPath): void {
	if (!probe) return;
	validateProbe(walk, probe, gracePeriod, path);
	if (probe.terminationGracePeriodSeconds === undefined) return;
	const at = path.child('terminationGracePeriodSeconds');
	const repair = { do: 'remove', path: at } as const;
	walk.invalid(at, probe.terminationGracePeriodSeconds, 'must not be set for readinessProbes', 'probe/readiness-grace-period', repair);
}

/** core validation.validateStartupProbe */
export function validateStartupProbe(walk: Walk, probe: Probe | undefined, gracePeriod: number | undefined, path: FieldPath): void {
	if (!probe) return;
	validateProbe(walk, probe, gracePeriod, path);
	validateSucceedsOnce(walk, probe, path, 'probe/startup-succeeds-once');
}

function validateSucceedsOnce(walk: Walk, { successThreshold = 0 }: Probe, path: FieldPath, code: string): void {
	if (successThreshold === 1) return;
	const at = path.child('successThreshold');
	walk.invalid(at, successThreshold, 'must be 1', code, { do: 'set', path: at, to: 1 });
}

const COUNTS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

/** core validation.validateProbe */
function validateProbe(walk: Walk, probe: Probe, gracePeriod: number | undefined, path: FieldPath): void {
	validateHandler(walk, probe, gracePeriod, path);
	for (const name of COUNTS) {
		const count = probe[name] ?? 0;
		if (count < 0) walk.invalid(path.child(name), count, 'must be greater than or equal to 0', 'probe/negative');
	}
	const grace = probe.terminationGracePeriodSeconds;
	if (grace !== undefined && grace <= 0) walk.invalid(path.child('terminationGracePeriodSeconds'), grace, 'must be greater than 0', 'probe/grace-period');
}

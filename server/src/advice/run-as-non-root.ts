import type { Advice } from './advice';
import type { Subject } from './subject';

/** Root that must not be root: `CreateContainerConfigError`; kuberuntime verifyRunAsNonRoot with securitycontext.DetermineEffectiveSecurityContext. */
export function runAsNonRoot({ containers, spec, path }: Subject): readonly Advice[] {
	const ofPod = spec.securityContext;
	const found: Advice[] = [];
	let isToldOfPod = false;
	for (const { container, path: at } of containers) {
		const own = container.securityContext;
		if (!(own?.runAsNonRoot ?? ofPod?.runAsNonRoot) || (own?.runAsUser ?? ofPod?.runAsUser) !== 0) continue;
		// What the pod says is wrong once, however many containers it holds for.
		const isOfPod = own?.runAsUser !== 0;
		if (isOfPod && isToldOfPod) continue;
		isToldOfPod ||= isOfPod;
		const where = (isOfPod ? path : at).child('securityContext', 'runAsUser');
		found.push({ path: where, code: 'advice/run-as-non-root', severity: 'warning', args: {} });
	}
	return found;
}

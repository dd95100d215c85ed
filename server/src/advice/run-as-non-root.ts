import type { Advice } from './advice';
import type { Subject } from './subject';

/** Root that must not be root: `CreateContainerConfigError`; kuberuntime verifyRunAsNonRoot with securitycontext.DetermineEffectiveSecurityContext. */
export function runAsNonRoot({ containers, spec, path }: Subject): readonly Advice[] {
	const ofPod = spec.securityContext;
	const found = containers.flatMap(({ container, path: at }) => {
		const own = container.securityContext;
		if (!(own?.runAsNonRoot ?? ofPod?.runAsNonRoot) || (own?.runAsUser ?? ofPod?.runAsUser) !== 0) return [];
		return (own?.runAsUser === 0 ? at : path).child('securityContext', 'runAsUser');
	});
	// What the pod says is wrong once, however many containers it holds for.
	const once = new Map(found.map((at) => [at.toString(), at]));
	return [...once.values()].map((at) => ({ path: at, code: 'advice/run-as-non-root', severity: 'warning', args: {} }));
}

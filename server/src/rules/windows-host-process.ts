import type { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { eachContainer } from './container';
import type { PodOptions } from './options';
import type { Walk } from './walk';

/** core validation.validateWindowsHostProcessPod: all containers are processes of the host, or none is. */
export function validateWindowsHostProcessPod(walk: Walk, spec: PodSpec, options: PodOptions, path: FieldPath): void {
	const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
	let hostProcesses = 0;
	let others = 0;
	eachContainer(spec, path, ({ securityContext }, at) => {
		const own = securityContext?.windowsOptions?.hostProcess;
		if (ofPod !== undefined && own !== undefined && ofPod !== own) {
			const detail = `pod hostProcess value must be identical if both are specified, was ${ofPod}`;
			const field = at.child('securityContext', 'windowsOptions', 'hostProcess');
			walk.invalid(field, own, detail, 'windows/host-process-differs', { do: 'remove', path: field });
		}
		if (own ?? ofPod) hostProcesses++;
		else others++;
	});
	if (hostProcesses === 0) return;
	if (others > 0) {
		const detail = 'If pod contains any hostProcess containers then all containers must be HostProcess containers';
		walk.invalid(path, '', detail, 'windows/host-process-all');
	}
	if (!spec.hostNetwork) {
		const at = path.child('hostNetwork');
		const detail = 'hostNetwork must be true if pod contains any hostProcess containers';
		walk.invalid(at, false, detail, 'windows/host-process-network', { do: 'set', path: at, to: true });
	}
	if (!options.allowPrivileged) walk.forbidden(path, 'hostProcess containers are disallowed by cluster policy', 'windows/host-process-policy');
}

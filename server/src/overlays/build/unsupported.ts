import { misfits } from './fits';
import { type Fault, type Fields, fault, get, isFields, textAt, type Value } from './object';
import { note, type Target } from './place';
import { traceOf } from './written';

/** What decides about the result and is not built here: better no build than a wrong one. */
const NOT_BUILT = {
	helmCharts: 'Helm charts are not rendered',
	helmChartInflationGenerator: 'Helm charts are not rendered',
};

export const EMPTY = 'kustomization.yaml is empty';

/** Kustomization.Unmarshal, CheckEmpty and EnforceFields. */
export function unsupported(kustomization: Fields): Fault | undefined {
	const [misfit] = misfits(kustomization, 'Kustomization');
	if (misfit) return misfit;
	const isNothing = ([key, value]: readonly [string, Value]): boolean => key === 'apiVersion' || key === 'kind' || value === null || value === '';
	if (Object.entries(kustomization).every(isNothing)) return fault(EMPTY);
	const [kind, apiVersion] = [textAt(kustomization, 'kind') || 'Kustomization', textAt(kustomization, 'apiVersion')];
	if (kind !== 'Kustomization' && kind !== 'Component') return fault('kind should be Kustomization or Component', traceOf(kustomization, 'kind')?.value);
	const wanted = `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`;
	if (apiVersion !== '' && apiVersion !== wanted) return fault(`apiVersion for ${kind} should be ${wanted}`, traceOf(kustomization, 'apiVersion')?.value);
	return undefined;
}

/** What this build does not do, named. */
export function notBuilt(kustomization: Fields, target: Target): Fault | undefined {
	for (const [field, why] of Object.entries(NOT_BUILT)) {
		const value = get(kustomization, field);
		if (!(Array.isArray(value) ? value.length > 0 : isFields(value) && Object.keys(value).length > 0)) continue;
		const at = traceOf(kustomization, field)?.key;
		if (!target.isLenient) return fault(`${field}: ${why}`, at);
		note(target, 'left-out', field, at);
	}
	return undefined;
}

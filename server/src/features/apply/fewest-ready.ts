/** The fewest pods of a workload that its strategy leaves ready while a new template is rolled out. */
import type { JsonMap } from '../../schema/json';
import { same } from '../../schema/same';
import { unavailable as missingOfDaemonSet } from '../../simulator/controllers/daemon-set';
import { unavailable as missingOfDeployment } from '../../simulator/controllers/deployment';
import { type Applying, within } from './apply-life';

/** Undefined where nothing is rolled out, or nothing is promised. `before`: pods that are there when it is applied; a workload that grows at the same time has no more to keep. */
export function fewestReady({ kind, stored, next }: Pick<Applying, 'kind' | 'stored' | 'next'>, before: number): number | undefined {
	const spec = within(next, 'spec');
	if (same(within(stored, 'spec')['template'], spec['template'])) return undefined;
	const least = leastOf(kind, spec, before);
	return least !== undefined && least > 0 ? Math.min(least, before) : undefined;
}

function leastOf(kind: string, spec: JsonMap, before: number): number | undefined {
	const wanted = typeof spec['replicas'] === 'number' ? spec['replicas'] : 1;
	if (kind === 'Deployment') return spec['paused'] === true || typeIn(spec, 'strategy') === 'Recreate' ? undefined : wanted - missingOfDeployment(spec, wanted);
	if (typeIn(spec, 'updateStrategy') === 'OnDelete') return undefined;
	if (kind === 'DaemonSet') return before - missingOfDaemonSet(spec, before);
	// The simulated controller replaces one pod after the other, also where maxUnavailable would let it go faster.
	const missing = within(within(spec, 'updateStrategy'), 'rollingUpdate')['maxUnavailable'] ?? 1;
	return kind === 'StatefulSet' && missing === 1 ? wanted - 1 : undefined;
}

const typeIn = (spec: JsonMap, strategy: string): unknown => within(spec, strategy)['type'];

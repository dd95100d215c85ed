import type { Cluster } from '../kubelet';
import type { Action } from '../scenario';

/** What the API server does not do: nothing changes, and the story says why, in its words. */
export function refuse(cluster: Cluster, { do: what }: Pick<Action, 'do'>, message: string, pod?: number): void {
	cluster.story.tell(pod, { code: 'action/refused', args: { action: what, message }, tone: 'bad', weight: 8 });
}

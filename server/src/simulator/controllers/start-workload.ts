import type { Cluster } from '../kubelet';

export function startWorkload(_cluster: Cluster, _kind: string, _object: unknown, _namespace: string): void {}

import type { Bilingual } from '../protocol/text';

/** Pages that stand in Korean; for any other the Korean reader gets the English one. Left out: those that speak of fields that are gone (AppArmor as an annotation). */
const KOREAN: ReadonlySet<string> = new Set([
	...under('concepts/architecture/', ['garbage-collection', 'nodes']),
	...under('concepts/configuration/', ['configmap', 'manage-resources-containers', 'overview', 'secret']),
	...under('concepts/containers/', ['container-environment', 'container-lifecycle-hooks', 'images', 'runtime-class']),
	...under('concepts/overview/working-with-objects/', ['annotations', 'common-labels', 'field-selectors', 'finalizers']),
	...under('concepts/overview/working-with-objects/', ['labels', 'names', 'namespaces', 'owners-dependents']),
	...under('concepts/policy/', ['limit-range', 'resource-quotas']),
	...under('concepts/scheduling-eviction/', ['api-eviction', 'assign-pod-node', 'kube-scheduler', 'node-pressure-eviction', 'pod-overhead']),
	...under('concepts/scheduling-eviction/', ['pod-priority-preemption', 'pod-scheduling-readiness', 'taint-and-toleration', 'topology-spread-constraints']),
	...under('concepts/services-networking/', ['dns-pod-service', 'dual-stack', 'network-policies', 'service']),
	...under('concepts/storage/', ['dynamic-provisioning', 'ephemeral-volumes', 'persistent-volumes', 'projected-volumes', 'storage-classes', 'volumes']),
	...under('concepts/workloads/', ['controllers', 'pods']),
	...under('concepts/workloads/controllers/', ['cron-jobs', 'daemonset', 'deployment', 'job']),
	...under('concepts/workloads/controllers/', ['replicaset', 'replicationcontroller', 'statefulset', 'ttlafterfinished']),
	...under('concepts/workloads/pods/', ['disruptions', 'downward-api', 'ephemeral-containers', 'init-containers', 'pod-hostname']),
	...under('concepts/workloads/pods/', ['pod-lifecycle', 'pod-qos', 'sidecar-containers', 'user-namespaces']),
	...under('tasks/administer-cluster/', ['sysctl-cluster']),
	...under('tasks/configure-pod-container/', ['assign-cpu-resource', 'assign-memory-resource', 'configure-gmsa', 'configure-pod-initialization']),
	...under('tasks/configure-pod-container/', ['configure-liveness-readiness-startup-probes', 'configure-runasusername', 'pull-image-private-registry']),
	...under('tasks/configure-pod-container/', ['quality-service-pod', 'resize-container-resources', 'static-pod']),
	...under('tasks/debug/debug-application/', ['debug-pods', 'debug-running-pod', 'determine-reason-pod-failure']),
	...under('tasks/extend-kubernetes/', ['configure-multiple-schedulers']),
	...under('tasks/inject-data-application/', ['define-command-argument-container', 'define-environment-variable-container']),
	...under('tasks/inject-data-application/', ['define-interdependent-environment-variables', 'distribute-credentials-secure']),
	...under('tasks/manage-daemon/', ['update-daemon-set']),
	...under('tasks/network/', ['customize-hosts-file-for-pods']),
	...under('tutorials/services/', ['connect-applications-service']),
]);

/** What Korean treats on a page of another name. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
	['concepts/workloads/pods/probes/', 'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
]);

function under(section: string, pages: readonly string[]): readonly string[] {
	return pages.map((page) => `${section}${page}/`);
}

/** The address of a docs page in each language; `page` as FieldWords.link has it. An anchor that the Korean page lacks leads to its top. */
export function docsLink(page: string): Bilingual {
	const en = `https://kubernetes.io/docs/${page}`;
	const [path = '', anchor] = page.split('#');
	const elsewhere = ELSEWHERE.get(path);
	if (elsewhere) return { en, ko: `https://kubernetes.io/ko/docs/${elsewhere}` };
	return { en, ko: KOREAN.has(path) ? `https://kubernetes.io/ko/docs/${path}${anchor ? `#${anchor}` : ''}` : en };
}

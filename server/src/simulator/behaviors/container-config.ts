/** What a container's configuration needs from elsewhere. kubelet_pods.go makeEnvironmentVariables, security_context.go verifyRunAsNonRoot */
import type { Container } from '../../schema/generated/types';
import type { Kubelet } from '../kubelet';
import type { PodObject } from '../state';
import { podName } from './crash-back-off';

interface ConfigError {
	readonly message: string;
	/** Within the container. */
	readonly field: string;
}

export function configError(kubelet: Kubelet, pod: PodObject, container: Container): ConfigError | undefined {
	return missingEnvironment(kubelet, pod.namespace, container) ?? missingTarget(pod, container) ?? runsAsRoot(pod, container, kubelet.cluster.hospitable);
}

function missingEnvironment(kubelet: Kubelet, namespace: string, container: Container): ConfigError | undefined {
	for (const [index, source] of (container.envFrom ?? []).entries()) {
		for (const [kind, ref] of [
			['ConfigMap', source.configMapRef],
			['Secret', source.secretRef],
		] as const) {
			if (ref === undefined || ref.optional === true || dataOf(kubelet, kind, ref.name) !== undefined) continue;
			return { message: `${kind.toLowerCase()} "${ref.name ?? ''}" not found`, field: `envFrom[${index}].${kind === 'Secret' ? 'secretRef' : 'configMapRef'}` };
		}
	}
	for (const [index, { valueFrom }] of (container.env ?? []).entries()) {
		for (const [kind, ref] of [
			['ConfigMap', valueFrom?.configMapKeyRef],
			['Secret', valueFrom?.secretKeyRef],
		] as const) {
			if (ref === undefined || ref.optional === true) continue;
			const data = dataOf(kubelet, kind, ref.name);
			const field = `env[${index}].valueFrom.${kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef'}`;
			if (data === undefined) return { message: `${kind.toLowerCase()} "${ref.name ?? ''}" not found`, field };
			if (!Object.hasOwn(data, ref.key)) return { message: `couldn't find key ${ref.key} in ${kind} ${namespace}/${ref.name ?? ''}`, field };
		}
	}
	return undefined;
}

/** The data of a ConfigMap or Secret; undefined when it does not exist. */
export function dataOf(kubelet: Kubelet, kind: 'ConfigMap' | 'Secret', name: string | undefined): Readonly<Record<string, unknown>> | undefined {
	const object = kubelet.cluster.api.objects.get(`${kind}/${name ?? ''}`);
	if (object === undefined || object === null || typeof object !== 'object') return undefined;
	const { data, binaryData, stringData } = object as { data?: object; binaryData?: object; stringData?: object };
	return { ...data, ...binaryData, ...stringData };
}

function missingTarget(pod: PodObject, container: Container): ConfigError | undefined {
	const target = pod.spec.ephemeralContainers?.find(({ name }) => name === container.name)?.targetContainerName;
	if (!target || pod.status.containers.some(({ name, id }) => name === target && id > 0)) return undefined;
	return { message: `unable to find target container ${target}`, field: 'targetContainerName' };
}

/** The images of a simulation run as root where nothing says otherwise. */
function runsAsRoot(pod: PodObject, container: Container, hasUser: boolean): ConfigError | undefined {
	const nonRoot = container.securityContext?.runAsNonRoot ?? pod.spec.securityContext?.runAsNonRoot;
	if (nonRoot !== true) return undefined;
	const user = container.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser;
	if (user === undefined ? hasUser : user !== 0) return undefined;
	const about = `(pod: "${podName(pod)}", container: ${container.name})`;
	const field = container.securityContext?.runAsNonRoot === undefined ? '' : 'securityContext.runAsNonRoot';
	if (user === 0) return { message: `container's runAsUser breaks non-root policy ${about}`, field };
	return { message: `container has runAsNonRoot and image will run as root ${about}`, field };
}

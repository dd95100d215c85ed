import type { FieldPath } from '../schema/field-path';
import type { Container, PodOS, PodSpec, Volume } from '../schema/generated/types';
import { validateContainerPorts, validateHostPortsUnique } from './container-port';
import { validateContainerRestartPolicy, validateInitContainerRestartPolicy } from './container-restart-policy';
import { validateSecurityContext } from './container-security-context';
import { validateEnv, validateEnvFrom } from './env';
import { validateLifecycle } from './lifecycle';
import { trimSpace, validateDNS1123Label } from './names';
import type { PodOptions } from './options';
import { validateLivenessProbe, validateReadinessProbe, validateStartupProbe } from './probe';
import { validateResizePolicy } from './resize-policy';
import { validateContainerResourceRequirements } from './resources';
import { validateVolumeDevices } from './volume-device';
import { validateVolumeMounts } from './volume-mount';
import type { Walk } from './walk';

/** What a pod's containers are judged by, besides themselves. */
export interface PodContext {
	/** The volumes that ValidateVolumes found nothing wrong with, by name. */
	readonly volumes: ReadonlyMap<string, Volume>;
	readonly claimNames: ReadonlySet<string>;
	/** Undefined where the pod's own is invalid. */
	readonly gracePeriod: number | undefined;
	readonly os: PodOS | undefined;
	readonly restartPolicy: string | undefined;
	/** spec.hostUsers, true when it is not set. */
	readonly hostUsers: boolean;
	readonly options: PodOptions;
}

/** podshelper.VisitContainersWithPath: every container, with its path below the pod's spec. */
export function eachContainer(spec: PodSpec, path: FieldPath, visit: (container: Container, path: FieldPath) => void): void {
	for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
		spec[list]?.forEach((container, i) => {
			visit(container, path.child(list).index(i));
		});
	}
}

/** core validation.validateContainers */
export function validateContainers(walk: Walk, containers: readonly Container[], pod: PodContext, path: FieldPath): void {
	if (containers.length === 0) {
		walk.required(path, '', 'container/required');
		return;
	}
	const names = new Set<string>();
	containers.forEach((container, i) => {
		const at = path.index(i);
		validateContainerCommon(walk, container, pod, at);
		if (names.has(container.name)) walk.duplicate(at.child('name'), container.name, 'container/name-unique');
		names.add(container.name);
		validateLife(walk, container, pod, at);
		if (pod.options.allowContainerRestartPolicyRules) validateContainerRestartPolicy(walk, container, pod.options, at);
		else if (container.restartPolicy !== undefined) {
			walk.forbidden(at.child('restartPolicy'), 'may not be set for non-init containers', 'container/restart-policy-init-only', {
				do: 'remove',
				path: at.child('restartPolicy'),
			});
		}
	});
	validateHostPortsUnique(walk, containers, path);
}

/** core validation.validateInitContainers */
export function validateInitContainers(
	walk: Walk,
	initContainers: readonly Container[],
	containers: readonly Container[],
	pod: PodContext,
	path: FieldPath,
): void {
	const names = new Set(containers.map(({ name }) => name));
	initContainers.forEach((container, i) => {
		const at = path.index(i);
		validateContainerCommon(walk, container, pod, at);
		validateInitContainerRestartPolicy(walk, container, pod.options, at);
		if (names.has(container.name)) walk.duplicate(at.child('name'), container.name, 'container/name-unique');
		else if (container.name) names.add(container.name);
		// Init containers run one by one, so only each one's own ports may collide. The server counts this one as the first.
		validateHostPortsUnique(walk, [container], path);
		if (container.restartPolicy === 'Always') validateLife(walk, container, pod, at);
		else forbidLife(walk, container, pod, at);
	});
}

function validateLife(walk: Walk, container: Container, pod: PodContext, path: FieldPath): void {
	if (container.lifecycle) validateLifecycle(walk, container.lifecycle, pod.gracePeriod, path.child('lifecycle'), pod.os);
	validateLivenessProbe(walk, container.livenessProbe, pod.gracePeriod, path.child('livenessProbe'));
	validateReadinessProbe(walk, container.readinessProbe, pod.gracePeriod, path.child('readinessProbe'));
	validateStartupProbe(walk, container.startupProbe, pod.gracePeriod, path.child('startupProbe'));
}

function forbidLife(walk: Walk, container: Container, pod: PodContext, path: FieldPath): void {
	for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
		if (container[field] === undefined) continue;
		walk.forbidden(path.child(field), 'may not be set for init containers without restartPolicy=Always', 'container/sidecar-only');
	}
	if (walk.version < 36 || pod.options.allowExistingRestartContainerForNonSidecarInitContainer) return;
	container.resizePolicy?.forEach(({ restartPolicy }, i) => {
		if (restartPolicy !== 'RestartContainer') return;
		const at = path.child('resizePolicy').index(i).child('restartPolicy');
		walk.invalid(at, restartPolicy, "must not be set to 'RestartContainer' for non-sidecar initContainers", 'resource/resize-restart-sidecar-only', {
			do: 'set',
			path: at,
			to: 'NotRequired',
		});
	});
}

const TERMINATION_MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** core validation.validateContainerCommon: what holds for regular, init and ephemeral containers. */
export function validateContainerCommon(walk: Walk, container: Container, pod: PodContext, path: FieldPath): void {
	const { options } = pod;
	if (!container.name) walk.required(path.child('name'), '', 'container/name-required');
	else validateDNS1123Label(walk, container.name, path.child('name'), 'container/name');
	if (!container.image) walk.required(path.child('image'), '', 'container/image-required');
	const { terminationMessagePolicy, imagePullPolicy } = container;
	walk.requiredOneOf(path.child('terminationMessagePolicy'), terminationMessagePolicy, TERMINATION_MESSAGE_POLICIES, 'container/termination-message-policy');
	validateContainerPorts(walk, container.ports ?? [], path.child('ports'));
	validateEnv(walk, container.env ?? [], options, path.child('env'));
	validateEnvFrom(walk, container.envFrom ?? [], options, path.child('envFrom'));
	validateVolumeMounts(walk, container, pod.volumes, path.child('volumeMounts'));
	validateVolumeDevices(walk, container, pod.volumes, path.child('volumeDevices'));
	walk.requiredOneOf(path.child('imagePullPolicy'), imagePullPolicy, PULL_POLICIES, 'container/pull-policy');
	validateContainerResourceRequirements(walk, container.resources, pod.claimNames, options, path.child('resources'));
	validateResizePolicy(walk, container.resizePolicy ?? [], pod.restartPolicy, path.child('resizePolicy'));
	validateSecurityContext(walk, container.securityContext, pod.hostUsers, options, path.child('securityContext'));
}

/** core validation.validateContainersOnlyForPod: templates may have spaces around an image's name. */
export function validateContainersOnlyForPod(walk: Walk, containers: readonly Container[] | undefined, path: FieldPath): void {
	containers?.forEach((container, i) => {
		validateContainerOnlyForPod(walk, container, path.index(i));
	});
}

/** core validation.validateContainerOnlyForPod */
export function validateContainerOnlyForPod(walk: Walk, { image = '' }: Container, path: FieldPath): void {
	const trimmed = trimSpace(image);
	if (trimmed === image) return;
	const repair = { do: 'set', path: path.child('image'), to: trimmed } as const;
	walk.invalid(path.child('image'), image, 'must not have leading or trailing whitespace', 'container/image-spaces', repair);
}

/** An image is there, or is pulled, or is waited for. images/image_manager.go EnsureImageExists */

import { goDuration } from '../../schema/duration';
import type { Container } from '../../schema/generated/types';
import { readImage } from '../../schema/image-reference';
import type { Cause } from '../causes';
import { type Process, sleep } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod, StartError, ToldOnce } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { PULL_FIRST, PULL_MOST } from '../pace';
import type { PullFailure } from '../script';
import type { PodObject } from '../state';
import type { StretchKind } from '../trace';
import { type BackOff, nextBackOff } from './back-off';

/** An image that a container wants, and what its steps look at. */
interface Wanted {
	readonly kubelet: Kubelet;
	readonly known: KnownPod;
	readonly pod: PodObject;
	readonly container: Container;
	/** As it is written. */
	readonly image: string;
	readonly policy: string;
	/** The paths of `image` and `imagePullPolicy` in the document. */
	readonly field: string;
	readonly policyField: string;
}

export function* ensureImage(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container): Process<StartError | undefined> {
	const { name, image = '', imagePullPolicy } = container;
	const [field, policyField] = [kubelet.field(pod, name, 'image'), kubelet.field(pod, name, 'imagePullPolicy')];
	const policy = imagePullPolicy ?? (isLatest(image) ? 'Always' : 'IfNotPresent');
	const wanted: Wanted = { kubelet, known, pod, container, image, policy, field, policyField };
	const read = readImage(image);
	if ('fault' in read) return invalidName(wanted, read.fault);
	if (policy !== 'Always' && kubelet.runtime.hasImage(withTag(image))) return present(wanted);
	if (policy === 'Never') return neverPulled(wanted);
	const old = known.pullBackOffs.get(image);
	if (old !== undefined && !isForgotten(kubelet, old) && kubelet.clock.now - old.at < old.ms) return backOff(wanted, old);
	return yield* pull(wanted, old);
}

function isForgotten(kubelet: Kubelet, old: BackOff): boolean {
	return kubelet.clock.now - old.at > 2 * PULL_MOST;
}

function say({ kubelet, pod, container }: Wanted, type: 'Normal' | 'Warning', reason: string, message: string): void {
	kubelet.say(pod, { type, reason, message, object: eventObject(pod, container.name) });
}

function lane({ kubelet, pod, container }: Wanted, what: StretchKind, details?: { readonly amount?: number; readonly reason: string }): void {
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), container.name, what, details);
}

function tellOnce({ known, container }: Wanted, what: ToldOnce, tell: () => void): void {
	const { told } = known.record(container.name);
	if (told.has(what)) return;
	told.add(what);
	tell();
}

function fail(wanted: Wanted, reason: string, message: string): StartError {
	say(wanted, 'Warning', 'Failed', `Error: ${reason}`);
	return { reason, message };
}

function invalidName(wanted: Wanted, fault: string): StartError {
	const { kubelet, pod, container, image, field } = wanted;
	const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${fault}`;
	say(wanted, 'Warning', 'InspectFailed', message);
	tellOnce(wanted, 'image/invalid-name', () =>
		kubelet.tell(pod, { code: 'image/invalid-name', args: { image }, tone: 'bad', weight: 8, container: container.name, field }),
	);
	lane(wanted, 'stuck', { reason: 'InvalidImageName' });
	return fail(wanted, 'InvalidImageName', message);
}

function present(wanted: Wanted): undefined {
	const { kubelet, known, pod, container, image, field } = wanted;
	say(wanted, 'Normal', 'Pulled', `Container image "${image}" already present on machine and can be accessed by the pod`);
	const told = kubelet.tell(pod, { code: 'image/present', args: { image }, tone: 'prep', weight: 1, container: container.name, field });
	known.causes.set(`image/${container.name}`, told);
}

function neverPulled(wanted: Wanted): StartError {
	const { kubelet, pod, container, image, policyField } = wanted;
	const message = `Container image "${image}" is not present with pull policy of Never`;
	say(wanted, 'Warning', 'ErrImageNeverPull', message);
	tellOnce(wanted, 'image/never', () =>
		kubelet.tell(pod, { code: 'image/never', args: { image }, tone: 'bad', weight: 8, container: container.name, field: policyField }),
	);
	lane(wanted, 'stuck', { reason: 'ErrImageNeverPull' });
	return fail(wanted, 'ErrImageNeverPull', message);
}

function backOff(wanted: Wanted, { at, ms }: BackOff): StartError {
	const { kubelet, known, pod, container, image, field } = wanted;
	say(wanted, 'Normal', 'BackOff', `Back-off pulling image "${image}"`);
	tellOnce(wanted, `image/back-off/${at}`, () =>
		kubelet.tell(pod, {
			code: 'image/back-off',
			args: { image, seconds: seconds(ms) },
			tone: 'bad',
			weight: 7,
			container: container.name,
			field,
			because: [known.causes.get(`image/${container.name}`)],
		}),
	);
	lane(wanted, 'imageBackOff', { amount: seconds(ms), reason: 'ImagePullBackOff' });
	const before = known.pullErrors.get(image);
	return fail(wanted, 'ImagePullBackOff', `Back-off pulling image "${image}"${before === undefined ? '' : `: ${before}`}`);
}

function* pull(wanted: Wanted, old: BackOff | undefined): Process<StartError | undefined> {
	const { kubelet, known, pod, container, image, policy, field, policyField } = wanted;
	known.pullErrors.delete(image);
	say(wanted, 'Normal', 'Pulling', `Pulling image "${image}"`);
	const began = kubelet.tell(pod, {
		code: 'image/pulling',
		args: { image, policy },
		tone: 'prep',
		weight: 2,
		container: container.name,
		field: container.imagePullPolicy === undefined ? field : policyField,
	});
	lane(wanted, 'pull');
	const { takes, failure, size } = kubelet.cluster.script.pull(withTag(image));
	yield* sleep(takes);
	if (failure !== undefined) return pullFailed(wanted, old, failure, began);
	kubelet.runtime.addImage(withTag(image));
	const took = goDuration(takes);
	say(wanted, 'Normal', 'Pulled', `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${size} bytes.`);
	const told = kubelet.tell(pod, {
		code: 'image/pulled',
		args: { image, seconds: seconds(takes) },
		tone: 'prep',
		weight: takes > 20_000 ? 5 : 2,
		container: container.name,
		field,
		because: [began],
	});
	known.causes.set(`image/${container.name}`, told);
	return undefined;
}

function pullFailed(wanted: Wanted, old: BackOff | undefined, { why, message }: PullFailure, began: Cause): StartError {
	const { kubelet, known, pod, container, image, field, policyField } = wanted;
	const { name } = container;
	const isPresent = kubelet.runtime.hasImage(withTag(image));
	say(wanted, 'Warning', 'Failed', `Failed to pull image "${image}": ${message}`);
	const next = nextBackOff(old, PULL_FIRST, PULL_MOST, kubelet.clock.now, (last) => isForgotten(kubelet, last));
	known.pullBackOffs.set(image, next);
	known.pullErrors.set(image, `ErrImagePull: ${message}`);
	const told = kubelet.tell(pod, {
		code: 'image/pull-failed',
		args: { image, error: why, attempt: ++known.record(name).failedPulls, seconds: seconds(next.ms), present: isPresent },
		tone: 'bad',
		weight: 8,
		container: name,
		field: isPresent ? policyField : field,
		because: [began],
	});
	known.causes.set(`image/${name}`, told);
	kubelet.cluster.story.failed(kubelet.cluster.storyIndex(pod.uid), name, 'ErrImagePull');
	lane(wanted, 'imageBackOff', { amount: seconds(next.ms), reason: 'ErrImagePull' });
	return fail(wanted, 'ErrImagePull', message);
}

/** applyDefaultImageTag. */
function withTag(image: string): string {
	return image.includes('@') || image.slice(image.lastIndexOf('/') + 1).includes(':') ? image : `${image}:latest`;
}

function isLatest(image: string): boolean {
	return withTag(image).endsWith(':latest');
}

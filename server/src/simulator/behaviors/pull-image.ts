/** An image is there, or is pulled, or is waited for. images/image_manager.go EnsureImageExists */
import type { Container } from '../../schema/generated/types';
import type { Process } from '../clock';
import { sleep } from '../clock';
import { goDuration } from '../duration';
import { seconds } from '../event-log';
import type { KnownPod, StartError, ToldOnce } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { PULL_FIRST, PULL_MOST } from '../pace';
import type { PodObject } from '../state';
import { type BackOff, nextBackOff } from './back-off';

export function* ensureImage(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container): Process<StartError | undefined> {
	const image = container.image ?? '';
	const { name } = container;
	const object = eventObject(pod, name);
	const { story } = kubelet.cluster;
	const index = kubelet.cluster.storyIndex(pod.uid);
	const field = kubelet.field(pod, name, 'image');
	const fail = (reason: string, message: string, shown = reason): StartError => {
		kubelet.say(pod, { type: 'Warning', reason: 'Failed', message: `Error: ${shown}`, object });
		return { reason, message };
	};
	const record = known.record(name);
	const once = (what: ToldOnce, tell: () => void): void => {
		if (record.told.has(what)) return;
		record.told.add(what);
		tell();
	};

	const unreadable = referenceFault(image);
	if (unreadable !== undefined) {
		const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${unreadable}`;
		kubelet.say(pod, { type: 'Warning', reason: 'InspectFailed', message, object });
		once('image/invalid-name', () => kubelet.tell(pod, { code: 'image/invalid-name', args: { image }, tone: 'bad', weight: 8, container: name, field }));
		story.lane(index, name, 'stuck', { reason: 'InvalidImageName' });
		return fail('InvalidImageName', message);
	}
	const policy = container.imagePullPolicy ?? (isLatest(image) ? 'Always' : 'IfNotPresent');
	const full = withTag(image);
	if (policy !== 'Always' && kubelet.runtime.hasImage(full)) {
		kubelet.say(pod, {
			type: 'Normal',
			reason: 'Pulled',
			message: `Container image "${image}" already present on machine and can be accessed by the pod`,
			object,
		});
		const told = kubelet.tell(pod, { code: 'image/present', args: { image }, tone: 'prep', weight: 1, container: name, field });
		known.causes.set(`image/${name}`, told);
		return undefined;
	}
	if (policy === 'Never') {
		const message = `Container image "${image}" is not present with pull policy of Never`;
		kubelet.say(pod, { type: 'Warning', reason: 'ErrImageNeverPull', message, object });
		once('image/never', () =>
			kubelet.tell(pod, { code: 'image/never', args: { image }, tone: 'bad', weight: 8, container: name, field: kubelet.field(pod, name, 'imagePullPolicy') }),
		);
		story.lane(index, name, 'stuck', { reason: 'ErrImageNeverPull' });
		return fail('ErrImageNeverPull', message);
	}

	const old = known.pullBackOffs.get(image);
	const { now } = kubelet.clock;
	const forgotten = (known: BackOff) => kubelet.clock.now - known.at > 2 * PULL_MOST;
	if (old !== undefined && !forgotten(old) && now - old.at < old.ms) {
		kubelet.say(pod, { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${image}"`, object });
		once(`image/back-off/${old.at}`, () =>
			kubelet.tell(pod, {
				code: 'image/back-off',
				args: { image, seconds: seconds(old.ms) },
				tone: 'bad',
				weight: 7,
				container: name,
				field,
				because: [known.causes.get(`image/${name}`)],
			}),
		);
		story.lane(index, name, 'imageBackOff', { amount: seconds(old.ms), reason: 'ImagePullBackOff' });
		const before = known.pullErrors.get(image);
		return fail('ImagePullBackOff', `Back-off pulling image "${image}"${before === undefined ? '' : `: ${before}`}`);
	}
	known.pullErrors.delete(image);
	kubelet.say(pod, { type: 'Normal', reason: 'Pulling', message: `Pulling image "${image}"`, object });
	const began = kubelet.tell(pod, {
		code: 'image/pulling',
		args: { image, policy },
		tone: 'prep',
		weight: 2,
		container: name,
		field: container.imagePullPolicy === undefined ? field : kubelet.field(pod, name, 'imagePullPolicy'),
	});
	story.lane(index, name, 'pull');
	const { takes, error, size } = kubelet.cluster.script.pull(full);
	yield* sleep(takes);
	if (error !== undefined) {
		kubelet.say(pod, { type: 'Warning', reason: 'Failed', message: `Failed to pull image "${image}": ${error}`, object });
		const next = nextBackOff(old, PULL_FIRST, PULL_MOST, kubelet.clock.now, forgotten);
		known.pullBackOffs.set(image, next);
		known.pullErrors.set(image, `ErrImagePull: ${error}`);
		const attempt = ++record.failedPulls;
		const told = kubelet.tell(pod, {
			code: 'image/pull-failed',
			args: { image, error, attempt, seconds: seconds(next.ms) },
			tone: 'bad',
			weight: 8,
			container: name,
			field,
			because: [began],
		});
		known.causes.set(`image/${name}`, told);
		story.failed(index, name, 'ErrImagePull');
		story.lane(index, name, 'imageBackOff', { amount: seconds(next.ms), reason: 'ErrImagePull' });
		return fail('ErrImagePull', error);
	}
	kubelet.runtime.addImage(full);
	const took = goDuration(takes);
	kubelet.say(pod, {
		type: 'Normal',
		reason: 'Pulled',
		message: `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${size} bytes.`,
		object,
	});
	const told = kubelet.tell(pod, {
		code: 'image/pulled',
		args: { image, seconds: seconds(takes) },
		tone: 'prep',
		weight: takes > 20_000 ? 5 : 2,
		container: name,
		field,
		because: [began],
	});
	known.causes.set(`image/${name}`, told);
	return undefined;
}

const REFERENCE =
	/^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?))*(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;

/** parsers.ParseImageName, by the grammar of image references (distribution/reference). */
function referenceFault(image: string): string | undefined {
	if (/^[a-f0-9]{64}$/.test(image)) return `invalid repository name (${image}), cannot specify 64-byte hexadecimal strings`;
	const slash = image.indexOf('/');
	const first = image.slice(0, Math.max(0, slash));
	const domain = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
	const rest = domain ? image.slice(slash + 1) : slash >= 0 ? image : `library/${image}`;
	const remote = rest.split(':')[0] ?? '';
	if (remote.toLowerCase() !== remote) return `invalid reference format: repository name (${remote}) must be lowercase`;
	return image.length <= 512 && REFERENCE.test(image) ? undefined : 'invalid reference format';
}

/** applyDefaultImageTag. */
function withTag(image: string): string {
	return image.includes('@') || image.slice(image.lastIndexOf('/') + 1).includes(':') ? image : `${image}:latest`;
}

function isLatest(image: string): boolean {
	return withTag(image).endsWith(':latest');
}

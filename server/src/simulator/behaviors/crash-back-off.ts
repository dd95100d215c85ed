/** Whether a container that exited has to wait for its restart. kuberuntime_manager.go doBackOff */

import { goDuration } from '../../schema/duration';
import type { Container } from '../../schema/generated/types';
import { seconds } from '../event-log';
import type { KnownPod, StartError } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { CRASH_FIRST, CRASH_FORGOTTEN, CRASH_MOST, HALFWAY, jittered } from '../pace';
import { type PodObject, type SeenContainer, type Sighting, uidText } from '../state';
import { type BackOff, nextBackOff } from './back-off';

export function crashBackOff(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container, seen: Sighting): StartError | undefined {
	const ended = seen.containers.find(({ name, state }) => name === container.name && state === 'exited');
	if (ended === undefined) return undefined;
	const { now } = kubelet.clock;
	const key = `${known.runtime.uid} ${backOffKey(container)}`;
	const old = kubelet.crashBackOffs.get(key);
	const forgotten = (known: BackOff) => ended.finishedAt - known.at > CRASH_FORGOTTEN;
	if (old !== undefined && !forgotten(old) && now - ended.finishedAt < old.ms) {
		const until = ended.finishedAt + old.ms;
		const name = podName(pod);
		kubelet.say(pod, {
			type: 'Warning',
			reason: 'BackOff',
			message: `Back-off restarting failed container ${container.name} in pod ${name}`,
			object: eventObject(pod, container.name),
		});
		tellWait(kubelet, known, pod, container, ended, old.ms, until - now);
		return {
			reason: 'CrashLoopBackOff',
			message: `back-off ${goDuration(old.ms)} restarting failed container=${container.name} pod=${name}`,
			backOffUntil: until,
		};
	}
	tellWaited(kubelet, known, container.name, ended);
	const cause = known.causes.get(`exit/${container.name}`);
	if (old === undefined) {
		const told = kubelet.tell(pod, {
			code: 'back-off/none',
			args: { run: ended.restartCount + 1 },
			tone: 'warn',
			weight: 4,
			container: container.name,
			field: policyField(kubelet, pod, container),
			because: [cause],
		});
		known.causes.set(`restart/${container.name}`, told);
	} else if (forgotten(old)) {
		const told = kubelet.tell(pod, {
			code: 'back-off/forgotten',
			args: { seconds: seconds(ended.finishedAt - old.at) },
			tone: 'prep',
			weight: 4,
			container: container.name,
			because: [cause],
		});
		known.causes.set(`restart/${container.name}`, told);
	}
	kubelet.crashBackOffs.set(key, nextBackOff(old, CRASH_FIRST, CRASH_MOST, now, forgotten));
	return undefined;
}

/** GetBackoffKey: with another image or other resources the back-off begins anew. */
function backOffKey({ name, image = '', resources = {} }: Container): string {
	return `${name} ${image} ${JSON.stringify(resources)}`;
}

export function policyField(kubelet: Kubelet, pod: PodObject, container: Container): string {
	return container.restartPolicy === undefined ? kubelet.specField('restartPolicy') : kubelet.field(pod, container.name, 'restartPolicy');
}

/** format.Pod: name_namespace(uid). */
export function podName(pod: PodObject): string {
	return `${pod.name}_${pod.namespace}(${uidText(pod)})`;
}

/** How long it has waited is known when the wait is over. */
function tellWaited(kubelet: Kubelet, known: KnownPod, container: string, ended: SeenContainer): void {
	const record = known.record(container);
	if (record.waits?.run !== ended.id) return;
	kubelet.cluster.story.amend(record.waits.told, { wait: seconds(kubelet.clock.now - record.waits.since) });
	record.waits = { ...record.waits, told: undefined };
}

/** Told once for each exit: the syncs in between only look again. */
function tellWait(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container, ended: SeenContainer, backOff: number, left: number): void {
	const record = known.record(container.name);
	// A sync that comes before the relist has seen the newest exit counts from the one before it.
	if (known.runtime.containers.some(({ name, id }) => name === container.name && id > ended.id)) return;
	if (record.waits?.run === ended.id) return;
	const cause = kubelet.tell(pod, {
		code: 'back-off/wait',
		args: { seconds: seconds(backOff), wait: seconds(kubelet.clock.now - ended.finishedAt + jittered(left, HALFWAY)), exitCode: ended.exitCode },
		tone: 'bad',
		weight: 8,
		container: container.name,
		field: policyField(kubelet, pod, container),
		because: [known.causes.get(`exit/${container.name}`)],
	});
	known.causes.set(`restart/${container.name}`, cause);
	record.waits = { run: ended.id, since: ended.finishedAt, told: cause };
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), container.name, 'backOff', {
		amount: seconds(backOff),
		run: ended.id > 0 ? (known.status?.containers.find(({ name }) => name === container.name)?.restartCount ?? 0) : 0,
		reason: 'CrashLoopBackOff',
	});
}

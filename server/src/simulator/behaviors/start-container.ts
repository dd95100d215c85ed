/** Image, configuration, create, start, postStart: one after the other. kuberuntime_container.go startContainer */
import type { Container } from '../../schema/generated/types';
import { type Process, sleep } from '../clock';
import { seconds } from '../event-log';
import type { ContainerRecord, KnownPod, StartError } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { START_LATENCY } from '../pace';
import type { RuntimeContainer } from '../runtime';
import { isSidecar, type PodObject, type Sighting, seenByName } from '../state';
import { configError } from './container-config';
import { policyField } from './crash-back-off';
import { killContainer } from './kill-container';
import { ensureImage } from './pull-image';
import { runHook } from './run-hook';

export function* startContainer(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container, seen: Sighting): Process<StartError | undefined> {
	const { name } = container;
	const image = yield* ensureImage(kubelet, known, pod, container);
	if (image !== undefined) return image;

	const record = known.record(name);
	const before = seenByName(seen, name);
	const restartCount = before === undefined ? (record.logs ?? 0) : before.restartCount + 1;
	const held = notCreated(kubelet, known, pod, container);
	if (held !== undefined) return held;
	record.told.delete('container/not-created/CreateContainerConfigError');

	yield* sleep(START_LATENCY);
	const object = eventObject(pod, name);
	const created = kubelet.runtime.createContainer(known.runtime, container, restartCount);
	noteLog(record, restartCount + 1);
	kubelet.say(pod, { type: 'Normal', reason: 'Created', message: 'Container created', object });
	const error = kubelet.runtime.startContainer(known.runtime, created);
	if (error !== undefined) return notStarted(kubelet, known, pod, created, error);
	kubelet.say(pod, { type: 'Normal', reason: 'Started', message: 'Container started', object });
	tellStart(kubelet, known, pod, container, restartCount);
	return yield* postStart(kubelet, known, pod, created);
}

function fail(kubelet: Kubelet, pod: PodObject, container: string, error: StartError): StartError {
	kubelet.say(pod, { type: 'Warning', reason: 'Failed', message: `Error: ${error.message}`, object: eventObject(pod, container) });
	return error;
}

/** generateContainerConfig, CreateContainer: what it needs is not there, or the scenario has the runtime refuse it. */
function notCreated(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container): StartError | undefined {
	const { name } = container;
	const { story, script } = kubelet.cluster;
	const wrong = configError(kubelet, pod, container);
	const message = wrong === undefined ? script.createError(name) : wrong.message;
	if (message === undefined) return undefined;
	const reason = wrong === undefined ? 'CreateContainerError' : 'CreateContainerConfigError';
	const { told } = known.record(name);
	if (!told.has(`container/not-created/${reason}`)) {
		told.add(`container/not-created/${reason}`);
		kubelet.tell(pod, {
			code: 'container/not-created',
			args: { reason, message },
			tone: 'bad',
			weight: 8,
			container: name,
			field: kubelet.field(pod, name, wrong?.field),
		});
	}
	story.lane(kubelet.cluster.storyIndex(pod.uid), name, 'stuck', { reason });
	return fail(kubelet, pod, name, { reason, message });
}

/** StartContainer failed: the container is there, and has ended. */
function notStarted(kubelet: Kubelet, known: KnownPod, pod: PodObject, { name, restartCount }: RuntimeContainer, error: string): StartError {
	const cause = kubelet.tell(pod, {
		code: 'container/start-failed',
		args: { message: error },
		tone: 'bad',
		weight: 9,
		container: name,
		field: kubelet.field(pod, name, 'command'),
	});
	known.causes.set(`exit/${name}`, cause);
	const details = { run: restartCount, amount: 128, reason: 'StartError', failed: true };
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), name, 'ended', details);
	return fail(kubelet, pod, name, { reason: 'RunContainerError', message: error });
}

/** The container does not count as started before its hook has returned, and is killed when that fails. */
function* postStart(kubelet: Kubelet, known: KnownPod, pod: PodObject, created: RuntimeContainer): Process<StartError | undefined> {
	const { id, name, spec: container } = created;
	const hook = container.lifecycle?.postStart;
	if (hook === undefined) return undefined;
	const field = kubelet.field(pod, name, 'lifecycle.postStart');
	const done = kubelet.cluster.story.beside(kubelet.cluster.storyIndex(pod.uid), name, 'postStart', { run: created.restartCount });
	const told = kubelet.tell(pod, {
		code: 'hook/post-start',
		args: { seconds: seconds(kubelet.runtime.hookOutcome(created, 'postStart').takes) },
		tone: 'prep',
		weight: 3,
		container: name,
		field,
	});
	const trouble = yield* runHook(kubelet, created, pod, hook, 'postStart');
	done(trouble !== undefined);
	if (trouble === undefined) return undefined;
	kubelet.say(pod, { type: 'Warning', reason: 'FailedPostStartHook', message: 'PostStartHook failed', object: eventObject(pod, name) });
	const args = { message: trouble.why };
	const cause = kubelet.tell(pod, { code: 'hook/post-start-failed', args, tone: 'bad', weight: 9, container: name, field, because: [told] });
	known.causes.set(`kill/${name}`, cause);
	yield* killContainer(kubelet, known, pod, { id, container, message: 'FailedPostStartHook', reason: 'postStart', restarts: true });
	return { reason: 'PostStartHookError', message: trouble.message };
}

/** calcRestartCountByLogDir: after RestartAllContainers the logs alone remember how often a container ran. */
function noteLog(record: ContainerRecord, next: number): void {
	record.logs = Math.max(next, record.logs ?? 0);
}

function tellStart(kubelet: Kubelet, known: KnownPod, pod: PodObject, container: Container, run: number): void {
	const { name } = container;
	const init = pod.spec.initContainers?.includes(container) === true;
	const because = run === 0 ? [known.causes.get(`image/${name}`)] : [known.causes.get(`restart/${name}`) ?? known.causes.get(`exit/${name}`)];
	const cause =
		run === 0
			? kubelet.tell(pod, { code: 'container/started', args: { run }, tone: 'ok', weight: 4, container: name, field: kubelet.field(pod, name), because })
			: kubelet.tell(pod, {
					code: 'container/restarted',
					args: { run, policy: container.restartPolicy ?? pod.spec.restartPolicy ?? 'Always' },
					tone: 'warn',
					weight: 6,
					container: name,
					field: policyField(kubelet, pod, container),
					because,
				});
	known.causes.set(`start/${name}`, cause);
	const starting = container.startupProbe !== undefined || container.lifecycle?.postStart !== undefined;
	const what = init && !isSidecar(container) ? 'working' : starting ? 'starting' : container.readinessProbe !== undefined ? 'notReady' : 'ready';
	kubelet.cluster.story.lane(kubelet.cluster.storyIndex(pod.uid), name, what, { run });
}

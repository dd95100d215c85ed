/** A pod waits for its volumes before anything else. volumemanager WaitForAttachAndMount, nestedpendingoperations */
import type { Volume } from '../../schema/generated/types';
import { trimRight } from '../../schema/trim';
import { type Process, waitFor } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { MOUNT_PATIENCE, MOUNT_POLL } from '../pace';
import type { PodObject } from '../state';
import { dataOf } from './container-config';

/** exponentialbackoff.go: 500 ms, doubling to 2m2s. */
const FIRST = 500;
const MOST = 122_000;

/** False when the time was up, or the pod was to end meanwhile. */
export function* mountVolumes(kubelet: Kubelet, known: KnownPod, pod: PodObject): Process<boolean> {
	const volumes = pod.spec.volumes ?? [];
	if (known.volumesMounted || volumes.length === 0) return true;
	if (known.mountingSince === undefined) {
		known.mountingSince = kubelet.clock.now;
		for (const volume of volumes) kubelet.after(MOUNT_POLL / 2, () => mount(kubelet, known, pod, volume, 0));
	}
	const end = kubelet.clock.now + MOUNT_PATIENCE;
	for (;;) {
		if (known.terminating) return false;
		const missing = volumes.filter(({ name }) => !known.mounted.has(name));
		if (missing.length === 0) break;
		if (kubelet.clock.now >= end) {
			const names = (list: readonly Volume[]) => list.map(({ name }) => name).join(' ');
			kubelet.say(pod, {
				type: 'Warning',
				reason: 'FailedMount',
				message: `Unable to attach or mount volumes: unmounted volumes=[${names(missing)}], unattached volumes=[], failed to process volumes=[]: timed out waiting for the condition`,
			});
			return false;
		}
		yield* waitFor(known.cancelled, Math.min(MOUNT_POLL, end - kubelet.clock.now));
	}
	known.volumesMounted = true;
	const waited = kubelet.clock.now - (known.mountingSince ?? kubelet.clock.now);
	kubelet.tell(pod, {
		code: 'volume/mounted',
		args: { seconds: seconds(waited) },
		tone: 'prep',
		weight: waited > 2000 ? 5 : 1,
		field: kubelet.specField('volumes'),
	});
	return true;
}

function mount(kubelet: Kubelet, known: KnownPod, pod: PodObject, volume: Volume, attempts: number): void {
	if (known.terminating) return;
	const trouble = missingSource(kubelet, volume);
	if (trouble === undefined) {
		known.mounted.add(volume.name);
		return;
	}
	const message = `MountVolume.SetUp failed for volume "${volume.name}" : ${trouble}`;
	kubelet.say(pod, { type: 'Warning', reason: 'FailedMount', message });
	if (attempts === 0) {
		const index = pod.spec.volumes?.findIndex(({ name }) => name === volume.name) ?? 0;
		kubelet.tell(pod, {
			code: 'volume/missing',
			args: { volume: volume.name, message: trouble, attempts: 1 },
			tone: 'bad',
			weight: 8,
			field: kubelet.specField(`volumes[${index}]`),
		});
	}
	kubelet.after(Math.min(MOST, FIRST * 2 ** attempts) + 20, () => mount(kubelet, known, pod, volume, attempts + 1));
}

function missingSource(kubelet: Kubelet, volume: Volume): string | undefined {
	const wants: { kind: 'ConfigMap' | 'Secret'; name: string | undefined; optional: boolean | undefined; items: readonly { readonly key: string }[] }[] = [];
	if (volume.configMap !== undefined)
		wants.push({ kind: 'ConfigMap', name: volume.configMap.name, optional: volume.configMap.optional, items: volume.configMap.items ?? [] });
	if (volume.secret !== undefined)
		wants.push({ kind: 'Secret', name: volume.secret.secretName, optional: volume.secret.optional, items: volume.secret.items ?? [] });
	for (const source of volume.projected?.sources ?? []) {
		if (source.configMap !== undefined)
			wants.push({ kind: 'ConfigMap', name: source.configMap.name, optional: source.configMap.optional, items: source.configMap.items ?? [] });
		if (source.secret !== undefined)
			wants.push({ kind: 'Secret', name: source.secret.name, optional: source.secret.optional, items: source.secret.items ?? [] });
	}
	for (const { kind, name, optional, items } of wants) {
		if (optional === true) continue;
		const data = dataOf(kubelet, kind, name);
		if (data === undefined) return `${kind.toLowerCase()} "${name ?? ''}" not found`;
		const key = items.find((item) => !Object.hasOwn(data, item.key))?.key;
		if (key !== undefined) return `${kind === 'Secret' ? 'references non-existent secret' : 'configmap references non-existent config'} key: ${key}`;
	}
	const path = volume.hostPath;
	if (path !== undefined && ['Directory', 'File', 'Socket', 'CharDevice', 'BlockDevice'].includes(path.type ?? '')) {
		if (!HOST_DIRECTORIES.has(trimRight(path.path, /\//)))
			return `hostPath type check failed: ${path.path} is not a ${HOST_KINDS[path.type ?? ''] ?? 'directory'}`;
	}
	return undefined;
}

const HOST_KINDS: Readonly<Record<string, string>> = {
	Directory: 'directory',
	File: 'file',
	Socket: 'socket file',
	CharDevice: 'character device',
	BlockDevice: 'block device',
};
/** Directories that every node has. */
const HOST_DIRECTORIES = new Set([
	'',
	'/var',
	'/var/log',
	'/var/lib',
	'/tmp',
	'/etc',
	'/usr',
	'/opt',
	'/proc',
	'/sys',
	'/dev',
	'/run',
	'/var/run',
	'/home',
	'/root',
	'/mnt',
]);

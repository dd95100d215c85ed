import type { FieldPath } from '../schema/field-path';
import type { Container, Volume } from '../schema/generated/types';
import { hasBackstep } from './local-path';
import { toName, type Walk } from './walk';

/** core validation.ValidateVolumeDevices */
export function validateVolumeDevices(walk: Walk, container: Container, volumes: ReadonlyMap<string, Volume>, path: FieldPath): void {
	const mounts = new Map(container.volumeMounts?.map(({ name, mountPath }) => [name, mountPath]));
	const mountPaths = new Set(mounts.values());
	const volumeNames = [...volumes.keys()];
	const names = new Set<string>();
	const paths = new Set<string>();
	container.volumeDevices?.forEach(({ name, devicePath }, i) => {
		const at = path.index(i);
		const volume = volumes.get(name);
		if (!name) walk.required(at.child('name'), '', 'device/name-required');
		if (names.has(name)) walk.invalid(at.child('name'), name, 'must be unique', 'device/name-unique');
		if (!volume) walk.notFound(at.child('name'), name, 'device/volume-unknown', undefined, toName(at.child('name'), name, volumeNames));
		else if (!volume.persistentVolumeClaim && !volume.ephemeral) {
			const detail = 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode';
			walk.invalid(at.child('name'), name, detail, 'device/volume-type');
		}
		if (!devicePath) walk.required(at.child('devicePath'), '', 'device/path-required');
		if (paths.has(devicePath)) walk.invalid(at.child('devicePath'), devicePath, 'must be unique', 'device/path-unique');
		if (hasBackstep(devicePath)) walk.invalid(at.child('devicePath'), devicePath, "can not contain backsteps ('..')", 'path/no-backsteps');
		else paths.add(devicePath);
		if (mounts.has(name)) walk.invalid(at.child('name'), name, 'must not already exist in volumeMounts', 'device/also-mount');
		if (mountPaths.has(devicePath)) walk.invalid(at.child('devicePath'), devicePath, 'must not already exist as a path in volumeMounts', 'device/also-mount');
		if (name) names.add(name);
	});
}

import type { FieldPath } from '../schema/field-path';
import type { Container, Volume, VolumeMount } from '../schema/generated/types';
import { validateLocalDescendingPath } from './local-path';
import { toChoice, toName, type Walk } from './walk';

/**
 * core validation.ValidateVolumeMounts. The server puts the faults of subPath, subPathExpr, mountPropagation and recursiveReadOnly
 * at the list, `volumeMounts.subPath`, without the index.
 */
export function validateVolumeMounts(walk: Walk, container: Container, volumes: ReadonlyMap<string, Volume>, path: FieldPath): void {
	const devices = new Map(container.volumeDevices?.map(({ name, devicePath }) => [name, devicePath]));
	const devicePaths = new Set(devices.values());
	const taken = new Set<string>();
	const volumeNames = [...volumes.keys()];
	container.volumeMounts?.forEach((mount, i) => {
		const at = path.index(i);
		if (!mount.name) walk.required(at.child('name'), '', 'mount/name-required');
		if (!volumes.has(mount.name)) {
			walk.notFound(at.child('name'), mount.name, 'mount/volume-unknown', undefined, toName(at.child('name'), mount.name, volumeNames));
		}
		if (!mount.mountPath) walk.required(at.child('mountPath'), '', 'mount/path-required');
		if (taken.has(mount.mountPath)) walk.invalid(at.child('mountPath'), mount.mountPath, 'must be unique', 'mount/path-unique');
		taken.add(mount.mountPath);
		if (devices.has(mount.name)) walk.invalid(at.child('name'), mount.name, 'must not already exist in volumeDevices', 'mount/also-device');
		if (devicePaths.has(mount.mountPath)) {
			walk.invalid(at.child('mountPath'), mount.mountPath, 'must not already exist as a path in volumeDevices', 'mount/also-device');
		}
		if (walk.version < 33 && volumes.get(mount.name)?.image) forbidSubPathOfImage(walk, mount, at);
		validateSubPaths(walk, mount, at.saidAs(path), at);
		validateMountPropagation(walk, mount, container, at.saidAs(path).child('mountPropagation'), at);
		validateRecursiveReadOnly(walk, mount, at.saidAs(path).child('recursiveReadOnly'), at);
		validateBindMountOptions(walk, mount, volumes.get(mount.name), at.child('bindMountOptions'));
	});
}

function forbidSubPathOfImage(walk: Walk, mount: VolumeMount, path: FieldPath): void {
	for (const field of ['subPath', 'subPathExpr'] as const) {
		if (mount[field]) walk.invalid(path.child(field), mount[field], 'not allowed in image volume sources', 'mount/image-sub-path');
	}
}

function validateSubPaths(walk: Walk, { subPath, subPathExpr }: VolumeMount, list: FieldPath, path: FieldPath): void {
	if (subPath) validateLocalDescendingPath(walk, subPath, list.child('subPath'));
	if (!subPathExpr) return;
	if (subPath) walk.invalid(path.child('subPathExpr'), subPathExpr, 'subPathExpr and subPath are mutually exclusive', 'mount/sub-path-once');
	validateLocalDescendingPath(walk, subPathExpr, list.child('subPathExpr'));
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

/** core validation.validateMountPropagation */
function validateMountPropagation(walk: Walk, { mountPropagation }: VolumeMount, container: Container, path: FieldPath, mount: FieldPath): void {
	if (mountPropagation === undefined) return;
	if (!PROPAGATIONS.includes(mountPropagation)) {
		const repair = toChoice(mount.child('mountPropagation'), mountPropagation, PROPAGATIONS);
		walk.notSupported(path, mountPropagation, PROPAGATIONS, 'mount/propagation', repair);
	}
	if (mountPropagation !== 'Bidirectional' || container.securityContext?.privileged) return;
	walk.forbidden(path, 'Bidirectional mount propagation is available only to privileged containers', 'mount/bidirectional-privileged');
}

/** core validation.validateMountRecursiveReadOnly */
function validateRecursiveReadOnly(walk: Walk, mount: VolumeMount, path: FieldPath, at: FieldPath): void {
	const { recursiveReadOnly, readOnly, mountPropagation } = mount;
	switch (recursiveReadOnly) {
		case undefined:
		case 'Disabled':
			return;
		case 'Enabled':
		case 'IfPossible':
			if (!readOnly) {
				const repair = { do: 'set', path: at.child('readOnly'), to: true } as const;
				walk.forbidden(path, 'may only be specified when readOnly is true', 'mount/recursive-read-only', repair);
			}
			if (mountPropagation !== undefined && mountPropagation !== 'None') {
				walk.forbidden(path, 'may only be specified when mountPropagation is None or not specified', 'mount/recursive-read-only');
			}
			return;
		default:
			walk.notSupported(
				path,
				recursiveReadOnly,
				['Disabled', 'Enabled', 'IfPossible'],
				'mount/recursive-read-only-choice',
				toChoice(at.child('recursiveReadOnly'), recursiveReadOnly, ['Disabled', 'Enabled', 'IfPossible']),
			);
	}
}

const BIND_MOUNT_OPTIONS = ['nodev', 'noexec', 'nosuid'];

/** core validation.validateBindMountOptions */
function validateBindMountOptions(walk: Walk, { bindMountOptions = [] }: VolumeMount, volume: Volume | undefined, path: FieldPath): void {
	const seen = new Set<string>();
	bindMountOptions.forEach((option, i) => {
		walk.oneOf(path.index(i), option, BIND_MOUNT_OPTIONS, 'mount/bind-option');
		if (seen.has(option)) walk.duplicate(path.index(i), option, 'mount/bind-option-unique', { do: 'remove', path: path.index(i) });
		seen.add(option);
	});
	if (bindMountOptions.length === 0 || !volume?.image) return;
	walk.invalid(path, bindMountOptions, 'bindMountOptions may not be used with image volumes', 'mount/bind-option-image', { do: 'remove', path });
}

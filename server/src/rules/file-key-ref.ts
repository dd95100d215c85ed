import type { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { eachContainer } from './container';
import { toName, type Walk } from './walk';

/** core validation.validateFileKeyRefVolumes: a file of variables lies in an emptyDir. */
export function validateFileKeyRefVolumes(walk: Walk, spec: PodSpec, path: FieldPath): void {
	if (walk.version < 34) return;
	const volumes = new Map(spec.volumes?.map((volume) => [volume.name, volume]));
	const names = [...volumes.keys()];
	eachContainer(spec, path, ({ env }, containerPath) => {
		env?.forEach(({ valueFrom }, i) => {
			const volumeName = valueFrom?.fileKeyRef?.volumeName;
			if (volumeName === undefined) return;
			const at = containerPath.child('env').index(i).child('valueFrom', 'fileKeyRef', 'volumeName');
			const volume = volumes.get(volumeName);
			if (!volume) walk.notFound(at, volumeName, 'env/file-volume-unknown', undefined, toName(at, volumeName, names));
			else if (!volume.emptyDir) walk.invalid(at, volumeName, 'referenced volume must be of type emptyDir', 'env/file-volume-type');
		});
	});
}

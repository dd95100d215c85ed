import { onlyNear } from '../schema/nearest';
import { type Advice, repairedBy } from './advice';
import { type ConfigReference, configReferences } from './config-references';
import { type Config, isBeside, type Named, type Neighbours } from './neighbours';
import type { Subject } from './subject';

/** A key that the ConfigMap or Secret beside the pod lacks, or a name that is nearly that of one; kuberuntime makeEnvironmentVariables, volumeutil's payloads. */
export function configKey(subject: Subject, own: Named, { configs }: Neighbours): readonly Advice[] {
	return configs.length === 0
		? []
		: configReferences(subject).flatMap((reference) => {
				const beside = configs.filter((config) => config.kind === reference.kind && isBeside(config, own));
				const same = beside.filter(({ name }) => name === reference.name);
				return same.length > 0 ? ofKeys(reference, same) : ofName(reference, beside);
			});
}

function ofKeys({ kind, name, keys, optional, from }: ConfigReference, same: readonly Config[]): readonly Advice[] {
	const known = new Set(same.flatMap((config) => config.keys));
	// Without it the container starts all the same, as was asked for.
	if (optional) return [];
	return keys.flatMap(({ key, path }) => {
		if (known.has(key)) return [];
		const near = onlyNear(key, known);
		const repair = near === undefined ? undefined : ({ do: 'replace', path, from: key, to: near } as const);
		return [
			{
				path,
				code: from === 'env' ? 'advice/config-key-env' : 'advice/config-key-volume',
				severity: 'warning' as const,
				args: { kind, name, key },
				...repairedBy(repair),
			},
		];
	});
}

function ofName({ kind, name, path }: ConfigReference, beside: readonly Config[]): readonly Advice[] {
	const near = onlyNear(
		name,
		beside.map((config) => config.name),
	);
	if (near === undefined) return [];
	return [{ path, code: 'advice/config-name', severity: 'information', args: { kind, name, near }, repair: { do: 'replace', path, from: name, to: near } }];
}

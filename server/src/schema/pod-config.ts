import type { PodSpec } from './generated/types';

/** A ConfigMap or Secret that a pod refers to. */
export interface Config {
	readonly kind: 'ConfigMap' | 'Secret';
	readonly name: string;
	/** The keys that it asks for. */
	readonly keys: readonly string[];
	/** The pod starts without it, too. */
	readonly optional: boolean;
}

interface Reference {
	readonly name?: string | undefined;
	readonly optional?: boolean | undefined;
}

/** The ConfigMaps and Secrets that a pod refers to, in the order in which it does. */
export function configOf(spec: PodSpec): readonly Config[] {
	const found: Config[] = [];
	const add = (kind: Config['kind'], reference: Reference | undefined, keys: readonly string[] = []): void => {
		if (reference?.name) found.push({ kind, name: reference.name, keys, optional: reference.optional === true });
	};
	for (const container of [...(spec.initContainers ?? []), ...spec.containers]) {
		for (const { valueFrom } of container.env ?? []) {
			const { configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {};
			if (map) add('ConfigMap', map, [map.key]);
			if (secret) add('Secret', secret, [secret.key]);
		}
		for (const { configMapRef, secretRef } of container.envFrom ?? []) {
			add('ConfigMap', configMapRef);
			add('Secret', secretRef);
		}
	}
	for (const { configMap, secret, projected } of spec.volumes ?? []) {
		add('ConfigMap', configMap, keysOf(configMap?.items));
		add('Secret', { name: secret?.secretName, optional: secret?.optional }, keysOf(secret?.items));
		for (const source of projected?.sources ?? []) {
			add('ConfigMap', source.configMap, keysOf(source.configMap?.items));
			add('Secret', source.secret, keysOf(source.secret?.items));
		}
	}
	return found;
}

const keysOf = (items: readonly { readonly key: string }[] | undefined): readonly string[] => (items ?? []).map(({ key }) => key);

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

/** The same, each object once with all keys that are asked of it. */
export function configsOf(spec: PodSpec): readonly (Pick<Config, 'kind' | 'name'> & { readonly keys: ReadonlySet<string> })[] {
	const found = new Map<string, Pick<Config, 'kind' | 'name'> & { readonly keys: Set<string> }>();
	for (const { kind, name, keys } of configOf(spec)) {
		const one = found.get(`${kind}/${name}`) ?? { kind, name, keys: new Set() };
		found.set(`${kind}/${name}`, one);
		for (const key of keys) one.keys.add(key);
	}
	return [...found.values()];
}

const keysOf = (items: readonly { readonly key: string }[] | undefined): readonly string[] => (items ?? []).map(({ key }) => key);

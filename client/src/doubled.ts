/** What others say of manifests as well: the YAML extension judges by schemas, which settings name or the Kubernetes extension brings. */

export interface Others {
	/** redhat.vscode-yaml is there, and ms-kubernetes-tools.vscode-kubernetes-tools. */
	readonly hasYaml: boolean;
	readonly hasKubernetes: boolean;
	/** The setting yaml.validate. */
	readonly validates: boolean;
	/** The setting yaml.schemas, whatever somebody wrote there. */
	readonly schemas: unknown;
}

/** By what a mistake in a manifest is shown twice: an entry of yaml.schemas, or the Kubernetes extension's schemas, which no setting names. */
export function doubledBy({ hasYaml, hasKubernetes, validates, schemas }: Others): 'setting' | 'extension' | undefined {
	if (!hasYaml || !validates) return undefined;
	if (withoutKubernetes(schemas)) return 'setting';
	return hasKubernetes ? 'extension' : undefined;
}

/** The YAML extension's own word for its schema, and the collections of such that people name by address. */
const OF_KUBERNETES = /^kubernetes$|kubernetes-json-schema/i;

/** yaml.schemas as it is without those of Kubernetes; undefined where it has none. */
export function withoutKubernetes(schemas: unknown): Readonly<Record<string, unknown>> | undefined {
	if (typeof schemas !== 'object' || schemas === null || Array.isArray(schemas)) return undefined;
	const entries = Object.entries(schemas);
	const others = entries.filter(([name]) => !OF_KUBERNETES.test(name));
	return others.length < entries.length ? Object.fromEntries(others) : undefined;
}

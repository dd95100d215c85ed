/** kyaml/openapi precomputedIsNamespaceScoped: the kinds that are surely in no namespace, by group, with the versions of which kustomize knows it. */
const CLUSTER_SCOPED: Readonly<Record<string, ReadonlySet<string>>> = sets({
	'': 'ComponentStatus Namespace Node NodeProxyOptions PersistentVolume',
	'admissionregistration.k8s.io': 'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
	'apiextensions.k8s.io': 'CustomResourceDefinition',
	'apiregistration.k8s.io': 'APIService',
	'certificates.k8s.io': 'CertificateSigningRequest',
	'flowcontrol.apiserver.k8s.io': 'FlowSchema PriorityLevelConfiguration',
	'networking.k8s.io': 'IngressClass',
	'node.k8s.io': 'RuntimeClass',
	policy: 'PodSecurityPolicy',
	'rbac.authorization.k8s.io': 'ClusterRole ClusterRoleBinding',
	'scheduling.k8s.io': 'PriorityClass',
	'storage.k8s.io': 'CSIDriver CSINode StorageClass VolumeAttachment',
});

function sets(kinds: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> {
	return Object.fromEntries(Object.entries(kinds).map(([group, names]) => [group, new Set(names.split(' '))]));
}

const ONLY_BETA = new Set(['flowcontrol.apiserver.k8s.io', 'policy']);

/** Gvk.IsClusterScoped; of what kustomize does not know it takes to be in a namespace. */
export function isClusterScoped({ group, version, kind }: { readonly group: string; readonly version: string; readonly kind: string }): boolean {
	const kinds = Object.hasOwn(CLUSTER_SCOPED, group) ? CLUSTER_SCOPED[group] : undefined;
	const isKnown = group === '' ? version === 'v1' : version === 'v1beta1' || (version === 'v1' && !ONLY_BETA.has(group));
	return isKnown && kinds?.has(kind) === true;
}

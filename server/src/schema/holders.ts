/**
 * Kinds of others that hold whole objects, to be made as they are written there, and the way to these: `[]` is each item of a list.
 * By group: where an older version holds them elsewhere, nothing else stands at the way of this one.
 */
const HOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'template.openshift.io': { Template: ['objects.[]'] },
	'triggers.tekton.dev': { TriggerTemplate: ['spec.resourcetemplates.[]'] },
	'argoproj.io': { Sensor: ['spec.triggers.[].template.k8s.source.resource', 'spec.triggers.[].template.argoWorkflow.source.resource'] },
	'kro.run': { ResourceGraphDefinition: ['spec.resources.[].template'] },
	'work.open-cluster-management.io': {
		ManifestWork: ['spec.workload.manifests.[]'],
		ManifestWorkReplicaSet: ['spec.manifestWorkTemplate.workload.manifests.[]'],
	},
	'hive.openshift.io': { SyncSet: ['spec.resources.[]'], SelectorSyncSet: ['spec.resources.[]'] },
	'kubernetes.crossplane.io': { Object: ['spec.forProvider.manifest'] },
	'kubernetes.m.crossplane.io': { Object: ['spec.forProvider.manifest'] },
	'workload.codeflare.dev': { AppWrapper: ['spec.components.[].template'] },
};

/** OpenShift 3 had no groups. */
const LEGACY: Readonly<Record<string, readonly string[]>> = { Template: ['objects.[]'] };

/** The ways to the objects that one of a kind holds; none for a kind that holds none, or that nobody told us of. */
export function waysToHeld(apiVersion: string, kind: string): readonly (readonly string[])[] {
	const [group = '', version] = apiVersion.split('/');
	const kinds = version === undefined ? (apiVersion === 'v1' ? LEGACY : {}) : Object.hasOwn(HOLDERS, group) ? (HOLDERS[group] ?? {}) : {};
	return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? []).map((way) => way.split('.')) : [];
}

import { goQuote } from '../schema/go-quote';
import { fn } from '../templates/signature';
import { Fault, mapOf, Struct, sliceOf, type Value } from '../templates/value';

/** chartutil.DefaultVersionSet of Helm 3.22: what client-go 0.37 knows, and CustomResourceDefinitions. */
const API_VERSIONS: readonly string[] = `v1
admissionregistration.k8s.io/v1 v1alpha1 v1beta1
internal.apiserver.k8s.io/v1alpha1
apps/v1 v1beta1 v1beta2
authentication.k8s.io/v1 v1alpha1 v1beta1
authorization.k8s.io/v1 v1beta1
autoscaling/v1 v2
batch/v1 v1beta1
certificates.k8s.io/v1 v1beta1 v1alpha1
coordination.k8s.io/v1alpha2 v1beta1 v1
discovery.k8s.io/v1 v1beta1
events.k8s.io/v1 v1beta1
extensions/v1beta1
flowcontrol.apiserver.k8s.io/v1 v1beta1 v1beta2 v1beta3
lifecycle.k8s.io/v1alpha1
networking.k8s.io/v1 v1beta1
node.k8s.io/v1 v1alpha1 v1beta1
policy/v1 v1beta1
rbac.authorization.k8s.io/v1 v1beta1 v1alpha1
resource.k8s.io/v1 v1beta2 v1beta1 v1alpha3
scheduling.k8s.io/v1alpha3 v1beta1 v1
storage.k8s.io/v1beta1 v1 v1alpha1
storagemigration.k8s.io/v1 v1beta1
apiextensions.k8s.io/v1beta1 v1`
	.split('\n')
	.flatMap((line) => {
		const [first = '', ...others] = line.split(' ');
		return [first, ...others.map((version) => first.replace(/[^/]*$/, version))];
	});

/** What `.Capabilities.HelmVersion` says: Helm 3.22.0 built with the Go that it asks for. */
const HELM = { Version: 'v3.22', GitCommit: '', GitTreeState: '', GoVersion: 'go1.26.8' };

/** chartutil.KubeVersion. */
export interface KubeVersion {
	/** `v1.37.0` */
	readonly version: string;
	readonly major: string;
	readonly minor: string;
}

/** chartutil.ParseKubeVersion; a fault in its words. */
export function kubeVersion(text: string): KubeVersion | Fault {
	const match = /^\s*v?([0-9]+(?:\.[0-9]+)*).*$/.exec(text);
	if (!match) return new Fault(`could not parse ${goQuote(text)} as version`);
	const components = (match[1] ?? '').split('.');
	const [first = ''] = components;
	if (components.length < 2) return new Fault(`illegal version string ${goQuote(text)}`);
	if (/^0./.test(first)) return new Fault(`illegal zero-prefixed version component ${goQuote(first)} in ${goQuote(text)}`);
	const numbers = components.map((digits) => String(BigInt(digits)));
	const [major = '0', minor = '0'] = numbers;
	return { version: `v${numbers.join('.')}`, major, minor };
}

/** chartutil.Capabilities as templates see it, of a cluster of which nothing is known but its version, with the API versions that the user adds. */
export function capabilities({ version, major, minor }: KubeVersion, apiVersions: readonly string[] = []): Struct {
	const shown = fn('', () => version);
	const known = [...API_VERSIONS, ...apiVersions];
	const has = fn('s', (wanted: string) => known.includes(wanted));
	const json = mapOf({ version: HELM.Version, go_version: HELM.GoVersion });
	return new Struct(
		'*chartutil.Capabilities',
		mapOf<Value>({
			KubeVersion: new Struct(
				'chartutil.KubeVersion',
				mapOf({ Version: version, Major: major, Minor: minor }),
				mapOf({ String: shown, GitVersion: shown }),
				undefined,
				undefined,
				version,
			),
			APIVersions: sliceOf('string', known, false, 'chartutil.VersionSet', mapOf({ Has: has })),
			HelmVersion: new Struct('version.BuildInfo', mapOf(HELM), new Map(), undefined, json),
		}),
	);
}

/** What an error means, as a cause, and what helps against it: a line to copy for each meaning. The words are in docs/why-meanings.ts. */
import type { Facts } from './facts';
import { type Advice, type AdviceCode, type Args, type Cause, type CauseCode, quoted, specField } from './finding';
import type { Meant } from './meanings';

/** Where a remedy is to be applied. */
interface Place {
	readonly facts: Facts;
	readonly container?: string;
	readonly image?: string;
	readonly name: string;
}

type Line = Advice['line'];

const run = (...words: readonly string[]): Line => ({ command: words.join(' ') });

const inSpace = ({ facts }: Place): string => (facts.pod.metadata?.namespace ? ` -n ${quoted(facts.pod.metadata.namespace)}` : '');
const ofNode = ({ facts }: Place): string => quoted(facts.pod.spec?.nodeName ?? 'NODE');
const onNode = (place: Place): Line => run('kubectl get pods -A -o wide --field-selector', `spec.nodeName=${ofNode(place)}`);
const node = (place: Place): Line => run('kubectl describe node', ofNode(place));
const of =
	(field: string) =>
	({ facts, container = '' }: Place): Line => ({ field: specField(facts, container, field) });
/** The registry of an image, as anybody may have written it: what is made of it is for a shell, and goes there in quotes. */
function hostIn(image = ''): string {
	const at = image.indexOf('/');
	const host = image.slice(0, Math.max(0, at));
	return (/[.:]/.test(host) || host === 'localhost') && !/^(?:index\.)?docker\.io$/.test(host) ? host : 'registry-1.docker.io';
}
const certificates = ({ image }: Place): Line =>
	run('openssl s_client -showcerts -connect', quoted(/:\d+$/.test(hostIn(image)) ? hostIn(image) : `${hostIn(image)}:443`), '< /dev/null');
const asked = ({ image }: Place): Line => run('curl -v', quoted(`https://${hostIn(image)}/v2/`));
const claims = (place: Place): Line => run(`kubectl get pvc${inSpace(place)}`);
const mounts = of('volumeMounts');

/** A line to copy for each meaning that has one of its own. */
const LINES: Readonly<Record<string, (place: Place) => Line>> = {
	'pull/secret': (place) => run(`kubectl get secret ${place.name.split(', ').map(quoted).join(' ')}${inSpace(place)}`),
	'pull/rate': () => ({ field: 'spec.imagePullSecrets' }),
	'pull/authority': certificates,
	'pull/certificate': certificates,
	'pull/http': ({ image }) => run('curl -v', quoted(`http://${hostIn(image)}/v2/`)),
	'pull/dns': ({ image }) => run('nslookup', quoted(hostIn(image).replace(/:\d+$/, ''))),
	'pull/disk': node,
	'pull/platform': () => run('kubectl get nodes -L kubernetes.io/arch'),
	'pull/credentials': () => ({ field: 'spec.imagePullSecrets' }),
	'pull/reach': asked,
	'pull/server': asked,
	'start/none': of('command'),
	'start/format': () => run('kubectl get nodes -L kubernetes.io/arch'),
	'start/permission': of('command'),
	'start/missing': of('command'),
	'start/cwd': of('workingDir'),
	'start/mount': mounts,
	'start/memory': of('resources.limits.memory'),
	'start/name': ({ container = '' }) => run('crictl ps -a --name', quoted(container)),
	'start/gpu': node,
	'start/volume': mounts,
	'start/disk': node,
	'start/denied': of('securityContext'),
	'sandbox/attachment': (place) => run(`kubectl get network-attachment-definitions${inSpace(place)}`),
	'sandbox/address': node,
	'sandbox/bridge': () => run('ip addr show cni0'),
	'sandbox/none': onNode,
	'sandbox/unauthorized': onNode,
	'sandbox/daemon': onNode,
	'sandbox/pause': node,
	'sandbox/class': () => run('kubectl get runtimeclass'),
	'sandbox/disk': node,
	'sandbox/slow': node,
	'sandbox/plugin': onNode,
	'mount/attached': () => run('kubectl get volumeattachments'),
	'mount/driver': onNode,
	'mount/key': () => ({ field: 'spec.volumes' }),
	'mount/host-path': () => ({ field: 'spec.volumes' }),
	'mount/damaged': claims,
	'mount/helper': node,
	'mount/denied': claims,
	'mount/server': claims,
	'mount/token': (place) => run(`kubectl get serviceaccounts${inSpace(place)}`),
	'mount/claim': claims,
	'mount/attach': () => run('kubectl get volumeattachments'),
	'mount/path': claims,
	'mount/slow': claims,
	'node/unready': () => run('kubectl describe nodes'),
	'node/pressure': () => run('kubectl describe nodes'),
	'node/uninitialized': () => run('kubectl get pods -n kube-system'),
	'node/cordoned': () => run('kubectl get nodes'),
	'node/no-claim': claims,
	'node/unbound': claims,
	'node/zone': () => run('kubectl get pv'),
	'node/once': claims,
	'node/volumes': () => run('kubectl get volumeattachments'),
	'node/anti-affinity': () => ({ field: 'spec.affinity.podAntiAffinity' }),
	'node/selector': () => run('kubectl get nodes --show-labels'),
	'node/ports': () => run('kubectl get pods -A -o wide'),
	'node/pods': () => run('kubectl describe nodes'),
	'node/taint': () => run("kubectl get nodes -o custom-columns='NAME:.metadata.name,TAINTS:.spec.taints'"),
	'evicted/own': of('resources.limits.ephemeral-storage'),
	'evicted/volume': () => ({ field: 'spec.volumes' }),
	'evicted/memory': of('resources.requests.memory'),
	'evicted/disk': node,
	'evicted/pids': node,
	'evicted/preempted': () => ({ field: 'spec.priorityClassName' }),
	'kill/network': onNode,
	'kill/slow': node,
	'refused/quota': (place) => run(`kubectl describe quota${inSpace(place)}`),
	'refused/unsaid': of('resources'),
	'refused/range': (place) => run(`kubectl describe limitrange${inSpace(place)}`),
	'refused/security': ({ facts }) => run('kubectl get namespace', quoted(facts.pod.metadata?.namespace ?? 'default'), '--show-labels'),
	'refused/constraint': (place) => run(`kubectl describe serviceaccount${inSpace(place)}`),
	'refused/account': (place) => run(`kubectl get serviceaccounts${inSpace(place)}`),
	'refused/webhook': () => run('kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations'),
	'refused/priority': () => run('kubectl get priorityclasses'),
};

/** What is meant, as a cause, with what proves it; none where nobody knows. `args`: what else its words may name. */
export const meaningOf = (meant: Meant | undefined, evidence: Cause['evidence'], args: Args = {}): readonly Cause<CauseCode>[] =>
	meant ? [{ code: 'means', args: { ...args, meaning: meant.meaning, name: meant.name }, evidence }] : [];

/** What to do about it, where that is known. */
export function remedyOf(meant: Meant | undefined, place: Omit<Place, 'name'>, args: Args): readonly Advice<AdviceCode>[] {
	const line = meant && LINES[meant.meaning];
	return line ? [{ code: 'remedy', args: { ...args, remedy: meant.meaning, name: meant.name }, line: line({ ...place, name: meant.name }) }] : [];
}

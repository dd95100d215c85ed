/** What the errors of others mean, by the words they use: registries, container runtimes, network plugins, storage, the scheduler, evictions, admission. */

export type Family = 'pull' | 'start' | 'sandbox' | 'mount' | 'node' | 'evicted' | 'kill' | 'refused';

/** The first that fits counts. `name` in a pattern is told with it. */
const PATTERNS: Readonly<Record<Family, readonly (readonly [pattern: RegExp, meaning: string])[]>> = {
	// containerd remotes/docker, docker distribution, containers/image of cri-o; x509 and net of Go.
	pull: [
		[/Unable to retrieve some image pull secrets \((?<name>[^)]+)\)/, 'pull/secret'],
		[/toomanyrequests|429 Too Many Requests|rate limit/i, 'pull/rate'],
		[/signed by unknown authority|self-signed certificate/, 'pull/authority'],
		[/x509: |tls: failed to verify/, 'pull/certificate'],
		[/server gave HTTP response to HTTPS client|http: server gave HTTP/, 'pull/http'],
		[/no such host|server misbehaving|lookup \S+ on \S+: |name resolution/, 'pull/dns'],
		[/no space left on device/, 'pull/disk'],
		[/no match(?:ing manifest|\s+for platform)|does not match the specified platform/, 'pull/platform'],
		[/no basic auth credentials/, 'pull/credentials'],
		[
			/i\/o timeout|connection refused|Client\.Timeout|handshake timeout|deadline exceeded|no route to host|connection reset|network is unreachable|: EOF$/,
			'pull/reach',
		],
		[/unexpected status(?: code)?[^:]*: 5\d\d|\b50[0234] (?:Internal|Bad|Service|Gateway)/, 'pull/server'],
	],
	// runc, crun, containerd's and docker's CreateContainer and StartContainer.
	start: [
		[/no command specified/i, 'start/none'],
		[/exec format error/, 'start/format'],
		[/exec: \\*"(?<name>[^"\\]+)\\*": (?:stat [^:]+: )?permission denied/, 'start/permission'],
		[/exec: \\*"(?<name>[^"\\]+)\\*": (?:executable file not found|(?:stat [^:]+: )?no such file)/, 'start/missing'],
		[/executable file [`"'](?<name>[^`"']+)[`"'] not found/, 'start/missing'],
		[/chdir to cwd|no such file or directory.*cwd/, 'start/cwd'],
		[/not a directory.*mount|mount a directory onto a file|error mounting|subPath/, 'start/mount'],
		[/memory limit too low|OOM-killed|cannot allocate memory|read init-p: connection reset/, 'start/memory'],
		[/is already in use by|name ".*" is reserved for/, 'start/name'],
		[/nvidia|nvml|libcuda|unresolvable CDI/i, 'start/gpu'],
		[/cannot find volume/, 'start/volume'],
		[/no space left on device/, 'start/disk'],
		[/operation not permitted|permission denied/, 'start/denied'],
	],
	sandbox: [
		[/network-attachment-definition \((?<name>[^)]+)\)/, 'sandbox/attachment'],
		[
			/failed to assign an IP|no (?:IP )?addresses available|No available addresses|no free (?:IP|address)|IPAM.*(?:exhaust|full)|failed to allocate for range|not enough (?:free )?IP/i,
			'sandbox/address',
		],
		[/already has an IP address different/, 'sandbox/bridge'],
		[/not initialized|config uninitialized|no networks found in|failed to find plugin|network plugin is not ready|cni config/i, 'sandbox/none'],
		[/unauthorized/i, 'sandbox/unauthorized'],
		[/subnet\.env|nodename: no such file|\.sock\b|dial tcp (?:127\.0\.0\.1|\[::1\]):\d+|ailed to (?:connect|create).*agent/, 'sandbox/daemon'],
		[/sandbox image|pull(?:ing)? .*pause|pause:\d/, 'sandbox/pause'],
		[/no runtime for|RuntimeHandler .*not supported|runtime handler/i, 'sandbox/class'],
		[/no space left on device/, 'sandbox/disk'],
		[/deadline ?exceeded|timed? ?out|unable to return a response/i, 'sandbox/slow'],
		[/cni|network/i, 'sandbox/plugin'],
	],
	mount: [
		[/Multi-Attach error/, 'mount/attached'],
		[/not found in the list of registered CSI drivers|driver name (?<name>\S+) not found/, 'mount/driver'],
		[/non-?existent (?:config|secret) key: (?<name>[^\s,]+)/, 'mount/key'],
		[/hostPath type check failed: (?<name>\S+)/, 'mount/host-path'],
		[/UNEXPECTED INCONSISTENCY|fsck|read superblock/, 'mount/damaged'],
		[/bad option|helper program|executable file not found|unknown filesystem type/, 'mount/helper'],
		[/access denied by server/, 'mount/denied'],
		[/No route to host|Connection (?:refused|timed out)|mount\.nfs/i, 'mount/server'],
		[/serviceaccounts? ".*" not found|fetch token/, 'mount/token'],
		[/persistentvolumeclaim ".*" not found/, 'mount/claim'],
		[/failed to sync \w+ cache|not registered/, 'mount/cache'],
		[/AttachVolume|attachdetach|external-attacher/, 'mount/attach'],
		[/no such file or directory|does not exist/, 'mount/path'],
		[/timed out|timeout expired|deadline ?exceeded/i, 'mount/slow'],
	],
	// ErrReason… of the scheduler's plugins, and the names of predicates that they had until 1.8.
	node: [
		[/taints? \{?node\.kubernetes\.io\/(?<name>not-ready|unreachable|network-unavailable)|NetworkUnavailable/, 'node/unready'],
		[/taints? \{?node\.kubernetes\.io\/(?<name>\w+-pressure)|NodeUnderDiskPressure/, 'node/pressure'],
		[/uninitialized/, 'node/uninitialized'],
		[/were unschedulable|taints? \{?node\.kubernetes\.io\/unschedulable|NodeUnschedulable/, 'node/cordoned'],
		[/persistentvolumeclaim "(?<name>[^"]+)" not found/, 'node/no-claim'],
		[/unbound immediate|didn't find available persistent volumes|VolumeBinding/, 'node/unbound'],
		[/volume node affinity conflict|NoVolumeZoneConflict|no available volume zone/, 'node/zone'],
		[/ReadWriteOncePod|already in use by another pod/, 'node/once'],
		[/exceed max volume count|MaxVolumeCount/, 'node/volumes'],
		[/anti-affinity/, 'node/anti-affinity'],
		[/node affinity|node selector|MatchNodeSelector|affinity\/selector/, 'node/selector'],
		[/topology spread/, 'node/spread'],
		[/free ports|PodFitsHostPorts/, 'node/ports'],
		[/Too many pods|Insufficient pods/, 'node/pods'],
		[/taint/i, 'node/taint'],
	],
	evicted: [
		[/exceeds the total limit|exceeded its local ephemeral storage limit/, 'evicted/own'],
		[/Usage of EmptyDir volume "(?<name>[^"]+)"/, 'evicted/volume'],
		[/low on resource: memory|MemoryPressure/, 'evicted/memory'],
		[/low on resource: (?:ephemeral-storage|inodes|nodefs|imagefs)|DiskPressure/, 'evicted/disk'],
		[/low on resource: pids|PIDPressure/, 'evicted/pids'],
		[/[Pp]reempted/, 'evicted/preempted'],
	],
	kill: [
		[/destroy network|teardown|KillPodSandboxError.*(?:cni|plugin)/, 'kill/network'],
		[/deadline ?exceeded|timeout|timed out/i, 'kill/slow'],
	],
	refused: [
		[/exceeded quota: (?<name>[^,]+)/, 'refused/quota'],
		[/[Ff]ailed quota: (?<name>[^:]+): must specify/, 'refused/unsaid'],
		[/(?:minimum|maximum) \S+ usage per|limit to request ratio/, 'refused/range'],
		[/violates PodSecurity/, 'refused/security'],
		[/security context constraint/, 'refused/constraint'],
		[/serviceaccounts? "(?<name>[^"]+)" not found|error looking up service account (?<account>\S+?):(?!.*" not found)/, 'refused/account'],
		[/admission webhook "(?<name>[^"]+)"|failed calling webhook "(?<called>[^"]+)"/, 'refused/webhook'],
		[/PriorityClass with name (?<name>\S+) was found/, 'refused/priority'],
	],
};

/** Every meaning: each has its words. */
export const MEANINGS: readonly string[] = [...new Set(Object.values(PATTERNS).flatMap((patterns) => patterns.map(([, meaning]) => meaning)))];

export interface Meant {
	readonly meaning: string;
	/** What the message names: a command, a file, a quota. */
	readonly name: string;
}

/** What an error begins with tells what it means; patterns that look for two things in one text take the square of its length. */
const TOLD = 4000;

/** What each of the parts of a message means that are joined by commas, each meaning once. */
export function partsMeantBy(family: Family, message: string): readonly Meant[] {
	const parts = message
		.slice(0, TOLD)
		.replace(/\.? preemption: .*$/, '')
		.split(/, (?=\d+ |[A-Z])/);
	const meant = parts.flatMap((part) => meantBy(family, part) ?? []);
	return meant.filter(({ meaning }, index) => meant.findIndex((one) => one.meaning === meaning) === index);
}

/** What a message of a family means; undefined where nobody knows. */
export function meantBy(family: Family, message: string): Meant | undefined {
	const told = message.length > TOLD ? message.slice(0, TOLD) : message;
	for (const [pattern, meaning] of PATTERNS[family]) {
		const match = pattern.exec(told);
		if (match) return { meaning, name: Object.values(match.groups ?? {}).find((one) => one !== undefined) ?? '' };
	}
	return undefined;
}

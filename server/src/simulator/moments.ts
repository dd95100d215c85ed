/** Every kind of moment a story may tell. Its words lie in docs/moments.ts; the arguments are what the words are filled with. */
export interface MomentArgs {
	/** The API server took the object in. */
	'pod/created': { readonly name: string };
	'pod/gated': { readonly gates: string };
	'pod/gate-removed': { readonly gate: string };
	/** `message`: without what the scheduler says of preemption. `why`: the code of a reason (nodes.ts), or of resources `no room` (others have taken it) and `too big` (no node has so much). */
	'pod/unschedulable': { readonly message: string; readonly why: string; readonly resource: string; readonly asks: string; readonly most: string };
	'pod/no-scheduler': { readonly scheduler: string };
	'pod/scheduled': { readonly node: string };
	/** nodeName was written in the manifest: no scheduler had a say. */
	'pod/placed': { readonly node: string };
	'pod/preempts': { readonly victim: string; readonly node: string };
	'pod/preempted': { readonly by: string };
	'pod/rejected': { readonly reason: string; readonly message: string };

	'volume/missing': { readonly volume: string; readonly message: string; readonly attempts: number };
	'volume/mounted': { readonly seconds: number };
	'sandbox/created': { readonly seconds: number };

	'image/pulling': { readonly image: string; readonly policy: string };
	'image/pulled': { readonly image: string; readonly seconds: number };
	'image/present': { readonly image: string };
	/** `error`: what the scenario says: not found, unauthorized, or its own words. `present`: the node has the image, and is told to ask all the same. */
	'image/pull-failed': { readonly image: string; readonly error: string; readonly attempt: number; readonly seconds: number; readonly present: boolean };
	'image/back-off': { readonly image: string; readonly seconds: number };
	'image/never': { readonly image: string };
	'image/invalid-name': { readonly image: string };

	/** `reason`: CreateContainerConfigError, CreateContainerError, RunContainerError. */
	'container/not-created': { readonly reason: string; readonly message: string };
	'container/start-failed': { readonly message: string };
	'container/started': { readonly run: number };
	'container/restarted': { readonly run: number; readonly policy: string };
	'container/exited': { readonly exitCode: number; readonly reason: string; readonly seconds: number };
	'container/oom-killed': { readonly exitCode: number; readonly seconds: number; readonly limit: string };
	/** OOMKilled without a limit: the node itself ran out. */
	'container/node-out-of-memory': { readonly exitCode: number; readonly seconds: number };
	/** Nothing restarts it: restartPolicy and exit code say so. */
	'container/stays-down': { readonly policy: string; readonly exitCode: number };
	/** Others of the pod are done, but this container never ends by itself; `job`: a Job waits for it. */
	'pod/never-completes': { readonly done: string; readonly job: boolean };
	'container/changed': { readonly image: string };

	/** As kubectl counts them, sidecars among them: `Init:1/3`. */
	'init/done': { readonly done: number; readonly total: number; readonly last: boolean };
	'init/failed': { readonly policy: string; readonly exitCode: number };
	'sidecar/started': { readonly next: string };

	/** The first restart comes at once. */
	'back-off/none': { readonly run: number };
	/** `wait`: how long it was in fact; of a wait without an end within the story, how long it is about to be. */
	'back-off/wait': { readonly seconds: number; readonly wait: number; readonly exitCode: number };
	'back-off/forgotten': { readonly seconds: number };

	'probe/failed': { readonly probe: string; readonly streak: number; readonly threshold: number; readonly output: string };
	/** The probe names a port that the container does not have. */
	'probe/no-port': { readonly probe: string; readonly port: string };
	'probe/started': { readonly seconds: number };
	/** `again`: this run was ready before. */
	'probe/ready': { readonly seconds: number; readonly again: boolean };
	'probe/not-ready': { readonly threshold: number; readonly period: number };
	/** `probe`: liveness or startup; the container is killed for it. */
	'probe/killed': { readonly probe: string; readonly threshold: number; readonly period: number; readonly restarts: boolean };

	'hook/post-start': { readonly seconds: number };
	'hook/post-start-failed': { readonly message: string };
	'hook/pre-stop': { readonly grace: number };
	'hook/pre-stop-done': { readonly seconds: number; readonly left: number };
	'hook/pre-stop-failed': { readonly seconds: number };
	'hook/pre-stop-cut': { readonly seconds: number; readonly left: number };

	'pod/running': Readonly<Record<never, never>>;
	'pod/ready': { readonly seconds: number; readonly again: boolean };
	/** `late`: they were restarted a while ago, and counted as ready until their startup probes had their next turn. */
	'pod/not-ready': { readonly containers: string; readonly late: boolean };
	'pod/waits-for-gate': { readonly gates: string };
	'pod/succeeded': Readonly<Record<never, never>>;
	/** All containers ended well when it was evicted. */
	'pod/succeeded-evicted': Readonly<Record<never, never>>;
	'pod/failed': { readonly reason: string };

	/** `by`: user, eviction, controller, taint, preemption, node. `hears`: who stops it: kubelet, no node (there is none yet), nobody (the node is silent), ended (nothing is left to stop). */
	'pod/deleted': { readonly grace: number; readonly by: string; readonly hears: string };
	'pod/forced': Readonly<Record<never, never>>;
	'pod/grace-shortened': { readonly grace: number };
	'pod/evict-refused': { readonly budget: string };
	'pod/finalizer': { readonly finalizers: string };
	'pod/gone': { readonly seconds: number };
	'container/terminating': { readonly grace: number };
	'container/sigterm': { readonly seconds: number };
	'container/waits-its-turn': { readonly seconds: number };
	'container/killed': { readonly seconds: number };
	'container/stopped': { readonly exitCode: number; readonly seconds: number };

	'pod/deadline': { readonly seconds: number };
	'pod/changed': { readonly what: string };
	'resize/asked': { readonly container: string; readonly what: string };
	'resize/done': { readonly container: string; readonly restarted: boolean };
	'resize/deferred': { readonly message: string };
	'resize/infeasible': { readonly message: string };
	'restart-all/began': { readonly exitCode: number };
	'restart-all/done': Readonly<Record<never, never>>;

	'node/silent': { readonly node: string };
	'node/not-ready': { readonly node: string; readonly seconds: number };
	'node/tainted': { readonly node: string; readonly taint: string };
	'node/evicts': { readonly node: string; readonly seconds: number };
	'node/back': { readonly node: string };
	/** `resource`: memory, ephemeral-storage. */
	'node/pressure': { readonly node: string; readonly resource: string; readonly available: string; readonly threshold: string };
	'node/pressure-tainted': { readonly node: string; readonly taint: string; readonly condition: string };
	'node/pressure-eased': { readonly node: string; readonly resource: string; readonly seconds: number };
	'node/pressure-over': { readonly node: string; readonly taint: string };
	/** `rank`: over (it uses more than it requests), within, unmeasured (nothing of it runs yet). */
	'pod/evicted': { readonly resource: string; readonly rank: string; readonly uses: string; readonly asks: string };
	/** `why`: static, critical. */
	'pod/spared': { readonly why: string };
	/** `message`: in the server's words; nothing changed. */
	'action/refused': { readonly action: string; readonly message: string };
	'object/refused': { readonly kind: string; readonly name: string; readonly message: string };
	'object/created': { readonly kind: string; readonly name: string };

	'owner/created-pod': { readonly kind: string; readonly name: string; readonly pod: string };
	'owner/deleted-pod': { readonly kind: string; readonly name: string; readonly pod: string };
	'owner/scaled': { readonly kind: string; readonly name: string; readonly from: number; readonly to: number };
	'owner/rollout': { readonly name: string; readonly strategy: string };
	'owner/rollout-done': { readonly name: string };
	'owner/rollout-stuck': { readonly name: string; readonly seconds: number };
	/** OrderedReady: a broken pod of another revision is waited for, and not replaced. */
	'stateful-set/stuck': { readonly name: string; readonly pod: string };
	'job/pod-failed': { readonly failed: number; readonly limit: number };
	'job/pod-succeeded': { readonly succeeded: number; readonly completions: number };
	'job/back-off': { readonly seconds: number; readonly failed: number };
	'job/complete': { readonly succeeded: number };
	'job/failed': { readonly reason: string; readonly message: string };
	'job/ttl': { readonly seconds: number };
	'job/suspended': Readonly<Record<never, never>>;
	'job/resumed': Readonly<Record<never, never>>;
	'cron/due': { readonly schedule: string; readonly job: string };
	/** `at` and `starts` by the clocks of `zone`. */
	'cron/next': { readonly schedule: string; readonly at: string; readonly zone: string; readonly starts: string; readonly wait: number };
	/** Not within the watched time; `reach`: until (a longer one would do), none. */
	'cron/not-yet': MomentArgs['cron/next'] & { readonly reach: string };
	'cron/never': { readonly schedule: string };
	'cron/suspended': Readonly<Record<never, never>>;

	/** The simulator's own ends. */
	'story/most-pods': { readonly count: number };
	/** Seconds that were asked for. */
	'story/cut': { readonly until: number };
}

export type MomentCode = keyof MomentArgs;

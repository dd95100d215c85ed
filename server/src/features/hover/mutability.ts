import type { Bilingual } from '../../protocol/text';
import { type Segment, startsWith } from '../../schema/field-path';
import { KINDS } from '../../schema/kinds';
import type { Minor } from '../../schema/schema';

const say = (en: string, ko: string): Bilingual => ({ en, ko });

const FIXED = say('Cannot change once the object exists.', '오브젝트를 만든 뒤에는 바꿀 수 없다.');
const FREE = say('May change at any time.', '언제든 바꿀 수 있다.');
const BY_CLUSTER = say('Written by the cluster.', '클러스터가 적는다.');
const IMMUTABLE = say('On a live pod: immutable; replace the pod.', '실행 중인 파드에서는 바꿀 수 없다. 파드를 새로 만든다.');

/** What becomes of a change of the pod template, by kind. */
const TEMPLATE: Readonly<Record<string, Bilingual>> = {
	CronJob: say('A change counts from the next run.', '바꾸면 다음 실행부터 적용된다.'),
	DaemonSet: say(
		'A change replaces the pods, node by node; with `OnDelete`, when you delete them.',
		'바꾸면 노드마다 차례로 파드를 새로 만든다. `OnDelete`면 옛 파드를 지울 때 새로 만든다.',
	),
	Deployment: say('A change replaces the pods (rollout).', '바꾸면 파드를 새로 만든다(롤아웃).'),
	Job: say('Cannot change once the Job exists.', '잡을 만든 뒤에는 바꿀 수 없다.'),
	PodTemplate: FREE,
	ReplicaSet: say('A change reaches only pods made later.', '바꿔도 나중에 만드는 파드에만 적용된다.'),
	ReplicationController: say('A change reaches only pods made later.', '바꿔도 나중에 만드는 파드에만 적용된다.'),
	StatefulSet: say(
		'A change replaces the pods, one by one; with `OnDelete`, when you delete them.',
		'바꾸면 파드를 하나씩 새로 만든다. `OnDelete`면 옛 파드를 지울 때 새로 만든다.',
	),
};

/** While a Job is suspended, what its pods ask of the scheduler may change: batch validation.validatePodTemplateUpdate. */
const SUSPENDED = say('May change only while the Job is suspended.', '잡이 일시 중지된 동안에만 바꿀 수 있다.');
const DIRECTIVES = new Set(['nodeSelector', 'tolerations', 'schedulingGates']);

/** Fields of a workload's spec that an update may not touch, as the update rules have them. */
const FIXED_FIELDS: Readonly<Record<string, readonly string[]>> = {
	DaemonSet: ['selector'],
	Deployment: ['selector'],
	Job: ['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'],
	ReplicaSet: ['selector'],
	StatefulSet: ['selector', 'serviceName', 'podManagementPolicy', 'volumeClaimTemplates'],
};
/** apimachinery validation.ValidateObjectMetaAccessorUpdate */
const FIXED_METADATA = new Set(['name', 'namespace', 'uid', 'creationTimestamp']);

/** What changing a field of a live object does; rules/pod-update.ts, job-update.ts and their neighbors decide. */
export function mutability(kind: string, segments: readonly Segment[], version: Minor): Bilingual | undefined {
	const [first, second] = segments;
	if (first === 'status') return BY_CLUSTER;
	if (first === 'metadata')
		return typeof second !== 'string' ? undefined : FIXED_METADATA.has(second) ? FIXED : second === 'labels' || second === 'annotations' ? FREE : undefined;
	const template = KINDS.find((one) => one.kind === kind)?.template ?? [];
	if (template.length === 0) return first === 'spec' && second !== undefined ? ofPod(segments.slice(1), version) : undefined;
	if (startsWith(segments, template)) return segments.length > template.length ? ofTemplate(kind, segments.slice(template.length), version) : undefined;
	if (first !== 'spec' || typeof second !== 'string') return undefined;
	if (kind === 'StatefulSet' && second === 'revisionHistoryLimit' && version < 33) return FIXED;
	if (kind === 'CronJob' && second === 'jobTemplate') return TEMPLATE['CronJob'];
	if (kind === 'Job' && second === 'completions')
		return say('Fixed, except with `parallelism` in an `Indexed` Job.', '바꿀 수 없다. `Indexed` 잡에서만 `parallelism`과 같은 값으로 함께 바꿀 수 있다.');
	return FIXED_FIELDS[kind]?.includes(second) ? FIXED : FREE;
}

function ofTemplate(kind: string, path: readonly Segment[], version: Minor): Bilingual | undefined {
	if (kind === 'Job') {
		const [part, field, under, inner] = path;
		if (part === 'spec' && version >= 36 && isContainers(field) && inner === 'resources') return SUSPENDED;
		if (part === 'metadata' && (field === 'labels' || field === 'annotations')) return SUSPENDED;
		if (part === 'spec' && (DIRECTIVES.has(String(field)) || (field === 'affinity' && under === 'nodeAffinity'))) return SUSPENDED;
	}
	return TEMPLATE[kind];
}

const isContainers = (field: Segment | undefined): boolean => field === 'containers' || field === 'initContainers';
const RESIZED = say(
	'On a live pod: only through the `resize` subresource, cpu and memory.',
	'실행 중인 파드에서는 `resize` 하위 리소스로 cpu와 memory만 바꿀 수 있다.',
);

/** core validation.ValidatePodResize: containers since 1.33, those that end and the pod as a whole since 1.36. */
function resized([field, under, inner, resource]: readonly Segment[], version: Minor): Bilingual | undefined {
	const isAmount = (segment: Segment | undefined): boolean => segment === undefined || segment === 'requests' || segment === 'limits';
	if (field === 'resources') return version >= 36 && isAmount(under) ? RESIZED : undefined;
	if (version < 33 || !isContainers(field) || inner !== 'resources' || !isAmount(resource)) return undefined;
	if (field === 'containers' || version >= 36) return RESIZED;
	return say(
		'On a live pod: only of a sidecar, through the `resize` subresource, cpu and memory.',
		'실행 중인 파드에서는 사이드카일 때만 `resize` 하위 리소스로 cpu와 memory를 바꿀 수 있다.',
	);
}

/** core validation.ValidatePodUpdate, and the subresources beside it. */
function ofPod(path: readonly Segment[], version: Minor): Bilingual {
	const [field, under, inner] = path;
	if (field === 'initContainers' && inner === 'image') {
		return say(
			'On a live pod: a change restarts a sidecar; an init container that is done does not run again.',
			'실행 중인 파드에서 바꾸면 사이드카는 재시작되지만, 이미 끝난 초기화 컨테이너는 다시 실행되지 않는다.',
		);
	}
	if (field === 'containers' && inner === 'image')
		return say('On a live pod: a change restarts the container.', '실행 중인 파드에서 바꾸면 컨테이너가 재시작된다.');
	const resize = resized(path, version);
	if (resize) return resize;
	if (field === 'ephemeralContainers') return say('Added to a live pod by `kubectl debug` only.', '실행 중인 파드에 `kubectl debug`로만 추가한다.');
	switch (field) {
		case 'activeDeadlineSeconds':
			return say('On a live pod: may be set, and lowered.', '실행 중인 파드에서는 새로 적거나 줄일 수만 있다.');
		case 'tolerations':
			return say(
				'On a live pod: entries may be added, and `tolerationSeconds` changed.',
				'실행 중인 파드에서는 항목을 더하거나 `tolerationSeconds`를 바꿀 수만 있다.',
			);
		case 'schedulingGates':
			return say('On a live pod: entries may only be removed.', '실행 중인 파드에서는 항목을 없앨 수만 있다.');
		case 'nodeSelector':
			return say(
				'Fixed on a live pod; while scheduling gates hold it, entries may be added.',
				'바꿀 수 없다. 스케줄링 게이트가 남아 있는 동안에는 항목을 더할 수 있다.',
			);
		case 'affinity':
			return under === 'nodeAffinity'
				? say(
						'Fixed on a live pod; while scheduling gates hold it, conditions may be added.',
						'바꿀 수 없다. 스케줄링 게이트가 남아 있는 동안에는 조건을 더할 수 있다.',
					)
				: IMMUTABLE;
		default:
			return IMMUTABLE;
	}
}

import type { Topic } from './topic';

export const updates: Topic = {
	title: { en: 'What may change on a live pod', ko: '실행 중인 파드에서 바꿀 수 있는 것' },
	aliases:
		'update rules immutable mutable edit change live pod forbidden pod updates may not change fields 업데이트 규칙 수정 변경 불변 바꿀 수 없는 필드 파드 수정 kubectl edit',
	from: ['Pod.spec'],
	en: [
		'A pod is made to be replaced, not changed: of its spec, only this may change while it lives.',
		'- `containers[].image` and `initContainers[].image`: the container is restarted with the new image; an init container that is done does not run again.',
		'- `activeDeadlineSeconds`: may be set, and lowered.',
		'- `tolerations`: entries may be added, and `tolerationSeconds` changed.',
		'- `schedulingGates`: may be removed. While one is left, `nodeSelector` and the node affinity may be narrowed.',
		'- `resources` (cpu and memory): through the `resize` subresource, `kubectl patch pod NAME --subresource resize`.',
		'- `ephemeralContainers`: added by `kubectl debug`, never removed.',
		'- `metadata`: labels, annotations and finalizers, at any time.',
		'All else the server refuses: "pod updates may not change fields other than …". Delete the pod and create it anew, or better, change the template of its workload:',
		'- Deployment, DaemonSet, StatefulSet: a change of the template makes new pods (with `OnDelete` once you delete the old ones). ReplicaSet: only for pods made later. CronJob: from the next run. Job: the template is fixed.',
		'- The `selector` of a workload is fixed; of a StatefulSet also `serviceName`, `podManagementPolicy` and `volumeClaimTemplates`.',
	].join('\n'),
	ko: [
		'파드는 고쳐 쓰는 것이 아니라 새로 만드는 것이다. 살아 있는 동안 spec에서 바꿀 수 있는 것은 다음뿐이다.',
		'- `containers[].image`와 `initContainers[].image`: 바꾸면 새 이미지로 컨테이너를 재시작한다. 이미 끝난 초기화 컨테이너는 다시 실행하지 않는다.',
		'- `activeDeadlineSeconds`: 새로 적거나 줄일 수 있다.',
		'- `tolerations`: 항목을 더하거나 `tolerationSeconds`를 바꿀 수 있다.',
		'- `schedulingGates`: 없앨 수 있다. 하나라도 남아 있는 동안에는 `nodeSelector`와 노드 어피니티를 더 좁힐 수 있다.',
		'- `resources`(cpu와 memory): `resize` 하위 리소스로 바꾼다. `kubectl patch pod 이름 --subresource resize`',
		'- `ephemeralContainers`: `kubectl debug`로 더할 수만 있고 없앨 수는 없다.',
		'- `metadata`: 레이블, 어노테이션, 파이널라이저는 언제든 바꿀 수 있다.',
		'그 밖의 것은 서버가 거부한다("pod updates may not change fields other than …"). 파드를 지우고 새로 만들거나, 워크로드의 템플릿을 바꾼다.',
		'- 디플로이먼트, 데몬셋, 스테이트풀셋은 템플릿을 바꾸면 새 파드를 만든다(`OnDelete`면 옛 파드를 지울 때). 레플리카셋은 나중에 만드는 파드에만, 크론잡은 다음 실행부터 적용된다. 잡의 템플릿은 바꿀 수 없다.',
		'- 워크로드의 `selector`는 바꿀 수 없다. 스테이트풀셋은 `serviceName`, `podManagementPolicy`, `volumeClaimTemplates`도 바꿀 수 없다.',
	].join('\n'),
	link: 'concepts/workloads/pods/#pod-update-and-replacement',
};

import type { FieldWords } from './words';

/** What every object that is applied on its own begins with. */
export const object = {
	apiVersion: {
		en: 'Which API group and version reads this object; together with `kind` it decides which fields exist.\nPods, PodTemplates, ReplicationControllers and PersistentVolumeClaims are `v1`; Deployments, StatefulSets, DaemonSets and ReplicaSets `apps/v1`; Jobs and CronJobs `batch/v1`.\nMistake: `extensions/v1beta1` or `apps/v1beta1` copied from an old page. No server answers to them anymore.',
		ko: '이 오브젝트를 어느 API 그룹과 버전으로 읽을지 정한다. 쓸 수 있는 필드는 이 값과 `kind`가 함께 정한다.\n파드, PodTemplate, 레플리케이션컨트롤러, 퍼시스턴트볼륨클레임은 `v1`, 디플로이먼트, 스테이트풀셋, 데몬셋, 레플리카셋은 `apps/v1`, 잡과 크론잡은 `batch/v1`이다.\n흔한 실수: 오래된 글에서 `extensions/v1beta1`이나 `apps/v1beta1`을 그대로 가져오는 것. 지금은 받아 주는 서버가 없다.',
	},
	kind: {
		en: 'What sort of object this is. Spelled exactly, capitals included: `Deployment`, not `deployment`.',
		ko: '오브젝트의 종류. 대소문자까지 정확히 적는다. `deployment`가 아니라 `Deployment`다.',
	},
	metadata: {
		en: 'Name, namespace, labels and annotations of this object itself.\nLabels here are for finding this object; the labels that its pods get stand in the template (`spec.template.metadata`).',
		ko: '이 오브젝트 자체의 이름, 네임스페이스, 레이블, 어노테이션.\n여기의 레이블은 이 오브젝트를 찾을 때 쓴다. 파드에 붙는 레이블은 템플릿(`spec.template.metadata`)에 적는다.',
	},
} as const satisfies Record<string, FieldWords>;

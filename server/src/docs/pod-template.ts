import type { PodTemplate, PodTemplateSpec } from '../schema/generated/types';
import { object } from './object';
import { documented } from './words';

export const podTemplate = documented<PodTemplate>()({
	...object,
	template: {
		en: 'A pod kept as a pattern. Nothing in Kubernetes makes pods from a PodTemplate by itself; a tool of your own has to read it.',
		ko: '본으로 보관해 두는 파드. 쿠버네티스가 PodTemplate을 보고 파드를 만들지는 않으니, 이것을 읽는 도구가 따로 있어야 한다.',
	},
});

export const podTemplateSpec = documented<PodTemplateSpec>()({
	metadata: {
		en: 'Labels and annotations that every pod made from this template gets. The name comes from the controller; one written here is ignored.\nThe labels must satisfy the `selector` of the workload, and are what Services find the pods by.\nMistake: labels only on the workload itself. Its pods do not inherit them.',
		ko: '이 템플릿으로 만드는 파드마다 붙일 레이블과 어노테이션. 이름은 컨트롤러가 정하며, 여기에 적은 이름은 무시한다.\n레이블은 워크로드의 `selector`에 맞아야 한다. 서비스도 이 레이블로 파드를 찾는다.\n흔한 실수: 레이블을 워크로드에만 붙이는 것. 파드는 그 레이블을 물려받지 않는다.',
		example: 'metadata:\n  labels:\n    app: web',
	},
	spec: {
		en: 'The pod itself: its containers, volumes and where it may run.',
		ko: '파드의 내용. 컨테이너와 볼륨, 어디에서 실행할지를 적는다.',
		link: 'concepts/workloads/pods/#pod-templates',
	},
});

import type { Topic } from './topic';

export const labelsOrAnnotations: Topic = {
	title: { en: 'Annotation or label?', ko: '레이블과 어노테이션의 차이' },
	aliases: 'annotation or label difference labels annotations metadata 레이블 어노테이션 차이 라벨 주석 애너테이션 비교',
	from: ['ObjectMeta.labels', 'ObjectMeta.annotations'],
	en: [
		'Something is selected by it: a label. Somebody only reads it: an annotation.',
		'- Labels are for finding: Services, workloads, NetworkPolicies and `kubectl get -l` select objects by them. Keys and values are short (63 characters) and plain.',
		'- Annotations are for telling: a build number, a link, JSON, settings of a controller. Any text, 256 KiB for all together; nothing can select by them.',
		'- Both may be changed on a live object. Changing a label can take a pod out of its Service or away from its ReplicaSet; changing an annotation only matters to who reads it.',
		'- In a template, changing either makes new pods.',
		'Mistake: a version in a label that the `selector` of a Deployment names. Selectors cannot change, so the next version needs a new Deployment.',
	].join('\n'),
	ko: [
		'그것으로 고를 것이면 레이블, 읽기만 할 것이면 어노테이션이다.',
		'- 레이블은 찾는 데 쓴다. 서비스, 워크로드, 네트워크폴리시, `kubectl get -l`이 레이블로 오브젝트를 고른다. 키와 값은 짧고(63자) 쓸 수 있는 글자도 정해져 있다.',
		'- 어노테이션은 알리는 데 쓴다. 빌드 번호, 링크, JSON, 컨트롤러의 설정 등 아무 글이나 되고 모두 합쳐 256KiB까지다. 어노테이션으로 고를 수는 없다.',
		'- 둘 다 살아 있는 오브젝트에서 바꿀 수 있다. 레이블을 바꾸면 파드가 서비스에서 빠지거나 레플리카셋을 벗어날 수 있고, 어노테이션은 그것을 읽는 쪽에만 영향을 준다.',
		'- 템플릿에서는 어느 쪽을 바꿔도 파드를 새로 만든다.',
		'흔한 실수: 디플로이먼트의 `selector`에 들어가는 레이블에 버전을 적는 것. 셀렉터는 바꿀 수 없어서 다음 버전에는 디플로이먼트를 새로 만들어야 한다.',
	].join('\n'),
	link: 'concepts/overview/working-with-objects/annotations/',
};

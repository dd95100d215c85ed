import type { ProblemWords } from '../words';

const PRIORITY = 'concepts/scheduling-eviction/pod-priority-preemption/';

/** What a running server says beside its validation, and kubectl before it. */
export const serverProblems = {
	'admission/priority': {
		en: 'A PriorityClass gives the pod its priority. Name one in `priorityClassName` and leave these numbers to it. Without a name it is 0, unless the cluster has a default class.',
		ko: '우선순위는 프라이어리티클래스(PriorityClass)가 정한다. `priorityClassName`에 이름을 적고 이 값은 지운다. 이름이 없으면 0이고, 기본 클래스가 있는 클러스터에서만 다르다.',
		link: PRIORITY,
	},
	'admission/overhead': {
		en: 'The RuntimeClass says what a pod costs beside its containers, and the server fills it in. Remove it, or name the class in `runtimeClassName`.',
		ko: '컨테이너 말고 파드 자체가 쓰는 양은 런타임클래스(RuntimeClass)가 정하고 서버가 채운다. 이 필드를 지우거나 `runtimeClassName`에 클래스 이름을 적는다.',
		link: 'concepts/scheduling-eviction/pod-overhead/',
	},
	'admission/runtime-class': {
		en: 'An empty name is still a name, and no RuntimeClass has it. Remove the field for the default runtime.',
		ko: '빈 문자열도 이름으로 보는데 그런 런타임클래스(RuntimeClass)는 없다. 기본 런타임을 쓰려면 필드를 지운다.',
		link: 'concepts/containers/runtime-class/',
	},
	'admission/mirror-pod': {
		en: 'With `kubernetes.io/config.mirror` this is the image of a static pod, which cannot use service accounts and Secrets. Remove the annotation: only kubelets write it.',
		ko: '`kubernetes.io/config.mirror`가 있으면 스태틱(static) 파드를 비추는 미러 파드라서 서비스어카운트와 시크릿을 쓸 수 없다. 이 어노테이션은 kubelet만 쓰므로 지운다.',
		link: 'tasks/configure-pod-container/static-pod/',
	},
	'server/resource-version': {
		en: 'Only an object that exists has a resource version. `kubectl create` is refused with it, and `kubectl apply` as soon as the object has changed since. Remove it.',
		ko: '이미 있는 오브젝트에만 있는 값이다. 이대로면 `kubectl create`는 거부되고, `kubectl apply`도 그사이 오브젝트가 바뀌었으면 거부된다. 지운다.',
	},
	'server/exported': {
		en: 'Copied from a cluster. The server writes these fields itself and ignores them on apply; they only hide what was meant.',
		ko: '클러스터에서 내려받은 내용이다. 이 필드들은 서버가 직접 쓰고 apply할 때는 무시한다. 정작 필요한 내용을 가릴 뿐이다.',
	},
	'owner/duplicate': {
		en: 'The same owner is there twice; the server keeps one.',
		ko: '같은 소유자가 두 번 있다. 서버는 하나만 남긴다.',
	},
	'kubectl/generate-name': {
		en: 'The server draws a new name each time, so there is nothing that `kubectl apply` could compare with. Use `kubectl create`, or give a `name`.',
		ko: '이름을 매번 새로 짓기 때문에 `kubectl apply`가 비교할 대상이 없다. `kubectl create`를 쓰거나 `name`을 적는다.',
		link: 'reference/using-api/api-concepts/',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

import type { Container } from '../schema/generated/types';
import type { Documented, FieldWords } from './words';

const sidecarsOnly = (en: string, ko: string): FieldWords => ({
	en: `${en}\nOnly for a sidecar (\`restartPolicy: Always\`); an init container that runs to its end cannot have it.`,
	ko: `${ko}\n사이드카(\`restartPolicy: Always\`)에만 쓸 수 있다. 한 번 실행되고 끝나는 초기화 컨테이너에는 적을 수 없다.`,
});

/** Where a field means something else, or less, for an entry of `initContainers`. */
export const initContainer: Partial<Documented<Container>> = {
	image: {
		en: 'The image this step runs: registry, repository, and a tag or digest. It is pulled when its turn comes, and the containers after it wait.\nA wrong name or missing login shows as `Init:ErrImagePull`, then `Init:ImagePullBackOff`, and is retried forever; the app never starts.\nChanged on a running pod, it takes effect only when this step runs again; a sidecar restarts with it at once.',
		ko: '이 단계에서 실행할 이미지. 레지스트리, 리포지터리, 태그나 다이제스트를 적는다. 차례가 됐을 때 내려받고, 뒤의 컨테이너는 기다린다.\n이름이 틀렸거나 로그인 정보가 없으면 `Init:ErrImagePull`, 이어서 `Init:ImagePullBackOff`가 되고 끝없이 다시 시도한다. 앱은 시작하지 못한다.\n실행 중인 파드에서 바꾸면 이 단계가 다시 실행될 때 적용된다. 사이드카라면 바로 다시 시작한다.',
		example: 'image: busybox:1.36',
		link: 'concepts/containers/images/',
	},
	restartPolicy: {
		en: '`Always` makes this entry a sidecar: it starts in its turn, the next one starts as soon as it has started, and it runs beside the app until the app containers have ended.\nIt restarts when it stops, whatever the pod says, and its end does not count for `Succeeded` or `Failed`. Sidecars stop after the app, in reverse order; a Job completes although they run.\nLeft out, the container runs once to a successful end and follows the `restartPolicy` of the pod. `OnFailure` and `Never` decide that for this container alone.',
		ko: '`Always`면 이 항목이 사이드카가 된다. 자기 차례에 시작하고, 시작되자마자 다음 컨테이너로 넘어가며, 앱 컨테이너가 끝날 때까지 앱과 함께 돈다.\n멈추면 파드의 정책과 상관없이 다시 시작하고, 어떻게 끝나든 파드가 `Succeeded`인지 `Failed`인지에 영향을 주지 않는다. 앱이 끝난 뒤 시작한 순서의 반대로 멈추며, 사이드카가 돌고 있어도 잡은 완료된다.\n적지 않으면 한 번 성공할 때까지 실행하고 파드의 `restartPolicy`를 따른다. `OnFailure`나 `Never`를 적으면 이 컨테이너만 따로 정할 수 있다.',
		example: 'restartPolicy: Always',
		link: 'concepts/workloads/pods/sidecar-containers/',
	},
	startupProbe: sidecarsOnly(
		'Waits until the sidecar has started. The next container starts only after it has succeeded, so the app finds a proxy that works.',
		'사이드카가 시작될 때까지 기다린다. 성공해야 다음 컨테이너가 시작되므로, 앱이 뜰 때 프록시가 이미 동작한다.',
	),
	livenessProbe: sidecarsOnly(
		'Asks the sidecar again and again whether it still works, and restarts it alone after `failureThreshold` failures in a row (3).',
		'사이드카가 제대로 동작하는지 계속 확인하고, 연속으로 `failureThreshold`번(기본 3) 실패하면 사이드카만 재시작한다.',
	),
	readinessProbe: sidecarsOnly(
		'Asks the sidecar whether it is ready. While it is not, the whole pod is not, and Services leave it out.',
		'사이드카가 준비됐는지 확인한다. 준비되지 않은 동안은 파드 전체가 준비되지 않은 것이어서 서비스에서 빠진다.',
	),
	lifecycle: sidecarsOnly(
		'What to run right after the sidecar has started and before it is stopped.\nWhen the pod is deleted, `preStop` hooks of all containers begin at once; the sidecar gets its SIGTERM after the app has ended.',
		'사이드카가 시작된 직후와 멈추기 직전에 할 일.\n파드를 삭제하면 모든 컨테이너의 `preStop`이 한꺼번에 시작된다. 사이드카에는 앱이 끝난 뒤에 SIGTERM이 간다.',
	),
	resources: {
		en: 'How much CPU and memory it asks for (`requests`) and may use at most (`limits`).\nInit containers run one at a time, so the pod needs room only for the largest of them or for the app, whichever is more. A sidecar runs with the app: its requests are added.',
		ko: '요구하는 CPU와 메모리(`requests`), 그리고 쓸 수 있는 최댓값(`limits`).\n초기화 컨테이너는 하나씩 실행되므로 파드에는 그중 가장 큰 것과 앱 가운데 큰 쪽만큼만 있으면 된다. 사이드카는 앱과 함께 돌기 때문에 요청을 더한다.',
		example: 'resources:\n  requests: { cpu: 100m, memory: 64Mi }',
		link: 'concepts/workloads/pods/init-containers/#resource-sharing-within-containers',
	},
};

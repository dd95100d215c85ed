import type { Topic } from './topic';

export const patterns: Topic = {
	title: { en: 'Patterns of several containers', ko: '여러 컨테이너를 쓰는 패턴' },
	aliases: 'multi container pattern sidecar ambassador adapter init 멀티 컨테이너 패턴 디자인 패턴 사이드카 앰배서더 앰버서더 어댑터 여러 컨테이너 초기화',
	from: ['PodSpec.initContainers', 'Container.restartPolicy'],
	en: [
		'What a second container in the pod is good for, by what it does for the app.',
		'- Before it: an init container waits for a database, fetches data or runs a migration, then ends. Runs one after another, and again after a failure.',
		'- Beside it: a sidecar collects logs, renews certificates, reloads configuration. Written in `initContainers` with `restartPolicy: Always`: it starts before the app and stops after it, and does not keep a Job from ending.',
		'- Before its way out (ambassador): a proxy that the app calls on `localhost`, and that knows where the real thing is and how to log in.',
		'- Behind it (adapter): turns what the app gives, such as metrics of its own kind, into what the outside expects.',
		'- Into it, later: an ephemeral container, by `kubectl debug`, for a look inside.',
		'They share files by a volume, usually an `emptyDir` that both mount, and talk on `localhost`.',
		'Mistake: an ordinary second container in a Job. It never ends, and so the Job never does; make it a sidecar.',
	].join('\n'),
	ko: [
		'파드에 컨테이너를 더 넣는 까닭을, 앱에 무엇을 해 주는지에 따라 나눈 것.',
		'- 앱보다 먼저: 초기화 컨테이너. 데이터베이스를 기다리거나, 데이터를 받거나, 마이그레이션을 하고 끝난다. 하나씩 차례로 실행되고 실패하면 다시 한다.',
		'- 앱 곁에서: 사이드카. 로그를 모으고, 인증서를 갱신하고, 설정을 다시 읽힌다. `initContainers`에 `restartPolicy: Always`로 적으면 앱보다 먼저 시작해 나중에 멈추고, 잡이 끝나는 것도 막지 않는다.',
		'- 앱이 나가는 길에(앰배서더): 앱이 `localhost`로 부르는 프록시. 진짜 주소와 인증은 프록시가 안다.',
		'- 앱의 뒤에서(어댑터): 앱이 내놓는 것(자기만의 형식인 메트릭 등)을 바깥이 기대하는 모양으로 바꾼다.',
		'- 나중에 안으로: 임시 컨테이너. 안을 들여다볼 때 `kubectl debug`로 넣는다.',
		'파일은 볼륨으로 주고받고(보통 둘 다 마운트한 `emptyDir`), 통신은 `localhost`로 한다.',
		'흔한 실수: 잡에 보통 컨테이너를 하나 더 두는 것. 끝나지 않는 컨테이너 때문에 잡도 끝나지 않으니 사이드카로 만든다.',
	].join('\n'),
	example:
		'initContainers:\n- name: log-shipper\n  image: fluent/fluent-bit:3.2\n  restartPolicy: Always\n  volumeMounts:\n  - { name: logs, mountPath: /logs }\ncontainers:\n- name: app\n  image: registry.example/app:1.4\n  volumeMounts:\n  - { name: logs, mountPath: /var/log/app }\nvolumes:\n- name: logs\n  emptyDir: {}',
	link: 'concepts/workloads/pods/sidecar-containers/',
};

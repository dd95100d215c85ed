import type { ContainerPort } from '../schema/generated/types';
import { documented } from './words';

export const containerPort = documented<ContainerPort>()({
	containerPort: {
		en: "The port the app listens on inside the pod. Writing it here opens nothing; the app decides.\nA Service's `targetPort` and probes may use it by number or by its `name`.",
		ko: '앱이 파드 안에서 연결을 받는 포트. 여기 적는다고 열리는 것은 아니고 앱이 정한다.\n서비스의 `targetPort`와 프로브에서 번호나 `name`으로 가리킨다.',
	},
	name: {
		en: "A name for the port, unique in the pod. Services (`targetPort: http`) and this container's probes can use it instead of the number.\nThe number may then differ from version to version without touching the Service. At most 15 characters.",
		ko: '포트에 붙이는 이름. 파드 안에서 겹치지 않아야 한다. 서비스(`targetPort: http`)와 이 컨테이너의 프로브에서 번호 대신 쓴다.\n버전마다 번호가 달라도 서비스를 고치지 않아도 된다. 15자까지 쓸 수 있다.',
	},
	protocol: {
		en: '`TCP`, `UDP` or `SCTP`. A port that speaks both TCP and UDP, such as DNS, takes two entries.\nIt matters for `hostPort` and for Services that name the port.',
		ko: '`TCP`, `UDP`, `SCTP` 가운데 하나. DNS처럼 TCP와 UDP를 함께 쓰는 포트는 항목을 두 개 적는다.\n`hostPort`와 이름으로 포트를 가리키는 서비스에서 의미가 있다.',
	},
	hostPort: {
		en: 'Also opens this port on the node and forwards it to the container.\nOnly one such pod fits on a node; the next one stays `Pending`. With `hostNetwork` it must equal `containerPort`.\nAlmost always a Service is the better way in.',
		ko: '노드에서도 이 포트를 열어 컨테이너로 넘긴다.\n한 노드에 이런 파드는 하나만 들어가고, 다음 파드는 `Pending`에 머문다. `hostNetwork`에서는 `containerPort`와 같아야 한다.\n밖에서 들어오게 하려면 대개 서비스가 낫다.',
	},
	hostIP: {
		en: 'Which address of the node `hostPort` is opened on; without it, on all of them. `127.0.0.1` makes it reachable from the node only.',
		ko: '`hostPort`를 노드의 어느 주소에 열지 정한다. 적지 않으면 모든 주소에 연다. `127.0.0.1`이면 노드 안에서만 접속할 수 있다.',
	},
});

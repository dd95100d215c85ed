import type { EphemeralContainer } from '../schema/generated/types';
import { container } from './container';
import { documented, type FieldWords } from './words';

const notHere = (field: string): FieldWords => ({
	en: `An ephemeral container cannot have \`${field}\`; the server refuses it. It is for looking around, not for serving.`,
	ko: `임시 컨테이너에는 \`${field}\` 필드를 적을 수 없으며 서버가 거부한다. 서비스를 맡기는 것이 아니라 들여다보는 데 쓰는 컨테이너다.`,
});

/** Most fields mean what they mean in a container; those that would make it a part of the service are refused. */
export const ephemeralContainer = documented<EphemeralContainer>()({
	...container,
	targetContainerName: {
		en: "The container whose processes this one sees, in its process namespace. `kubectl debug --target` sets it.\nWithout it you see only your own processes, unless the pod has `shareProcessNamespace`. The target's files are under `/proc/1/root`.",
		ko: '이 컨테이너가 들여다볼 컨테이너. 그 컨테이너의 프로세스 네임스페이스 안에서 실행된다. `kubectl debug --target`이 채운다.\n적지 않으면 파드에 `shareProcessNamespace`가 없는 한 자기 프로세스만 보인다. 대상 컨테이너의 파일은 `/proc/1/root`에 있다.',
		link: 'tasks/debug/debug-application/debug-running-pod/#ephemeral-container',
	},
	name: {
		en: 'What `kubectl logs -c` and `kubectl attach -c` call it; unique among all containers of the pod. Never free again: it cannot be removed.',
		ko: '`kubectl logs -c`와 `kubectl attach -c`에서 부르는 이름. 파드의 모든 컨테이너와 겹치지 않아야 한다. 뺄 수 없으므로 같은 이름을 다시 쓸 수도 없다.',
	},
	image: {
		en: "The image with the tools you need (`busybox`, `nicolaka/netshoot`); the app's own image often has no shell.\nIf it cannot be pulled, the entry stays forever; add another with a new name.",
		ko: '필요한 도구가 든 이미지(`busybox`, `nicolaka/netshoot` 등). 앱 이미지에는 셸이 없는 일이 많다.\n받을 수 없는 이미지를 적어도 항목은 지워지지 않는다. 다른 이름으로 하나 더 추가한다.',
	},
	volumeMounts: {
		en: 'Volumes of the pod to look into. `subPath` is not allowed here.',
		ko: '들여다볼 파드의 볼륨. 여기서는 `subPath`를 쓸 수 없다.',
	},
	lifecycle: notHere('lifecycle'),
	livenessProbe: notHere('livenessProbe'),
	readinessProbe: notHere('readinessProbe'),
	startupProbe: notHere('startupProbe'),
	ports: notHere('ports'),
	resizePolicy: notHere('resizePolicy'),
	resources: {
		en: 'An ephemeral container cannot have `resources`; the server refuses it. It uses what the pod has spare.',
		ko: '임시 컨테이너에는 `resources`를 적을 수 없으며 서버가 거부한다. 파드에 남는 만큼만 쓴다.',
	},
	restartPolicy: notHere('restartPolicy'),
	restartPolicyRules: notHere('restartPolicyRules'),
});

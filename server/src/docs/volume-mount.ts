import type { VolumeDevice, VolumeMount } from '../schema/generated/types';
import { documented } from './words';

export const volumeMount = documented<VolumeMount>()({
	name: {
		en: 'Which volume: the `name` of an entry in `spec.volumes`, or in a StatefulSet of one in `volumeClaimTemplates`.',
		ko: '어느 볼륨인지 나타낸다. `spec.volumes`에 있는 항목의 `name`을 적으며, 스테이트풀셋에서는 `volumeClaimTemplates`의 이름도 된다.',
	},
	mountPath: {
		en: "Where the volume appears in the container. Whatever the image has at that path is hidden; the directory is made if it is missing.\nMistake: mounting a ConfigMap over `/etc/nginx` or the app's own directory to add one file. Everything else in it is gone; mount a directory beside it, or use `subPath`.",
		ko: '볼륨이 컨테이너의 어느 경로에 나타날지 정한다. 그 경로에 이미지가 가진 것은 가려지고, 디렉터리가 없으면 만든다.\n흔한 실수: 파일 하나를 넣으려고 `/etc/nginx`나 앱 디렉터리에 컨피그맵을 통째로 마운트하는 것. 나머지 파일이 사라진다. 옆에 다른 디렉터리로 마운트하거나 `subPath`를 쓴다.',
	},
	readOnly: {
		en: 'The container cannot write to the volume through this mount. Another mount of it may still be writable.\nConfigMaps, Secrets and the like are read-only whatever is written here.',
		ko: '컨테이너가 이 마운트로는 볼륨에 쓸 수 없다. 같은 볼륨의 다른 마운트로는 쓸 수 있다.\n컨피그맵, 시크릿 등은 무엇을 적든 읽기 전용이다.',
	},
	recursiveReadOnly: {
		en: 'Whether `readOnly` also covers file systems mounted below this volume, as with a `hostPath`.\n`IfPossible` where node and runtime can do it, `Enabled` or not at all: the pod fails to start. Needs `readOnly: true` and no mount propagation.',
		ko: '`hostPath`처럼 볼륨 아래에 또 마운트된 파일시스템까지 `readOnly`로 할지 정한다.\n`IfPossible`은 노드와 런타임이 할 수 있으면 하고, `Enabled`는 할 수 없으면 파드를 시작하지 않는다. `readOnly: true`여야 하고 마운트 전파와 함께 쓸 수 없다.',
		link: 'concepts/storage/volumes/#recursive-read-only-mounts',
	},
	subPath: {
		en: 'Mounts only this file or directory of the volume, not its root: one file of a ConfigMap, or one volume shared by several containers.\nWhat does not exist is made as a directory.\nMistake: expecting updates. A ConfigMap or Secret mounted with `subPath` never changes in a running container.',
		ko: '볼륨의 루트 대신 이 파일이나 디렉터리만 마운트한다. 컨피그맵에서 파일 하나만 넣거나 볼륨 하나를 여러 컨테이너가 나눠 쓸 때 쓴다.\n없는 경로는 디렉터리로 만든다.\n흔한 실수: 값이 갱신되기를 기대하는 것. `subPath`로 마운트한 컨피그맵이나 시크릿은 실행 중인 컨테이너에서 바뀌지 않는다.',
		example: 'subPath: nginx.conf\nname: config\nmountPath: /etc/nginx/nginx.conf',
		link: 'concepts/storage/volumes/#using-subpath',
	},
	subPathExpr: {
		en: "Like `subPath`, with variables: `$(POD_NAME)` is replaced from this container's `env`, so that every pod gets its own directory on a shared volume.\nAn unknown variable keeps the container in `CreateContainerConfigError`. Not together with `subPath`.",
		ko: '변수를 쓸 수 있는 `subPath`. `$(POD_NAME)`을 이 컨테이너의 `env`에서 찾아 바꾸므로, 공유 볼륨에서 파드마다 다른 디렉터리를 쓸 수 있다.\n없는 변수를 쓰면 `CreateContainerConfigError`에 머문다. `subPath`와 함께 쓸 수 없다.',
		example: 'subPathExpr: $(POD_NAME)',
		link: 'concepts/storage/volumes/#using-subpath-expanded-environment',
	},
	mountPropagation: {
		en: 'Whether mounts made later below this volume travel between node and container.\n`None`: they do not. `HostToContainer`: mounts made on the node appear in the container. `Bidirectional`: those made in the container appear on the node too; only for privileged containers, such as storage drivers.',
		ko: '나중에 이 볼륨 아래에서 생긴 마운트를 노드와 컨테이너가 함께 볼지 정한다.\n`None`은 서로 보지 않는다. `HostToContainer`는 노드에서 생긴 마운트가 컨테이너에 보인다. `Bidirectional`은 컨테이너에서 만든 마운트도 노드에 보이며, 스토리지 드라이버 같은 특권(privileged) 컨테이너에서만 쓸 수 있다.',
		link: 'concepts/storage/volumes/#mount-propagation',
	},
	bindMountOptions: {
		en: 'Restrictions of this mount: `noexec` runs no programs from the volume, `nodev` ignores device files, `nosuid` ignores set-user-ID bits.\nLinux only, not for `image` volumes.',
		ko: '이 마운트에 거는 제한. `noexec`은 볼륨의 프로그램을 실행하지 못하게 하고, `nodev`는 장치 파일을, `nosuid`는 set-user-ID 비트를 무시한다.\n리눅스에서만 쓰며 `image` 볼륨에는 쓸 수 없다.',
	},
});

export const volumeDevice = documented<VolumeDevice>()({
	name: {
		en: 'Which volume: the `name` of an entry in `spec.volumes` whose claim has `volumeMode: Block`.',
		ko: '어느 볼륨인지 나타낸다. `spec.volumes`에서 클레임이 `volumeMode: Block`인 항목의 `name`을 적는다.',
	},
	devicePath: {
		en: 'Where the block device appears in the container, `/dev/xvda`. There is no file system on it unless you make one.',
		ko: '블록 장치가 컨테이너에 나타날 경로. 예: `/dev/xvda`. 직접 만들지 않는 한 파일시스템은 없다.',
	},
});

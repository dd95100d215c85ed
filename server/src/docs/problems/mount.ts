import type { ProblemWords } from '../words';

const VOLUMES = 'concepts/storage/volumes/';
const BLOCK = 'concepts/storage/persistent-volumes/#raw-block-volume-support';

/** Where containers see volumes: as directories or, block devices, as files. */
export const mountProblems = {
	'mount/name-required': {
		en: "Which volume to mount is missing: `name` of one of the pod's `volumes`.",
		ko: '어느 볼륨을 마운트할지 적지 않았다. 파드의 `volumes` 가운데 하나의 이름을 `name`에 적는다.',
	},
	'mount/volume-unknown': {
		en: 'The pod has no valid volume of this name. Add it to `volumes`, or correct the name; a volume that is itself refused does not count.',
		ko: '파드에 이런 이름의 올바른 볼륨이 없다. `volumes`에 넣거나 이름을 고친다. 그 자체로 거부된 볼륨은 없는 것과 같다.',
		link: VOLUMES,
	},
	'mount/path-required': {
		en: 'Where in the container the volume appears is missing: `mountPath: /data`.',
		ko: '컨테이너의 어디에 볼륨을 마운트할지 적지 않았다. `mountPath: /data`처럼 적는다.',
	},
	'mount/path-unique': {
		en: 'Two volumes cannot appear at the same path; one would hide the other. Give this one another `mountPath`.',
		ko: '두 볼륨을 같은 경로에 둘 수 없다. 하나가 다른 하나를 가린다. `mountPath`를 다르게 적는다.',
	},
	'mount/also-device': {
		en: 'A volume is mounted as a directory (`volumeMounts`) or handed over as a raw device (`volumeDevices`), and each path is used once.',
		ko: '볼륨은 디렉터리로 마운트하거나(`volumeMounts`) 원시 장치로 넘기거나(`volumeDevices`) 둘 중 하나다. 경로도 한 번만 쓴다.',
		link: BLOCK,
	},
	'mount/sub-path-once': {
		en: '`subPathExpr` is a `subPath` with variables in it. Keep one of the two.',
		ko: '`subPathExpr`는 변수를 쓸 수 있는 `subPath`다. 둘 가운데 하나만 남긴다.',
		link: `${VOLUMES}#using-subpath-expanded-environment`,
	},
	'mount/image-sub-path': {
		en: 'Before 1.33 an image volume can be mounted as a whole only. Remove the sub-path.',
		ko: '1.33 전에는 이미지 볼륨을 통째로만 마운트할 수 있다. 하위 경로를 지운다.',
		link: `${VOLUMES}#image`,
	},
	'mount/propagation': {
		en: '`mountPropagation` is `None`, `HostToContainer` or `Bidirectional`.',
		ko: '`mountPropagation`은 `None`, `HostToContainer`, `Bidirectional` 가운데 하나다.',
		link: `${VOLUMES}#mount-propagation`,
	},
	'mount/bidirectional-privileged': {
		en: '`Bidirectional` lets the container mount things on the node, which takes `securityContext.privileged: true`. `HostToContainer` is enough to see what the node mounts.',
		ko: '`Bidirectional`은 컨테이너가 노드에 마운트할 수 있게 하므로 `securityContext.privileged: true`가 있어야 한다. 노드의 마운트를 보기만 하려면 `HostToContainer`로 충분하다.',
		link: `${VOLUMES}#mount-propagation`,
	},
	'mount/recursive-read-only': {
		en: '`recursiveReadOnly` makes a read-only mount strict: it needs `readOnly: true`, and no `mountPropagation` but `None`.',
		ko: '`recursiveReadOnly`는 읽기 전용 마운트를 더 엄격하게 한다. `readOnly: true`여야 하고 `mountPropagation`은 `None`이거나 없어야 한다.',
		link: `${VOLUMES}#recursive-read-only-mounts`,
	},
	'mount/recursive-read-only-choice': {
		en: '`recursiveReadOnly` is `Disabled`, `IfPossible` or `Enabled`.',
		ko: '`recursiveReadOnly`는 `Disabled`, `IfPossible`, `Enabled` 가운데 하나다.',
		link: `${VOLUMES}#recursive-read-only-mounts`,
	},
	'mount/bind-option': { en: 'The options are `nodev`, `noexec` and `nosuid`.', ko: '쓸 수 있는 옵션은 `nodev`, `noexec`, `nosuid`다.' },
	'mount/bind-option-unique': { en: 'The option is written twice; once is enough.', ko: '같은 옵션을 두 번 적었다. 한 번이면 된다.' },
	'mount/bind-option-image': {
		en: 'An image volume takes no `bindMountOptions`. Remove them.',
		ko: '이미지 볼륨에는 `bindMountOptions`를 쓸 수 없다. 지운다.',
		link: `${VOLUMES}#image`,
	},
	'device/name-required': {
		en: "Which volume to hand over is missing: `name` of one of the pod's `volumes`.",
		ko: '어느 볼륨을 넘길지 적지 않았다. 파드의 `volumes` 가운데 하나의 이름을 `name`에 적는다.',
	},
	'device/name-unique': { en: 'The same volume is handed to this container twice. Remove one.', ko: '같은 볼륨을 이 컨테이너에 두 번 넘긴다. 하나를 지운다.' },
	'device/volume-unknown': {
		en: 'The pod has no valid volume of this name. Add it to `volumes`, or correct the name.',
		ko: '파드에 이런 이름의 올바른 볼륨이 없다. `volumes`에 넣거나 이름을 고친다.',
		link: BLOCK,
	},
	'device/volume-type': {
		en: 'Only a claim can be a raw block device: use `persistentVolumeClaim` or `ephemeral`, with `volumeMode: Block`. Others are mounted with `volumeMounts`.',
		ko: '클레임만 원시 블록 장치가 될 수 있다. `volumeMode: Block`인 `persistentVolumeClaim`이나 `ephemeral`을 쓴다. 다른 볼륨은 `volumeMounts`로 마운트한다.',
		link: BLOCK,
	},
	'device/path-required': {
		en: 'Where in the container the device appears is missing: `devicePath: /dev/xvda`.',
		ko: '컨테이너의 어디에 장치를 둘지 적지 않았다. `devicePath: /dev/xvda`처럼 적는다.',
	},
	'device/path-unique': { en: 'Two devices cannot appear at the same path.', ko: '두 장치를 같은 경로에 둘 수 없다.' },
	'device/also-mount': {
		en: 'A volume is handed over as a raw device (`volumeDevices`) or mounted as a directory (`volumeMounts`), and each path is used once.',
		ko: '볼륨은 원시 장치로 넘기거나(`volumeDevices`) 디렉터리로 마운트하거나(`volumeMounts`) 둘 중 하나다. 경로도 한 번만 쓴다.',
		link: BLOCK,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

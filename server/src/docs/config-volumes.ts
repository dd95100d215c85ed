import type { ConfigMapVolumeSource, DownwardAPIVolumeFile, DownwardAPIVolumeSource, KeyToPath, SecretVolumeSource } from '../schema/generated/types';
import { documented, type FieldWords } from './words';

/** What the volumes that kubelet fills with files have in common. */
export const files = {
	defaultMode: {
		en: 'Permissions of the files, unless an item sets its own `mode`: octal, with a leading zero.\nWith `fsGroup` the group gets read access on top, so `0400` becomes `0440`.\nMistake: `644` without the zero is the decimal number 644, and the server refuses it.',
		ko: '파일의 권한. 항목에 따로 `mode`를 적지 않으면 이 값을 쓴다. 0으로 시작하는 8진수로 적는다.\n`fsGroup`을 쓰면 그룹에 읽기 권한이 더해져 `0400`은 `0440`이 된다.\n흔한 실수: 0을 빼고 `644`로 적는 것. 10진수 644가 되어 서버가 거부한다.',
		example: 'defaultMode: 0400',
	},
	defaultUser: {
		en: 'The user ID that owns the files, unless an item sets its own `user`. Lets a container that does not run as root read files with mode `0400`.',
		ko: '파일을 소유할 사용자 ID. 항목에 따로 `user`를 적지 않으면 이 값을 쓴다. root가 아닌 컨테이너도 `0400` 권한의 파일을 읽을 수 있게 된다.',
	},
	user: {
		en: 'The user ID that owns this file, instead of the `defaultUser` of the volume.',
		ko: '볼륨의 `defaultUser` 대신 이 파일을 소유할 사용자 ID.',
	},
	mode: {
		en: 'Permissions of this file, instead of the `defaultMode` of the volume: octal, with a leading zero.',
		ko: '볼륨의 `defaultMode` 대신 이 파일에 쓸 권한. 0으로 시작하는 8진수로 적는다.',
		example: 'mode: 0400',
	},
} as const satisfies Record<string, FieldWords>;

export const configMapItems: FieldWords = {
	en: 'Which keys become files, and under which names. Left out, every key becomes a file of its own name.\nA key listed here that does not exist keeps the pod from starting (unless `optional`). Keys not listed do not appear.',
	ko: '어떤 키를 어떤 이름의 파일로 만들지 정한다. 적지 않으면 모든 키가 키 이름 그대로 파일이 된다.\n여기에 적은 키가 없으면 `optional`이 아닌 한 파드가 시작하지 못한다. 적지 않은 키는 보이지 않는다.',
	example: 'items:\n  - key: app.conf\n    path: conf.d/app.conf',
};

export const downwardItems: FieldWords = {
	en: 'The files to write: each a path and the pod field or container resource that it holds.',
	ko: '만들 파일 목록. 파일마다 경로와, 담을 파드 필드나 컨테이너 리소스를 적는다.',
	example: 'items:\n  - path: labels\n    fieldRef:\n      fieldPath: metadata.labels',
};

export const configMapVolumeSource = documented<ConfigMapVolumeSource>()({
	name: {
		en: 'The ConfigMap, in the namespace of the pod.',
		ko: '파드와 같은 네임스페이스에 있는 컨피그맵의 이름.',
	},
	items: configMapItems,
	optional: {
		en: 'With `true`, the pod starts even if the ConfigMap or a listed key is missing; the directory is then empty, and the files appear when the ConfigMap is created.',
		ko: '`true`면 컨피그맵이나 적어 둔 키가 없어도 파드가 시작한다. 그때 디렉터리는 비어 있고, 나중에 컨피그맵이 생기면 파일도 나타난다.',
	},
	defaultMode: files.defaultMode,
	defaultUser: files.defaultUser,
});

export const secretVolumeSource = documented<SecretVolumeSource>()({
	secretName: {
		en: 'The Secret, in the namespace of the pod. Its values arrive decoded: files hold the plain content, not base64.',
		ko: '파드와 같은 네임스페이스에 있는 시크릿의 이름. 값은 base64가 아니라 디코딩한 내용으로 파일에 담긴다.',
	},
	items: {
		en: 'Which keys become files, and under which names. Left out, every key becomes a file of its own name.\nA key listed here that does not exist keeps the pod from starting (unless `optional`).',
		ko: '어떤 키를 어떤 이름의 파일로 만들지 정한다. 적지 않으면 모든 키가 키 이름 그대로 파일이 된다.\n여기에 적은 키가 없으면 `optional`이 아닌 한 파드가 시작하지 못한다.',
		example: 'items:\n  - key: tls.key\n    path: server.key\n    mode: 0400',
	},
	optional: {
		en: 'With `true`, the pod starts even if the Secret or a listed key is missing; the files appear when the Secret is created.',
		ko: '`true`면 시크릿이나 적어 둔 키가 없어도 파드가 시작한다. 나중에 시크릿이 생기면 파일도 나타난다.',
	},
	defaultMode: files.defaultMode,
	defaultUser: files.defaultUser,
});

export const keyToPath = documented<KeyToPath>()({
	key: {
		en: 'The key in the ConfigMap or Secret.',
		ko: '컨피그맵이나 시크릿의 키.',
	},
	path: {
		en: 'The file it becomes, relative to the mount. Directories are made on the way; `..` and a leading `/` are not allowed.',
		ko: '그 키가 될 파일의 경로. 마운트한 곳을 기준으로 적는다. 중간 디렉터리는 만들어지고, `..`나 맨 앞의 `/`는 쓸 수 없다.',
	},
	mode: files.mode,
	user: files.user,
});

export const downwardAPIVolumeSource = documented<DownwardAPIVolumeSource>()({
	items: downwardItems,
	defaultMode: files.defaultMode,
	defaultUser: files.defaultUser,
});

export const downwardAPIVolumeFile = documented<DownwardAPIVolumeFile>()({
	path: {
		en: 'The file to write, relative to the mount. `..` and a leading `/` are not allowed.',
		ko: '만들 파일의 경로. 마운트한 곳을 기준으로 적으며, `..`나 맨 앞의 `/`는 쓸 수 없다.',
	},
	fieldRef: {
		en: 'The pod field whose value goes into the file: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels` or `metadata.annotations`, whole or a single key of the last two.\nPod IPs, the node name and the like exist only as environment variables.',
		ko: '파일에 담을 파드 필드. `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`, `metadata.annotations`를 쓸 수 있고, 레이블과 어노테이션은 키 하나만 골라도 된다.\n파드 IP나 노드 이름 같은 것은 환경 변수로만 받을 수 있다.',
		example: "fieldRef:\n  fieldPath: metadata.labels['app']",
	},
	resourceFieldRef: {
		en: 'The request or limit of a container whose value goes into the file. `containerName` must be given here.',
		ko: '파일에 담을 컨테이너의 요청이나 한도. 여기서는 `containerName`을 꼭 적어야 한다.',
		example: 'resourceFieldRef:\n  containerName: app\n  resource: limits.memory',
	},
	mode: files.mode,
	user: files.user,
});

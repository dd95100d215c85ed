import type { ProblemWords } from '../words';

const NAMES = 'concepts/overview/working-with-objects/names/#names';
const ANNOTATIONS = 'concepts/overview/working-with-objects/annotations/';
const OWNERS = 'concepts/overview/working-with-objects/owners-dependents/';
const FINALIZERS = 'concepts/overview/working-with-objects/finalizers/';
const APPLY = 'reference/using-api/server-side-apply/#field-management';
const SECCOMP = 'tutorials/security/seccomp/';
const APP_ARMOR = 'tutorials/security/apparmor/';

export const metadataProblems = {
	'metadata/name-required': {
		en: 'An object needs `metadata.name`, or `generateName` to have one made.',
		ko: '오브젝트에는 `metadata.name`이 있어야 한다. `generateName`을 적으면 서버가 이름을 짓는다.',
		link: NAMES,
	},
	'metadata/name': {
		en: 'A name has lowercase letters, digits and `-` (and `.`, except for a StatefulSet), and begins and ends with a letter or digit.',
		ko: '이름에는 영문 소문자, 숫자, `-`를 쓰고(스테이트풀셋이 아니면 `.`도), 영문자나 숫자로 시작하고 끝낸다.',
		link: NAMES,
	},
	'metadata/generate-name': {
		en: 'The server adds five characters to this; what comes out must be a name: lowercase letters, digits and `-`.',
		ko: '서버가 뒤에 다섯 글자를 붙여 이름을 만든다. 영문 소문자, 숫자, `-`로 된 이름이 나와야 한다.',
		link: NAMES,
	},
	'metadata/namespace': {
		en: 'No namespace can have this name: lowercase letters, digits and `-`, at most 63.',
		ko: '네임스페이스가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
		link: 'concepts/overview/working-with-objects/namespaces/',
	},
	'metadata/generation': {
		en: 'The generation counts the changes to the spec. The server keeps the count; leave it out.',
		ko: '스펙이 바뀐 횟수를 세는 값이다. 서버가 세므로 적지 않는다.',
	},
	'metadata/dns-label-recommended': {
		en: 'The name becomes a hostname. With dots, or over 63 characters, the hostname differs from the name; stay with lowercase letters, digits and `-`.',
		ko: '이 이름이 호스트네임이 된다. 점이 있거나 63자를 넘으면 호스트네임이 이름과 달라지므로, 영문 소문자, 숫자, `-`만 쓰는 것이 좋다.',
		link: NAMES,
	},
	'metadata/immutable': {
		en: 'This says which object it is and does not change during its life. Another name or namespace is another object.',
		ko: '어느 오브젝트인지를 나타내는 값이라 바꿀 수 없다. 이름이나 네임스페이스가 다르면 다른 오브젝트다.',
	},
	'metadata/resource-version': {
		en: 'An update must say which version of the object it changes; `kubectl apply` fills this in.',
		ko: '어느 버전의 오브젝트를 바꾸는지 적어야 한다. `kubectl apply`가 채워 준다.',
	},
	'annotation/key': {
		en: 'The key of an annotation is a name, with an optional domain before it: `example.com/my-key`.',
		ko: '어노테이션 키는 이름이고, 앞에 도메인을 붙일 수 있다. 예: `example.com/my-key`.',
		link: ANNOTATIONS,
	},
	'annotation/domain-prefix': {
		en: 'These keys need a domain before the name: `example.com/my-key`.',
		ko: '이 키에는 이름 앞에 도메인이 있어야 한다. 예: `example.com/my-key`.',
	},
	'annotation/total-size': {
		en: 'All annotations together may take 256 KiB. Put large data into a ConfigMap.',
		ko: '어노테이션은 모두 합쳐 256KiB까지다. 큰 데이터는 컨피그맵에 넣는다.',
		link: ANNOTATIONS,
	},
	'annotation/mirror': {
		en: 'This annotation marks the copy of a static pod, which is on a node already. Only the kubelet writes it; remove it.',
		ko: '이미 노드에 있는 스태틱 파드의 미러 파드임을 나타내는 어노테이션이다. kubelet만 쓰므로 지운다.',
	},
	'annotation/tolerations': {
		en: 'Nobody reads this annotation anymore, but it still has to be valid. Remove it and use `spec.tolerations`.',
		ko: '이제 아무도 읽지 않는 어노테이션이지만 형식은 맞아야 한다. 지우고 `spec.tolerations`를 쓴다.',
		link: 'concepts/scheduling-eviction/taint-and-toleration/',
	},
	'annotation/deletion-cost': {
		en: 'The deletion cost is a whole number as text, such as `"100"` or `"-10"`: pods with a lower one go first.',
		ko: '삭제 비용은 `"100"`이나 `"-10"`처럼 정수를 문자열로 쓴다. 낮은 파드부터 지운다.',
		link: 'concepts/workloads/controllers/replicaset/',
	},
	'annotation/seccomp': {
		en: 'No such profile. This annotation has no effect anymore; use `securityContext.seccompProfile`.',
		ko: '이런 프로파일은 없다. 이 어노테이션은 이제 효과가 없으니 `securityContext.seccompProfile`을 쓴다.',
		link: SECCOMP,
	},
	'annotation/app-armor': {
		en: 'The profile is `runtime/default`, `unconfined` or `localhost/<name>`. Better, use `securityContext.appArmorProfile`.',
		ko: '프로파일은 `runtime/default`, `unconfined`, `localhost/<이름>` 가운데 하나다. `securityContext.appArmorProfile`을 쓰는 편이 낫다.',
		link: APP_ARMOR,
	},
	'annotation/app-armor-container': {
		en: 'The annotation ends with the name of a container, and the pod has none of this name.',
		ko: '이 어노테이션의 끝은 컨테이너 이름인데, 파드에 이런 이름의 컨테이너가 없다.',
		link: APP_ARMOR,
	},
	'annotation/field-mismatch': {
		en: 'The field and the old annotation say different things. Keep the field, and remove the annotation.',
		ko: '필드와 옛 어노테이션의 내용이 다르다. 필드를 남기고 어노테이션을 지운다.',
	},
	'annotation/non-functional': {
		en: 'This annotation does nothing anymore. Write the field instead.',
		ko: '이 어노테이션은 이제 아무 일도 하지 않는다. 필드로 적는다.',
	},
	'annotation/deprecated-app-armor': {
		en: 'The annotation still works, but `securityContext.appArmorProfile` has taken its place.',
		ko: '아직 동작하지만, 이제는 `securityContext.appArmorProfile`을 쓴다.',
		link: APP_ARMOR,
	},
	'owner/required': {
		en: 'An owner is named by `apiVersion`, `kind`, `name` and `uid`; one is missing. Controllers write this, people seldom do.',
		ko: '소유자는 `apiVersion`, `kind`, `name`, `uid`로 가리키는데 하나가 빠졌다. 대개 컨트롤러가 적는 값이다.',
		link: OWNERS,
	},
	'owner/api-version': {
		en: "The owner's `apiVersion` is `<group>/<version>` or `<version>`: `apps/v1`, `v1`.",
		ko: '소유자의 `apiVersion`은 `<그룹>/<버전>`이나 `<버전>`이다. 예: `apps/v1`, `v1`.',
		link: OWNERS,
	},
	'owner/event': { en: 'An Event cannot own anything.', ko: '이벤트(Event)는 소유자가 될 수 없다.', link: OWNERS },
	'owner/one-controller': {
		en: 'An object obeys one controller. Write `controller: true` for one owner only.',
		ko: '오브젝트를 다루는 컨트롤러는 하나뿐이다. `controller: true`는 한 소유자에만 적는다.',
		link: OWNERS,
	},
	'finalizer/name': {
		en: 'The name of a finalizer looks like a label key: `example.com/cleanup`.',
		ko: '파이널라이저 이름은 레이블 키처럼 쓴다. 예: `example.com/cleanup`.',
		link: FINALIZERS,
	},
	'finalizer/qualified': {
		en: 'A finalizer of your own needs a domain before its name: `example.com/cleanup`.',
		ko: '직접 만든 파이널라이저에는 이름 앞에 도메인이 있어야 한다. 예: `example.com/cleanup`.',
		link: FINALIZERS,
	},
	'finalizer/conflict': {
		en: '`orphan` keeps what the object owns, `foregroundDeletion` deletes it first. Keep one of them.',
		ko: '`orphan`은 소유한 오브젝트를 남기고 `foregroundDeletion`은 먼저 지운다. 하나만 남긴다.',
		link: FINALIZERS,
	},
	'finalizer/deleted': {
		en: 'The object is being deleted already; finalizers can only be removed now.',
		ko: '이미 삭제 중인 오브젝트다. 이제 파이널라이저를 뺄 수만 있다.',
		link: FINALIZERS,
	},
	'managed-fields/operation': {
		en: 'The operation is `Apply` or `Update`. The server keeps `managedFields` itself; remove it from the manifest.',
		ko: '`operation`은 `Apply`나 `Update`다. `managedFields`는 서버가 관리하므로 매니페스트에서 지운다.',
		link: APPLY,
	},
	'managed-fields/fields-type': {
		en: 'The only type is `FieldsV1`. The server keeps `managedFields` itself; remove it from the manifest.',
		ko: '타입은 `FieldsV1`뿐이다. `managedFields`는 서버가 관리하므로 매니페스트에서 지운다.',
		link: APPLY,
	},
	'managed-fields/manager': {
		en: "A manager's name has at most 128 bytes. The server keeps `managedFields` itself; remove it from the manifest.",
		ko: '관리자 이름은 128바이트까지다. `managedFields`는 서버가 관리하므로 매니페스트에서 지운다.',
		link: APPLY,
	},
	'managed-fields/subresource': {
		en: "A subresource's name has at most 256 bytes. The server keeps `managedFields` itself; remove it from the manifest.",
		ko: '하위 리소스 이름은 256바이트까지다. `managedFields`는 서버가 관리하므로 매니페스트에서 지운다.',
		link: APPLY,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

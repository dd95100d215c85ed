import type { ManagedFieldsEntry, ObjectMeta, OwnerReference } from '../schema/generated/types';
import { documented } from './words';

export const objectMeta = documented<ObjectMeta>()({
	name: {
		en: "The name, unique among objects of this kind in the namespace. Once taken, it cannot be changed: a new name is a new object.\nLowercase letters, digits, `-` and `.`. A pod's name is also its hostname (the first 63 characters), and generated names are longer than yours: the pods of a Deployment get up to 17 characters more, the Jobs of a CronJob 9.\nMistake: a name longer than 63 characters or with a dot. It is legal for most kinds, but the parts made from it (hostnames, labels) are not.",
		ko: '이 네임스페이스에서 같은 종류의 오브젝트끼리 겹치지 않는 이름. 한번 정하면 바꿀 수 없다. 이름을 바꾸면 새 오브젝트가 된다.\n소문자, 숫자, `-`, `.`을 쓸 수 있다. 파드에서는 이름의 앞 63자가 호스트네임이 된다. 컨트롤러가 만드는 이름은 더 길어진다. 디플로이먼트의 파드에는 최대 17자, 크론잡의 잡에는 9자가 더 붙는다.\n흔한 실수: 63자를 넘기거나 점을 넣는 것. 종류에 따라 이름으로는 통과하지만, 이 이름으로 만드는 호스트네임이나 레이블에서 문제가 된다.',
		link: 'concepts/overview/working-with-objects/names/#names',
	},
	generateName: {
		en: 'A prefix to which the server adds five random characters, so that every `kubectl create` makes a new object.\nOnly used where `name` is missing.\nMistake: `kubectl apply` with it. apply needs a `name` to know what to update; use `kubectl create`.',
		ko: '서버가 뒤에 무작위 다섯 글자를 붙여 이름을 만드는 접두사. `kubectl create`를 할 때마다 새 오브젝트가 생긴다.\n`name`이 없을 때만 쓰인다.\n흔한 실수: `kubectl apply`와 함께 쓰는 것. apply는 무엇을 고칠지 알아야 하므로 `name`이 있어야 한다. `kubectl create`를 쓴다.',
		example: 'generateName: migrate-',
	},
	namespace: {
		en: 'The namespace the object lives in. Everything it refers to by name (ConfigMaps, Secrets, claims, service accounts) is looked up there.\nThe namespace must exist already; left out, kubectl fills in its current one. In a pod template it is ignored: pods live where their owner lives.\nMistake: giving `-n` another namespace than the file names. kubectl refuses instead of choosing one.',
		ko: '오브젝트가 속하는 네임스페이스. 이름으로 가리키는 것(컨피그맵, 시크릿, 클레임, 서비스어카운트)은 모두 같은 네임스페이스에서 찾는다.\n네임스페이스는 미리 있어야 하고, 적지 않으면 kubectl이 현재 네임스페이스를 넣는다. 파드 템플릿에서는 쓰이지 않는다. 파드는 소유자와 같은 곳에 생긴다.\n흔한 실수: 파일과 다른 네임스페이스를 `-n`에 주는 것. kubectl은 한쪽을 고르지 않고 거부한다.',
		link: 'concepts/overview/working-with-objects/namespaces/',
	},
	labels: {
		en: 'Key and value pairs by which other objects find this one: Services, selectors of workloads, affinity rules, `kubectl get -l`.\nOn a pod template they must contain everything in `spec.selector.matchLabels`. Values are text of at most 63 characters: quote numbers, `true` and versions such as `"1.10"`.\nWhat nobody selects by belongs in `annotations`.\nMistake: changing a label on a running pod that its ReplicaSet selects by. The pod is let go and a new one made in its place.',
		ko: '다른 것들이 이 오브젝트를 찾을 때 쓰는 키와 값. 서비스, 워크로드의 셀렉터, 어피니티 규칙, `kubectl get -l`이 본다.\n파드 템플릿에는 `spec.selector.matchLabels`에 적은 것이 모두 들어 있어야 한다. 값은 63자까지의 문자열이다. 숫자나 `true`, `"1.10"` 같은 버전은 따옴표로 감싼다.\n찾을 때 쓰지 않는 값은 `annotations`에 적는다.\n흔한 실수: 레플리카셋이 보고 있는 레이블을 실행 중인 파드에서 바꾸는 것. 레플리카셋은 그 파드를 놓아주고 새 파드를 대신 만든다.',
		example: 'labels:\n  app.kubernetes.io/name: web\n  app.kubernetes.io/version: "1.10"',
		link: 'concepts/overview/working-with-objects/labels/',
	},
	annotations: {
		en: 'Key and value pairs for tools and people: build numbers, contacts, switches that a controller reads. Nothing can be selected by them.\nValues are text, however long, 256 KiB in all. On a pod template any change here starts a rollout.\nMistake: a bare number or `true`. Quote it, or the object is refused.',
		ko: '도구와 사람이 읽는 키와 값. 빌드 번호, 담당자, 컨트롤러가 읽는 스위치 등을 적는다. 이것으로 오브젝트를 찾을 수는 없다.\n값은 길이 제한이 없는 문자열이며 모두 합쳐 256KiB까지 쓸 수 있다. 파드 템플릿에서는 하나만 바꿔도 롤아웃이 시작된다.\n흔한 실수: 숫자나 `true`를 그냥 적는 것. 따옴표로 감싸지 않으면 거부된다.',
		example: 'annotations:\n  example.com/build: "1234"',
		link: 'concepts/overview/working-with-objects/annotations/',
	},
	finalizers: {
		en: 'Names of cleanups that must be done before the object disappears. As long as one is listed, a deleted object stays, with `deletionTimestamp` set.\nThe controller that owns a finalizer removes its entry when it has finished.\nAn object that hangs in `Terminating` usually waits for one of these; look for the controller before you take the entry away by hand.',
		ko: '오브젝트가 사라지기 전에 끝나야 하는 정리 작업의 목록. 하나라도 남아 있으면 삭제한 오브젝트가 `deletionTimestamp`만 찍힌 채 남는다.\n정리를 맡은 컨트롤러가 일을 마치면 자기 항목을 지운다.\n`Terminating`에서 멈춘 오브젝트는 대개 이것을 기다린다. 손으로 지우기 전에 담당 컨트롤러가 왜 못 지우는지부터 본다.',
		link: 'concepts/overview/working-with-objects/finalizers/',
	},
	ownerReferences: {
		en: 'Which objects this one belongs to. When all of them are gone, the garbage collector deletes this one too.\nControllers write it: a pod points to its ReplicaSet, the ReplicaSet to its Deployment. `kubectl delete --cascade=orphan` takes the reference away and leaves the children.\nAn owner lives in the same namespace, or in none.',
		ko: '이 오브젝트의 소유자. 소유자가 모두 사라지면 가비지 수집기가 이 오브젝트도 지운다.\n컨트롤러가 적는다. 파드는 레플리카셋을, 레플리카셋은 디플로이먼트를 가리킨다. `kubectl delete --cascade=orphan`은 이 참조를 떼고 하위 오브젝트를 남긴다.\n소유자는 같은 네임스페이스에 있거나 네임스페이스가 없는 오브젝트여야 한다.',
		link: 'concepts/overview/working-with-objects/owners-dependents/',
	},
	creationTimestamp: {
		en: 'When the server stored the object; the age that `kubectl get` shows counts from here.\nThe server sets it; a value in the manifest is overwritten. `null` is what `kubectl create --dry-run=client -o yaml` prints and can be deleted.',
		ko: '서버가 오브젝트를 저장한 시각. `kubectl get`의 AGE는 여기서부터 센다.\n서버가 정하며 매니페스트에 적은 값은 덮어쓴다. `kubectl create --dry-run=client -o yaml`이 출력하는 `null`은 지워도 된다.',
	},
	deletionTimestamp: {
		en: 'The object has been deleted and should be gone by this time. kubectl shows such a pod as `Terminating`.\nFor a pod it is the moment of the request plus the grace period. Deletion cannot be taken back.\nIf it lies in the past and the object is still there, look at `finalizers`, or at the node: a silent kubelet confirms nothing.',
		ko: '오브젝트를 삭제하라는 요청을 받았고, 이 시각까지는 사라져야 한다는 뜻. kubectl은 이런 파드를 `Terminating`으로 보여 준다.\n파드에서는 요청한 시각에 유예 기간을 더한 값이다. 삭제는 되돌릴 수 없다.\n이 시각이 지났는데도 남아 있으면 `finalizers`를 보거나 노드를 확인한다. 응답 없는 노드의 kubelet은 삭제를 끝냈다고 알려 주지 못한다.',
	},
	deletionGracePeriodSeconds: {
		en: 'How many seconds this deletion grants, set together with `deletionTimestamp`.\nFrom `--grace-period`, else from `terminationGracePeriodSeconds`. It may be shortened by deleting once more, never extended; containers that are already stopping still get the time they were first given.',
		ko: '이번 삭제에 주어진 유예 기간(초). `deletionTimestamp`와 함께 찍힌다.\n`--grace-period`로 준 값이거나, 없으면 `terminationGracePeriodSeconds`다. 다시 삭제하면서 줄일 수는 있어도 늘릴 수는 없다. 이미 멈추고 있는 컨테이너는 처음에 받은 시간을 그대로 쓴다.',
	},
	generation: {
		en: 'A counter that the server raises at every change of `spec`.\nCompare it with `status.observedGeneration`: while that is smaller, the status still speaks of the old spec.',
		ko: '`spec`이 바뀔 때마다 서버가 올리는 번호.\n`status.observedGeneration`과 비교한다. 그 값이 더 작으면 상태는 아직 예전 스펙을 기준으로 한 것이다.',
	},
	resourceVersion: {
		en: 'An opaque mark of this stored state, different after every write.\nSent along with an update it means "only if nobody has changed it since": otherwise the answer is a conflict (409).\nMistake: keeping it in a file that came from `kubectl get -o yaml`. The next apply fails with a conflict; delete the line.',
		ko: '저장된 상태마다 달라지는 표식. 값 자체에는 뜻이 없다.\n수정 요청에 함께 보내면 "그사이 아무도 고치지 않았을 때만"이라는 조건이 되고, 누가 먼저 고쳤으면 충돌(409)이 난다.\n흔한 실수: `kubectl get -o yaml`로 뽑은 파일에 그대로 두는 것. 다음 apply가 충돌로 실패하니 줄을 지운다.',
	},
	uid: {
		en: 'Identifies this one object for all time. Delete it and create another of the same name: the name stays, the `uid` does not.\nThe server sets it. Owner references and volumes on the node (`/var/lib/kubelet/pods/<uid>`) go by it.',
		ko: '이 오브젝트 하나를 가리키는 값. 지우고 같은 이름으로 다시 만들면 이름은 같아도 `uid`는 달라진다.\n서버가 정한다. 소유자 참조와 노드의 볼륨 경로(`/var/lib/kubelet/pods/<uid>`)가 이 값을 쓴다.',
		link: 'concepts/overview/working-with-objects/names/#uids',
	},
	selfLink: {
		en: 'Was the address of the object; servers have not filled it for years. Delete it.',
		ko: '예전에 오브젝트의 주소를 담던 필드. 서버는 오래전부터 채우지 않으니 지워도 된다.',
	},
	managedFields: {
		en: 'Who set which field last: kubectl, Helm, a controller. Server-side apply uses it to notice that two of them want different values.\nThe server keeps it; nothing to write here. `kubectl get` hides it unless asked with `--show-managed-fields`.',
		ko: '어느 필드를 누가 마지막으로 정했는지 적은 기록. kubectl, Helm, 컨트롤러 등이 나온다. 서버 측 적용(server-side apply)은 이것으로 서로 다른 값을 원하는 충돌을 알아챈다.\n서버가 관리하므로 적을 것이 없다. `kubectl get`은 `--show-managed-fields`를 주지 않으면 숨긴다.',
		link: 'reference/using-api/server-side-apply/#field-management',
	},
});

export const ownerReference = documented<OwnerReference>()({
	apiVersion: {
		en: 'API group and version of the owner, `apps/v1`.',
		ko: '소유자의 API 그룹과 버전. 예: `apps/v1`.',
	},
	kind: {
		en: 'Kind of the owner, `ReplicaSet`.',
		ko: '소유자의 종류. 예: `ReplicaSet`.',
	},
	name: {
		en: 'Name of the owner. It must also have the `uid` given here: a new object of the same name is not the owner.',
		ko: '소유자의 이름. 여기 적힌 `uid`까지 맞아야 한다. 같은 이름으로 다시 만든 오브젝트는 소유자가 아니다.',
	},
	uid: {
		en: 'Which object exactly. If no object has this uid anymore, the garbage collector takes the owner for deleted and deletes this one.\nMistake: copying the reference into another cluster along with the manifest. The object vanishes seconds after it was created.',
		ko: '정확히 어느 오브젝트인지 가리킨다. 이 uid를 가진 오브젝트가 없으면 가비지 수집기는 소유자가 지워졌다고 보고 이 오브젝트도 지운다.\n흔한 실수: 매니페스트를 다른 클러스터로 옮기면서 이 참조까지 가져가는 것. 만든 지 몇 초 만에 사라진다.',
	},
	controller: {
		en: '`true` for the one owner that manages this object. At most one reference may say so.\nA ReplicaSet adopts matching pods that have no such owner, and leaves those alone that have another.',
		ko: '이 오브젝트를 관리하는 단 하나의 소유자에 `true`를 적는다. 두 참조에 함께 적을 수 없다.\n레플리카셋은 이런 소유자가 없는 파드 가운데 셀렉터에 맞는 것을 데려가고, 다른 소유자가 있는 파드는 건드리지 않는다.',
	},
	blockOwnerDeletion: {
		en: '`true`: when the owner is deleted in the foreground (`--cascade=foreground`), it stays until this object is gone.\nIn a background deletion, which is what kubectl does, it changes nothing.',
		ko: '`true`면 소유자를 포그라운드로 삭제할 때(`--cascade=foreground`) 이 오브젝트가 사라질 때까지 소유자가 남는다.\nkubectl의 보통 삭제(백그라운드)에서는 아무 차이가 없다.',
		link: 'concepts/architecture/garbage-collection/#foreground-deletion',
	},
});

export const managedFieldsEntry = documented<ManagedFieldsEntry>()({
	manager: {
		en: 'Who holds these fields: `kubectl-client-side-apply`, `helm`, `kubelet`, the name given with `--field-manager`.',
		ko: '이 필드들을 가진 쪽의 이름. `kubectl-client-side-apply`, `helm`, `kubelet`, `--field-manager`로 준 이름 등이 나온다.',
	},
	operation: {
		en: '`Apply` for server-side apply, `Update` for everything else (create, patch, edit, client-side apply).\nA server-side apply that wants another value for a field held here is refused with a conflict, whichever of the two this says; an update just takes the field over.',
		ko: '서버 측 적용이면 `Apply`, 그 밖(create, patch, edit, 클라이언트 측 apply)은 `Update`다.\n어느 쪽이든, 여기 있는 필드를 다른 관리자가 서버 측 적용으로 바꾸려 하면 충돌이 난다. 일반 수정은 충돌 없이 필드를 가져간다.',
	},
	apiVersion: {
		en: 'The API version in which `fieldsV1` names the fields. It may be an older one than the object shows now.',
		ko: '`fieldsV1`이 필드를 어느 API 버전의 이름으로 적었는지 나타낸다. 지금 보이는 버전보다 오래된 것일 수 있다.',
	},
	time: {
		en: 'When this manager last changed the set of its fields or their values.',
		ko: '이 관리자가 자기 필드의 목록이나 값을 마지막으로 바꾼 시각.',
	},
	fieldsType: {
		en: 'The form of the list that follows: always `FieldsV1`.',
		ko: '이어지는 목록의 형식. 늘 `FieldsV1`이다.',
	},
	fieldsV1: {
		en: 'The fields as a tree: `f:spec` is the field `spec`, `k:{"name":"app"}` the list item with that name, `v:` a value of a set, `.` the thing itself.',
		ko: '필드를 트리로 적은 것. `f:spec`은 `spec` 필드, `k:{"name":"app"}`은 그 이름을 가진 목록 항목, `v:`는 집합의 값, `.`은 그 항목 자체를 뜻한다.',
	},
	subresource: {
		en: 'Which part of the object the write went to: `status`, `scale`, `resize`; empty for the object itself.',
		ko: '어느 하위 리소스로 쓴 것인지 나타낸다. `status`, `scale`, `resize` 등이며, 오브젝트 자체면 비어 있다.',
	},
});

import type { FieldWords } from './words';

/** What kustomize makes of the fields of a kustomization, by struct and field; what means the same everywhere stands under its field alone. */
export const kustomizationWords: Readonly<Record<string, FieldWords>> = {
	'Kustomization.apiVersion': {
		en: '`kustomize.config.k8s.io/v1beta1`, or `…/v1alpha1` for a `Component`; may be left out.',
		ko: '`kustomize.config.k8s.io/v1beta1`. `Component`라면 `…/v1alpha1`. 적지 않아도 된다.',
	},
	'Kustomization.kind': {
		en: '`Kustomization`, which builds objects, or `Component`, which changes those of whoever names it.',
		ko: '오브젝트를 빌드하는 `Kustomization`, 또는 자신을 가져다 쓰는 쪽의 오브젝트를 바꾸는 `Component`.',
	},
	'Kustomization.metadata': {
		en: 'Name and labels of the kustomization itself; nothing of it reaches the objects.',
		ko: 'kustomization 자체의 이름과 레이블. 빌드한 오브젝트에는 들어가지 않는다.',
	},
	'Kustomization.namespace': {
		en: 'Moves every object into this namespace, whatever it says itself.\nAlso subjects of bindings that name `default`, and webhooks. Kinds that belong to no namespace stay as they are.',
		ko: '모든 오브젝트를 이 네임스페이스로 옮긴다. 오브젝트에 적힌 값은 무시한다.\n`default`를 가리키는 바인딩의 subject와 웹훅도 함께 바꾼다. 네임스페이스에 속하지 않는 종류는 그대로 둔다.',
	},
	'Kustomization.resources': {
		en: 'Files of manifests, and folders with a kustomization of their own, that are built, in this order.\nPaths count from this folder. A file must lie in it or below; a folder may lie anywhere. No object may come twice.',
		ko: '빌드할 매니페스트 파일과, kustomization이 있는 폴더. 적힌 순서대로 쌓는다.\n경로는 이 폴더 기준이다. 파일은 이 폴더나 그 아래에 있어야 하고 폴더는 어디에 있어도 된다. 같은 오브젝트가 두 번 나오면 안 된다.',
		example: 'resources:\n- ../../base\n- ingress.yaml',
	},
	'Kustomization.components': { en: 'Folders of `Component`s that change what has been built so far.', ko: '지금까지 빌드한 것을 바꾸는 `Component`의 폴더.' },
	'Kustomization.patches': {
		en: 'Changes to objects: a part that is merged, or a list of JSON operations, in a file (`path`) or written out (`patch`).\nWithout a `target` a part is for the object it names, which must be there. With one it is for all that it selects, and nobody says so when that is none.',
		ko: '오브젝트를 바꾸는 패치. 병합할 조각이나 JSON 연산 목록을 파일(`path`)이나 본문(`patch`)에 적는다.\n`target`이 없으면 조각에 적힌 오브젝트에 적용하며, 그 오브젝트가 있어야 한다. `target`이 있으면 고른 것 모두에 적용하고, 고른 것이 없어도 아무 말이 없다.',
		example: 'patches:\n- path: replicas.yaml\n- target:\n    kind: Deployment\n  patch: |-\n    - op: add\n      path: /spec/replicas\n      value: 3',
	},
	'Kustomization.images': {
		en: 'Other names, tags or digests for images, wherever containers use them.',
		ko: '컨테이너가 쓰는 이미지의 이름, 태그, 다이제스트를 바꾼다.',
		example: 'images:\n- name: nginx\n  newTag: "1.29"',
	},
	'Kustomization.replicas': {
		en: 'How many replicas objects of a name get. There must be one: Deployment, StatefulSet, ReplicaSet or ReplicationController.',
		ko: '이름이 같은 오브젝트의 레플리카 수를 정한다. 디플로이먼트, 스테이트풀셋, 레플리카셋, 레플리케이션컨트롤러 가운데 그 이름이 있어야 한다.',
		example: 'replicas:\n- name: web\n  count: 3',
	},
	'Kustomization.configMapGenerator': {
		en: 'ConfigMaps made from literals and files. Their names get a hash of what they hold, and whoever refers to them the same name: new content, new pods.',
		ko: '리터럴과 파일로 컨피그맵을 만든다. 이름 뒤에 내용의 해시가 붙고 참조하는 쪽도 함께 바뀌므로, 내용이 바뀌면 파드도 새로 만들어진다.',
		example: 'configMapGenerator:\n- name: settings\n  literals:\n  - LOG_LEVEL=info',
	},
	'Kustomization.secretGenerator': {
		en: 'Secrets made from literals and files, with a hash behind their names as `configMapGenerator` has it.',
		ko: '리터럴과 파일로 시크릿을 만든다. `configMapGenerator`처럼 이름 뒤에 해시가 붙는다.',
	},
	'Kustomization.generatorOptions': {
		en: 'Labels, annotations and the like for all that this kustomization generates.',
		ko: '이 kustomization이 생성하는 모든 것에 줄 레이블, 어노테이션 등.',
	},
	'Kustomization.labels': {
		en: 'Labels for every object; in selectors and pod templates only where that is said.',
		ko: '모든 오브젝트에 붙일 레이블. 셀렉터와 파드 템플릿에는 따로 적을 때만 넣는다.',
		example: 'labels:\n- pairs:\n    app: web\n  includeTemplates: true',
	},
	'Kustomization.commonLabels': {
		en: 'Labels for every object, its selectors and its pod templates.\nSelectors of live workloads cannot be changed: prefer `labels`.',
		ko: '모든 오브젝트와 셀렉터, 파드 템플릿에 넣을 레이블.\n이미 적용한 워크로드의 셀렉터는 바꿀 수 없으니 `labels`를 쓰는 편이 낫다.',
	},
	'Kustomization.commonAnnotations': { en: 'Annotations for every object and its pod templates.', ko: '모든 오브젝트와 파드 템플릿에 넣을 어노테이션.' },
	'Kustomization.namePrefix': {
		en: 'Stands before the name of every object, and wherever others refer to it.',
		ko: '모든 오브젝트의 이름 앞에 붙는다. 그 이름을 참조하는 곳도 함께 바뀐다.',
	},
	'Kustomization.nameSuffix': {
		en: 'Stands behind the name of every object, and wherever others refer to it.',
		ko: '모든 오브젝트의 이름 뒤에 붙는다. 그 이름을 참조하는 곳도 함께 바뀐다.',
	},
	'Kustomization.replacements': {
		en: 'Writes a value of one object into fields of others, after everything else.',
		ko: '한 오브젝트의 값을 다른 오브젝트의 필드에 옮겨 적는다. 모든 변경이 끝난 뒤에 한다.',
	},
	'Kustomization.configurations': {
		en: 'Files that tell in which fields of other kinds names, labels and images stand.',
		ko: '다른 종류의 어느 필드에 이름, 레이블, 이미지가 있는지 알려 주는 파일.',
	},
	'Kustomization.transformers': {
		en: 'Transformers as files of their own. Peapod runs those that are built into kustomize, and no programs.',
		ko: '파일로 적은 변환기. Peapod은 kustomize에 내장된 것만 실행하고 프로그램은 실행하지 않는다.',
	},
	'Kustomization.generators': {
		en: 'Generators as files of their own. Peapod names them, and runs no programs.',
		ko: '파일로 적은 생성기. Peapod은 무엇인지 알려 줄 뿐 프로그램은 실행하지 않는다.',
	},
	'Kustomization.validators': {
		en: 'Programs that check what is built. Peapod names them, and runs none.',
		ko: '빌드 결과를 검사하는 프로그램. Peapod은 실행하지 않는다.',
	},
	'Kustomization.crds': {
		en: 'OpenAPI files of custom kinds, which tell where these refer to other objects.',
		ko: '커스텀 종류의 OpenAPI 파일. 다른 오브젝트를 참조하는 필드를 알려 준다.',
	},
	'Kustomization.openapi': {
		en: 'A schema of your own, which tells how lists of custom kinds are merged.',
		ko: '커스텀 종류의 목록을 어떻게 병합할지 알려 주는 스키마.',
	},
	'Kustomization.sortOptions': {
		en: 'The order of what is built: as it came (`fifo`), or by kind (`legacy`).',
		ko: '빌드 결과의 순서. 나온 순서 그대로(`fifo`) 또는 종류별(`legacy`).',
	},
	'Kustomization.buildMetadata': {
		en: 'What kustomize notes in annotations of the objects, such as `originAnnotations`.',
		ko: '`originAnnotations`처럼 kustomize가 오브젝트의 어노테이션에 남길 내용.',
	},
	'Kustomization.helmCharts': {
		en: 'Charts that kustomize renders with Helm, where that is allowed. Peapod leaves them out here.',
		ko: '허용된 경우 kustomize가 Helm으로 렌더링할 차트. Peapod은 여기서는 빼고 빌드한다.',
	},
	'Kustomization.helmGlobals': { en: 'Where charts and the configuration of Helm lie.', ko: '차트와 Helm 설정이 있는 위치.' },
	'Kustomization.patchesStrategicMerge': {
		en: 'Parts to merge, as files or written out. Deprecated: `patches` does the same.',
		ko: '병합할 조각을 파일이나 본문으로 적는다. 사용 중단되었으니 `patches`를 쓴다.',
	},
	'Kustomization.patchesJson6902': {
		en: 'JSON operations on a target. Deprecated: `patches` does the same.',
		ko: '대상에 적용할 JSON 연산. 사용 중단되었으니 `patches`를 쓴다.',
	},
	'Kustomization.vars': {
		en: 'Names, written `$(NAME)`, for values of fields. Deprecated: use `replacements`.',
		ko: '필드 값에 붙이는 이름. `$(NAME)`으로 쓴다. 사용 중단되었으니 `replacements`를 쓴다.',
	},
	'Kustomization.bases': {
		en: 'Folders to build on. Deprecated: `resources` takes folders as well.',
		ko: '기반으로 삼을 폴더. 사용 중단되었으니 `resources`에 적는다.',
	},
	'Kustomization.imageTags': { en: 'The former name of `images`.', ko: '`images`의 옛 이름.' },
	'Patch.path': { en: 'The file of the patch.', ko: '패치 파일.' },
	'Patch.patch': { en: 'The patch itself, as a block of text.', ko: '패치 본문. 블록 텍스트로 적는다.' },
	'Patch.target': {
		en: 'Which objects the patch is for. What is left out may be anything; names and the like are patterns that must fit as a whole.',
		ko: '패치를 적용할 오브젝트. 적지 않은 항목은 무엇이든 맞는다. 이름 등은 전체가 들어맞아야 하는 정규식이다.',
	},
	'Patch.options': { en: 'Whether the patch may change the name or the kind of its object.', ko: '패치가 오브젝트의 이름이나 kind를 바꿔도 되는지.' },
	allowNameChange: { en: 'The patch may give the object another name.', ko: '패치로 오브젝트의 이름을 바꿀 수 있게 한다.' },
	allowKindChange: { en: 'The patch may make another kind of the object.', ko: '패치로 오브젝트의 kind를 바꿀 수 있게 한다.' },
	labelSelector: {
		en: 'Only objects whose labels fit, as `kubectl get -l` takes it: `app=web,tier!=cache`.',
		ko: '레이블이 맞는 오브젝트만. `kubectl get -l`과 같은 형식이다. 예: `app=web,tier!=cache`.',
	},
	annotationSelector: { en: 'Only objects whose annotations fit.', ko: '어노테이션이 맞는 오브젝트만.' },
	'Image.name': { en: 'The image as the base has it, with its registry, without tag.', ko: '베이스에 적힌 이미지. 레지스트리는 쓰고 태그는 뺀다.' },
	'Image.newName': { en: 'The name that it gets instead.', ko: '대신 쓸 이미지 이름.' },
	'Image.newTag': { en: 'The tag that it gets. Put numbers in quotes: `"1.10"`.', ko: '새 태그. 숫자는 `"1.10"`처럼 따옴표로 묶는다.' },
	'Image.digest': { en: 'The digest that it gets, in place of a tag: `sha256:…`.', ko: '태그 대신 쓸 다이제스트. 예: `sha256:…`.' },
	'Image.tagSuffix': { en: 'Stands behind the tag that is there.', ko: '지금 태그 뒤에 붙일 글자.' },
	'Replica.name': { en: 'The name of the object, as the base has it or as it is now.', ko: '오브젝트의 이름. 베이스에 적힌 이름이나 지금 이름.' },
	'Replica.count': { en: 'How many replicas it gets.', ko: '레플리카 수.' },
	behavior: {
		en: '`create` (default) makes it, `merge` adds to one that a base generates, `replace` takes its place.',
		ko: '`create`(기본)는 새로 만들고, `merge`는 베이스가 생성한 것에 더하며, `replace`는 그것을 대신한다.',
	},
	literals: { en: 'Pairs `KEY=value`.', ko: '`KEY=값` 쌍.' },
	files: {
		en: 'Files whose content stands under their names, or under another key: `key=path`.',
		ko: '파일 이름을 키로 내용을 넣는다. 다른 키를 쓰려면 `key=path`로 적는다.',
	},
	envs: { en: 'Files with a line `KEY=value` for each key.', ko: '줄마다 `KEY=값`을 적은 파일.' },
	env: {
		en: 'One file with a line `KEY=value` for each key. Deprecated: use `envs`.',
		ko: '줄마다 `KEY=값`을 적은 파일 하나. 사용 중단되었으니 `envs`를 쓴다.',
	},
	'SecretArgs.type': { en: 'The type of the Secret; `Opaque` by default.', ko: '시크릿의 타입. 기본값은 `Opaque`.' },
	disableNameSuffixHash: {
		en: 'No hash behind the name: pods do not notice new content by themselves.',
		ko: '이름 뒤에 해시를 붙이지 않는다. 내용이 바뀌어도 파드는 저절로 바뀌지 않는다.',
	},
	immutable: { en: 'Nobody may change the object once it is there.', ko: '만든 뒤에는 내용을 바꿀 수 없게 한다.' },
	options: { en: 'Options of this entry alone.', ko: '이 항목에만 쓰는 옵션.' },
	'Label.pairs': { en: 'The labels.', ko: '레이블.' },
	'Label.includeSelectors': {
		en: 'Also into selectors and pod templates. Selectors of live workloads cannot be changed.',
		ko: '셀렉터와 파드 템플릿에도 넣는다. 이미 적용한 워크로드의 셀렉터는 바꿀 수 없다.',
	},
	'Label.includeTemplates': { en: 'Also into pod templates, not into selectors.', ko: '셀렉터는 두고 파드 템플릿에도 넣는다.' },
	'Label.fields': { en: 'Further fields that take the labels.', ko: '레이블을 넣을 다른 필드.' },
	'Replacement.source': { en: 'The object, and the field of it, that gives the value.', ko: '값을 가져올 오브젝트와 필드.' },
	'Replacement.sourceValue': { en: 'The value itself.', ko: '옮겨 적을 값.' },
	'Replacement.targets': { en: 'The objects, and fields of them, that get the value.', ko: '값을 넣을 오브젝트와 필드.' },
	'Replacement.path': { en: 'A file that holds the replacement.', ko: '치환을 적은 파일.' },
	fieldPath: {
		en: 'The way to the field: `metadata.name`, `spec.template.spec.containers.[name=app].image`.',
		ko: '필드까지의 경로. 예: `metadata.name`, `spec.template.spec.containers.[name=app].image`.',
	},
	fieldPaths: { en: 'Ways to the fields that get the value.', ko: '값을 넣을 필드까지의 경로.' },
	select: { en: 'Which objects get the value.', ko: '값을 넣을 오브젝트.' },
	reject: { en: 'Which of those that are selected do not.', ko: '고른 것 가운데 뺄 오브젝트.' },
	delimiter: { en: 'Cuts the value into parts, of which `index` names one.', ko: '값을 나눌 구분자. 나눈 것 가운데 `index`번째를 쓴다.' },
	index: { en: 'Which part between the delimiters, from 0.', ko: '구분자로 나눈 것 가운데 몇 번째인지. 0부터 센다.' },
	create: { en: 'Makes the field where it is missing.', ko: '필드가 없으면 만든다.' },
	group: { en: 'The API group: `apps`.', ko: 'API 그룹. 예: `apps`.' },
	version: { en: 'The API version: `v1`.', ko: 'API 버전. 예: `v1`.' },
	kind: { en: 'The kind of the object.', ko: '오브젝트의 kind.' },
	name: { en: 'The name of the object.', ko: '오브젝트의 이름.' },
	namespace: { en: 'The namespace of the object.', ko: '오브젝트의 네임스페이스.' },
	labels: { en: 'Labels that it gets.', ko: '붙일 레이블.' },
	annotations: { en: 'Annotations that it gets.', ko: '붙일 어노테이션.' },
};

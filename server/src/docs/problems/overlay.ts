import type { AdviceWords } from '../words';

/** What is found while an overlay is built: the sentence, where kustomize says none, why, and what to do. */
export const overlayProblems = {
	'overlay/build': {
		said: { en: '`{overlay}` cannot be built.', ko: '`{overlay}`{overlay:은/는} 빌드할 수 없다.' },
		en: 'kustomize stops here: nothing of this overlay is built until it is mended.',
		ko: 'kustomize는 여기서 멈춘다. 고치기 전에는 이 오버레이에서 아무것도 빌드되지 않는다.',
	},
	'overlay/idle-patch': {
		said: { en: 'The target of this patch selects nothing.', ko: '이 패치의 대상에 맞는 오브젝트가 없다.' },
		en: 'kustomize says nothing and changes nothing. Compare the target with kind, name, namespace and labels of what is built before this patch.',
		ko: 'kustomize는 아무 말 없이 지나가고 바뀌는 것도 없다. 대상의 kind, name, namespace, 레이블을 이 패치 전에 빌드된 오브젝트와 맞춰 본다.',
	},
	'overlay/idle-image': {
		said: { en: 'No container has the image `{name}`.', ko: '`{name}` 이미지를 쓰는 컨테이너가 없다.' },
		en: 'The entry changes nothing, and kustomize does not say so. `name` is the image as the base has it, with its registry, without its tag.',
		ko: '이 항목은 아무것도 바꾸지 않지만 kustomize는 알려 주지 않는다. `name`에는 베이스에 적힌 이미지를 레지스트리까지, 태그는 빼고 적는다.',
	},
	'overlay/left-out': {
		said: { en: '`{name}` is left out here.', ko: '`{name}`{name:은/는} 빼고 빌드한다.' },
		en: 'Nothing is fetched, and no program is run. What comes of it is not judged, and patches for it are not missed.',
		ko: '네트워크에서 가져오거나 프로그램을 실행하지 않는다. 여기서 나올 오브젝트는 판정하지 않으며, 그 오브젝트를 대상으로 하는 패치도 문제 삼지 않는다.',
	},
	'overlay/missing-file': {
		said: { en: 'There is no `{name}` here.', ko: '`{name}`{name:이/가} 없다.' },
		en: 'The path counts from the folder of this kustomization. A folder needs a kustomization.yaml of its own.',
		ko: '경로는 이 kustomization이 있는 폴더를 기준으로 한다. 폴더를 적을 때는 그 안에도 kustomization.yaml이 있어야 한다.',
	},
	'overlay/named-twice': {
		said: { en: '`{name}` is named twice.', ko: '`{name}`{name:이/가} 두 번 적혀 있다.' },
		en: 'kustomize adds each object once, and refuses the second. Remove one of the two lines.',
		ko: 'kustomize는 같은 오브젝트를 두 번 받지 않는다. 두 줄 가운데 하나를 지운다.',
	},
	'overlay/unknown-field': {
		said: { en: 'A kustomization has no field `{name}`.', ko: 'kustomization에 `{name}` 필드는 없다.' },
		en: 'kustomize refuses a file with a field that it does not know.',
		ko: 'kustomize는 모르는 필드가 있는 파일을 거부한다.',
	},
	'overlay/field-case': {
		said: { en: '`{name}` is read as `{to}`.', ko: '`{name}`{name:은/는} `{to}`{to:으로/로} 읽힌다.' },
		en: 'kustomize takes the names of fields in letters of any case. Where both are written, one of the two lists is not heard. Write it as it is documented, so that a search finds it.',
		ko: 'kustomize는 필드 이름의 대소문자를 가리지 않는다. 둘 다 적으면 한쪽 목록은 무시된다. 문서에 나온 대로 적어야 검색으로 찾을 수 있다.',
	},
	'overlay/field-type': {
		said: { en: '`{name}` takes {wanted}.', ko: '`{name}`에는 {wanted} 타입의 값을 적는다.' },
		en: 'kustomize refuses the file. A word such as `n`, `on` or `yes` is a boolean here unless it stands in quotes, and `1` is a number.',
		ko: 'kustomize가 파일을 거부한다. `n`, `on`, `yes` 같은 말은 따옴표 없이 쓰면 불리언이고 `1`은 숫자다.',
	},
	'overlay/retired-field': {
		said: { en: '`{name}` is deprecated: `{to}` takes its place.', ko: '`{name}`{name:은/는} 더 이상 권장하지 않는 필드다. `{to}`{to:을/를} 쓴다.' },
		en: 'kustomize builds it still and prints a warning. `kustomize edit fix` moves it.',
		ko: '아직 빌드되지만 kustomize가 경고를 낸다. `kustomize edit fix`로 옮길 수 있다.',
	},
} satisfies Readonly<Record<string, AdviceWords>>;

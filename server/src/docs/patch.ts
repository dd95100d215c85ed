import type { FieldWords, Words } from './words';

/** Directives of a strategic merge patch, by what they begin with. */
export const directiveWords = {
	$patch: {
		en: 'How this is merged into what stands there: `delete` takes it away, `replace` puts this in the place of all of it, `merge` adds, as without a directive.\nIn an item of a list it is about the one item that the merge key (mostly `name`) names; an item with `$patch: replace` and nothing else makes the whole list new.',
		ko: '여기 적은 것을 원래 있던 것과 어떻게 합칠지 정한다. `delete`는 지우고, `replace`는 통째로 바꾸고, `merge`는 지시자가 없을 때처럼 더한다.\n목록의 항목에 적으면 병합 키(대개 `name`)가 같은 항목 하나를 가리킨다. `$patch: replace`만 적은 항목이 있으면 목록 전체를 새로 쓴다.',
		example: 'containers:\n- name: sidecar\n  $patch: delete',
	},
	$retainKeys: {
		en: 'The keys that may stay here; all others that stand there are taken away.\nFor fields of which only one may be set: a volume or a `strategy` that changes from one kind to another. Every key written beside it must be in the list.',
		ko: '여기에 남길 키 목록. 원래 있던 나머지 키는 지운다.\n볼륨이나 `strategy`를 다른 종류로 바꿀 때처럼 하나만 있어야 하는 필드에 쓴다. 옆에 함께 적은 키는 모두 목록에 있어야 한다.',
		example: 'strategy:\n  $retainKeys: [type]\n  type: Recreate',
	},
	'$setElementOrder/': {
		en: 'The order of the items of the list named behind the slash, by their merge keys. `kubectl` writes it; a patch by hand hardly needs it.',
		ko: '슬래시 뒤에 적은 목록의 항목 순서를 병합 키로 정한다. `kubectl`이 쓰는 지시자로, 직접 적을 일은 거의 없다.',
		example: '$setElementOrder/containers:\n- name: app\n- name: sidecar',
	},
	'$deleteFromPrimitiveList/': {
		en: 'Values to take out of the list of plain values named behind the slash, as `finalizers`.',
		ko: '슬래시 뒤에 적은 목록에서 뺄 값. `finalizers`처럼 값만 늘어놓은 목록에 쓴다.',
		example: '$deleteFromPrimitiveList/finalizers:\n- example.com/hold',
	},
} as const satisfies Readonly<Record<string, FieldWords>>;

/** Values of `$patch`. */
export const patchWords = {
	delete: { en: 'Takes away what stands there.', ko: '원래 있던 것을 지운다.' },
	replace: { en: 'Puts this in the place of all that stands there.', ko: '원래 있던 것을 통째로 이것으로 바꾼다.' },
	merge: { en: 'Adds this to what stands there, as without the directive.', ko: '지시자가 없을 때처럼 원래 있던 것에 더한다.' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a part of an object is, where its kind is explained. */
export const partWords = {
	en: 'This is a Kustomize patch: it is merged into an object that stands elsewhere. Unknown fields, types and values are judged; what it lacks is not.',
	ko: 'Kustomize 패치다. 다른 파일에 있는 오브젝트에 합쳐진다. 알 수 없는 필드와 타입, 값만 판정하고 빠진 것은 따지지 않는다.',
} as const satisfies Words;

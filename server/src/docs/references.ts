import type { LocalObjectReference, ObjectReference } from '../schema/generated/types';
import { documented } from './words';

export const localObjectReference = documented<LocalObjectReference>()({
	name: {
		en: 'The name of the object, in the namespace of the pod. It cannot be in another one.\nIn `imagePullSecrets`: a Secret of type `kubernetes.io/dockerconfigjson`. One that does not exist is passed over, and the pull then fails for lack of rights.',
		ko: '파드와 같은 네임스페이스에 있는 오브젝트의 이름. 다른 네임스페이스의 것은 쓸 수 없다.\n`imagePullSecrets`에는 `kubernetes.io/dockerconfigjson` 타입의 시크릿을 적는다. 없는 시크릿은 그냥 넘어가므로, 나중에 권한이 없어 이미지를 받지 못한다.',
	},
});

export const objectReference = documented<ObjectReference>()({
	apiVersion: {
		en: 'API group and version of the object.',
		ko: '오브젝트의 API 그룹과 버전.',
	},
	kind: {
		en: 'What sort of object it is.',
		ko: '오브젝트의 종류.',
	},
	name: {
		en: 'The name of the object.',
		ko: '오브젝트의 이름.',
	},
	namespace: {
		en: 'The namespace of the object.',
		ko: '오브젝트의 네임스페이스.',
	},
	uid: {
		en: 'The ID of exactly this object: another one of the same name, made later, has a different one.',
		ko: '이 오브젝트만의 ID. 나중에 같은 이름으로 다시 만든 오브젝트는 ID가 다르다.',
	},
	resourceVersion: {
		en: 'The version of the object that was referred to.',
		ko: '참조할 당시의 오브젝트 버전.',
	},
	fieldPath: {
		en: 'A part of the object, such as `spec.containers{app}`, if not the whole is meant.',
		ko: '오브젝트 전체가 아니라 일부를 가리킬 때 그 위치. `spec.containers{app}` 같은 형식이다.',
	},
});

import type { ProblemWords } from '../words';

const OBJECTS = 'concepts/overview/working-with-objects/#required-fields';

/** What an object says it is. */
export const headProblems = {
	'head/former-version': {
		en: 'No server answers to this `apiVersion` any more; the kind has moved to another one.',
		ko: '이 `apiVersion`은 없어졌다. 지금은 다른 `apiVersion`을 쓴다.',
		link: 'reference/using-api/deprecation-guide/',
	},
	'head/version': {
		en: 'There is no such kind under this `apiVersion`. The two belong together, letter for letter.',
		ko: '이 `apiVersion`에는 이런 종류가 없다. `apiVersion`과 `kind`는 정해진 짝을 글자 그대로 써야 한다.',
		link: OBJECTS,
	},
	'head/kind': {
		en: 'There is no such kind. Names of kinds are exact, upper and lower case included.',
		ko: '이런 종류는 없다. `kind`는 대소문자까지 정확해야 한다.',
		link: OBJECTS,
	},
	'head/no-version': {
		en: 'Every object says at its top which `apiVersion` it is written in; without it kubectl does not know whom to ask.',
		ko: '모든 오브젝트는 맨 위에 `apiVersion`을 적어야 한다. 없으면 kubectl이 어디로 보낼지 알 수 없다.',
		link: OBJECTS,
	},
	'head/no-kind': {
		en: 'Every object says at its top what `kind` it is; without it kubectl does not know what this is.',
		ko: '모든 오브젝트는 맨 위에 `kind`를 적어야 한다. 없으면 kubectl이 무엇인지 알 수 없다.',
		link: OBJECTS,
	},
	'head/no-object': {
		en: 'A document holds one object: keys with their values. This is text or a list, and kubectl stops here.',
		ko: '문서 하나에는 키와 값으로 된 오브젝트 하나가 들어간다. 이것은 글이나 목록이어서 kubectl이 여기서 멈춘다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

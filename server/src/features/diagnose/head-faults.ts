import type { Words } from '../../docs/words';
import type { WrongHead } from '../../manifest/wrong-head';
import type { Bilingual } from '../../protocol/text';
import { asOneEdit } from '../../yaml/text-edit';
import { particle } from '../particle';
import { type Diagnostic, why } from './diagnostic';

/** What kubectl says of an object whose head is wrong, and what would make it right; offsets as in the document. */
export function ofHead(head: WrongHead, text: string): Diagnostic {
	const edit = asOneEdit(head.edits, text);
	return {
		range: head.range,
		severity: 'error',
		code: head.code,
		message: head.message,
		...why(head.code),
		...specially(head),
		...(edit ? { fix: { title: titleOf(head), edit } } : {}),
	};
}

/** More than the code alone says. */
function specially({ code, apiVersion = '', kind = '', meant, goneSince }: WrongHead): { readonly why?: Words } {
	if (!meant) return {};
	const name = `\`${meant.kind}\``;
	const place = `\`${meant.apiVersion}\``;
	switch (code) {
		case 'head/former-version':
			return {
				why: {
					en: `\`${apiVersion}\` has had no ${name} since Kubernetes 1.${goneSince}. It is in ${place} now, where more fields are required and some defaults differ.`,
					ko: `쿠버네티스 1.${goneSince}부터 \`${apiVersion}\`에는 ${name}${particle(meant.kind, '이/가')} 없다. 지금은 ${place}에 있고, 그사이 필수 필드와 기본값이 달라졌다.`,
				},
			};
		case 'head/version':
			return { why: { en: `${name} is in ${place}.`, ko: `${name}${particle(meant.kind, '은/는')} ${place}에 있다.` } };
		case 'head/kind':
			return {
				why: {
					en: `Did you mean ${name}${apiVersion === meant.apiVersion ? '' : `, in ${place}`}? Names of kinds are exact, upper and lower case included.`,
					ko: `${apiVersion === meant.apiVersion ? '' : `${place}의 `}${name}${particle(meant.kind, '을/를')} 쓰려던 것일까? \`kind\`는 대소문자까지 정확해야 한다.`,
				},
			};
		case 'head/no-version':
			return {
				why: {
					en: `\`apiVersion\` has to be written, in just these letters. For ${kind ? `\`${kind}\`` : name} it is ${place}.`,
					ko: `\`apiVersion\`을 대소문자까지 그대로 적어야 한다. \`${kind || meant.kind}\`의 \`apiVersion\`은 ${place}이다.`,
				},
			};
		case 'head/no-kind':
			return {
				why: {
					en: `\`kind\` has to be written, in just these letters. What stands here looks like a ${name}.`,
					ko: `\`kind\`를 대소문자까지 그대로 적어야 한다. 내용을 보면 ${name}인 듯하다.`,
				},
			};
		default:
			return {};
	}
}

function titleOf({ edits, meant }: WrongHead): Bilingual {
	const head = meant ? `${meant.apiVersion} ${meant.kind}` : '';
	const [only, ...others] = edits;
	const isInsertion = only && others.length === 0 && only.range.start === only.range.end;
	return isInsertion ? { en: `Say that it is ${head}`, ko: `${head}라고 적기` } : { en: `Make it ${head}`, ko: `${head}${particle(head, '으로/로')} 고치기` };
}

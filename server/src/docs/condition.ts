import type { FieldWords } from './words';

/** The members that the conditions of all kinds share; `type` differs from kind to kind. */
export const condition = {
	lastTransitionTime: {
		en: '`status` last changed at this time, so the condition has held since then. A new reason or message alone does not move it.',
		ko: '`status`가 마지막으로 바뀐 시각. 그때부터 지금 상태가 이어지고 있다. 이유나 메시지만 바뀌면 이 시각은 그대로다.',
	},
	message: {
		en: 'The explanation for people, often the text of the error itself. Read this first when something is stuck.',
		ko: '사람이 읽는 설명. 오류 문구가 그대로 담기는 일이 많으니, 무언가 막혀 있으면 여기부터 읽는다.',
	},
	reason: {
		en: 'One word for why the condition has this `status`. Stable enough for scripts and alerts, unlike `message`.',
		ko: '이 `status`가 된 이유를 나타내는 한 단어. `message`와 달리 잘 바뀌지 않으므로 스크립트나 알림은 이 값을 기준으로 삼는다.',
	},
	status: {
		en: 'Whether the condition holds.\n`True`: it does. `False`: it does not. `Unknown`: the controller cannot tell.\nWhether `True` is good news depends on `type`: `Available` good, `ReplicaFailure` bad.',
		ko: '컨디션이 성립하는지 나타낸다.\n`True`면 성립하고, `False`면 성립하지 않으며, `Unknown`이면 컨트롤러가 판단할 수 없다는 뜻이다.\n`True`가 좋은 소식인지는 `type`에 달렸다. `Available`이면 좋고 `ReplicaFailure`면 나쁘다.',
	},
} as const satisfies Record<string, FieldWords>;

/** Whether the explanation fits, and what the dump does not say. */
import type { Facts } from '../../autopsy/facts';
import type { Foretelling } from '../../autopsy/foretell';
import type { Bilingual } from '../../protocol/text';

/** One or two sentences: that all fits, where it does not, and what is missing. */
export function fitOf({ shown, hasEvents, pod }: Facts, { alignment, trace }: Foretelling, isCut: boolean): Bilingual {
	const missing = missingIn(hasEvents, pod.spec?.containers.length ?? 0, isCut);
	if (alignment?.statesFit)
		return joined([
			{
				en: 'Everything fits: lived from its creation on, such a pod shows what this one shows.',
				ko: '모두 들어맞는다. 생성부터 시뮬레이션하면 이 파드와 같은 상태가 된다.',
			},
			...missing,
		]);
	if (alignment?.rowFits)
		return joined([
			{
				en: 'The simulated pod shows the same row of `kubectl get pod`; the states of its containers differ in details.',
				ko: '시뮬레이션한 파드의 `kubectl get pod` 줄은 같지만, 컨테이너 상태의 세부는 다르다.',
			},
			...missing,
		]);
	if (shown.phase === 'Failed' || shown.phase === 'Succeeded')
		return joined([{ en: 'How it came to this is not simulated.', ko: '여기까지 온 과정은 시뮬레이션하지 않는다.' }, ...missing]);
	const row = trace.timeline?.findLast(({ kubectl, t }) => kubectl !== undefined && t <= (alignment?.at ?? Number.POSITIVE_INFINITY))?.kubectl;
	const [told, real] = [row, shown.kubectl].map((one) => `${one?.ready} ${one?.status} ${one?.restarts}`);
	return joined([
		{
			en: `This does not fit: the simulated pod shows \`${told}\` where the dump shows \`${real}\`, so what comes next is not told.`,
			ko: `들어맞지 않는 점: 덤프에는 \`${real}\`인데 시뮬레이션한 파드는 \`${told}\`이다. 그래서 다음에 일어날 일은 예상하지 않는다.`,
		},
		...missing,
	]);
}

function missingIn(hasEvents: boolean, containers: number, isCut: boolean): readonly Bilingual[] {
	return [
		...(isCut ? [{ en: 'The dump ends in the middle of something.', ko: '덤프가 중간에 끊겨 있다.' }] : []),
		...(containers === 0 ? [{ en: 'Not in the dump: the spec of the pod.', ko: '덤프에 없는 것: 파드의 spec.' }] : []),
		...(hasEvents ? [] : [{ en: 'Not in the dump: events.', ko: '덤프에 없는 것: 이벤트.' }]),
	];
}

const joined = (texts: readonly Bilingual[]): Bilingual => ({ en: texts.map(({ en }) => en).join(' '), ko: texts.map(({ ko }) => ko).join(' ') });

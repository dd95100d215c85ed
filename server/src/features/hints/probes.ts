import { type ProbeBudget, probeBudget } from '../hover/probe-budget';
import { behindKey, containersOf, type Hint, type Subject } from './subject';

/** What the numbers of a probe amount to: how long a start may take, how long failures go on until something comes of them. */
export function probeHints(subject: Subject): readonly Hint[] {
	return containersOf(subject).flatMap(({ container, path }) => {
		const comesBack = (container.restartPolicy ?? subject.spec.restartPolicy) !== 'Never';
		return (['startupProbe', 'livenessProbe', 'readinessProbe'] as const).flatMap((name) => {
			const probe = container[name];
			return probe ? behindKey(subject, [...path, name], ...budgetText(name, probeBudget(probe), comesBack)) : [];
		});
	});
}

/** How many failures have an effect, and how long that takes at most. */
function budgetText(name: 'startupProbe' | 'livenessProbe' | 'readinessProbe', budget: ProbeBudget, comesBack: boolean): Hint['wordings'] {
	const {
		tries,
		starting,
		failing: { en, ko },
	} = budget;
	const times = tries === 1 ? { en: 'one failure', ko: '한 번' } : { en: `${tries} failures`, ko: `${tries}번 연속` };
	const ends = comesBack ? { en: 'restarts', ko: '재시작' } : { en: 'ends', ko: '종료' };
	switch (name) {
		case 'startupProbe':
			return [{ en: `up to ${starting.en} to start`, ko: `시작에 최대 ${starting.ko}` }];
		case 'livenessProbe':
			return [
				{ en: `${ends.en} after ${times.en}, up to ${en}`, ko: `${times.ko} 실패하면 ${ends.ko}(길게는 ${ko})` },
				{ en: `${ends.en} after up to ${en}`, ko: `길게는 ${ko} 실패하면 ${ends.ko}` },
			];
		case 'readinessProbe':
			return [
				{ en: `left out after ${times.en}, up to ${en}`, ko: `${times.ko} 실패하면 서비스에서 제외(길게는 ${ko})` },
				{ en: `left out after up to ${en}`, ko: `길게는 ${ko} 실패하면 제외` },
			];
	}
}

import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import type { Probe } from '../../schema/generated/types';

/** What the numbers of a probe amount to: `failureThreshold` tries, `periodSeconds` apart. */
export interface ProbeBudget {
	readonly tries: number;
	/** `3 × 10` */
	readonly product: string;
	/** `5 + `, or nothing where it does not wait first. */
	readonly delay: string;
	/** From the first failure to its effect. */
	readonly failing: Bilingual;
	/** The same with the wait before the first try: the time an app has to start. */
	readonly starting: Bilingual;
}

/** Of a probe with its defaults, or without. */
export function probeBudget({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: Probe): ProbeBudget {
	const inWords = (seconds: number): Bilingual => ({ en: durationText(seconds, 'en'), ko: durationText(seconds, 'ko') });
	const failing = failureThreshold * periodSeconds;
	return {
		tries: failureThreshold,
		product: `${failureThreshold} × ${periodSeconds}`,
		delay: initialDelaySeconds > 0 ? `${initialDelaySeconds} + ` : '',
		failing: inWords(failing),
		starting: inWords(initialDelaySeconds + failing),
	};
}

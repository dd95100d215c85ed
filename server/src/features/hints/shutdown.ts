import { durationText } from '../../schema/duration';
import { behindKey, behindValue, containersOf, type Hint, type Subject } from './subject';

/** minimumGracePeriodInSeconds: what a container has to react to its signal when a hook, or waiting for others to end, has used up the time. kuberuntime killContainer. */
const AT_LEAST = 2;

/** How long stopping may take at worst: behind the grace period, or else behind the first hook that runs inside it. */
export function shutdownHints(subject: Subject): readonly Hint[] {
	const { spec, above } = subject;
	const grace = spec.terminationGracePeriodSeconds ?? 30;
	if (grace === 0) return [];
	const all = containersOf(subject);
	const hooked = all.find(({ container }) => container.lifecycle?.preStop);
	const waits = hooked !== undefined || (spec.initContainers ?? []).some(({ restartPolicy }) => restartPolicy === 'Always');
	const worst = grace + (waits ? AT_LEAST : 0);
	const label: Hint['wordings'] = [
		{ en: `gone after ${durationText(worst, 'en')} at the latest`, ko: `늦어도 ${durationText(worst, 'ko')} 안에 종료` },
		{ en: `gone within ${durationText(worst, 'en')}`, ko: `${durationText(worst, 'ko')} 안에 종료` },
	];
	const behindGrace = behindValue(subject, [...above, 'terminationGracePeriodSeconds'], ...label);
	const slept = all.flatMap(({ container, path }) => {
		const seconds = container.lifecycle?.preStop?.sleep?.seconds;
		if (seconds === undefined) return [];
		const left = Math.max(AT_LEAST, grace - seconds);
		const [signal, rest] = [(language: 'en' | 'ko') => durationText(seconds, language), (language: 'en' | 'ko') => durationText(left, language)];
		return behindKey(
			subject,
			[...path, 'lifecycle', 'preStop'],
			{ en: `SIGTERM after ${signal('en')}, then ${rest('en')} to stop`, ko: `${signal('ko')} 뒤에 SIGTERM, 그 뒤 ${rest('ko')} 안에 종료` },
			{ en: `SIGTERM after ${signal('en')}`, ko: `${signal('ko')} 뒤에 SIGTERM` },
		);
	});
	const behindHook = behindGrace.length === 0 && hooked ? behindKey(subject, [...hooked.path, 'lifecycle', 'preStop'], ...label) : [];
	return [...behindGrace, ...slept, ...behindHook];
}

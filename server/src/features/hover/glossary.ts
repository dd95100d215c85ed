import { statusWords } from '../../docs/topics/statuses';
import type { Topic } from '../../docs/topics/topic';
import { topics } from '../../docs/topics/topics';
import { reasonWords } from '../../docs/values/reasons';
import { valueWords } from '../../docs/values/values';
import type { Words } from '../../docs/words';
import { reasonWordsOf } from '../words-of';

/** What is no field and can be asked for all the same: a topic, a reason, a word that kubectl shows under STATUS. */
export interface Term {
	/** `CrashLoopBackOff`, `why-pods`. */
	readonly name: string;
	/** `reason.CrashLoopBackOff`, `topic.why-pods`: unlike any path of a field. */
	readonly path: string;
	readonly title: Words;
	readonly words: Words;
	/** What else people call it. */
	readonly aliases: string;
	readonly example?: string;
	readonly link?: string;
}

const STATES = 'concepts/workloads/pods/pod-lifecycle/#container-states';
const PHASES = 'concepts/workloads/pods/pod-lifecycle/#pod-phase';

/** Each term once, topics first. */
export function allTerms(): readonly Term[] {
	return [
		...Object.entries(topics).map(([name, topic]) => ofTopic(name, topic)),
		...Object.entries(statusWords).flatMap(([name, words]) => (name === 'Init:*' ? [] : [ofStatus(name, words)])),
		...Object.entries(valueWords['PodStatus.phase'] ?? {}).map(([name, words]) => ofStatus(name, words)),
		...Object.entries(reasonWords).map(([name, words]) => ofReason(name, words)),
	];
}

/** The term that a text names: `CrashLoopBackOff`, `crashloopbackoff`, `reason.OOMKilled`, `Init:1/3`, `Init:Error`, `why-pods`. */
export function termOf(text: string): Term | undefined {
	const name = text.trim().replace(/^(?:topic|reason|status)\./, '');
	return instance(name) ?? allTerms().find((term) => term.name.toLowerCase() === name.toLowerCase());
}

/** A word with a number or a reason in it. */
function instance(name: string): Term | undefined {
	const of = (pattern: string, more?: Words): Term | undefined => {
		const words = statusWords[pattern];
		if (!words) return undefined;
		return ofStatus(name, more ? { en: `${words.en}\n${more.en}`, ko: `${words.ko}\n${more.ko}` } : words);
	};
	if (/^Init:\d+\/\d+$/i.test(name)) return of('Init:N/M');
	if (/^ExitCode:\d+$/i.test(name)) return of('ExitCode:N');
	if (/^Signal:\d+$/i.test(name)) return of('Signal:N');
	const [, inner] = /^Init:(\w+)$/i.exec(name) ?? [];
	const words = inner === undefined ? undefined : reasonWordsOf(inner);
	if (words) return of('Init:*', words);
	const resource = name.startsWith('OutOf') ? reasonWordsOf(name) : undefined;
	return resource && ofReason(name, resource);
}

const ofTopic = (name: string, { title, aliases, example, link, en, ko }: Topic): Term => ({
	name,
	path: `topic.${name}`,
	title,
	words: { en, ko },
	aliases: `${aliases} ${title.en} ${title.ko}`,
	...(example === undefined ? {} : { example }),
	...(link === undefined ? {} : { link }),
});

const ofStatus = (name: string, words: Words): Term => ({
	name,
	path: `status.${name.split(':')[0] ?? name}`,
	title: { en: `\`${name}\` — what kubectl shows under STATUS`, ko: `\`${name}\` — kubectl의 STATUS` },
	words,
	aliases: name === 'Init:N/M' ? 'Init:0/1 Init:0/2 Init:1/2 Init:1/3 Init:Error Init:CrashLoopBackOff' : '',
	link: PHASES,
});

const ofReason = (name: string, words: Words): Term => ({
	name,
	path: `reason.${name.replace('*', '')}`,
	title: { en: `\`${name}\` — a reason`, ko: `\`${name}\` — 이유(reason)` },
	words,
	aliases: '',
	link: STATES,
});

/** Where a field, as `Type.field`, or a kind is explained together with its neighbors; nothing if nowhere. `searches`: whether there is a command in the editor that finds it. */
export function topicsLine(from: string, searches: boolean): Words | undefined {
	const found = Object.entries(topics).filter(([, topic]) => topic.from.includes(from));
	if (found.length === 0) return undefined;
	const list = (language: 'en' | 'ko'): string => found.map(([name, { title }]) => `*${title[language]}* (\`${name}\`)`).join(', ');
	const by = searches ? { en: '*Explain a Field*', ko: '*필드 설명 찾기*' } : { en: '`peapod explain`', ko: '`peapod explain`' };
	return { en: `See also, by ${by.en}: ${list('en')}`, ko: `${by.ko}${searches ? '로' : '으로'} 함께 볼 것: ${list('ko')}` };
}

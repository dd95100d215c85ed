/** What is found out of a pod, in words. */
import { tellAnew } from '../../autopsy/anew';
import { diagnose } from '../../autopsy/diagnose';
import type { DumpedPod } from '../../autopsy/dump';
import { PRINTED } from '../../autopsy/evented';
import { type Facts, factsOf } from '../../autopsy/facts';
import type { Advice, Args, Cause, Coming, Evidence, Finding } from '../../autopsy/finding';
import { type Foretelling, foretell, unforetold } from '../../autopsy/foretell';
import { meantBy } from '../../autopsy/meanings';
import { nextOf } from '../../autopsy/next';
import { meaningOf, remedyOf } from '../../autopsy/remedies';
import { heldAgainst, type Watched } from '../../autopsy/watched';
import { probeWords, pullErrorWords, resourceWords } from '../../docs/moments';
import { causeWords, comingWords, headlineWords, tryWords, type WhyWords } from '../../docs/why';
import { meaningWords, remedyWords } from '../../docs/why-meanings';
import { alikeWords, partedWords, watchedWords } from '../../docs/why-watched';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { filledIn } from '../fill';
import { reasonWordsOf } from '../words-of';
import type { Explained } from './explained';
import { fitOf } from './fit';
import { timeOfDay } from './telling';

/** Seconds that are foretold where nobody says how many. */
export const HORIZON = 600;

/** All that is found out of a pod, and how it is said. */
export interface Examined {
	readonly facts: Facts;
	readonly foretold: Foretelling;
	readonly finding: Finding;
	readonly explained: Explained;
	/** Where the reader may choose: whether it is told with what was otherwise, of a pod whose real life parted from the told one for a reason that a scenario can have. */
	readonly isAnew?: boolean;
}

/** The clock by which is told: minutes from UTC, and how many seconds later than the dump's own time it is. */
export interface Reader {
	readonly zone: number;
	readonly since: number;
	/** Whether a pod that was watched is told anew, with what was not as it was told; undefined where nobody can choose. */
	readonly isAnew?: boolean;
}

/** The same of one pod, for a reader. */
export function examine(pod: DumpedPod, now: number, horizon: number, isCut: boolean, reader: Reader = { zone: 0, since: 0 }): Examined {
	const facts = factsOf(pod, now);
	const first = foretell(facts, horizon + reader.since);
	const held = heldAgainst(pod, now, first);
	const isAsked = reader.isAnew !== undefined && held !== undefined && held.parts.length > 0;
	const anew = isAsked ? tellAnew(pod, facts, now, horizon + reader.since, first, held) : undefined;
	const told = (reader.isAnew ? anew : undefined) ?? { foretold: first, held };
	const { foretold } = told;
	const finding = diagnose({ facts, foretold });
	const explained = { ...inWords(facts, foretold, finding, isCut, reader), ...watchedIn(told.held) };
	return { facts, foretold, finding, explained, ...(anew && { isAnew: reader.isAnew === true }) };
}

/** What the words mean with which the API server refuses a pod, and what helps. */
export function refusalIn(
	message: string,
	namespace: string,
	evidence: Evidence,
): { readonly means: Explained['causes']; readonly remedies: Explained['advice'] } {
	const meant = meantBy('refused', message);
	const facts = factsOf({ pod: { metadata: { namespace } }, history: [], events: [], hasEvents: false }, 0);
	return { means: causesIn(meaningOf(meant, [evidence])), remedies: adviceIn(remedyOf(meant, { facts }, {})) };
}

/** The same of a pod of which only events, or a part of its description, are known. */
export function examineEvents(pod: DumpedPod): Pick<Examined, 'finding' | 'explained'> {
	const facts = factsOf(pod, PRINTED);
	const foretold = unforetold(facts);
	const finding = diagnose({ facts, foretold });
	const explained = inWords(facts, foretold, finding, false, { zone: 0, since: 0 });
	const isProof = (one: Evidence): boolean => !pod.isOfEvents || 'event' in one;
	return { finding, explained: { ...explained, causes: explained.causes.map((cause) => ({ ...cause, evidence: cause.evidence.filter(isProof) })) } };
}

function inWords(facts: Facts, foretold: Foretelling, finding: Finding, isCut: boolean, reader: Reader): Explained {
	const { name = '', namespace = 'default' } = facts.pod.metadata ?? {};
	const headline = said(headlineWords[finding.headline.code], finding.headline.args);
	const coming = comingIn(finding, facts, foretold, reader);
	const fits = foretold.alignment?.rowFits === true;
	return {
		name,
		namespace,
		...(facts.created + facts.now * 1000 > 0 ? { now: facts.created + facts.now * 1000 } : {}),
		verdict: finding.headline.code === 'unclear' ? 'unknown' : finding.healthy ? 'healthy' : 'unhealthy',
		headline: coming.en ? { en: `${headline.en} ${coming.en}`, ko: `${headline.ko} ${coming.ko}` } : headline,
		causes: causesIn(finding.causes),
		advice: adviceIn(finding.advice),
		timeline: foretold.timeline,
		scenario: { ...foretold.inference.scenario, until: Math.ceil(foretold.trace.until) },
		fits,
		fit: fitOf(facts, foretold, isCut),
	};
}

const causesIn = (causes: readonly Cause<keyof typeof causeWords>[]): Explained['causes'] =>
	causes.map(({ code, args, evidence }) => ({ words: said(causeWords[code], args), evidence }));

const adviceIn = (advice: readonly Advice<keyof typeof tryWords>[]): Explained['advice'] =>
	advice.map(({ code, args, line }) => ({ words: said(tryWords[code], args), line: lineOf(line) }));

/** More of what was not as it is told tells nothing new. */
const MOST_PARTS = 5;

function watchedIn(held: Watched | undefined): Pick<Explained, 'watched'> {
	if (held === undefined) return {};
	const parts = held.parts.slice(0, MOST_PARTS).map(({ code, args, at }) => ({ words: said(partedWords[code], args), container: args.container, at }));
	const { prints, real, told } = held;
	const alike = held.alike.map(({ container, runs, off }) => said(alikeWords, { container, runs, off: Math.ceil(off) }));
	return { watched: { words: said(watchedWords, { prints, parts: parts.length }), parts, alike, real, told } };
}

const lineOf = (line: Advice['line']): string => ('command' in line ? line.command : line.value === undefined ? line.field : `${line.field}: ${line.value}`);

/** What comes next, with the time it comes in and at; nothing where it is not within what was foretold. */
function comingIn(
	{ coming, container = '' }: Finding,
	facts: Facts,
	{ next: first, trace, alignment, moved }: Foretelling,
	{ zone, since }: Reader,
): Bilingual {
	const next = since > 0 && alignment?.rowFits ? nextOf(trace, alignment.at, since + HORIZON, moved, since) : first;
	const times: Partial<Record<Coming, number | undefined>> = {
		start: next.starts.get(container),
		pull: next.pulls.get(container),
		end: next.ends.get(container),
		kill: next.ends.get(container),
		ready: next.ready,
		'ready-if': next.ready,
		finish: next.finished,
		deleted: next.deleted,
		gone: facts.deletion === undefined ? undefined : Math.max(1, facts.deletion.at + facts.deletion.graceSeconds - facts.now),
	};
	const isTimed = coming in times;
	const seconds = times[coming];
	// Without a clock there is no time to tell.
	if (isTimed && (seconds === undefined || facts.created + facts.now * 1000 <= 0)) return { en: '', ko: '' };
	const at = timeOfDay(facts.created + (facts.now + (seconds ?? 0)) * 1000, zone);
	return said(comingWords[coming], { in: Math.max(1, Math.round((seconds ?? 0) - since)), at });
}

/** Words are read when they are asked for. */
const translated = (): Readonly<Record<string, Readonly<Record<string, Bilingual>>>> => ({
	probe: probeWords,
	error: pullErrorWords,
	resource: resourceWords,
	meaning: meaningWords,
	remedy: remedyWords,
});

/** Arguments that are lengths of time, in seconds. */
const DURATIONS = new Set([
	'after',
	'wait',
	'since',
	'up',
	'period',
	'delay',
	'budget',
	'timeout',
	'grace',
	'patience',
	'left',
	'deadline',
	'in',
	'real',
	'told',
	'off',
]);

/** A sentence with its arguments, lengths of time in words. */
export function said(words: WhyWords, args: Args): Bilingual {
	const chosen = words.when?.find(({ arg, is }) => (args[arg] ?? '') === is) ?? words;
	return { en: filledIn(chosen.en, (name) => argument(name, args, 'en')), ko: filledIn(chosen.ko, (name) => argument(name, args, 'ko')) };
}

function argument(name: string, args: Args, language: 'en' | 'ko'): string {
	const value = args[name];
	if (value === undefined) return '';
	// Times are cut to seconds: nothing lasts less than one.
	if (typeof value === 'number' && DURATIONS.has(name)) return durationText(Math.max(1, Math.round(value)), language);
	const words = (translated()[name]?.[value] ?? (name === 'meaning' ? reasonWordsOf(String(value)) : undefined))?.[language];
	// What is meant may name what the message names.
	return words === undefined ? String(value) : filledIn(words, (inner) => (inner === name ? '' : argument(inner, args, language)));
}

import { isPart } from '../../manifest/around';
import { type File, read, type Section } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import type { Document } from '../../yaml/parse';
import { difference, type Edit, edited } from '../../yaml/text-edit';
import { type Candidate, isRemoval } from '../repair/site';
import { joinedTitle } from '../repair/titles';
import { diagnose } from './diagnose';
import type { Diagnostic } from './diagnostic';
import { cameOf, errorsIn, isBetter, isGone, isUnjudged, mends } from './mends';
import { offersOf } from './offers';
import { unreadable } from './syntax';

/** A fix that was tried: with it, its fault is gone and no other has come. */
export interface TriedFix {
	readonly diagnostic: Diagnostic;
	readonly title: Bilingual;
	readonly edits: readonly Edit[];
	/** Nobody would want anything else; the others are choices. */
	readonly isPreferred: boolean;
	/** All that it puts there is a proposal, to be typed over. */
	readonly isProposal?: boolean;
	/** The edits are those of this file, and not of the one that has the fault. */
	readonly elsewhere?: string;
}

/** Which fixes are asked for: those that nobody would dispute, as a file is mended at once, or choices too. */
export type Asked = 'certain' | 'all';

/** What a judgement costs, however short the text, in characters. */
export const LEAST_JUDGED = 20_000;
/** What is unknown, as all that stands beside a part, is judged so many times over: anything may stand there. */
const OF_UNKNOWN = 6;
/** Cutting a file costs less than judging it. */
const CUT_FOR_JUDGED = 20;
/** Among more nobody chooses. */
const MOST_OFFERED = 4;
/** What a fix brings to light may be mended with it, in so many steps, each of which is looked for among so many, for so many of the faults. */
const MOST_STEPS = 3;
const MOST_WAYS = 4;
const MOST_CAME = 3;

/** A file as it would be: what would be said of the documents that are others then, and what is said of those that they take the place of. */
interface Draft {
	readonly text: string;
	readonly file: File;
	readonly found: readonly Diagnostic[];
	readonly before: readonly Diagnostic[];
}

/** What comes of one or several steps, the titles of which are told. */
interface Result extends Draft, Pick<Candidate, 'edits' | 'family' | 'keeps' | 'isProposal'> {
	readonly titles: readonly Bilingual[];
	/** Whether anything is left to do, or something was taken away besides; what only takes away is a sort of its own. */
	readonly ends: 'whole' | 'lossy' | 'partly' | 'removed';
	readonly isCertain: boolean;
	readonly isFallback: boolean;
}

type Way = Draft & Pick<Result, 'titles' | 'edits' | 'ends'>;

const without = (all: readonly Diagnostic[], one: Diagnostic): readonly Diagnostic[] => all.filter((other) => other !== one);

/** Whether all that one step puts somewhere is what the next one takes the place of. */
const areWrittenOver = (edits: readonly Edit[], next: readonly Edit[]): boolean =>
	edits.every(({ range, text }) => next.some((one) => one.range.start <= range.start && range.start + text.trimEnd().length <= one.range.end));

/** What is tried on a file. */
export class Trial {
	private readonly known: ReadonlyMap<string, Document>;
	/** What may be judged yet, in characters. */
	private left = 0;

	/** `found` is all that diagnose says of the file. */
	constructor(
		private readonly file: File,
		private readonly found: readonly Diagnostic[],
		private readonly version: Minor,
	) {
		this.known = new Map(file.sections.map(({ document }) => [document.text, document]));
	}

	/** Those of the offers that mend a fault, and with it what they bring to light; the best first. `most` is what may be judged, in characters. */
	fixesOf(diagnostic: Diagnostic, offers: readonly Candidate[], asked: Asked, most: number): readonly TriedFix[] {
		this.left = most;
		const results: Result[] = [];
		for (const offer of offers) {
			const whole = results.filter(({ ends }) => ends === 'whole');
			// Where nobody would want anything else, little else is worth a trial.
			const kin = results.filter(({ family }) => family !== undefined && family === offer.family);
			const isEnough =
				whole.length >= MOST_OFFERED ||
				(whole[0]?.isCertain && offer.isFallback) ||
				(offer.isLast && results.some(({ ends }) => ends !== 'removed')) ||
				kin.length >= (offer.most ?? MOST_OFFERED);
			if (!isEnough) results.push(...this.resultsOf(diagnostic, offer, asked));
		}
		return ranked(diagnostic.code === 'decode/unknown-field' ? surer(results) : results)
			.slice(0, MOST_OFFERED)
			.map(({ titles, edits, isCertain, isProposal }) => ({
				diagnostic,
				title: joinedTitle(titles),
				edits,
				isPreferred: isCertain,
				...(isProposal ? { isProposal } : {}),
			}));
	}

	private resultsOf(diagnostic: Diagnostic, offer: Candidate, asked: Asked): readonly Result[] {
		const { title, edits, isCertain = false, isFallback = false, family, keeps, isProposal } = offer;
		const draft = this.judged(edited(this.file.text, edits));
		if (!draft || !isGone(diagnostic, edits, draft.before, draft.found)) return [];
		const result = {
			...draft,
			titles: [title],
			edits,
			isCertain,
			isFallback: isFallback && !isCertain,
			...(family ? { family } : {}),
			...(keeps ? { keeps } : {}),
			...(isProposal ? { isProposal } : {}),
		};
		const mended = mends(diagnostic, edits, draft.before, draft.found);
		if (isUnjudged(diagnostic)) return mended ? [{ ...result, ends: 'whole' }] : [];
		const came = cameOf(without(draft.before, diagnostic), draft.found);
		if (came.length === 0)
			return isBetter(diagnostic, draft.before, draft.found) ? [{ ...result, ends: isRemoval(offer) && !isCertain ? 'removed' : 'whole' }] : [];
		if (offer.isAll || (isFallback && isRemoval(offer))) return [];
		return [
			...(asked === 'all' && !isRemoval(offer) ? this.together(result, diagnostic, came) : []),
			...(mended ? [{ ...result, ends: 'partly' } as const] : []),
		];
	}

	/** The same, and what came of it mended too. */
	private together(first: Omit<Result, 'ends'>, fault: Diagnostic, came: readonly Diagnostic[]): readonly Result[] {
		const rest = this.followed(first, fault, came, MOST_STEPS);
		if (!rest) return [];
		const titles = areWrittenOver(first.edits, rest.edits) ? rest.titles : [...first.titles, ...rest.titles];
		return [{ ...first, ...rest, titles, edits: [difference(this.file.text, rest.text)], isCertain: false, isFallback: false, isProposal: false }];
	}

	/** The first way that leaves nothing to do; `edits` are those of its first step. */
	private followed(draft: Draft, fault: Diagnostic, came: readonly Diagnostic[], steps: number): Way | undefined {
		for (const one of steps > 0 ? came.slice(0, MOST_CAME) : []) {
			const ways = offersOf(draft.file, one, this.version, draft.found);
			for (const way of [...ways.filter((other) => !isRemoval(other)).slice(0, MOST_WAYS), ...ways.filter(isRemoval)]) {
				const found = this.step(draft, fault, one, way, steps);
				if (found) return found;
			}
		}
		return undefined;
	}

	/** One way out of what came, and on from there as far as need be. */
	private step(draft: Draft, fault: Diagnostic, came: Diagnostic, way: Candidate, steps: number): Way | undefined {
		const { title, edits } = way;
		const next = this.judged(edited(draft.text, edits));
		if (!next || !isGone(came, edits, draft.found, next.found)) return undefined;
		const more = cameOf(without(next.before, fault), next.found);
		const ends = isRemoval(way) ? 'lossy' : 'whole';
		if (more.length === 0) return errorsIn(next.found) < errorsIn(next.before) ? { ...next, titles: [title], edits, ends } : undefined;
		const rest = this.followed(next, fault, more, steps - 1);
		// Whoever takes away twice mends little.
		if (!rest || (ends === 'lossy' && rest.ends === 'lossy')) return undefined;
		const titles = areWrittenOver(edits, rest.edits) ? rest.titles : [title, ...rest.titles];
		return { ...rest, titles, edits, ends: ends === 'lossy' ? ends : rest.ends };
	}

	private judged(text: string): Draft | undefined {
		if (this.left <= 0 || text === this.file.text) return undefined;
		const file = read(text, this.known, this.file.around);
		const { gone, come } = differing(this.file.sections, file.sections);
		const cost = come.some(({ document, around }) => isPart(document, around)) ? OF_UNKNOWN * LEAST_JUDGED : LEAST_JUDGED;
		this.left -= come.reduce((sum, { document }) => sum + document.text.length, cost + text.length / CUT_FOR_JUDGED);
		// A fault that stands beside another may be mended where that one was mended first, and break the document where it was not.
		const isBroken = come.some(isUnreadable) && !gone.some(isUnreadable);
		if (file.silent || this.left <= 0 || isBroken) return undefined;
		const before = this.found.filter((one) => gone.some((section) => isIn(section, one)));
		const found = diagnose({ ...file, sections: come }, this.version);
		if (cost === LEAST_JUDGED && found.some(({ code }) => code.startsWith('decode/'))) this.left -= (OF_UNKNOWN - 1) * LEAST_JUDGED;
		return { text, file, found, before };
	}
}

/**
 * What leaves nothing to do comes first, then what nobody would dispute. Of what only takes away, and of what is a choice and leaves something, nothing is told where one is
 * certain. What ends as a shorter or an earlier way does is none of its own.
 */
function ranked(results: readonly Result[]): readonly Result[] {
	const own = results.filter(({ titles, text, isFallback, ends }, i) =>
		results.every((one, j) => {
			if (one.text !== text || j === i) return true;
			if (ends === 'lossy' && one.ends === 'removed') return false;
			if (ends === 'removed' && one.ends === 'lossy') return true;
			return one.titles.length > titles.length || (one.titles.length === titles.length && (one.isFallback === isFallback ? j > i : !isFallback));
		}),
	);
	const sorted = RANKS.flatMap((rank) =>
		own.filter(({ ends, isCertain, keeps }) => rank === ends || (rank === 'surely' && ends === 'partly' && (isCertain || keeps))),
	);
	const ranked = [...new Set(sorted)];
	const isSettled = ranked[0]?.ends === 'whole' && ranked[0].isCertain;
	return isSettled ? ranked.filter(({ ends, isCertain, isFallback }) => isCertain || (ends === 'whole' && !isFallback)) : ranked;
}

/** A key that is no field where it stands, and what others miss where it goes: the one way that mends the most besides is certain. */
function surer(results: readonly Result[]): readonly Result[] {
	const mended = (one: Result): number => (one.ends === 'whole' && one.titles.length === 1 ? errorsIn(one.before) - errorsIn(one.found) : 0);
	const most = Math.max(2, ...results.map(mended));
	const [only, ...others] = results.filter((one) => mended(one) === most);
	return only && others.every(({ text }) => text === only.text)
		? results.map((one) => (one === only ? { ...one, isCertain: true, isFallback: false } : one))
		: results;
}

const RANKS = ['whole', 'lossy', 'surely', 'removed', 'partly'] as const;

/** The documents of a file that others take the place of, and these. Two may be alike, so it counts where they stand. */
function differing(before: readonly Section[], after: readonly Section[]): { readonly gone: readonly Section[]; readonly come: readonly Section[] } {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before[head]?.document.text === after[head]?.document.text) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail)?.document.text === after.at(-1 - tail)?.document.text) tail++;
	return { gone: before.slice(head, before.length - tail), come: after.slice(head, after.length - tail) };
}

const isUnreadable = (section: Section): boolean => unreadable(section) !== undefined;

const isIn = ({ start, document }: Section, { range }: Diagnostic): boolean => start <= range.start && range.end <= start + document.text.length;

import type { Span } from '../../server/src/protocol/text';
import type { Range } from '../../server/src/yaml/node';
import type { Random } from '../conformance/random';

/** Something that must not be. */
export interface Finding {
	/** What law is broken, and where: `complete: the document no longer parses`. */
	readonly law: string;
	readonly detail: string;
	/** The text in which it was found. */
	readonly text: string;
	/** What finds it again: `--seed 7 --session 12`. */
	readonly again: string;
}

/** An answer that takes longer is told: of the processor's time, in milliseconds, as others work beside. */
const SLOW = 1000;
/** Milliseconds. */
const LOOK = 100;
/** Of each kind so many are kept, those with the shortest texts. */
const KEPT = 20;

/** Collects what is found, by the law that is broken. */
export class Findings {
	/** What finds again what is found now. */
	again = '';
	/** The processor's time, and when it was looked at: to look for each request takes longer than most of them. */
	private spent = process.cpuUsage();
	private lookedAt = performance.now();
	/** How many edits were made to texts of each kind. */
	readonly edits = new Map<string, number>();
	readonly byLaw = new Map<string, { count: number; readonly kept: Finding[] }>();
	/** How often each request was made. */
	readonly requests = new Map<string, number>();
	readonly slow: { readonly request: string; readonly milliseconds: number; readonly text: string; readonly again: string }[] = [];

	add(law: string, text: string, detail: string): void {
		this.broken(law, 1, [{ law, detail, text, again: this.again }]);
	}

	count(request: string): void {
		add(this.requests, request, 1);
	}

	/** A text of this kind was edited: what is asked next is asked of that. */
	edited(kind: string): void {
		add(this.edits, kind, 1);
		if (performance.now() - this.lookedAt >= LOOK) this.look();
	}

	private look(): void {
		this.spent = process.cpuUsage();
		this.lookedAt = performance.now();
	}

	/** What somebody else found, in a process of its own. */
	merge({ edits, requests, byLaw, slow }: Pick<Findings, 'edits' | 'requests' | 'byLaw' | 'slow'>): void {
		for (const [kind, count] of edits) add(this.edits, kind, count);
		for (const [request, count] of requests) add(this.requests, request, count);
		for (const [law, { count, kept }] of byLaw) this.broken(law, count, kept);
		this.slow.push(...slow);
	}

	/** Makes a request, which must not throw; undefined if it does. */
	ask<T>(request: string, text: string, answer: () => T): T | undefined {
		this.count(request);
		const begun = performance.now();
		try {
			return answer();
		} catch (error) {
			const [said = '', where = ''] = (error instanceof Error ? (error.stack ?? '') : String(error)).split('\n');
			this.add(`${request}: throws`, text, `${said} ${where.trim()}`);
			return undefined;
		} finally {
			const milliseconds = performance.now() - begun;
			if (milliseconds > SLOW) this.late(request, text);
			// What it took is not that of the next one.
			if (milliseconds > LOOK) this.look();
		}
	}

	/** Ranges lie within the text, the right way round, and cut no character in two. */
	ranges(request: string, text: string, ranges: readonly Range[]): void {
		for (const { start, end } of ranges) {
			const isWithin = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
			if (!isWithin) this.add(`${request}: a range outside the text`, text, `${start}-${end} of ${text.length}`);
			else if (cuts(text, start) || cuts(text, end)) this.add(`${request}: a range cuts a character`, text, `${start}-${end}`);
		}
	}

	/** Where a range would be told to an editor; it must be one. */
	spanning(request: string, text: string): (range: Range) => Span {
		return (range) => {
			this.ranges(request, text, [range]);
			return NOWHERE;
		};
	}

	/** What was edited and asked how often; what was found, of each law `shown` cases, with `whole` the texts that show them; what took long. */
	report(shown: number, whole: boolean): string {
		const textOf = (text: string): string => (whole ? `\n  ${ascii(JSON.stringify(text))}` : '');
		const laws = [...this.byLaw].flatMap(([law, { count, kept }]) => [
			`\n${count} × ${law}`,
			...kept.slice(0, shown).map(({ detail, text, again }) => `  ${again}: ${ascii(detail)}${textOf(text)}`),
		]);
		const late = this.slow.map(
			({ request, milliseconds, text, again }) => `\n${Math.round(milliseconds)} ms: ${request} of ${text.length} characters, ${again}${textOf(text)}`,
		);
		return `edits: ${counted(this.edits)}\nrequests: ${counted(this.requests)}\n${laws.join('\n')}${late.join('')}\n`;
	}

	private broken(law: string, times: number, cases: readonly Finding[]): void {
		const found = this.byLaw.get(law) ?? { count: 0, kept: [] };
		this.byLaw.set(law, found);
		found.count += times;
		for (const one of cases) keep(found.kept, one);
	}

	/** An answer came late; others may have had the processor meanwhile. */
	private late(request: string, text: string): void {
		const { user, system } = process.cpuUsage(this.spent);
		const milliseconds = (user + system) / 1000;
		if (milliseconds > SLOW) this.slow.push({ request, milliseconds, text, again: this.again });
	}
}

/** Where nobody looks. */
export const NOWHERE: Span = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All files as one text. */
export const shownOf = (files: ReadonlyMap<string, string>): string => [...files].map(([file, text]) => `# file: ${file}\n${text}`).join('');

function add(counts: Map<string, number>, of: string, count: number): void {
	counts.set(of, (counts.get(of) ?? 0) + count);
}

function counted(counts: ReadonlyMap<string, number>): string {
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return `${all} (${[...counts].map(([of, count]) => `${of} ${count}`).join(', ')})`;
}

/** Of what is told twice one is kept. */
function keep(kept: Finding[], found: Finding): void {
	if (kept.some((other) => other.text === found.text || other.detail === found.detail)) return;
	kept.push(found);
	kept.sort((a, b) => a.text.length - b.text.length).splice(KEPT);
}

/** Marks and breaks that no terminal shows. */
const ascii = (text: string): string => text.replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Where a cursor may stand: not within a line break. */
export function cursorIn(text: string, random: Random): number {
	const place = random.below(text.length + 1);
	return text.slice(place - 1, place + 1) === '\r\n' ? place - 1 : place;
}

/** A place with what stands around it. */
export const around = (text: string, offset: number): string =>
	`${offset}: ${JSON.stringify(`${text.slice(Math.max(0, offset - 80), offset)}¦${text.slice(offset, offset + 60)}`)}`;

const cuts = (text: string, at: number): boolean => at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

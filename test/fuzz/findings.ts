import type { Range } from '../../server/src/yaml/node';

/** Something that must not be. */
export interface Finding {
	/** What law is broken, and where: `complete: the document no longer parses`. */
	readonly law: string;
	readonly detail: string;
	/** The text in which it was found. */
	readonly text: string;
}

/** An answer that takes longer is told, in milliseconds. */
const SLOW = 1000;
/** Of each kind so many are kept, those with the shortest texts. */
const KEPT = 20;

/** Collects what is found, by the law that is broken. */
export class Findings {
	readonly byLaw = new Map<string, { count: number; readonly kept: Finding[] }>();
	/** How often each request was made. */
	readonly requests = new Map<string, number>();
	readonly slow: { readonly request: string; readonly milliseconds: number; readonly text: string }[] = [];

	add(law: string, text: string, detail: string): void {
		const found = this.byLaw.get(law) ?? { count: 0, kept: [] };
		this.byLaw.set(law, found);
		found.count++;
		if (found.kept.some((other) => other.text === text || other.detail === detail)) return;
		found.kept.push({ law, detail, text });
		found.kept.sort((a, b) => a.text.length - b.text.length).splice(KEPT);
	}

	count(request: string): void {
		this.requests.set(request, (this.requests.get(request) ?? 0) + 1);
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
			if (milliseconds > SLOW) this.slow.push({ request, milliseconds, text });
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

	/** What was asked how often; what was found, of each law `shown` cases, with `whole` the texts that show them; what took long. */
	report(shown: number, whole: boolean): string {
		const asked = [...this.requests].map(([request, count]) => `${request} ${count}`).join(', ');
		const laws = [...this.byLaw].flatMap(([law, { count, kept }]) => [
			`\n${count} × ${law}`,
			...kept.slice(0, shown).map(({ detail, text }) => `  ${ascii(detail)}${whole ? `\n  ${ascii(JSON.stringify(text))}` : ''}`),
		]);
		const late = this.slow.map(({ request, milliseconds, text }) => `\n${Math.round(milliseconds)} ms: ${request} of ${text.length} characters`);
		return `${asked}\n${laws.join('\n')}${late.join('')}\n`;
	}
}

/** Marks and breaks that no terminal shows. */
const ascii = (text: string): string => text.replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A place with what stands around it. */
export const around = (text: string, offset: number): string =>
	`${offset}: ${JSON.stringify(`${text.slice(Math.max(0, offset - 80), offset)}¦${text.slice(offset, offset + 60)}`)}`;

const cuts = (text: string, at: number): boolean => at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

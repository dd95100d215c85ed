import type { TestAnswer, TestedExpectation, TestParams } from '../../server/src/protocol/requests';
import { isScenario, manifestsBeside } from '../../server/src/protocol/scenario-files';
import type { Span } from '../../server/src/protocol/text';

/** Everybody else that the tests of a workspace need. URIs throughout. */
export interface Around {
	/** All scenario files. */
	readonly find: () => Promise<readonly string[]>;
	/** What an editor has, else the disk; undefined where neither has anything. */
	readonly textOf: (uri: string) => Promise<string | undefined>;
	/** Asks the server. */
	readonly test: (params: TestParams) => Promise<TestAnswer | null>;
	/** A file is a test, or is none any more. */
	readonly show: (uri: string) => void;
	readonly hide: (uri: string) => void;
	/** The expectations of a file, in their order. */
	readonly expects: (uri: string, tests: readonly { readonly id: string; readonly title: string; readonly span: Span }[]) => void;
}

/** Hears of results, a run's. */
export interface Hears {
	readonly started: (uri: string) => void;
	readonly result: (uri: string, result: TestedExpectation) => void;
	/** Nothing of the file could be judged. */
	readonly broken: (uri: string, faults: TestAnswer['faults']) => void;
}

/** Whether a file says something under a key of its own: that shows before anybody reads it. Where all of it stands in braces, a key that lies deeper may be taken for one. */
const says = (key: string) => {
	const [inLines, inBraces] = [new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm'), new RegExp(`[{,\\s]["']?${key}["']?[ \\t]*:`)];
	return (text: string): boolean => inLines.test(text) || (/^\{/m.test(text) && inBraces.test(text));
};

export const expectsIn = says('expect');

/** What it is played on. */
const playsIn = says('plays');

/** The scenario files of a workspace that expect something, and what came of them. */
export class TestFiles {
	private readonly tests = new Set<string>();
	/** Those whose expectations were told. */
	private readonly resolved = new Set<string>();
	/** Those that were run: they are run again when they, or their manifests, are saved. */
	private readonly wereRun = new Set<string>();
	/** Those whose manifest is built of files that only the server knows. */
	private readonly built = new Set<string>();

	constructor(private readonly around: Around) {}

	/** All that are known, in their order. */
	get all(): readonly string[] {
		return [...this.tests].sort();
	}

	async discover(): Promise<void> {
		await Promise.all((await this.around.find()).map((uri) => this.look(uri)));
	}

	/** A file may have begun to expect something, or ceased to. */
	async look(uri: string): Promise<void> {
		const text = isScenario(uri) ? await this.around.textOf(uri) : undefined;
		if (text !== undefined && expectsIn(text)) {
			this.tests.add(uri);
			this.around.show(uri);
			if (this.resolved.has(uri)) await this.resolve(uri);
		} else this.forget(uri);
	}

	forget(uri: string): void {
		if (!this.tests.delete(uri)) return;
		this.wereRun.delete(uri);
		this.built.delete(uri);
		this.resolved.delete(uri);
		this.around.hide(uri);
	}

	/** Tells what a file expects. */
	async resolve(uri: string): Promise<TestAnswer | null> {
		const text = await this.around.textOf(uri);
		if (text === undefined) {
			this.forget(uri);
			return null;
		}
		const beside = playsIn(text) ? undefined : await this.besideOf(uri);
		if (beside) this.built.delete(uri);
		else this.built.add(uri);
		const answer = await this.around.test({ uri, text, ...(beside && { beside }) });
		this.resolved.add(uri);
		this.around.expects(uri, answer?.results ?? []);
		return answer;
	}

	/** Runs a file: all of it, or what has one of these ids. */
	async run(uri: string, hears: Hears, only?: ReadonlySet<string>): Promise<void> {
		this.wereRun.add(uri);
		hears.started(uri);
		const answer = await this.resolve(uri);
		if (!answer) return;
		const isWhole = answer.results.every(({ verdict }) => verdict === 'fault');
		// Each expectation tells what is wrong on its own lines.
		const others = answer.faults.filter((fault) => !answer.results.some((result) => isNear(fault, result)));
		if (isWhole && others.length > 0) hears.broken(uri, others);
		for (const result of answer.results) if (!only || only.has(result.id)) hears.result(uri, withFault(result, answer.faults));
	}

	/** The files to run again when this one is saved: itself, those that are played on it, and those that may be built of it. */
	affectedBy(uri: string): readonly string[] {
		return [...this.wereRun].filter((test) => test === uri || manifestsBeside(test).includes(uri) || this.built.has(test));
	}

	private async besideOf(uri: string): Promise<TestParams['beside']> {
		for (const candidate of manifestsBeside(uri)) {
			const text = await this.around.textOf(candidate);
			if (text !== undefined) return { name: candidate.slice(candidate.lastIndexOf('/') + 1), text };
		}
		return undefined;
	}
}

const isNear = (fault: TestAnswer['faults'][number], { span }: TestedExpectation): boolean => Math.abs(fault.span.start.line - span.start.line) <= 1;

/** An expectation at fault says what is wrong with it: what stands on its lines, else what is wrong with the file. */
function withFault(result: TestedExpectation, faults: TestAnswer['faults']): TestedExpectation {
	if (result.verdict !== 'fault') return result;
	const near = faults.filter((fault) => isNear(fault, result));
	const message = (near.length > 0 ? near : faults).map((fault) => fault.message).join('\n');
	return { ...result, message };
}

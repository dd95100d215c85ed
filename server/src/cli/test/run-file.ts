import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, inLanguage } from '../../features/diagnose/diagnostic';
import { ofEncoding } from '../../features/diagnose/encoding';
import type { TestResult } from '../../features/expect/results';
import { type Played, played } from '../../features/expect/run';
import { type ToPlay, testScenario } from '../../features/expect/test-scenario';
import { playsOf } from '../../features/scenario/plays';
import { plainText } from '../../features/words-of';
import { manifestsBeside } from '../../protocol/scenario-files';
import type { Language } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { slashed } from '../files';
import { type ReadText, readText } from '../read-text';
import { Builder } from './build';
import type { FoundFile } from './find';

/** What came of one scenario in one version of Kubernetes. */
export interface TestedFile {
	readonly path: string;
	readonly version: Minor;
	readonly text: string;
	/** A file without them is no test. */
	readonly results: readonly TestResult[];
	/** What keeps expectations, or all of them, from being judged. */
	readonly faults: readonly Diagnostic[];
	/** Milliseconds that it took. */
	readonly took: number;
}

/** Runs scenarios; a manifest that several are played on is read and judged once. */
export class Runner {
	private readonly manifests = new Map<string, Played | undefined>();
	private readonly builder: Builder;

	constructor(
		private readonly version: Minor,
		private readonly language: Language,
	) {
		this.builder = new Builder(version);
	}

	/** Undefined: it expects nothing, and nobody asked for it by name. */
	async run({ path: file, isNamed }: FoundFile, source: ReadText): Promise<TestedFile | undefined> {
		const began = performance.now();
		const tested = (text: string, results: readonly TestResult[], faults: readonly Diagnostic[]): TestedFile => ({
			path: file,
			version: this.version,
			text,
			results,
			faults,
			took: performance.now() - began,
		});
		if ('fault' in source) return tested('', [], [this.whole('file/unreadable', source.fault)]);
		if (source.unread) {
			const { why = { en: '', ko: '' } } = ofEncoding(source.unread);
			return tested(source.text, [], [this.whole('yaml/encoding', { en: plainText(why.en), ko: plainText(why.ko) })]);
		}
		const answer = testScenario(source.text, file, await this.toPlay(file, source.text), this.language);
		if (answer) return tested(source.text, answer.results, answer.faults);
		return isNamed ? tested(source.text, [], [this.whole('expect/nothing', NOTHING)]) : undefined;
	}

	private whole(code: string, message: { readonly en: string; readonly ko: string }): Diagnostic {
		return { range: { start: 0, end: 0 }, severity: 'error', code, message: inLanguage(message, this.language).join('\n') };
	}

	private async toPlay(file: string, text: string): Promise<ToPlay> {
		const plays = playsOf(text);
		const beside = plays ? undefined : this.beside(file);
		return beside ?? this.builder.built(file, plays);
	}

	private beside(file: string): ToPlay {
		if (file === '-') return undefined;
		const manifest = manifestsBeside(slashed(file)).find((one) => existsSync(one));
		const one = manifest === undefined ? undefined : this.manifest(manifest);
		return manifest !== undefined && one ? { name: path.basename(manifest), played: one } : undefined;
	}

	private manifest(file: string): Played | undefined {
		if (!this.manifests.has(file)) {
			const source = readText(file);
			this.manifests.set(file, 'fault' in source || source.unread ? undefined : played(source, this.version));
		}
		return this.manifests.get(file);
	}
}

const NOTHING = { en: 'There is no expect: in it.', ko: 'expect:가 없다.' };

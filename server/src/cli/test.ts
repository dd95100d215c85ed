import type { Bilingual, Language } from '../protocol/text';
import type { Minor } from '../schema/schema';
import { noneOf, options, versionsOf } from './options';
import { readText } from './read-text';
import { complain } from './say';
import { Progress } from './terminal';
import { type FoundFile, findScenarios } from './test/find';
import { github } from './test/github';
import { json } from './test/json';
import { junit } from './test/junit';
import { type Report, type Run, tallyOf } from './test/report';
import { Runner, type TestedFile } from './test/run-file';
import { tap } from './test/tap';
import { text } from './test/text';
import { watch } from './test/watch';

const FORMATS: Readonly<Record<string, Report>> = { text, json, junit, tap, github };

/** `peapod test [FILES|DIRS|-]`: 0 if all that is expected holds, 1 if something does not, 2 if something is at fault or there is nothing to test. */
export async function test(args: readonly string[]): Promise<number> {
	const { positionals, values, flags, lists, language, paint, faults } = options(args, ['format'], ['watch'], ['kubernetes']);
	const versions = versionsOf(lists['kubernetes'], faults);
	const format = values['format'] ?? 'text';
	const report = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
	if (!report) faults.push(noneOf('--format', Object.keys(FORMATS), format));
	const paths = positionals.length > 0 ? positionals : ['.'];
	if (flags.has('watch') && paths.includes('-')) faults.push({ en: 'Standard input cannot be watched.', ko: '표준 입력은 지켜볼 수 없다.' });
	if (faults.length > 0 || !report) {
		complain('test', faults, language);
		return 2;
	}
	const once = (): Promise<number> => runOnce(paths, versions, { language, paint }, report);
	return flags.has('watch') ? watch(paths, once, language) : once();
}

async function runOnce(paths: readonly string[], versions: readonly Minor[], shown: Pick<Run, 'language' | 'paint'>, report: Report): Promise<number> {
	const { language } = shown;
	const began = performance.now();
	const found = findScenarios(paths);
	if (found.faults.length > 0) complain('test', found.faults, language);
	const files = await runAll(found.files, versions, language);
	if (files.length === 0) {
		if (found.faults.length === 0) complain('test', [nothing(paths)], language);
		return 2;
	}
	const run: Run = { ...shown, files, isOfVersions: versions.length > 1, took: performance.now() - began };
	process.stdout.write(report(run));
	const { fails, faults } = tallyOf(files);
	return faults > 0 || found.faults.length > 0 ? 2 : fails > 0 ? 1 : 0;
}

async function runAll(found: readonly FoundFile[], versions: readonly Minor[], language: Language): Promise<readonly TestedFile[]> {
	const runners = versions.map((version) => new Runner(version, language));
	const progress = new Progress(found.length);
	const files: TestedFile[] = [];
	for (const file of found) {
		progress.step();
		const source = readText(file.path);
		for (const runner of runners) {
			const tested = await runner.run(file, source);
			if (tested) files.push(tested);
		}
	}
	progress.end();
	return files;
}

const nothing = (paths: readonly string[]): Bilingual => ({
	en: `nothing is tested: no *.scenario.yaml with expect: in ${paths.join(', ')}.`,
	ko: `테스트할 것이 없다. expect:가 있는 *.scenario.yaml이 없다: ${paths.join(', ')}.`,
});

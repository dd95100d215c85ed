import { statSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../features/diagnose/diagnose';
import { inLanguage, type Severity } from '../features/diagnose/diagnostic';
import { commented } from '../features/diagnose/directives';
import { ofEncoding } from '../features/diagnose/encoding';
import { allCodes, isCodeName, type Rating } from '../features/diagnose/severity';
import { toldOf } from '../features/diagnose/told';
import { matchesGlob } from '../features/glob';
import { manifestsOf } from '../features/manifests';
import { particle } from '../features/particle';
import { read } from '../manifest/read';
import type { Bilingual, Language } from '../protocol/text';
import { type OwnPart, ownKindsOf, ownPartsOf } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { checkFolder, type How } from './check-folder';
import { checkOver } from './check-over';
import { type Options, options, versionsOf } from './options';
import { type ReadText, readText } from './read-text';
import { textIn } from './render';
import { FORMATS } from './reports/formats';
import type { Report } from './reports/report';
import { FATES, summaryOf } from './reports/summary';
import { complain } from './say';
import { DiskSurroundings } from './surroundings';
import { mergedVersions, type OfVersion } from './versions-merged';

/**
 * `peapod check FILE|DIR...`: what the server would say, on standard output as `--format` has it; what was judged and what was not, on standard error.
 * 1 if it refuses anything, 2 if a file or an option is no good.
 */
export async function check(args: readonly string[]): Promise<number> {
	const given = options(args, ['old', 'format', 'severity'], ['quiet'], ['ignore', 'pod-template', 'values', 'set', 'kubernetes']);
	const { positionals, values, language, faults } = given;
	const versions = versionsOf(given.lists['kubernetes'], faults);
	const [version] = versions;
	if (values['old'] !== undefined && version !== undefined && faults.length === 0) {
		if (versions.length === 1) return checkOver(values['old'], positionals, version, language);
		faults.push({ en: '--old takes one version of --kubernetes.', ko: '--old와 함께 쓸 때는 --kubernetes에 버전을 하나만 적는다.' });
	}
	const { format = 'text', severity = 'hint' } = values;
	const wanted = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
	if (!wanted) faults.push(noneOf('--format', Object.keys(FORMATS), format));
	const least = SEVERITIES.map(String).indexOf(severity);
	if (least < 0) faults.push(noneOf('--severity', SEVERITIES, severity));
	if (positionals.length === 0 && faults.length === 0) {
		faults.push({ en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' });
	}
	const common = howIn(given);
	if (faults.length > 0 || !wanted) {
		complain('check', faults, language);
		return 2;
	}
	const answers: Answer[] = [];
	for (const name of positionals) answers.push(await answerOf(name, common, versions, format !== 'json'));
	const reports = answers.flatMap((answer) => answer.reports);
	const written = await wanted();
	const told = reports.map((one) => atLeast(one, least));
	process.stdout.write(written(told, language));
	for (const { fault } of answers) if (fault) complain('check', [fault], language);
	if (!given.flags.has('quiet')) tell(answers, language);
	const isWhole = answers.every(({ isFolder, reports: own }) => own.every(({ fate }) => fate !== 'unreadable' && (isFolder || fate !== 'tooLarge')));
	if (!isWhole) return 2;
	return reports.some(({ found }) => found.some((one) => one.severity === 'error')) ? 1 : 0;
}

/** How bad a finding may be, the worst first. */
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

const atLeast = (report: Report, least: number): Report => ({
	...report,
	found: report.found.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least),
});

const noneOf = (option: string, known: readonly string[], text: string): Bilingual => ({
	en: `${option} takes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not "${text}".`,
	ko: `${option}에는 ${known.join(', ')} 가운데 하나를 적는다. "${text}"${particle(text, '은/는')} 아니다.`,
});

/** How files are judged, as the options say; what they say wrong is told among their faults. */
function howIn({ lists, language, faults }: Options): Omit<How, 'version'> {
	const { ratings, globs, unknown } = ignoring(lists['ignore'] ?? []);
	const own = ownParts(lists['pod-template'] ?? []);
	faults.push(...unknown, ...own.faults);
	return {
		values: (lists['values'] ?? []).map((file) => ({ name: path.resolve(file), ...textIn(file, faults) })),
		set: lists['set'] ?? [],
		language,
		ratings,
		isIgnored: (file) => isIgnored(file, globs),
		surroundings: new DiskSurroundings(),
		kinds: ownKindsOf(own.parts),
	};
}

/** What is said of a file or folder that was named. */
interface Answer {
	readonly isFolder: boolean;
	readonly reports: readonly Report[];
	/** Why it could not be read. */
	readonly fault?: Bilingual;
}

/** Judges what was named in each version. Who reads reports opens files from where they stand (`fromHere`); programs that read JSON know the folder that they asked about. */
async function answerOf(name: string, common: Omit<How, 'version'>, versions: readonly Minor[], fromHere: boolean): Promise<Answer> {
	const all: OfVersion[] = [];
	if (name !== '-' && statSync(name, { throwIfNoEntry: false })?.isDirectory()) {
		for (const version of versions) all.push({ version, reports: await checkFolder(name, { ...common, version }) });
		const reports = mergedVersions(all).map((report) => (fromHere ? { ...report, file: path.join(name, report.file) } : report));
		return { isFolder: true, reports };
	}
	const source = common.isIgnored(name) ? undefined : readText(name);
	if (source && 'fault' in source) return { isFolder: false, reports: [{ file: name, text: '', fate: 'unreadable', found: [] }], fault: source.fault };
	for (const version of versions) all.push({ version, reports: [checkFile(name, source, { ...common, version })] });
	return { isFolder: false, reports: mergedVersions(all) };
}

type Source = Extract<ReadText, { readonly text: string }>;

/** What the server would say of a file; `source` is undefined where it is left out. */
function checkFile(name: string, source: Source | undefined, { version, ratings, surroundings, kinds }: How): Report {
	if (!source) return { file: name, text: '', fate: 'ignored', found: [] };
	const { text } = source;
	const file = read(text, undefined, { ...surroundings.around(name), kinds });
	const judged = diagnose(file, version);
	// The fault of the bytes says it all.
	const all = source.unread ? [ofEncoding(source.unread), ...judged.filter(({ code }) => code !== 'yaml/encoding')] : judged;
	const found = toldOf(commented(file.sections), all, ratings).diagnostics;
	const fate = file.silent ?? (all.length > 0 || manifestsOf(file).length > 0 ? 'judged' : 'nothing');
	return { file: name, text, fate, found: found.map((one) => ({ ...one, related: (one.related ?? []).map((other) => ({ ...other, file: name, text })) })) };
}

/** Tells which files that were named were not judged, and, of folders, how many. */
function tell(answers: readonly Answer[], language: Language): void {
	for (const { isFolder, reports } of answers) {
		for (const { file, fate } of reports) {
			if (isFolder || fate === 'judged' || fate === 'nothing' || fate === 'unreadable') continue;
			process.stderr.write(
				inLanguage(FATES[fate], language)
					.map((why) => `${file}: ${why}\n`)
					.join(''),
			);
		}
	}
	const reports = answers.flatMap((answer) => answer.reports);
	if (reports.every(({ fate }) => fate === 'nothing')) complain('check', [NOTHING], language);
	else if (answers.some(({ isFolder }) => isFolder)) process.stderr.write(`${summaryOf(reports, language).join('\n')}\n`);
}

const NOTHING: Bilingual = {
	en: 'nothing was judged: no Pod, and nothing that makes pods, is written there.',
	ko: '판정한 것이 없다. 파드나 파드를 만드는 오브젝트가 들어 있지 않다.',
};

/** `--ignore`: codes and families of findings, else patterns of files. */
function ignoring(given: readonly string[]) {
	const codes = given.filter(isCodeName);
	const unknown = codes.filter((code) => !code.endsWith('/*') && !allCodes().includes(code));
	return {
		ratings: new Map(codes.map((code): [string, Rating] => [code, 'off'])),
		globs: given.filter((one) => !isCodeName(one)),
		unknown: unknown.map(
			(code): Bilingual => ({ en: `There is no code ${code}; a file would be ./${code}.`, ko: `${code} 코드는 없다. 파일이라면 ./${code}로 적는다.` }),
		),
	};
}

/** `--pod-template`: `example.com/v1/Robot:spec.template`, behind a further colon what stands there. */
function ownParts(given: readonly string[]): { readonly parts: readonly OwnPart[]; readonly faults: readonly Bilingual[] } {
	const read = given.map((text) => {
		const [, apiVersion, kind, path, what] = /^(.+)\/([^/:]+):([^:]+)(?::(.+))?$/.exec(text) ?? [];
		return { text, parts: ownPartsOf([{ apiVersion, kind, path, ...(what ? { what } : {}) }]) };
	});
	return {
		parts: read.flatMap(({ parts }) => parts),
		faults: read
			.filter(({ parts }) => parts.length === 0)
			.map(({ text }) => ({
				en: `--pod-template takes APIVERSION/KIND:PATH[:WHAT], as in example.com/v1/Robot:spec.arms[].template:PodTemplateSpec, not "${text}".`,
				ko: `--pod-template에는 APIVERSION/KIND:PATH[:WHAT]를 적는다. 예: example.com/v1/Robot:spec.arms[].template:PodTemplateSpec. "${text}"${particle(text, '은/는')} 아니다.`,
			})),
	};
}

/** By the path from the folder one stands in. */
function isIgnored(name: string, globs: readonly string[]): boolean {
	if (name === '-') return false;
	const relative = path.relative('', name).split(path.sep).join('/');
	return globs.some((glob) => matchesGlob(glob, relative));
}

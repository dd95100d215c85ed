import path from 'node:path';
import { inLanguage } from '../features/diagnose/diagnostic';
import { SEVERITIES } from '../features/diagnose/severity';
import { matchesGlob } from '../features/glob';
import { particle } from '../features/particle';
import type { Bilingual, Language } from '../protocol/text';
import { type OwnPart, ownKindsOf, ownPartsOf } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import type { Checked, How } from './check-built';
import { type Asked, emptyReport } from './check-file';
import { real, slashed } from './files';
import type { Ignoring } from './ignoring';
import { judgeFiles } from './judge-files';
import { askedAs, type Named, namedBy, namedIn, type Place } from './named';
import { NO_FILES, noneOf, type Options, options, versionsOf } from './options';
import { watchOutput } from './output';
import { areAlone, partsOf } from './parts';
import { cannotRead, textIn } from './read-text';
import { FORMATS } from './reports/formats';
import type { Report } from './reports/report';
import { FATES, summaryOf } from './reports/summary';
import { complain } from './say';
import { DiskSurroundings } from './surroundings';
import { Progress } from './terminal';

/**
 * `peapod check FILE|DIR|GLOB...`: what the server would say, on standard output as `--format` has it; what was judged and what was not, on standard error.
 * 1 if it refuses anything, 2 if a file or an option is no good.
 */
export async function check(args: readonly string[]): Promise<number> {
	const given = options(args, ['old', 'against', 'format', 'severity'], ['quiet', 'force-exclude'], ['ignore', 'pod-template', 'values', 'set', 'kubernetes']);
	const { positionals, values, language, faults } = given;
	const how = await howIn(given, versionsOf(given.lists['kubernetes'], faults));
	if (values['old'] !== undefined || values['against'] !== undefined) {
		watchOutput(language);
		const { compare } = await import('./compare');
		return compare(given, how);
	}
	const { format = 'text', severity = 'hint' } = values;
	const wanted = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
	if (!wanted) faults.push(noneOf('--format', Object.keys(FORMATS), format));
	const least = SEVERITIES.map(String).indexOf(severity);
	if (least < 0) faults.push(noneOf('--severity', SEVERITIES, severity));
	if (positionals.length === 0 && faults.length === 0) faults.push(NO_FILES);
	const named = await namedBy(faults.length > 0 ? [] : positionals);
	const surroundings = new DiskSurroundings();
	const isAlone = areAllAlone(named.places, surroundings);
	if (isAlone && named.places.length > 0) faults.push(...withoutChart(how));
	if (faults.length > 0 || !wanted) {
		watchOutput(language);
		complain('check', faults, language);
		return 2;
	}
	const checked = await judged(named, how, surroundings, isAlone);
	const { reports, idle } = checked;
	const unread = unreadIn(reports);
	const written = await wanted();
	const told = reports.map((one) => atLeast(one, least));
	const text = written(told, language, given.paint);
	// Of files without a fault nothing is said: the streams of Node are not even read.
	if (text !== '' || named.isMany || reports.some(({ fate }) => fate !== 'judged')) {
		watchOutput(language);
		process.stdout.write(text);
		complain('check', [...unread, ...idle.map(nothingIn)], language);
		if (!given.flags.has('quiet')) tell(checked, named, language);
	}
	const isMeant = isMeantIn(named);
	if (reports.some((one) => one.fate === 'unreadable' || (one.fate === 'tooLarge' && isMeant(one)))) return 2;
	return reports.some(({ found }) => found.some((one) => one.severity === 'error')) ? 1 : 0;
}

const NOTHING_IGNORED: Ignoring = { ratings: new Map(), globs: [], faults: [] };

const atLeast = (report: Report, least: number): Report => ({
	...report,
	found: report.found.filter(({ severity }) => SEVERITIES.indexOf(severity) <= least),
});

/** How files are judged, as the options say; what they say wrong is told among their faults. */
async function howIn({ lists, flags, faults }: Options, versions: readonly Minor[]): Promise<How> {
	const { ignore, values = [], set = [] } = lists;
	const { ratings, globs, faults: unknown } = ignore ? (await import('./ignoring')).ignoring(ignore) : NOTHING_IGNORED;
	const own = ownParts(lists['pod-template'] ?? []);
	faults.push(...unknown, ...own.faults);
	if (set.length > 0) faults.push(...(await import('./render-chart')).setFaults('--set', set));
	const isExcluded = flags.has('force-exclude') ? await excluding() : () => false;
	return {
		values: values.map((file) => ({ name: path.resolve(file), ...textIn(file, faults) })),
		set,
		versions,
		ratings,
		isIgnored: (file) => file !== '-' && (isIgnored(file, globs) || isExcluded(file)),
		kinds: ownKindsOf(own.parts),
	};
}

/** Judges what was named, each file once. */
async function judged({ places, unmatched }: Named, how: How, surroundings: DiskSurroundings, isAlone: boolean): Promise<Checked> {
	const alone = async (files: readonly Asked[]): Promise<readonly Report[]> => {
		const progress = new Progress(files.length);
		const reports = await judgeFiles(files, how, surroundings, progress);
		progress.end();
		return reports;
	};
	const checked = isAlone ? await plainly(places, how, alone) : await (await import('./check-built')).checkBuilt(places, how, surroundings, alone);
	return { ...checked, reports: [...checked.reports, ...(await Promise.all(unmatched.map(ofUnmatched)))] };
}

/** Whether all are files that no chart and no overlay has to do with: nothing of those is read then. */
function areAllAlone(places: readonly Place[], surroundings: DiskSurroundings): boolean {
	const files = namedIn(places);
	return places.every(({ kind }) => kind === 'file') && areAlone(files, partsOf(files, surroundings));
}

/** What is said of values where nothing that is judged has to do with a chart. */
function withoutChart({ values, set }: How): readonly Bilingual[] {
	if (values.length + set.length === 0) return [];
	const option = values.length > 0 ? '--values' : '--set';
	return [{ en: `${option} is for charts: name the folder of one.`, ko: `${option}${particle(option, '은/는')} 차트에 쓴다. 차트 폴더를 적는다.` }];
}

/** Judges files by themselves. */
async function plainly(places: readonly Place[], { isIgnored }: How, alone: (files: readonly Asked[]) => Promise<readonly Report[]>): Promise<Checked> {
	const asked = places.flatMap((place) => (isIgnored(place.full) ? [] : askedAs(place)));
	const found = new Map((await alone(asked)).map((report) => [report.file, report]));
	return { reports: places.map(({ name }) => found.get(name) ?? emptyReport(name, 'ignored')), idle: [] };
}

async function ofUnmatched(pattern: string): Promise<Report> {
	const { nothingMatches } = await import('./globs');
	return { ...emptyReport(pattern, 'unreadable'), fault: nothingMatches(pattern) };
}

/** What could not be read, and why: it decides the exit code, whoever named it. */
const unreadIn = (reports: readonly Report[]): readonly Bilingual[] =>
	reports.flatMap(({ file, fate, fault }) => fault ?? (fate === 'unreadable' ? cannotRead(file) : []));

/** Tells which files that were named were not judged, and, of folders, how many. */
function tell({ reports, idle }: Checked, named: Named, language: Language): void {
	for (const { file, fate } of reports.filter(isMeantIn(named))) {
		if (fate === 'judged' || fate === 'nothing' || fate === 'unreadable') continue;
		process.stderr.write(
			inLanguage(FATES[fate], language)
				.map((why) => `${file}: ${why}\n`)
				.join(''),
		);
	}
	const isNothing = reports.every(({ fate }) => fate === 'nothing');
	if (isNothing && idle.length === 0) complain('check', [nothingJudged()], language);
	else if (named.isMany && !isNothing) process.stderr.write(`${summaryOf(reports, language).join('\n')}\n`);
}

/** Whether a report is of a file that was named by itself. */
function isMeantIn({ places }: Named): (report: Report) => boolean {
	const meant = new Set(places.flatMap(({ kind, name, isNamed }) => (kind === 'file' && isNamed ? name : [])));
	return ({ file }) => meant.has(file);
}

/** What is said of folders with nothing to judge in them, also to who asks for silence: a path that is wrong would be green. */
const nothingIn = ({ name }: Place): Bilingual => nothingJudged(` in ${name}`, `${name}에서는 `);

const nothingJudged = (inEnglish = '', inKorean = ''): Bilingual => ({
	en: `nothing was judged${inEnglish}: no Pod, and nothing that makes pods, is written there.`,
	ko: `${inKorean}판정한 것이 없다. 파드나 파드를 만드는 오브젝트가 들어 있지 않다.`,
});

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
function isIgnored(file: string, globs: readonly string[]): boolean {
	const relative = slashed(path.relative('', file));
	return globs.some((glob) => matchesGlob(glob, relative));
}

/** `--force-exclude`: what ignore files leave out of the folder one stands in, whoever names it. */
async function excluding(): Promise<(file: string) => boolean> {
	const { IgnoreFiles } = await import('./ignore-files');
	const ignored = IgnoreFiles.below(real(''));
	return (file) => ignored.isLeftOut(slashed(path.resolve(file)), false);
}

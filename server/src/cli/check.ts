import { statSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../features/diagnose/diagnose';
import { inLanguage } from '../features/diagnose/diagnostic';
import { commented } from '../features/diagnose/directives';
import { ofEncoding } from '../features/diagnose/encoding';
import { allCodes, isCodeName, type Rating } from '../features/diagnose/severity';
import { toldOf } from '../features/diagnose/told';
import { matchesGlob } from '../features/glob';
import { manifestsOf } from '../features/manifests';
import { particle } from '../features/particle';
import { type File, IGNORED, read } from '../manifest/read';
import type { Bilingual } from '../protocol/text';
import { type OwnPart, ownKindsOf, ownPartsOf } from '../schema/embedded';
import { checkFolder, type How } from './check-folder';
import { checkOver } from './check-over';
import { options } from './options';
import { readText } from './read-text';
import { textIn } from './render';
import { asJson, asText, type Report } from './reports';
import { complain } from './say';
import { DiskSurroundings } from './surroundings';

/** `peapod check FILE|DIR...`: what the server would say, a paragraph each or one JSON array; 1 if it refuses anything, 2 if a file or an option is no good. */
export async function check(args: readonly string[]): Promise<number> {
	const { positionals, values, version, language, lists, faults } = options(args, ['old', 'format'], [], ['ignore', 'pod-template', 'values', 'set']);
	if (values['old'] !== undefined && faults.length === 0) return checkOver(values['old'], positionals, version, language);
	const { ratings, globs, unknown } = ignoring(lists['ignore'] ?? []);
	const own = ownParts(lists['pod-template'] ?? []);
	faults.push(...unknown, ...own.faults);
	const kinds = ownKindsOf(own.parts);
	const format = values['format'] ?? 'text';
	if (format !== 'text' && format !== 'json') {
		faults.push({
			en: `--format takes text or json, not "${format}".`,
			ko: `--format에는 text나 json을 적는다. "${format}"${particle(format, '은/는')} 아니다.`,
		});
	}
	if (positionals.length === 0 && faults.length === 0) {
		faults.push({ en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' });
	}
	const given = (lists['values'] ?? []).map((file) => ({ name: path.resolve(file), ...textIn(file, faults) }));
	if (faults.length > 0) {
		complain('check', faults, language);
		return 2;
	}
	const how: How = {
		values: given,
		set: lists['set'] ?? [],
		version,
		language,
		ratings,
		isIgnored: (file) => isIgnored(file, globs),
		surroundings: new DiskSurroundings(),
		kinds,
	};
	const answers: Answer[] = [];
	for (const name of positionals) answers.push(isFolder(name) ? await checkedFolder(name, how, format === 'text') : checkFile(name, how));
	const reports = answers.flatMap((answer) => answer.reports);
	if (format === 'json') process.stdout.write(asJson(reports, language));
	else process.stdout.write(asText(reports, language));
	if (answers.every(({ outcome }) => outcome === 'nothing')) complain('check', [NOTHING], language);
	if (answers.some(({ outcome }) => outcome === 'unreadable')) return 2;
	return reports.some(({ found }) => found.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

interface Answer {
	readonly outcome: 'unreadable' | 'judged' | 'nothing';
	readonly reports: readonly Report[];
}

const isFolder = (name: string): boolean => name !== '-' && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;

/** Who reads text opens files from where they stand; programs know the folder that they asked about. */
async function checkedFolder(name: string, how: How, fromHere: boolean): Promise<Answer> {
	const reports = (await checkFolder(name, how)).map((report) => (fromHere ? { ...report, file: path.join(name, report.file) } : report));
	return { outcome: reports.length > 0 ? 'judged' : 'nothing', reports };
}

/** What the server would say of a file. */
function checkFile(name: string, { version, language, ratings, isIgnored, surroundings, kinds }: How): Answer {
	const isLeftOut = isIgnored(name);
	const source = isLeftOut ? { text: '' } : readText(name);
	if ('fault' in source) {
		complain('check', [source.fault], language);
		return { outcome: 'unreadable', reports: [] };
	}
	const { text } = source;
	const file = isLeftOut ? IGNORED : read(text, undefined, { ...surroundings.around(name), kinds });
	const judged = diagnose(file, version);
	// The fault of the bytes says it all.
	const all = source.unread ? [ofEncoding(source.unread), ...judged.filter(({ code }) => code !== 'yaml/encoding')] : judged;
	const found = toldOf(commented(file.sections), all, ratings).diagnostics;
	if (file.silent) {
		process.stderr.write(
			inLanguage(SILENT[file.silent], language)
				.map((why) => `${name}: ${why}\n`)
				.join(''),
		);
	}
	const reports = [
		{ file: name, text, found: found.map((one) => ({ ...one, related: (one.related ?? []).map((other) => ({ ...other, file: name, text })) })) },
	];
	if (file.silent === 'tooLarge') return { outcome: 'unreadable', reports };
	return { outcome: file.silent || all.length > 0 || manifestsOf(file).length > 0 ? 'judged' : 'nothing', reports };
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

const SILENT: Readonly<Record<NonNullable<File['silent']>, Bilingual>> = {
	template: { en: 'a Go template; not judged', ko: 'Go 템플릿이라 판정하지 않는다' },
	ignored: { en: 'left out by --ignore', ko: '--ignore에 따라 건너뛴다' },
	tooLarge: { en: 'too large; not judged', ko: '너무 커서 판정하지 않는다' },
};

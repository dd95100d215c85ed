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
import type { Bilingual, Language } from '../protocol/text';
import { type OwnKinds, type OwnPart, ownKindsOf, ownPartsOf } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { checkOver } from './check-over';
import { options } from './options';
import { paragraphs } from './paragraphs';
import { readText } from './read-text';
import { complain } from './say';
import { DiskSurroundings } from './surroundings';

/** `peapod check FILE...`: what the server would say, a paragraph each; 1 if it refuses anything, 2 if a file or an option is no good. */
export function check(args: readonly string[]): number {
	const { positionals, values, version, language, lists, faults } = options(args, ['old'], [], ['ignore', 'pod-template']);
	if (values['old'] !== undefined && faults.length === 0) return checkOver(values['old'], positionals, version, language);
	const { ratings, globs, unknown } = ignoring(lists['ignore'] ?? []);
	const own = ownParts(lists['pod-template'] ?? []);
	faults.push(...unknown, ...own.faults);
	const kinds = ownKindsOf(own.parts);
	if (positionals.length === 0 && faults.length === 0) {
		faults.push({ en: 'Name the files to check, or - for standard input.', ko: '검사할 파일을 적는다. 표준 입력은 -로 적는다.' });
	}
	if (faults.length > 0) {
		complain('check', faults, language);
		return 2;
	}
	const surroundings = new DiskSurroundings();
	const answers = positionals.map((name) => checkFile(name, { version, language, ratings, isIgnored: isIgnored(name, globs), surroundings, kinds }));
	if (answers.every((answer) => answer === 'nothing')) complain('check', [NOTHING], language);
	return answers.includes('unreadable') ? 2 : answers.includes('refused') ? 1 : 0;
}

interface How {
	readonly version: Minor;
	readonly language: Language;
	readonly ratings: ReadonlyMap<string, Rating>;
	readonly isIgnored: boolean;
	readonly surroundings: DiskSurroundings;
	readonly kinds: OwnKinds;
}

/** Says what the server would say of a file, and how it went. */
function checkFile(name: string, { version, language, ratings, isIgnored, surroundings, kinds }: How): 'unreadable' | 'refused' | 'fine' | 'nothing' {
	const source = isIgnored ? { text: '' } : readText(name);
	if ('fault' in source) {
		complain('check', [source.fault], language);
		return 'unreadable';
	}
	const file = isIgnored ? IGNORED : read(source.text, undefined, { ...surroundings.around(name), kinds });
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
	process.stdout.write(paragraphs(name, source.text, found, language));
	if (file.silent === 'tooLarge') return 'unreadable';
	if (found.some(({ severity }) => severity === 'error')) return 'refused';
	return file.silent || all.length > 0 || manifestsOf(file).length > 0 ? 'fine' : 'nothing';
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

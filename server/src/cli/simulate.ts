import { basename } from 'node:path';
import { minorOf } from '../features/diagnose/verdict';
import { durationText, type Told, tell } from '../features/life/tell';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import type { Beside } from '../features/scenario/scenario-names';
import type { Language } from '../protocol/text';
import { NEWEST } from '../schema/schema';
import { languageOf, paragraph, textOf } from './check';
import { options } from './options';

/** `peapod simulate FILE`: 0 if the pod became ready (or succeeded), 1 if not, 2 if there is no life to tell. */
export function simulateLife(args: readonly string[]): number {
	const { positionals, values, flags, faults } = options(args, ['preset', 'scenario', 'kubernetes', 'document', 'lang'], ['watch', 'events', 'json']);
	const [path, ...others] = positionals;
	if (!path || others.length > 0) faults.push('Name one file, or - for standard input.');
	const version = values['kubernetes'] === undefined ? NEWEST : minorOf(values['kubernetes']);
	if (version === undefined) faults.push(`--kubernetes does not know "${values['kubernetes']}".`);
	const manifest = path === undefined ? undefined : textOf(path);
	if (path && manifest === undefined) faults.push(`Cannot read ${path}.`);
	const scenario = values['scenario'] === undefined ? undefined : textOf(values['scenario']);
	if (values['scenario'] && scenario === undefined) faults.push(`Cannot read ${values['scenario']}.`);
	if (faults.length > 0 || manifest === undefined || version === undefined) return complain(faults);
	const language = languageOf(values['lang']);
	if (scenario !== undefined && isBroken(values['scenario'] ?? '', scenario, language, { name: basename(path ?? ''), text: manifest })) return 2;
	const told = tell(manifest, {
		version,
		document: Number(values['document'] ?? 0),
		...(values['preset'] ? { preset: values['preset'] } : {}),
		...(scenario === undefined ? {} : { scenario }),
	});
	if ('faults' in told) return complain(told.faults);
	print(told, flags, language);
	return told.wasReady ? 0 : 1;
}

/** Says what is wrong with the scenario, and whether it can be played all the same. */
function isBroken(path: string, text: string, language: Language, beside: Beside): boolean {
	const found = diagnoseScenario(text, language, beside);
	process.stderr.write(found.map((one) => `${paragraph(path, text, one, language)}\n`).join(''));
	return found.some(({ severity }) => severity === 'error');
}

function complain(faults: readonly string[]): number {
	process.stderr.write(`${faults.map((fault) => `peapod simulate: ${fault}`).join('\n')}\n`);
	return 2;
}

function print(told: Told, flags: ReadonlySet<string>, language: Language): void {
	const lines = flags.has('json')
		? [JSON.stringify(told.life.trace, null, 1)]
		: flags.has('watch') || flags.has('events')
			? [...(flags.has('watch') ? told.watch : []), ...(flags.has('events') ? told.events : [])]
			: story(told, language);
	process.stdout.write(`${lines.join('\n')}\n`);
}

/** The headline, and a line for each moment. */
function story({ life }: Told, language: Language): readonly string[] {
	const languages: readonly ('en' | 'ko')[] = language === 'both' ? ['ko', 'en'] : [language];
	const plain = (text: string): string => text.replaceAll('`', '').replaceAll('\u00a0', ' ');
	const headline = languages.map((one) => plain(life.headline[one]));
	const moments = life.trace.story.moments.flatMap(({ t, pod }, index) => {
		const name = pod === undefined ? '' : `${life.trace.pods?.[pod]?.name ?? ''}  `;
		return languages.map((one) => `${plain(durationText(t, 'en')).padStart(12)}  ${name}${plain(life.sentences[index]?.[one] ?? '')}`);
	});
	return [...headline, '', ...moments];
}

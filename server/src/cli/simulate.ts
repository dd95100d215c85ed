import { basename } from 'node:path';
import { ofEncoding } from '../features/diagnose/encoding';
import { type Told, tell } from '../features/life/tell';
import { particle } from '../features/particle';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import type { Beside } from '../features/scenario/scenario-names';
import { plainText } from '../features/words-of';
import type { Bilingual, Language } from '../protocol/text';
import { durationText } from '../schema/duration';
import { options } from './options';
import { paragraphs } from './paragraphs';
import { readText } from './read-text';
import { complain, languagesOf, padStart } from './say';

/** `peapod simulate FILE`: 0 if the pod became ready (or succeeded), 1 if not, 2 if there is no life to tell. */
export function simulateLife(args: readonly string[]): number {
	const { positionals, values, flags, language, version, faults } = options(args, ['preset', 'scenario', 'document'], ['watch', 'events', 'json']);
	const [path, ...others] = positionals;
	if (faults.length === 0 && (!path || others.length > 0)) {
		faults.push({ en: 'Name one file, or - for standard input.', ko: '파일을 하나만 적는다. 표준 입력은 -로 적는다.' });
	}
	const manifest = path === undefined ? undefined : given(path, faults);
	const scenario = values['scenario'] === undefined ? undefined : given(values['scenario'], faults);
	const document = values['document'] ?? '0';
	if (!/^\d+$/.test(document)) {
		faults.push({
			en: `--document takes a number, counted from 0, not "${document}".`,
			ko: `--document에는 0부터 센 숫자를 적는다. "${document}"${particle(document, '은/는')} 아니다.`,
		});
	}
	if (faults.length > 0 || manifest === undefined) {
		complain('simulate', faults, language);
		return 2;
	}
	if (scenario !== undefined && isBroken(values['scenario'] ?? '', scenario, language, { name: basename(path ?? ''), text: manifest })) return 2;
	const told = tell(manifest, {
		version,
		document: Number(document),
		...(values['preset'] ? { preset: values['preset'] } : {}),
		...(scenario === undefined ? {} : { scenario }),
	});
	if ('faults' in told) {
		complain('simulate', told.faults, language);
		return 2;
	}
	print(told, flags, language);
	return told.wasReady ? 0 : 1;
}

/** The text of a file; what is wrong with it goes among the faults. */
function given(path: string, faults: Bilingual[]): string | undefined {
	const source = readText(path);
	if ('fault' in source) faults.push(source.fault);
	else if (!source.unread) return source.text;
	else {
		const { why = { en: '', ko: '' } } = ofEncoding(source.unread);
		faults.push({ en: `${path}: ${plainText(why.en)}`, ko: `${path}: ${plainText(why.ko)}` });
	}
	return undefined;
}

/** Says what is wrong with the scenario, and whether it can be played all the same. */
function isBroken(path: string, text: string, language: Language, beside: Beside): boolean {
	const found = diagnoseScenario(text, language, beside);
	process.stderr.write(paragraphs(path, text, found, language));
	return found.some(({ severity }) => severity === 'error');
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
	const languages = languagesOf(language);
	const headline = languages.map((one) => plainText(life.headline[one]));
	const moments = life.trace.story.moments.flatMap(({ t, pod }, index) => {
		const name = pod === undefined ? '' : `${life.trace.pods?.[pod]?.name ?? ''}  `;
		return languages.map((one) => `${padStart(plainText(durationText(t, one)), 12)}  ${name}${plainText(life.sentences[index]?.[one] ?? '')}`);
	});
	return [...headline, '', ...moments];
}

import { particle } from '../features/particle';
import type { Bilingual } from '../protocol/text';
import { NEWEST } from '../schema/schema';
import type { How } from './check-built';
import { NO_FILES, noneOf, type Options } from './options';
import { complain } from './say';

/** What differs is no finding: what reads reports of those can do nothing with it. */
const COMPARED_FORMATS: readonly string[] = ['text', 'json'];

/** `peapod check --old OLD` and `--against REV`, once it is sure that all options mean something there. */
export async function compare(given: Options, how: How): Promise<number> {
	const { values, positionals, language, flags } = given;
	const { old, against, format = 'text' } = values;
	const faults = [...given.faults, ...faultsOf(given, how)];
	if (faults.length > 0) {
		complain('check', faults, language);
		return 2;
	}
	const [version = NEWEST] = how.versions;
	const shared = { version, kinds: how.kinds, language, isJson: format === 'json' };
	if (against === undefined) return (await import('./check-over')).checkOver(old ?? '', positionals, shared);
	const { checkAgainst } = await import('./check-against');
	return checkAgainst(against, positionals, { ...how, ...shared, isQuiet: flags.has('quiet') });
}

function faultsOf({ values, lists, flags, positionals }: Options, { versions, ratings }: How): readonly Bilingual[] {
	const { old, against, format = 'text', severity } = values;
	const option = against === undefined ? '--old' : '--against';
	const faults: Bilingual[] = [];
	if (old !== undefined && against !== undefined) faults.push({ en: '--old and --against exclude one another.', ko: '--old와 --against는 함께 쓸 수 없다.' });
	if (versions.length > 1) {
		faults.push({
			en: `${option} takes one version of --kubernetes.`,
			ko: `${option}${particle(option, '과/와')} 함께 쓸 때는 --kubernetes에 버전을 하나만 적는다.`,
		});
	}
	if (!COMPARED_FORMATS.includes(format)) faults.push(noneOf('--format', COMPARED_FORMATS, format));
	if (severity !== undefined) faults.push(useless('--severity', option));
	if (ratings.size > 0) {
		faults.push({
			en: `${option} tells what is applied, and no findings: of --ignore it takes ${against === undefined ? 'nothing' : 'files alone'}.`,
			ko: `${option}${particle(option, '은/는')} 적용하면 일어날 일을 알리고 발견 사항은 알리지 않는다. --ignore${against === undefined ? '를 뺀다' : '에는 파일만 적는다'}.`,
		});
	}
	if (against === undefined) {
		const given = ['values', 'set', 'ignore', 'force-exclude'].filter((name) => lists[name] || flags.has(name));
		faults.push(...given.map((name) => useless(`--${name}`, option)));
	} else if (positionals.length === 0) faults.push(NO_FILES);
	return faults;
}

const useless = (useless: string, option: string): Bilingual => ({
	en: `${useless} decides nothing with ${option}: leave it out.`,
	ko: `${option}${particle(option, '과/와')} 함께 쓰면 ${useless}${particle(useless, '은/는')} 아무것도 정하지 않는다. 뺀다.`,
});

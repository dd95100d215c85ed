import { inLanguage } from '../../features/diagnose/diagnostic';
import type { Bilingual, Language } from '../../protocol/text';
import type { Fate, Report } from './report';

/** Why a file was not judged. */
export const FATES: Readonly<Record<Exclude<Fate, 'judged'>, Bilingual>> = {
	nothing: { en: 'no pods in it', ko: '파드 없음' },
	template: { en: 'a Go template; not judged', ko: 'Go 템플릿이라 판정하지 않는다' },
	ignored: { en: 'ignored; not judged', ko: '무시하도록 적혀 있어 판정하지 않는다' },
	tooLarge: { en: 'too large; not judged', ko: '너무 커서 판정하지 않는다' },
	notText: { en: 'not text; not judged', ko: '텍스트가 아니라서 판정하지 않는다' },
	unreadable: { en: 'cannot be read', ko: '읽을 수 없다' },
};

/** The same in one line. */
export const fateWords = (fate: Exclude<Fate, 'judged'>, language: Language): string => inLanguage(FATES[fate], language).join(' / ');

/** The same where files are counted. */
const COUNTED: Readonly<Record<Exclude<Fate, 'judged'>, Bilingual>> = {
	nothing: { en: 'without pods', ko: '파드 없음' },
	template: { en: 'with Go templates', ko: 'Go 템플릿' },
	ignored: { en: 'ignored', ko: '무시' },
	tooLarge: { en: 'too large', ko: '너무 큼' },
	notText: { en: 'not text', ko: '텍스트 아님' },
	unreadable: { en: 'unreadable', ko: '읽을 수 없음' },
};

/** How many files were judged, and how, and how many were not, and why: a line in each language. */
export function summaryOf(reports: readonly Report[], language: Language): readonly string[] {
	const judged = reports.filter(({ fate, found }) => fate === 'judged' || found.length > 0);
	const silent = reports.filter((one) => !judged.includes(one));
	const has = (report: Report, severity: string): boolean => report.found.some((one) => one.severity === severity);
	const refused = judged.filter((one) => has(one, 'error')).length;
	const warned = judged.filter((one) => !has(one, 'error') && has(one, 'warning')).length;
	const fates = (Object.keys(COUNTED) as Exclude<Fate, 'judged'>[]).flatMap((fate) => {
		const count = silent.filter((one) => one.fate === fate).length;
		return count > 0 ? [{ words: COUNTED[fate], count }] : [];
	});
	const why = {
		en: fates.map(({ words, count }) => `${count} ${words.en}`).join(', '),
		ko: fates.map(({ words, count }) => `${words.ko} ${count}개`).join(', '),
	};
	return inLanguage(
		{
			en: `${judged.length} ${judged.length === 1 ? 'file' : 'files'} judged: ${refused} refused, ${warned} with warnings; ${silent.length} not judged${why.en && `: ${why.en}`}.`,
			ko: `파일 ${judged.length}개를 판정했다. 거부 ${refused}개, 경고 ${warned}개. 판정하지 않은 파일 ${silent.length}개${why.ko && `(${why.ko})`}.`,
		},
		language,
	);
}

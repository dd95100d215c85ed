import { followed, holdsObjects, isSameText } from '../features/apply/across';
import { inLanguage } from '../features/diagnose/diagnostic';
import { particle } from '../features/particle';
import { read } from '../manifest/read';
import type { Applied } from '../protocol/apply';
import type { Bilingual, Language } from '../protocol/text';
import { jsonOf } from './against-json';
import { answerOver, linesOf } from './check-over';
import { type Compared, type ComparedHow, comparedIn, type Differing, type Gone } from './compared';
import { complain } from './say';

export interface AgainstHow extends ComparedHow {
	readonly language: Language;
	readonly isQuiet: boolean;
	/** For programs. */
	readonly isJson: boolean;
}

/**
 * `peapod check --against REV FILE|DIR...`: what applying what is there does where what a commit held was applied before, of all that differs: files, overlays as they are built, charts as they are rendered.
 * 1 if something is refused, 2 if something cannot be read or there is nothing to compare with.
 */
export async function checkAgainst(revision: string, names: readonly string[], how: AgainstHow): Promise<number> {
	const found = await comparedIn(names, revision, how);
	if ('en' in found) {
		complain('check', [found], how.language);
		return 2;
	}
	const compared = acrossFiles(found);
	const applied = compared.flatMap((one) => (one.kind === 'differs' ? appliedOf(one, how) : []));
	process.stdout.write(
		how.isJson ? jsonOf(applied, how.language) : applied.map((one) => `${linesOf(one.shown, one.answer, how.language).join('\n')}\n`).join('\n'),
	);
	const faulty = compared.flatMap((one) => (one.kind === 'faulty' ? { en: `${one.shown}: ${one.message.en}`, ko: `${one.shown}: ${one.message.ko}` } : []));
	complain('check', faulty, how.language);
	if (!how.isQuiet) process.stderr.write(`${inLanguage(summary(compared, applied.length + faulty.length, revision), how.language).join('\n')}\n`);
	if (faulty.length > 0) return 2;
	return applied.some(({ answer }) => answer.objects.some(({ outcome }) => outcome === 'refused')) ? 1 : 0;
}

/** What kubectl applies is one, whatever files it is written in: each object is compared with what it was, wherever that was written. */
function acrossFiles(compared: readonly Compared[]): readonly Compared[] {
	const texts = compared.flatMap((one) => {
		if (one.kind === 'differs' && one.applier === 'kubectl') return { of: one as Compared, path: one.path, now: one.now, former: one.former };
		return one.kind === 'gone' && one.former ? { of: one as Compared, path: one.path, now: read(''), former: one.former } : [];
	});
	const formers = followed(texts);
	const before = new Map(texts.map(({ of }, index) => [of, formers[index]]));
	return compared.flatMap((one): Compared | readonly Compared[] => {
		const former = before.get(one);
		if (!former) return one;
		if (one.kind === 'gone') return holdsObjects(former) ? { ...one, former } : [];
		if (one.kind !== 'differs') return one;
		return isSameText(one.now, former) ? { kind: 'same', shown: one.shown, path: one.path } : { ...one, former };
	});
}

interface AppliedIn {
	readonly shown: string;
	readonly answer: Applied;
}

/** Nothing where nothing is applied. */
function appliedOf({ shown, now, former, applier, isBuilt }: Differing, { version }: AgainstHow): AppliedIn | readonly AppliedIn[] {
	const answer = answerOver(now, former, version, applier);
	if (answer.kind !== 'applied' || answer.objects.length === 0) return [];
	return { shown, answer: isBuilt ? { ...answer, objects: answer.objects.map(({ span: _span, ...object }) => object) } : answer };
}

function summary(compared: readonly Compared[], differing: number, revision: string): Bilingual {
	const same = compared.filter(({ kind }) => kind === 'same').length;
	const gone = compared.filter((one): one is Gone => one.kind === 'gone' && !one.isPart);
	const named = (some: readonly Gone[]): string => some.map(({ shown }) => shown).join(', ');
	const [kept, charts] = [named(gone.filter(({ former }) => former)), named(gone.filter(({ former }) => !former))];
	const en = [
		`Compared with ${revision}: ${differing} differ, ${same} as they were.`,
		...(kept ? [`Gone, and kept by kubectl apply: ${kept}.`] : []),
		...(charts ? [`Charts that are gone: ${charts}; a release of one stays until helm uninstall.`] : []),
	];
	const ko = [
		`${revision}${particle(revision, '과/와')} 비교했다. 달라진 것 ${differing}개, 그대로인 것 ${same}개.`,
		...(kept ? [`없어졌지만 kubectl apply가 지우지 않는 것: ${kept}.`] : []),
		...(charts ? [`없어진 차트: ${charts}. 릴리스는 helm uninstall할 때까지 남는다.`] : []),
	];
	return { en: en.join(' '), ko: ko.join(' ') };
}

import { existsSync } from 'node:fs';
import { allCodes, allFamilies, familyOf, isCodeName, isKnown, isLikeCode, type Rating, type Ratings } from '../features/diagnose/severity';
import { particle } from '../features/particle';
import type { Bilingual } from '../protocol/text';
import { nearest } from '../schema/nearest';

/** What `--ignore` leaves out: findings by their codes and families, and files. */
export interface Ignoring {
	readonly ratings: Ratings;
	readonly globs: readonly string[];
	readonly faults: readonly Bilingual[];
}

/** `--ignore`: codes and families of findings, several with commas between them, else patterns of files. */
export function ignoring(given: readonly string[]): Ignoring {
	const named = given.flatMap((one) => {
		const parts = one.split(',').map((part) => part.trim());
		return parts.every(isLikeCode) ? parts : one;
	});
	const codes = named.filter(isCodeName);
	const others = named.filter((one) => !isCodeName(one));
	return {
		ratings: new Map(codes.map((code): [string, Rating] => [code, 'off'])),
		globs: others,
		faults: [...codes.filter((code) => !isKnown(code)).map(noCode), ...others.filter(isOfNobody).map(noFamily)],
	};
}

/** Whether a name looks like that of findings, and nothing is called so: `prob/*` where there is no folder `prob`. */
const isOfNobody = (name: string): boolean =>
	isLikeCode(name) && !existsSync(familyOf(name)) && (name.endsWith('/*') || nearest(familyOf(name), allFamilies()) !== undefined);

const noCode = (code: string): Bilingual => {
	const meant = meaning(nearest(code, allCodes()));
	return { en: `There is no code ${code}; a file would be ./${code}.${meant.en}`, ko: `${code} 코드는 없다. 파일이라면 ./${code}로 적는다.${meant.ko}` };
};

function noFamily(name: string): Bilingual {
	const family = familyOf(name);
	const near = nearest(family, allFamilies());
	const meant = meaning(near && `${near}${name.slice(family.length)}`);
	return {
		en: `No code begins with ${family}/, and no folder is called so; a file would be ./${name}.${meant.en}`,
		ko: `${family}/로 시작하는 코드도, 그런 이름의 폴더도 없다. 파일이라면 ./${name}로 적는다.${meant.ko}`,
	};
}

/** Asks whether a word was meant, behind a sentence that says what is wrong; nothing where there is none. */
const meaning = (meant: string | undefined): Bilingual =>
	meant ? { en: ` Did you mean ${meant}?`, ko: ` ${meant}${particle(meant, '을/를')} 쓰려던 것일까?` } : { en: '', ko: '' };

import { particle } from '../features/particle';
import type { Bilingual } from '../protocol/text';

/** Asks whether a word was meant, behind a sentence that says what is wrong; nothing where there is none. */
export const meaning = (meant: string | undefined): Bilingual =>
	meant ? { en: ` Did you mean ${meant}?`, ko: ` ${meant}${particle(meant, '을/를')} 쓰려던 것일까?` } : { en: '', ko: '' };

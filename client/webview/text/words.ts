/** The panel's words by language. */
import type { Tongue } from './tongue';
import { en, type PanelWords } from './words-en';
import { ko } from './words-ko';

export const WORDS: Readonly<Record<Tongue, PanelWords>> = { en, ko };

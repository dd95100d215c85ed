import { paragraphs } from '../paragraphs';
import { type Format, withoutRelated } from './report';

/** Paragraphs, as compilers print them. */
export const text: Format = (reports, language, paint) =>
	reports.map((one) => paragraphs(one.file, one.text, one.found.map(withoutRelated), language, paint)).join('');

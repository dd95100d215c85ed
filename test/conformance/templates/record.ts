/**
 * Records anew what Helm makes of templates of the language, and of calls of every function.
 *
 *   npm run record-templates -- ORACLE [COUNT]
 *
 * ORACLE renders charts as Helm does: a line {"id", "chart": folder} in, a line {"id", "files"} or {"id", "error"} out. At least COUNT calls of a family are drawn, a dozen of each function, the same each time.
 */
import { writeFileSync } from 'node:fs';
import { FAMILIES, templatesOf } from './cases';
import { askHelm } from './helm';
import { LANGUAGE } from './language';

const [oracle = '', count = '400'] = process.argv.slice(2);
const write = (family: string, templates: readonly string[]): void => {
	const answers = askHelm(oracle, templates);
	writeFileSync(`test/conformance/templates/${family}.jsonl`, templates.map((template, i) => `${JSON.stringify({ template, ...answers[i] })}\n`).join(''));
};

write('language', LANGUAGE);
for (const [family, functions] of Object.entries(FAMILIES))
	write(family, templatesOf(family, Math.max(12, Math.ceil(Number(count) / Object.keys(functions).length))));

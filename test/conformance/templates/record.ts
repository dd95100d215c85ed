/**
 * Records anew what Helm makes of calls of every function.
 *
 *   npm run record-templates -- ORACLE [COUNT]
 *
 * ORACLE renders charts as Helm does: a line {"id", "chart": folder} in, a line {"id", "files"} or {"id", "error"} out. At least COUNT calls of a family are drawn, a dozen of each function, the same each time.
 */
import { writeFileSync } from 'node:fs';
import { FAMILIES, templatesOf } from './cases';
import { askHelm } from './helm';

const [oracle = '', count = '300'] = process.argv.slice(2);
for (const [family, functions] of Object.entries(FAMILIES)) {
	const templates = templatesOf(family, Math.max(12, Math.ceil(Number(count) / Object.keys(functions).length)));
	const answers = askHelm(oracle, templates);
	writeFileSync(`test/conformance/templates/${family}.jsonl`, templates.map((template, i) => `${JSON.stringify({ template, ...answers[i] })}\n`).join(''));
}

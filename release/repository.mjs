// The repository's address is that of package.json. `node release/repository.mjs ADDRESS` writes another one wherever it stands.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Files in which the address stands. */
export const FILES = ['package.json', 'docs/ci.md', 'docs/ci.ko.md', 'SUPPORT.md', 'SECURITY.md'];

/** https://github.com/OWNER/NAME */
export function addressOf(packageText) {
	return JSON.parse(packageText).repository.url.replace(/\.git$/, '');
}

/** A text with another address; where only OWNER/NAME stands, as in `uses:`, that. */
export function moved(text, from, to) {
	const short = (address) => new URL(address).pathname.slice(1);
	return text.replaceAll(from, to).replaceAll(`uses: ${short(from)}@`, `uses: ${short(to)}@`);
}

// What imports this may be bundled: its name says who was started.
if (path.basename(process.argv[1] ?? '') === 'repository.mjs') {
	const [, , to = ''] = process.argv;
	if (!/^https:\/\/[\w.-]+\/[\w./-]+[^/.]$/.test(to)) {
		console.error(`An address like https://github.com/OWNER/NAME is needed, not "${to}".`);
		process.exit(2);
	}
	const from = addressOf(readFileSync(path.join(root, 'package.json'), 'utf8'));
	for (const name of FILES) {
		const file = path.join(root, name);
		writeFileSync(file, moved(readFileSync(file, 'utf8'), from, to));
	}
}

// The readme of the package: `node readme.mjs` prints it. VS Code's page of an extension shows no picture and follows no link to a file of the package:
// the README stands there in both languages, pictures are left out, and links to the docs lead to the repository. What is written in an editor has its help there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PARTS = ['README.md', 'README.ko.md'];

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8').trim();

export function packagedReadme() {
	const { repository } = JSON.parse(read('package.json'));
	const home = repository.url.replace(/\.git$/, '');
	const anchors = new Map(PARTS.map((file) => [file, anchorOf(read(file))]));
	const leading = (text) =>
		text.replace(/\]\((?!https:)([^)]+)\)/g, (_, file) => `](${anchors.has(file) ? `#${anchors.get(file)}` : `${home}/blob/HEAD/${file}`})`);
	return `${PARTS.map((file) => leading(read(file).replace(/^!\[.*\]\(.*\)\n\n/gm, ''))).join('\n\n---\n\n')}\n`;
}

/** What VS Code makes of the first heading, to lead there. */
const anchorOf = (text) =>
	/^# (.+)/
		.exec(text)[1]
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(packagedReadme());

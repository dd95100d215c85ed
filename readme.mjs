// The readme of the package: `node readme.mjs` prints it. VS Code's page of an extension shows no picture and follows no link to a file of the package,
// so what the README links to stands below it, and pictures are left out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PARTS = ['README.md', 'docs/scenarios.md', 'docs/ignore.md', 'README.ko.md', 'docs/scenarios.ko.md', 'docs/ignore.ko.md'];

export function packagedReadme() {
	const texts = PARTS.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8').trim());
	const anchors = new Map(PARTS.map((file, i) => [path.basename(file), anchorOf(texts[i])]));
	const links = (text) =>
		text.replace(/\[([^\]]+)\]\((?!https:)([^)]+)\)/g, (_, words, file) => {
			const anchor = anchors.get(path.basename(file));
			// A file's name says nothing where there are no files.
			return anchor ? `[${words.endsWith('.md') ? anchor.title : words}](#${anchor.id})` : words;
		});
	return `${texts.map((text) => links(text.replace(/^!\[.*\]\(.*\)\n\n/gm, ''))).join('\n\n---\n\n')}\n`;
}

/** The first heading, and what VS Code makes of it to lead there. */
function anchorOf(text) {
	const title = /^# (.+)/.exec(text)[1];
	return {
		title,
		id: title
			.toLowerCase()
			.replace(/[^\p{L}\p{N} -]/gu, '')
			.replaceAll(' ', '-'),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(packagedReadme());

// Writes docs/settings.md and docs/settings.ko.md from package.json: `node release/settings.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HEADS = {
	en: {
		file: 'docs/settings.md',
		texts: 'package.nls.json',
		head: '# Settings\n\n[한국어](settings.ko.md)\n\nEach may differ from folder to folder, those of the window apart (`language`, `trace.server`). [Other editors](editors.md) leave out `peapod.`.\n',
		columns: ['setting', '', 'default'],
		keys: [
			'## Keys',
			'In an editor with YAML; on macOS `Cmd` stands for `Ctrl`. None of them is taken by VS Code, and each can be changed (`Preferences: Open Keyboard Shortcuts`).',
		],
	},
	ko: {
		file: 'docs/settings.ko.md',
		texts: 'package.nls.ko.json',
		head: '# 설정\n\n[English](settings.md)\n\n창 전체에 적용되는 `language`와 `trace.server` 말고는 폴더마다 다르게 정할 수 있다. [다른 편집기](editors.ko.md)에서는 `peapod.`을 빼고 적는다.\n',
		columns: ['설정', '', '기본값'],
		keys: [
			'## 단축키',
			'YAML 편집기에서 쓴다. macOS에서는 `Ctrl` 대신 `Cmd`를 누른다. VS Code의 단축키와 겹치지 않으며, `기본 설정: 바로 가기 키 열기`에서 바꿀 수 있다.',
		],
	},
};

/** `ctrl+k l` as it stands on keys. */
const shownKey = (key) =>
	key
		.split(' ')
		.map((one) => `\`${one.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}\``)
		.join(' ');

/** The pages by their files, out of the texts of package.json and package.nls*.json. */
export function settingsPages(read) {
	const { configuration, keybindings } = JSON.parse(read('package.json')).contributes;
	const { properties } = configuration;
	return Object.values(HEADS).map(({ file, texts, head, columns, keys }) => {
		const words = JSON.parse(read(texts));
		const said = (text) => text.replace(/^%(.+)%$/, (_, key) => words[key]);
		const values = ({ enum: names, markdownEnumDescriptions: meanings }) =>
			names ? names.map((name, i) => (meanings ? `<br>\`${name}\`: ${said(meanings[i])}` : `${i === 0 ? '<br>' : ', '}\`${name}\``)).join('') : '';
		const rows = Object.entries(properties)
			.sort(([, one], [, other]) => one.order - other.order)
			.map(([name, setting]) => {
				const cell = said(setting.markdownDescription) + values(setting.additionalProperties || setting);
				return `| \`${name}\` | ${cell.replaceAll('|', '\\|')} | \`${JSON.stringify(setting.default)}\` |`;
			});
		const settings = `| ${columns.join(' | ')} |\n|---|---|---|\n${rows.join('\n')}\n`;
		const chords = keybindings.map(({ command, key }) => `| ${shownKey(key)} | ${words[command.replace('peapod.', 'command.')]} |`);
		return { file, text: `${head}\n${settings}\n${keys.join('\n\n')}\n\n| | |\n|---|---|\n${chords.join('\n')}\n` };
	});
}

// What imports this may be bundled: its name says who was started.
if (path.basename(process.argv[1] ?? '') === 'settings.mjs') {
	process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
	for (const { file, text } of settingsPages((name) => readFileSync(name, 'utf8'))) writeFileSync(file, text);
}

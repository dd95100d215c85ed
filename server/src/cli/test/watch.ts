import { type FSWatcher, watch as watchFile } from 'node:fs';
import { inLanguage } from '../../features/diagnose/diagnostic';
import type { Language } from '../../protocol/text';

/** Editors write a file in several goes. */
const RESTS = 80;

const WAITING = { en: 'Watching for changes; Ctrl+C ends it.', ko: '바뀌는지 지켜본다. Ctrl+C로 끝낸다.' };

/** Runs once, and again after each change below the paths, until it is interrupted; then the exit code is that of the last run. */
export async function watch(paths: readonly string[], once: () => Promise<number>, language: Language): Promise<number> {
	let code = await once();
	return new Promise((done) => {
		let soon: NodeJS.Timeout | undefined;
		const again = (): void => {
			clearTimeout(soon);
			soon = setTimeout(async () => {
				code = await once();
				say();
			}, RESTS);
		};
		const say = (): void => void process.stderr.write(`${inLanguage(WAITING, language).join('\n')}\n`);
		const watchers = paths.flatMap((path) => watching(path, again));
		say();
		process.once('SIGINT', () => {
			clearTimeout(soon);
			for (const watcher of watchers) watcher.close();
			done(code);
		});
	});
}

/** What cannot be watched is run once all the same. */
function watching(path: string, changed: () => void): readonly FSWatcher[] {
	try {
		return [watchFile(path, { recursive: true }, (_, name) => (name === null || /\.(?:ya?ml|tpl)$/.test(String(name))) && changed()).on('error', () => {})];
	} catch {
		return [];
	}
}

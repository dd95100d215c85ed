import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** The command line as it ships, without the language server, for one file of tests. */
export const bundled = (outfile: string) =>
	build({
		entryPoints: ['server/src/cli.ts'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		mainFields: ['module', 'main'],
		external: ['../main'],
		logLevel: 'error',
	});

/** Writes files below a folder, with the folders they lie in. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
	for (const [name, text] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

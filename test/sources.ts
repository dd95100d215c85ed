import { readdirSync } from 'node:fs';
import path from 'node:path';

/** All TypeScript below a folder, named from where the tests run, with slashes. */
export const sources = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name));

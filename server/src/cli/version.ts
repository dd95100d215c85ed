import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of Peapod, as the package.json above the program has it; undefined where there is none. */
export function versionOfPeapod(folder: string = __dirname): string | undefined {
	const { name, version } = packageIn(folder);
	if (name === 'peapod' && typeof version === 'string') return version;
	const parent = path.dirname(folder);
	return parent === folder ? undefined : versionOfPeapod(parent);
}

function packageIn(folder: string): { readonly name?: unknown; readonly version?: unknown } {
	try {
		return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly name?: unknown };
	} catch {
		return {};
	}
}

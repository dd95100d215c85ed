// esbuild gives each name of a file the next short one; swc begins anew in each function, so that functions look alike. That is what packs well: a .vsix is a thirtieth smaller.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from '@swc/core';

/** Writes the scripts in a folder anew, smaller. `modules`: those of them that are ES modules; all others are CommonJS, or run by themselves. */
export async function shrink(folder, modules) {
	const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
	for (const name of scripts) {
		const place = path.join(folder, name);
		const module = modules.includes(name);
		const { code } = await minify(readFileSync(place, 'utf8'), { module, ecma: 2022, compress: true, mangle: { toplevel: true }, format: { comments: false } });
		writeFileSync(place, code);
	}
}

// What is read late is bundled apart: whoever asks for it gets a stand-in, whose exports are looked up when they are used.
import { build } from 'esbuild';

/** Marks what a plugin itself asks esbuild to resolve. */
const RESOLVING = 'resolving';

/** The file that an import means; undefined for what is no import of ours, and while a plugin resolves one. */
export async function meant({ path, resolveDir, importer, kind, pluginData }, resolve) {
	if (pluginData === RESOLVING || kind === 'entry-point') return undefined;
	return (await resolve(path, { resolveDir, importer, kind, pluginData: RESOLVING })).path;
}

/** A stand-in for a module: `source` is the code that gives the module itself once it is asked for. */
export async function standIn(file, source) {
	const { metafile } = await build({ entryPoints: [file], format: 'esm', write: false, metafile: true });
	const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
	return `module.exports = { ${names.map((name) => `get ${name}() { return ${source}.${name}; }`).join(', ')} };`;
}

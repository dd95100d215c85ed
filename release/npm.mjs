// Builds the npm package `peapod`, the command line and the language server, in out/npm: `node release/npm.mjs [--dist=DIR] [--out=DIR]`. With --dist it takes what `node esbuild.mjs --minify` has built there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const out = given('out') ?? path.join(root, 'out/npm');
const dist = given('dist') ?? built(path.join(root, 'out/minified'));
const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

function built(folder) {
	const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--minify', `--outdir=${folder}`], { cwd: root, stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
	return folder;
}

/** Only editors load these. */
const OF_EDITORS = /^(?:extension|server-web|web|webview)\b|^readme\.md$|\.map$/;

rmSync(out, { recursive: true, force: true });
mkdirSync(path.join(out, 'dist'), { recursive: true });
for (const name of readdirSync(dist)) {
	if (!OF_EDITORS.test(name)) cpSync(path.join(dist, name), path.join(out, 'dist', name), { recursive: true, filter: (file) => !file.endsWith('.map') });
}
for (const name of ['README.md', 'LICENSE']) cpSync(path.join(root, name), path.join(out, name));

// What the bundles are made of is in them: nothing is installed beside.
const { name, version, license, keywords, repository, bugs, homepage, bin, engines } = json('package.json');
const manifest = {
	name,
	version,
	description: json('package.nls.json').description,
	license,
	keywords,
	repository,
	bugs,
	homepage,
	bin,
	engines: { node: engines.node },
};
writeFileSync(path.join(out, 'package.json'), `${JSON.stringify({ ...manifest, files: ['dist'] }, null, '\t')}\n`);

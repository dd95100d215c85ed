// Makes what is published of a version, and publishes nothing: `npm run release -- 0.2.0`. It writes the version and the day into package.json and CHANGELOG.md, and into
// out/release the .vsix, the npm package, what both are made of (CycloneDX) and the sums of all three.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf } from './repository.mjs';
import { sbom } from './sbom.mjs';
import { dated } from './version.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
const OUT = 'out/release';

function fail(...lines) {
	console.error(lines.join('\n'));
	process.exit(2);
}

function run(command, ...args) {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1e8 });
	if (status !== 0) fail(`${[command, ...args].join(' ')} failed.`, stdout, stderr);
	return stdout.trim();
}

const [, , version = ''] = process.argv;
if (!/^\d+\.\d+\.\d+$/.test(version)) fail(`Name the version, as in 0.2.0, not "${version}".`);
if (run('git', 'status', '--porcelain') !== '') fail('The work tree has changes that are not committed: commit them first.');
const address = addressOf(readFileSync('package.json', 'utf8'));
const origin = spawnSync('git', ['remote', 'get-url', 'origin'], { encoding: 'utf8' })
	.stdout.trim()
	.replace(/\.git$/, '');
if (origin !== address)
	fail(
		`package.json says that the repository is ${address}, git says "${origin}".`,
		'node release/repository.mjs ADDRESS writes another one wherever it stands.',
	);

const changelog = dated(readFileSync('CHANGELOG.md', 'utf8'), version, new Date().toISOString().slice(0, 10));
if (changelog === undefined) fail(`CHANGELOG.md has no "## ${version} (unreleased)".`);
writeFileSync('CHANGELOG.md', changelog);
// By hand: npm would write package.json in a form of its own. The first two versions in the lock file are ours.
for (const [file, times] of [
	['package.json', 1],
	['package-lock.json', 2],
]) {
	let left = times;
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace(/"version": "[^"]*"/g, (old) => (left-- > 0 ? `"version": "${version}"` : old)),
	);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
run('npm', 'run', '--silent', 'package', '--', '--out', `${OUT}/peapod-${version}.vsix`);
run(process.execPath, 'release/npm.mjs', '--dist=dist', '--out=out/npm');
run('npm', 'pack', './out/npm', '--pack-destination', OUT);
writeFileSync(`${OUT}/peapod-${version}.cdx.json`, `${JSON.stringify(sbom(JSON.parse(readFileSync('package-lock.json', 'utf8'))), null, '\t')}\n`);
const sums = readdirSync(OUT).map(
	(name) =>
		`${createHash('sha256')
			.update(readFileSync(path.join(OUT, name)))
			.digest('hex')}  ${name}\n`,
);
writeFileSync(`${OUT}/SHA256SUMS`, sums.join(''));

console.log(`${sums.join('')}
Look at them, and then:
  git commit -am "Version ${version}" && git tag v${version} && git push origin HEAD v${version}
  npx vsce publish --packagePath ${OUT}/peapod-${version}.vsix
  npx ovsx publish ${OUT}/peapod-${version}.vsix
  npm publish ${OUT}/peapod-${version}.tgz`);

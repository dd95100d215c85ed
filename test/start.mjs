// `npm start`: builds, and opens VS Code with Peapod on the examples: the `code` on PATH, else a real VS Code in a browser, whose address is printed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, windowUrl } from './host/host.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const examples = path.join(root, 'examples');
const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const windows = process.platform === 'win32';
const desktop = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, examples, path.join(examples, 'web.yaml')], {
	stdio: 'inherit',
	shell: windows,
});
if (desktop.status !== 0) {
	const server = await startServer();
	console.log('There is no `code` on PATH, so here is VS Code for the browser. Open this address; Ctrl+C ends it.\n');
	console.log(windowUrl(server, { folder: examples, extension: root }));
	await new Promise(() => {});
}

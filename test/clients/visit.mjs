import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One mistake, behind letters that editors, protocol and server count in different ways. */
export const MANIFEST = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - { name: web, env: [{ name: PEA, value: "완두 🫛" }], imagee: "nginx:1.27" }
  - name: log
    image: busybox:1.36
    
`;

/** What a real editor is given: the manifest in a file, the server's command line, and where to write down what it saw, as JSON. */
export class Visit {
	#folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	#seen = path.join(this.#folder, 'seen.json');

	constructor() {
		writeFileSync(path.join(this.#folder, 'web.yaml'), MANIFEST);
	}

	/** For spawnSync. Nothing that an editor does here takes long; one that waits for a key would wait for ever. */
	get options() {
		const env = {
			...process.env,
			LC_ALL: 'C.UTF-8',
			PEAPOD_SERVER: JSON.stringify([process.execPath, path.resolve('dist/cli.js'), 'lsp', '--stdio']),
			PEAPOD_FILE: path.join(this.#folder, 'web.yaml'),
			PEAPOD_SEEN: this.#seen,
		};
		return { encoding: 'utf8', env, timeout: 60_000 };
	}

	seen() {
		return JSON.parse(readFileSync(this.#seen, 'utf8'));
	}

	end() {
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

/** What of its own scope a worker needs to read files as Node reads CommonJS modules. */
declare const self: {
	require?: (name: string) => unknown;
	module?: { exports: unknown };
	addEventListener(type: 'message', listener: (event: { readonly data: string }) => void, options: { readonly once: true }): void;
};
declare function importScripts(url: string): void;

/** The web server's first file. A worker of VS Code does not know where it comes from: the first message says in which folder the rest lies, and then the server listens. */
self.addEventListener(
	'message',
	({ data: folder }) => {
		const known = new Map<string, unknown>();
		self.require = (name) => {
			// Every file says the way from its own folder: what follows is the way from dist/.
			const file = name.replace(/^[./]+/, '');
			if (known.has(file)) return known.get(file);
			const asking = self.module;
			self.module = { exports: {} };
			importScripts(`${folder}/${file}`);
			known.set(file, self.module.exports);
			if (asking) self.module = asking;
			return known.get(file);
		};
		self.require('./web.js');
	},
	{ once: true },
);

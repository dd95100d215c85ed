type Recorded = Record<string, unknown>;

/** What is called on things of VS Code, and gives them back. */
const CALLED = ['append', 'appendCodeblock', 'appendMarkdown', 'createFile', 'deleteFile', 'renameFile', 'set'];

/** Stands for the module `vscode`: whatever is made of it has down of what it was made, and what it was told; numbers and names of it are their names. */
export function standIn(): unknown {
	const known = new Map<string | symbol, unknown>();
	const classOf = (name: string): unknown => {
		class Made {
			readonly made = name;
			readonly of: readonly unknown[];
			readonly told: unknown[] = [];
			constructor(...of: unknown[]) {
				this.of = of;
				if (NAMED[name]) for (const [i, key] of NAMED[name].entries()) (this as unknown as Recorded)[key] = of[i];
			}
		}
		for (const method of CALLED)
			(Made.prototype as unknown as Recorded)[method] = function (this: Made, ...told: unknown[]) {
				this.told.push([method, ...told]);
				return this;
			};
		return new Proxy(Made, {
			get: (of, key) => {
				if (typeof key === 'symbol' || key in of) return Reflect.get(of, key);
				if (/^[a-z]/.test(key)) return (...told: unknown[]) => ({ made: `${name}.${key}`, of: told });
				return OBJECTS.has(name) ? new Made(key) : `${name}.${key}`;
			},
		});
	};
	return new Proxy(
		{},
		{
			get: (_, name) => {
				// As it is a module already, nobody copies what it exports.
				if (name === '__esModule') return true;
				if (!known.has(name)) known.set(name, classOf(String(name)));
				return known.get(name);
			},
		},
	);
}

/** Those whose names are no enum. */
const OBJECTS = new Set(['CodeActionKind', 'FoldingRangeKind']);

/** By which names what they are made of is read again. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
	CodeAction: ['title', 'kind'],
	CodeActionKind: ['value'],
	CodeLens: ['range'],
	CompletionItem: ['label'],
	Diagnostic: ['range', 'message', 'severity'],
	DocumentLink: ['range', 'target'],
	InlayHint: ['position', 'label'],
	MarkdownString: ['value'],
	Position: ['line', 'character'],
	Range: ['start', 'end'],
	SnippetString: ['value'],
	TextEdit: ['range', 'newText'],
};

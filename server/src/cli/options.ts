import { parseArgs } from 'node:util';

export interface Options {
	readonly positionals: readonly string[];
	readonly values: Readonly<Record<string, string | undefined>>;
	readonly flags: ReadonlySet<string>;
	/** What is wrong with the command line, a sentence each. */
	readonly faults: string[];
}

/** Reads a command's arguments: `named` take a value, `flags` do not. */
export function options(args: readonly string[], named: readonly string[], flags: readonly string[] = []): Options {
	const known: Record<string, { readonly type: 'string' | 'boolean' }> = {};
	for (const name of named) known[name] = { type: 'string' };
	for (const name of flags) known[name] = { type: 'boolean' };
	try {
		const { positionals, values } = parseArgs({ args: [...args], options: known, allowPositionals: true });
		const given = Object.entries(values);
		const texts = given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
		return { positionals, values: Object.fromEntries(texts), flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))), faults: [] };
	} catch (error) {
		return { positionals: [], values: {}, flags: new Set(), faults: [error instanceof Error ? error.message : String(error)] };
	}
}

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
	const known = Object.fromEntries([...named.map((name) => [name, { type: 'string' as const }]), ...flags.map((name) => [name, { type: 'boolean' as const }])]);
	try {
		const { positionals, values } = parseArgs({ args: [...args], options: known, allowPositionals: true });
		const texts = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
		return { positionals, values: Object.fromEntries(texts), flags: new Set(flags.filter((flag) => values[flag] === true)), faults: [] };
	} catch (error) {
		return { positionals: [], values: {}, flags: new Set(), faults: [error instanceof Error ? error.message : String(error)] };
	}
}

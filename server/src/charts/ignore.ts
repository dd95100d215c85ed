import { andThen, Fault, mapped } from '../templates/value';
import { matches, type Pattern, shellPattern } from './match';

/** A line of .helmignore. */
interface Rule {
	readonly pattern: Pattern;
	readonly isNegated: boolean;
	/** It ends with a slash: only folders are meant. */
	readonly onlyFolders: boolean;
	/** It has no slash: the last name of a path decides. */
	readonly onlyName: boolean;
}

export type Ignore = readonly Rule[];

/** helm.sh/helm/v3/pkg/ignore: the rules of a .helmignore, with the one that Helm always has; a fault in its words. */
export function ignoreOf(text: string): Ignore | Fault {
	const rules = mapped([...text.replace(/^\ufeff/, '').split('\n'), 'templates/.?*'], (line) => ruleOf(line.trim()));
	return andThen(rules, (all) => all.filter((rule) => rule !== undefined));
}

/** Rules.parseRule. */
function ruleOf(line: string): Rule | Fault | undefined {
	if (line === '' || line.startsWith('#')) return undefined;
	if (line.includes('**')) return new Fault('double-star (**) syntax is not supported');
	if (!shellPattern(line)) return new Fault('syntax error in pattern');
	const isNegated = line.startsWith('!');
	const onlyFolders = line.endsWith('/') && line !== '!';
	const rest = line.slice(isNegated ? 1 : 0, onlyFolders ? -1 : undefined);
	const pattern = shellPattern(rest.replace(/^\//, ''));
	return pattern && { pattern, isNegated, onlyFolders, onlyName: !rest.includes('/') };
}

/** Rules.Ignore: whether Helm passes over a path below the chart's folder; what is in a folder that it passes over is never asked about. */
export function isIgnored(rules: Ignore, path: string, isFolder: boolean): boolean {
	for (const { pattern, isNegated, onlyFolders, onlyName } of rules) {
		if (onlyFolders && !isFolder) {
			if (isNegated) return true;
			continue;
		}
		if (matches(pattern, onlyName ? path.slice(path.lastIndexOf('/') + 1) : path) !== isNegated) return true;
	}
	return false;
}

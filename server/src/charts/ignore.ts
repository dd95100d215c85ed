import { andThen, Fault, mapped } from '../templates/value';
import { matches, shellPattern } from './match';

/** A line of .helmignore: whether it has Helm pass over a path. */
type Rule = (path: string, isFolder: boolean) => boolean;

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
	// With a slash at its end only folders are meant.
	const onlyFolders = line.endsWith('/') && line !== '!';
	const rest = line.slice(isNegated ? 1 : 0, onlyFolders ? -1 : undefined);
	const pattern = shellPattern(rest.replace(/^\//, ''));
	if (!pattern) return undefined;
	// Without a slash the last name of a path decides.
	const judged = (path: string): string => (rest.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1));
	return (path, isFolder) => (onlyFolders && !isFolder ? isNegated : matches(pattern, judged(path)) !== isNegated);
}

/** Rules.Ignore: whether Helm passes over a path below the chart's folder; what is in a folder that it passes over is never asked about. */
export const isIgnored = (rules: Ignore, path: string, isFolder: boolean): boolean => rules.some((rule) => rule(path, isFolder));

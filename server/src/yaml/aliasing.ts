import type { Node } from './node';
import { isMergeKey } from './scalar';

/** Whether nearly all of a tree comes by aliases: go-yaml's decoder (decode.go, unmarshal and allowedAliasRatio) counts, and stops there. */
export function isExcessive(root: Node): boolean {
	let [all, aliased] = [0, 0];
	/** Of an alias and what it stands for each counts. */
	const isTooMuch = (node: Node | undefined, isAliased: boolean): boolean => {
		all++;
		if (isAliased) aliased++;
		if (aliased > 100 && all > 1000 && aliased / all > allowedRatio(all)) return true;
		const child = (value: Node | undefined, alias: object | undefined): boolean => {
			if (alias) all++;
			if (alias && isAliased) aliased++;
			return isTooMuch(value, isAliased || alias !== undefined);
		};
		if (node?.kind === 'list') return node.items.some(({ value, alias }) => child(value, alias));
		if (node?.kind !== 'map') return false;
		return node.entries.some(({ key, value, alias }) => (!isMergeKey(key) && isTooMuch(key, isAliased)) || child(value, alias));
	};
	return isTooMuch(root, false);
}

/** 0.99 of up to 400,000, 0.1 of 4,000,000 and more. */
const allowedRatio = (all: number): number => 0.99 - 0.89 * Math.min(1, Math.max(0, (all - 400_000) / 3_600_000));

import type { File } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Diagnostic } from '../diagnose/diagnostic';
import { manifestAt } from '../place';
import { choices } from './choice';
import { clashes } from './clash';
import { joins } from './dash';
import { deployments } from './deployment';
import { missing } from './missing';
import { moves } from './move';
import { names } from './names';
import { numbers } from './numbers';
import { references } from './references';
import { removals } from './removal';
import { selectors } from './selectors';
import { instead, shapes } from './shape';
import { type Candidate, inFile, type Site, siteIn } from './site';
import { swaps } from './swap';

/** By what is at fault, the likeliest way first, and how many of a family are told. Each answers nothing where it has no business. */
const FAMILIES: Readonly<Record<string, readonly [of: (site: Site) => readonly Candidate[], most: number]>> = {
	selectors: [selectors, 1],
	deployments: [deployments, 1],
	moves: [moves, 2],
	joins: [joins, 1],
	swaps: [swaps, 1],
	shapes: [shapes, 2],
	choices: [choices, 4],
	references: [references, 2],
	clashes: [clashes, 3],
	missing: [missing, 1],
	names: [names, 2],
	numbers: [numbers, 1],
	instead: [instead, 1],
	removals: [removals, 1],
};

/** What else may mend a fault of a file than the fix it came with, the likeliest first. Nothing of it was tried: each may as well bring a new fault. */
export function repairsOf(file: File, diagnostic: Diagnostic, version: Minor, found: readonly Diagnostic[]): readonly Candidate[] {
	const manifest = manifestAt(file, diagnostic.range.start)?.manifest;
	if (!manifest) return [];
	const required = found.flatMap(({ range, subject }) =>
		subject?.type === 'FieldValueRequired' && manifestAt(file, range.start)?.manifest === manifest ? [subject.path] : [],
	);
	const site = siteIn(file, diagnostic, version, required);
	if (!site) return [];
	return Object.entries(FAMILIES).flatMap(([family, [of, most]]) => of(site).map((one) => ({ ...inFile(one, manifest), family, most })));
}

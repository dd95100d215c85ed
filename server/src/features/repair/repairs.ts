import type { File, Manifest } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Diagnostic } from '../diagnose/diagnostic';
import { manifestAt } from '../place';
import { choices } from './choice';
import { clashes } from './clash';
import { deployments } from './deployment';
import { missing } from './missing';
import { moves } from './move';
import { names } from './names';
import { numbers } from './numbers';
import { references } from './references';
import { removals } from './removal';
import { shapes } from './shape';
import { type Candidate, type Site, siteOf } from './site';

/** By what is at fault, the likeliest way first, and how many of a family are told. Each answers nothing where it has no business. */
const FAMILIES: Readonly<Record<string, readonly [of: (site: Site) => readonly Candidate[], most: number]>> = {
	deployments: [deployments, 1],
	moves: [moves, 2],
	shapes: [shapes, 2],
	choices: [choices, 4],
	references: [references, 2],
	clashes: [clashes, 3],
	missing: [missing, 1],
	names: [names, 2],
	numbers: [numbers, 1],
	removals: [removals, 1],
};

/** What else may mend a fault of a file than the fix it came with, the likeliest first. Nothing of it was tried: each may as well bring a new fault. */
export function repairsOf(file: File, diagnostic: Diagnostic, version: Minor, found: readonly Diagnostic[]): readonly Candidate[] {
	const manifest = manifestAt(file, diagnostic.range.start)?.manifest;
	if (!manifest) return [];
	const { start, end } = diagnostic.range;
	const required = found.flatMap(({ range, subject }) =>
		subject?.type === 'FieldValueRequired' && manifestAt(file, range.start)?.manifest === manifest ? [subject.path] : [],
	);
	const site = siteOf({ ...diagnostic, range: { start: start - manifest.start, end: end - manifest.start } }, manifest, version, required);
	if (!site) return [];
	return Object.entries(FAMILIES).flatMap(([family, [of, most]]) => of(site).map((one) => ({ ...inFile(one, manifest), family, most })));
}

/** With offsets of the file, and the line breaks that the document has. */
function inFile(candidate: Candidate, { start, document }: Manifest): Candidate {
	const isCrLf = document.text.includes('\r\n');
	const edits = candidate.edits.map(({ range, text }) => ({
		range: { start: range.start + start, end: range.end + start },
		text: isCrLf ? text.replace(/\r?\n/g, '\r\n') : text,
	}));
	return { ...candidate, edits };
}

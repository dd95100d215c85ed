import type { Note } from '../../overlays/build/build';
import type { Bilingual } from '../../protocol/text';
import { type Finding, fewOf, keyOf, saidOf, type Told } from '../built/finding';
import type { Diagnostic } from '../diagnose/diagnostic';
import { noted } from './noted';

/** An overlay after its build. */
export interface Root {
	/** Its folder, as people call it. */
	readonly name: string;
	readonly findings: readonly Finding[];
	readonly notes: readonly Note[];
	/** The files that it was built from. */
	readonly files: ReadonlySet<string>;
}

/** One fault, one diagnostic: what several overlays find at one place is told once, and in which. */
export function gathered(roots: readonly Root[]): readonly Told[] {
	const groups = new Map<string, { readonly finding: Finding; readonly names: Set<string> }>();
	for (const { name, findings } of [...roots, ...notedBy(roots)]) {
		for (const finding of findings) {
			const key = keyOf(finding);
			const group = groups.get(key) ?? { finding, names: new Set() };
			group.names.add(name);
			groups.set(key, group);
		}
	}
	return [...groups.values()].map(({ finding, names }) => ({
		file: finding.file,
		diagnostic: withOverlays(finding.diagnostic, [...names]),
		isUnanimous: roots.every(({ name, files }) => names.has(name) || !files.has(finding.file)),
		related: finding.others.map((origin) => ({ ...origin, message: WRITTEN_OVER })),
	}));
}

const WRITTEN_OVER: Bilingual = { en: 'what it was written over, or belongs to', ko: '덮어쓰기 전에 적혀 있던 곳이거나 함께 봐야 할 곳' };

function withOverlays(diagnostic: Diagnostic, names: readonly string[]): Diagnostic {
	if (/^overlay\/(?!build)/.test(diagnostic.code)) return diagnostic;
	const { named, more } = fewOf(names);
	return saidOf(diagnostic, `in ${named}${more > 0 ? ` and ${more} more` : ''}: `, `${named}${more > 0 ? ` 외 ${more}곳` : ''}에서: `);
}

/** What is noted is told where all overlays agree that pass there: an entry that does nothing for one may be for another. */
function notedBy(roots: readonly Root[]): readonly Pick<Root, 'name' | 'findings'>[] {
	return roots.map(({ name, notes }) => ({
		name,
		findings: notes.flatMap((note) =>
			roots.every((root) => !root.files.has(note.at.file) || root.notes.some((other) => isSame(other, note))) ? ofNote(note) : [],
		),
	}));
}

const isSame = (one: Note, other: Note): boolean =>
	one.kind === other.kind && one.at.file === other.at.file && one.at.range.start === other.at.range.start && one.name === other.name;

function ofNote({ kind, name, at }: Note): readonly Finding[] {
	switch (kind) {
		case 'patch':
			return [noted('overlay/idle-patch', 'warning', at, {})];
		case 'image':
			return [noted('overlay/idle-image', 'warning', at, { name })];
		case 'left-out':
			return [noted('overlay/left-out', 'information', at, { name })];
		case 'unmerged':
			return [];
	}
}

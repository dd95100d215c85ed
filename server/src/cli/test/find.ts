import { existsSync } from 'node:fs';
import path from 'node:path';
import { isScenario } from '../../protocol/scenario-files';
import type { Bilingual } from '../../protocol/text';
import { entriesOf, isFolder } from '../files';
import { cannotRead, cannotReadFolder } from '../read-text';

/** A scenario that was named, or found in a folder that was. */
export interface FoundFile {
	readonly path: string;
	/** It was asked for by its own name. */
	readonly isNamed: boolean;
}

/** What nobody writes by hand. */
const SKIPPED = new Set(['node_modules', 'vendor', 'dist', 'out']);

/** The scenarios that paths mean, each once, in order: files by their names, folders by all `*.scenario.yaml` below them, `-` for standard input. */
export function findScenarios(paths: readonly string[]): { readonly files: readonly FoundFile[]; readonly faults: readonly Bilingual[] } {
	const files = new Map<string, FoundFile>();
	const faults: Bilingual[] = [];
	const add = (file: FoundFile): void => void (files.has(file.path) || files.set(file.path, file));
	for (const one of paths) {
		if (one === '-') add({ path: one, isNamed: true });
		else if (!existsSync(one)) faults.push(cannotRead(one));
		else if (isFolder(one)) for (const file of below(one, (folder) => faults.push(cannotReadFolder(folder)))) add({ path: file, isNamed: false });
		else add({ path: one, isNamed: true });
	}
	return { files: [...files.values()], faults };
}

function below(folder: string, unread: (folder: string) => void): readonly string[] {
	return entriesOf(folder, unread).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) return entry.name.startsWith('.') || SKIPPED.has(entry.name) ? [] : below(file, unread);
		return isScenario(entry.name) ? [file] : [];
	});
}

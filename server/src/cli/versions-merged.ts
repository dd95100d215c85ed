import { saidOf } from '../features/built/finding';
import type { Minor } from '../schema/schema';
import type { Report, Reported } from './reports/report';

/** What one version of Kubernetes says of some files. */
export interface OfVersion {
	readonly version: Minor;
	readonly reports: readonly Report[];
}

/** The same of several versions: one report a file, one finding a fault, which says in which versions where it is not one in all. */
export function mergedVersions(all: readonly OfVersion[]): readonly Report[] {
	const [first, ...others] = all;
	if (!first || others.length === 0) return first?.reports ?? [];
	const files = new Set(all.flatMap(({ reports }) => reports.map(({ file }) => file)));
	return [...files].map((file) => mergedFile(file, all));
}

function mergedFile(file: string, all: readonly OfVersion[]): Report {
	const groups = new Map<string, { readonly found: Reported; readonly versions: Minor[] }>();
	const own = all.flatMap(({ version, reports }) => reports.filter((one) => one.file === file).map((report) => ({ version, report })));
	for (const { version, report } of own) {
		for (const found of report.found) {
			const key = [found.range.start, found.range.end, found.code, found.severity, found.message].join('\n');
			const group = groups.get(key) ?? { found, versions: [] };
			groups.set(key, group);
			if (!group.versions.includes(version)) group.versions.push(version);
		}
	}
	const found = [...groups.values()].map(({ found: one, versions }) => (versions.length === all.length ? one : ofSome(one, versions)));
	const judged = own.find(({ report }) => report.fate === 'judged') ?? own[0];
	return {
		file,
		fate: judged?.report.fate ?? 'nothing',
		text: own.find(({ report }) => report.text !== '')?.report.text ?? '',
		found: found.sort((one, other) => one.range.start - other.range.start),
	};
}

function ofSome(found: Reported, versions: readonly Minor[]): Reported {
	const named = versions.map((version) => `1.${version}`).join(', ');
	return { ...saidOf(found, `in Kubernetes ${named}: `, `쿠버네티스 ${named}에서: `), related: found.related };
}

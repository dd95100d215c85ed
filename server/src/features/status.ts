import { type File, read } from '../manifest/read';
import type { StatusAnswer } from '../protocol/requests';
import type { Span } from '../protocol/text';
import type { Minor } from '../schema/schema';
import { type Range, shifted } from '../yaml/node';
import { differingFrom } from './apply/pairs';
import { hasLife, kindOfObject } from './embedded';
import { manifestsOf } from './manifests';
import type { ManifestText } from './scenario/scenario-names';
import { whyLenses } from './why/lenses';

/** What Peapod sees in a file, or why it is silent. `former`: what was applied last, where that is known. */
export function status(file: File, version: Minor, spanOf: (range: Range) => Span, former?: File): StatusAnswer {
	const documents = manifestsOf(file).flatMap((manifest, index) => {
		if (!hasLife(manifest)) return [];
		const span = spanOf(shifted(manifest.node.range, manifest.start));
		return [{ kind: kindOfObject(manifest), name: manifest.name, index, span }];
	});
	const kubernetes = `1.${version}`;
	const isLive = whyLenses(file).some(({ live }) => live.kind === undefined);
	const differs = former !== undefined && differingFrom(former, file).length > 0;
	if (documents.length > 0) return { documents, kubernetes, ...(isLive && { isLive }), ...(differs && { differs }) };
	const [part] = manifestsOf(file);
	if (part) return { documents, kubernetes, silent: 'patch', otherKind: part.kind.kind };
	const otherKind = file.sections.find((section) => section.otherKind)?.otherKind;
	const isWrong = file.sections.some(({ isOurs }) => isOurs);
	const silent = file.silent ?? (isWrong ? 'unreadable' : otherKind ? 'otherKind' : 'empty');
	return { documents, kubernetes, silent, ...(otherKind && !isWrong ? { otherKind } : {}) };
}

/** The same of a scenario file; `built` is what a folder builds for it. */
export function scenarioStatus(manifest: string, found: boolean, version: Minor, built?: ManifestText): StatusAnswer {
	const main = built && manifestsOf(read(built.text, undefined, built.around))[0];
	const lives = main && { kind: main.kind.kind, name: main.name };
	return { documents: [], kubernetes: `1.${version}`, silent: 'scenario', scenario: { manifest, found, ...(lives && { lives }) } };
}

import { judgedOver } from '../features/apply/judge-over';
import { diagnose } from '../features/diagnose/diagnose';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { type Commented, commented, commentedText } from '../features/diagnose/directives';
import { securityDiagnostics } from '../features/diagnose/pod-security';
import { isAsked } from '../features/diagnose/severity';
import { SAYS_NOTHING, sayingNothing } from '../features/expect/says-nothing';
import { notBuiltAt } from '../features/scenario/plays';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import type { File } from '../manifest/read';
import type { Minor } from '../schema/schema';
import type { OpenFile } from './manifests';
import type { OpenScenario } from './scenarios';
import type { Settings } from './settings';

/** All that is found in an open file, before anybody says no to it. */
export interface Found {
	readonly documents: readonly Commented[];
	readonly found: () => readonly Diagnostic[];
	readonly settings: Settings;
}

export function inManifests(open: OpenFile): Found {
	const { file, settings, judged, asBuilt = (plain) => plain } = open;
	return {
		documents: commented(file.sections),
		found: () => [...(file.silent === 'ignored' ? foundAlone(open) : asBuilt(foundAlone(open))), ...securityDiagnostics(file, settings.podSecurity, judged)],
		settings,
	};
}

/** What was said of a file last, and by whom: an editor that is told of faults soon asks what mends them, at every move of the cursor. */
const known = new WeakMap<File, { readonly version: Minor; readonly over: File | undefined; readonly found: readonly Diagnostic[] }>();

/** What is found in a file whoever builds on it. */
function foundAlone({ file, settings: { version, applyPreview }, judged, former }: OpenFile): readonly Diagnostic[] {
	const over = applyPreview ? former : undefined;
	const last = known.get(file);
	if (last?.version === version && last.over === over) return last.found;
	const found = diagnose(file, version, over ? judgedOver(file, over, version, judged) : judged);
	known.set(file, { version, over, found });
	return found;
}

export const inScenario = ({ text, settings, beside, notBuilt }: OpenScenario): Found => ({
	documents: commentedText(text),
	found: () => [
		...diagnoseScenario(text, settings.language, beside),
		...(notBuilt ? [notBuiltAt(text, notBuilt, settings.language)] : []),
		...(isAsked(SAYS_NOTHING, settings.severity) ? sayingNothing(text, beside, settings.version, settings.language) : []),
	],
	settings,
});

import { judgedOver } from '../features/apply/judge-over';
import { diagnose } from '../features/diagnose/diagnose';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { type Commented, commented, commentedText } from '../features/diagnose/directives';
import { securityDiagnostics } from '../features/diagnose/pod-security';
import { notBuiltAt } from '../features/scenario/plays';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import type { OpenFile } from './manifests';
import type { OpenScenario } from './scenarios';
import type { Settings } from './settings';

/** All that is found in an open file, before anybody says no to it. */
export interface Found {
	readonly documents: readonly Commented[];
	readonly found: () => readonly Diagnostic[];
	readonly settings: Settings;
}

export const inManifests = ({ file, settings, judged, former, asBuilt = (plain) => plain }: OpenFile): Found => ({
	documents: commented(file.sections),
	found: () => [
		...(file.silent === 'ignored' ? (plain: readonly Diagnostic[]) => plain : asBuilt)(
			diagnose(file, settings.version, settings.applyPreview && former ? judgedOver(file, former, settings.version, judged) : judged),
		),
		...securityDiagnostics(file, settings.podSecurity, judged),
	],
	settings,
});

export const inScenario = ({ text, settings, beside, notBuilt }: OpenScenario): Found => ({
	documents: commentedText(text),
	found: () => [...diagnoseScenario(text, settings.language, beside), ...(notBuilt ? [notBuiltAt(text, notBuilt, settings.language)] : [])],
	settings,
});

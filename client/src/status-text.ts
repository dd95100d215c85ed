import type { l10n as VscodeL10n } from 'vscode';
import type { StatusAnswer } from '../../server/src/protocol/requests';

/** How the server is: what it says of a file, or why it says nothing. */
export type Standing =
	| { readonly is: 'starting' }
	| { readonly is: 'down' }
	/** It answers, but not this question. */
	| { readonly is: 'failed' }
	/** Asked, and not answered yet. */
	| { readonly is: 'asked' }
	| { readonly is: 'answered'; readonly answer: StatusAnswer | null };

/** What the language status item shows. */
export interface StatusText {
	readonly text: string;
	readonly detail?: string;
	readonly severity: 'information' | 'warning' | 'error';
	readonly busy: boolean;
	/** What its link does: change the version or the values of a chart, or show the log. */
	readonly link: 'version' | 'values' | 'log';
}

type Words = Pick<typeof VscodeL10n, 't'>;

/** The item in each standing; `before` is what it showed, which goes on while a question is under way. */
export function statusText(standing: Standing, before: StatusText | undefined, l10n: Words): StatusText {
	switch (standing.is) {
		case 'starting':
			return { text: l10n.t('Starting'), severity: 'information', busy: true, link: 'log' };
		case 'down':
			return { text: l10n.t('Peapod is not running'), severity: 'error', busy: false, link: 'log' };
		case 'failed':
			return { text: l10n.t('Peapod could not look at this file'), severity: 'error', busy: false, link: 'log' };
		case 'asked':
			return { ...(before ?? { text: '', severity: 'information', link: 'version' }), busy: true };
		case 'answered':
			return standing.answer
				? { link: 'version', ...whatIsSeen(standing.answer, l10n), detail: l10n.t('Kubernetes {0}', standing.answer.kubernetes), busy: false }
				: { text: l10n.t('Silent: no Kubernetes manifest'), severity: 'information', busy: false, link: 'version' };
	}
}

function whatIsSeen(
	{ documents, silent, otherKind, scenario, chart, unrendered }: StatusAnswer,
	l10n: Words,
): Pick<StatusText, 'text' | 'severity'> & { readonly link?: 'values' } {
	if (chart !== undefined && unrendered !== undefined && silent !== 'ignored')
		return { text: l10n.t('Does not render with {0}: {1}', chart, shortened(unrendered)), severity: 'error', link: 'values' };
	if (chart !== undefined && silent !== 'ignored') return { text: l10n.t('Rendered with {0}', chart), severity: 'information', link: 'values' };
	const [first, ...rest] = documents;
	if (first) return { text: rest.length > 0 ? l10n.t('{0} and {1} more', first.kind, rest.length) : first.kind, severity: 'information' };
	switch (silent) {
		case 'scenario':
			return scenario?.found
				? { text: l10n.t('Scenario for {0}', scenario.manifest), severity: 'information' }
				: { text: l10n.t('Scenario; {0} is not there', scenario?.manifest ?? ''), severity: 'warning' };
		case 'template':
			return { text: l10n.t('Not judged: a Go template'), severity: 'information' };
		case 'ignored':
			return { text: l10n.t('Silent: ignored by your settings'), severity: 'information' };
		case 'patch':
			return { text: l10n.t('Kustomize patch: {0}', otherKind ?? ''), severity: 'information' };
		case 'otherKind':
			return { text: l10n.t('Silent: {0} is not a pod', otherKind ?? ''), severity: 'information' };
		case 'unreadable':
			return { text: l10n.t('Not judged: kubectl cannot read it'), severity: 'warning' };
		case 'tooLarge':
			return { text: l10n.t('Silent: the file is too large'), severity: 'warning' };
		default:
			return { text: l10n.t('Silent: no Kubernetes manifest'), severity: 'information' };
	}
}

/** So much of what Helm says has room; the place of the fault tells all of it. */
const LONGEST_ERROR = 160;
const shortened = (error: string): string => {
	const line = error.replace(/\s+/g, ' ').trim();
	return line.length > LONGEST_ERROR ? `${line.slice(0, LONGEST_ERROR)}…` : line;
};

/** What of a file has a life of its own; of a scenario that is played on what a folder builds, what that is. */
export function livesIn(answer: StatusAnswer | null): readonly { readonly kind: string; readonly name: string; readonly index: number }[] {
	const built = answer?.scenario?.lives;
	return built ? [{ ...built, index: 0 }] : (answer?.documents ?? []);
}

/** A life can be shown of what is in this file. */
export const hasLife = (answer: StatusAnswer | null): boolean => answer !== null && (answer.documents.length > 0 || answer.scenario?.found === true);

/** What each mode shows around the lanes. The frame is one for all: a sentence, something to act on, the lanes, and the rest in tabs. */
import { html, type TemplateResult } from 'lit';
import type { Mode } from '../../../server/src/protocol/mode';
import { isAtNow } from '../model/at';
import { applyHead, applyTab } from './apply';
import { lessonCard, lessonTab } from './lesson';
import { testsBadge, testsHead, testsTab } from './tests';
import type { Act, WithLife } from './view';
import { headline, whatIf } from './what-if';
import { whyHead, whyTab } from './why';

export interface ModeView {
	/** Over the lanes. */
	readonly head: (view: WithLife, act: Act) => TemplateResult;
	/** The tab that it has to itself. */
	readonly own?: (view: WithLife, act: Act) => TemplateResult;
	/** What that tab carries beside its name. */
	readonly badge?: (view: WithLife) => string;
	/** Whether the moment at the playhead is told between the lanes and the tabs. */
	readonly narrates: (view: WithLife) => boolean;
	/** The line that kubectl would print. */
	readonly hasKubectl: boolean;
	readonly hasKnobs?: true;
}

const LIFE: ModeView = {
	head: (view, act) => html`${headline(view)} ${whatIf(view, act)}`,
	narrates: () => true,
	hasKubectl: true,
	hasKnobs: true,
};

const MODES: Readonly<Record<Mode, ModeView>> = {
	life: LIFE,
	why: {
		head: (view, act) => (view.live ? whyHead(view, view.live, act) : headline(view)),
		own: (view, act) => (view.live ? whyTab(view, view.live, act) : html``),
		narrates: ({ shown }) => !isAtNow(shown),
		hasKubectl: true,
	},
	tests: {
		head: testsHead,
		own: testsTab,
		badge: testsBadge,
		narrates: () => true,
		hasKubectl: false,
	},
	lesson: {
		head: (view, act) => (view.lesson ? lessonCard(view, view.lesson, act) : headline(view)),
		own: (view, act) => (view.lesson ? lessonTab(view, view.lesson, act) : html``),
		narrates: ({ columns }) => columns === 3,
		hasKubectl: false,
	},
	apply: {
		head: (view, act) => (view.applied ? applyHead(view, view.applied, act) : headline(view)),
		own: (view, act) => (view.applied ? applyTab(view, view.applied, act) : html``),
		// Where it is refused nothing happens; the tab says why.
		narrates: ({ shown }) => !shown.model.apply?.isRefused,
		hasKubectl: false,
	},
};

export const modeView = (mode: Mode): ModeView => MODES[mode];

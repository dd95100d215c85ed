/** The mode Lesson: a card with the task and what is expected, the page in the tab, and a foot that is always in sight. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Expected } from '../../../server/src/protocol/life';
import type { LessonState } from '../model/lesson';
import { glyph } from '../paint/glyphs';
import { marked } from '../text/markdown';
import { inline, page } from '../text/page';
import { verdictSign } from './tests';
import type { Act, View } from './view';

/** px. Below it "9 / 18" has to do. */
const IN_WORDS = 400;

/** Dots, title, task, expectations. */
export function lessonCard(view: View, state: LessonState, act: Act): TemplateResult {
	const { words, tongue, width } = view;
	const { lesson, expected } = state;
	const met = expected.filter(({ verdict }) => verdict === 'holds').length;
	const firstBroken = expected.find(({ verdict }) => verdict === 'fails' || verdict === 'fault');
	return html`<section class="lesson" aria-label=${lesson.title}>
		<div class="course">
			${dots(state, view, act)}
			<span class="mute">${width < IN_WORDS ? `${lesson.index + 1} / ${lesson.of}` : words.lessonOf(lesson.index + 1, lesson.of)}</span>
		</div>
		<h1>${lesson.title}</h1>
		<p class="task" title=${lesson.task}>${inline(lesson.task.replaceAll('\n', ' '))}</p>
		<ul class="expected" data-rows>
			${expected.map((one, i) => expectation(one, state.changed.has(i), one === firstBroken, view, act))}
		</ul>
		<p class="unseen" aria-live="polite">${words.met(met, expected.length)}${firstBroken ? `. ${firstBroken.title[tongue].replaceAll('`', '')}: ${words.verdicts.fails}` : ''}</p>
	</section>`;
}

function dots({ heads, solved, lesson, isSolved }: LessonState, { words }: View, act: Act): TemplateResult {
	const isDone = (id: string): boolean => solved.includes(id) || (id === lesson.id && isSolved);
	return html`<ol class="dots" @keydown=${dotKey}>
		${heads.map(({ id, title }, i) => {
			const here = id === lesson.id;
			const label = `${i + 1}. ${title}${isDone(id) ? `, ${words.solved}` : ''}`;
			return html`<li aria-current=${here ? 'step' : nothing}><button class="dot ${isDone(id) ? 'done' : ''} ${here ? 'here' : ''}" tabindex=${here ? 0 : -1}
				aria-label=${label} title=${label} @click=${() => act.post({ type: 'openLesson', id })}></button></li>`;
		})}
	</ol>`;
}

/** One tab stop; arrows go lesson by lesson, Enter opens it. */
function dotKey(event: KeyboardEvent): void {
	const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
	const at = all.indexOf(event.target as HTMLElement);
	const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
	const next = to === undefined ? undefined : all[Math.max(0, Math.min(all.length - 1, to))];
	if (!next) return;
	event.preventDefault();
	event.stopPropagation();
	next.focus();
}

/** Only the first broken one says what happened. */
function expectation(one: Expected, isChanged: boolean, tells: boolean, view: View, act: Act): TemplateResult {
	const { words, tongue, shown } = view;
	const { title, verdict, t, details = [] } = one;
	return html`<li class="${verdict} ${isChanged ? 'changed' : ''}">
		${verdictSign(one, words.verdicts[verdict])}
		<span>${marked(title[tongue])}${tells && details[0] ? html` <span class="mute">– ${marked(details[0][tongue])}</span>` : nothing}</span>
		${t === undefined || !shown ? nothing : html`<button class="link instant" @click=${() => act.seek(t)}>${shown.when.clock(t)}</button>`}
	</li>`;
}

/** The page, and under it what is always in sight. What one saw at first is over once all holds: what one sees now takes its place. */
export function lessonTab(view: View, state: LessonState, act: Act): TemplateResult {
	return html`<div class="lesson-tab">
		<div class="lesson-page" tabindex="0" role="region" aria-label=${view.words.own.lesson}>${page(textOf(view, state))}</div>
		${lessonFoot(view, state, act)}
	</div>`;
}

function textOf({ words }: View, { lesson, isSolved }: LessonState): string {
	if (!isSolved) return `${lesson.look}\n\n${lesson.why}`;
	return [lesson.solved, `**${words.whatIf}**`, lesson.whatIf.map((one) => `- ${one}`).join('\n'), lesson.why].join(
		'\n\n',
	);
}

function lessonFoot(view: View, state: LessonState, act: Act): TemplateResult {
	const { words } = view;
	const { lesson, isSolved } = state;
	const button = (said: string, what: 'startOver' | 'solution' | 'next', look = 'act second') =>
		html`<button class=${look} @click=${() => act.post({ type: 'lesson', act: what })}>${said}</button>`;
	return html`<div class="lesson-foot">
		${isSolved ? solvedWords(view, state, act) : hint(view, state, act)}
		<div class="buttons">
			${button(words.startOver, 'startOver')} ${isSolved ? nothing : button(words.showSolution, 'solution')}
			<span class="space"></span>
			${lesson.next ? (isSolved ? button(words.nextLesson(lesson.next.title), 'next', 'act') : button(words.skip, 'next')) : nothing}
		</div>
	</div>`;
}

/** Three steps; each says more than the one before. */
function hint({ words, kept }: View, { lesson: { hints } }: LessonState, act: Act): TemplateResult {
	const given = Math.min(kept.hints, hints.length);
	const next = html`<button class="link" title="H" @click=${() => act.hint()}>${given ? words.nextHint : words.hint}</button>`;
	if (given === 0) return html`<div class="hint">${next}</div>`;
	return html`<div class="hint" aria-live="polite">
		<b>${words.hintOf(given, hints.length)}</b> <span>${inline(hints[given - 1] ?? '')}</span> ${given < hints.length ? next : nothing}
	</div>`;
}

/** Solved, with one last look: its question, which the page answers. */
function solvedWords({ words }: View, { lesson, isWhatIf }: LessonState, act: Act): TemplateResult {
	const question =
		lesson.whatIfScenario === undefined ? undefined : /^(?:… )?([^?]*\?)/.exec(lesson.whatIf[0] ?? '')?.[1];
	const watch = html`<button class="link" @click=${() => act.post({ type: 'lesson', act: 'whatIf' })}>${words.watchIt}</button>`;
	return html`<div class="hint solved">
		<p>${glyph('passed', 'ok')} <b>${words.solved}</b> ${inline(lesson.remember.replaceAll('\n', ' '))}</p>
		${question ? html`<p><b>${words.whatIf}</b> ${inline(question)} ${isWhatIf ? nothing : watch}</p>` : nothing}
	</div>`;
}

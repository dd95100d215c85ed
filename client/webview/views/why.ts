/** The mode Why: what a live pod is doing, what holds it, and what to try. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LivePart } from '../../../server/src/protocol/life';
import {
	type LiveCause,
	type LivePod,
	type LiveProof,
	type LiveTry,
	LONGEST_SINCE,
} from '../../../server/src/protocol/live';
import type { Bilingual } from '../../../server/src/protocol/text';
import { type Glyph, glyph } from '../paint/glyphs';
import { breakable, lastField, marked } from '../text/markdown';
import { span } from '../text/times';
import { timeOfDay } from '../text/when';
import type { Act, View } from './view';

/** What happened and what comes next; the time that it speaks of. */
export function whyHead(view: View, live: LivePod, act: Act): TemplateResult {
	const { tongue } = view;
	const { now, headline } = live;
	return html`<div class="headline">
		<h1 title=${headline[tongue].replaceAll('`', '')}>${marked(headline[tongue])}</h1>
		${now === undefined ? nothing : html`<p>${glyph('clock')}<span title=${new Date(now).toISOString()}>${asOf(view, live, now, act)}</span></p>`}
	</div>`;
}

/** Seconds: what is younger is of this minute. */
const OLD = 120;

/** Of ten minutes and more nobody wants the seconds. */
const roundly = (age: number): number => (age < 600 ? age : Math.round(age / 60) * 60);

/** The time that is spoken of, and the way to the other one: that of the file, or that of the reader's clock. */
function asOf(
	{ words, tongue }: View,
	{ zone, since = 0, isOver, life }: LivePod,
	now: number,
	act: Act,
): TemplateResult {
	const told = now + since * 1000;
	const age = (Date.now() - told) / 1000;
	const offers = life !== undefined && !isOver && age >= OLD && (Date.now() - now) / 1000 <= LONGEST_SINCE;
	const choice = (is: boolean, text: string) =>
		html`<button class="link" @click=${() => act.post({ type: 'upToClock', is })}>${text}</button>`;
	return html`${since > 0 ? words.toldUpTo(timeOfDay(told, zone), timeOfDay(now, zone)) : words.asOf(timeOfDay(now, zone))}${age >= OLD ? words.thatWas(span(roundly(age), tongue)) : nothing}
		${offers ? choice(true, words.tellUpToNow) : nothing} ${since > 0 ? choice(false, words.asInFile) : nothing}`;
}

/** The tab of its own: causes, what to try, and whether all of it fits. */
export function whyTab(view: View, live: LivePod, act: Act): TemplateResult {
	const { words, tongue } = view;
	const { causes, tries, fits, fit, verdict, known, life, pods, index } = live;
	const pod = pods[index];
	return html`<div class="why-tab">
		${causes.length ? html`<h2 class="unseen">${words.whyHeading}</h2>${causeList(causes, view, act)}` : nothing}
		${known ? [list(words.certain, 'ok', known.certain, view), list(words.missing, 'none', known.missing, view)] : nothing}
		${tries.length ? html`<h2>${known ? words.bringsIt(tries.length) : words.tryThis}</h2><ol class="tries" data-rows>${tries.map((one, i) => tryCard(one, i + 1, view, act))}</ol>` : nothing}
		${verdict === 'healthy' && tries.length === 0 ? html`<p class="well">${glyph('ok', 'ok')}<span>${words.nothingToDo}</span></p>` : nothing}
		${life && pod && verdict === 'unhealthy' ? html`<button class="act second" @click=${() => act.post({ type: 'tryFix', pod })}>${words.makeManifest}</button>` : nothing}
		${besideReal(live, view, act)}
		${known ? nothing : html`<p class="fit">${glyph(fits ? 'ok' : 'info')}<span>${marked(fit[tongue])}</span></p>`}
	</div>`;
}

/** What is certain, what is missing, what is as it is told. */
function list(
	title: string,
	sign: Glyph,
	items: readonly Bilingual[],
	{ tongue }: View,
): TemplateResult | typeof nothing {
	return items.length === 0
		? nothing
		: html`<h2>${title}</h2><ul class="known">${items.map((one) => html`<li>${glyph(sign, sign === 'ok' ? 'ok' : 'done')}<span>${marked(one[tongue])}</span></li>`)}</ul>`;
}

/** Arrows go from one to the next; the last one is what holds the pod now. */
function causeList(causes: readonly LiveCause[], { tongue, columns }: View, act: Act): TemplateResult {
	const holds = causes.length - 1;
	return html`<ol class="causes ${columns === 2 ? 'beside' : ''}" data-rows>
		${causes.map(
			({ code, words, evidence }, i) => html`<li aria-current=${i === holds ? 'true' : nothing}>
				${glyph(signOf(code), toneOf(code))}
				<p>${marked(words[tongue])}</p>
				<span class="proofs">${evidence.map((proof) => paintProof(proof, act))}</span>
			</li>`,
		)}
	</ol>`;
}

/** Of a pod that was watched: what was as it is told, where the real life parted from the told one, and whether it is told anew with that. */
function besideReal({ isAnew, life }: LivePod, view: View, act: Act): TemplateResult | typeof nothing {
	const { words, kept } = view;
	if (!life?.live?.runs) return nothing;
	const { parted, runs } = life.live;
	const button = (said: string, press: () => void) => html`<button class="act second" @click=${press}>${said}</button>`;
	const acts = [
		...(isAnew === undefined
			? []
			: [button(isAnew ? words.tellWithout : words.tellAnew, () => act.post({ type: 'tellAnew', is: !isAnew }))]),
		...(parted.length && !kept.both ? [button(words.both, () => act.toggle('both'))] : []),
	];
	return html`${list(words.theyAgree, 'ok', runs.alike, view)}
		${parted.length ? html`<h2>${words.whereTheyPart}</h2><ul data-rows>${parted.map((part) => parting(part, view, act))}</ul>` : nothing}
		${isAnew ? html`<p class="fit">${glyph('info')}<span>${words.toldAnew}</span></p>` : nothing}
		${acts.length ? html`<div class="buttons acts">${acts}</div>` : nothing}`;
}

/** Leads to its moment. */
function parting({ t, words }: LivePart, { tongue, shown }: View, act: Act): TemplateResult {
	return html`<li class="part"><button class="link" @click=${() => act.seek(t)}>${shown?.when.clock(t)}</button><p>${marked(words[tongue])}</p></li>`;
}

function paintProof({ name, count, span }: LiveProof, act: Act): TemplateResult {
	// What stands in another object is named with it.
	const said = count !== undefined ? `${name} ×${count}` : name.includes(' ') ? name : lastField(name);
	const reveal = () => span && act.post({ type: 'reveal', span });
	return html`<button class="link" title=${name} ?disabled=${!span} @click=${reveal}>${said}${span && count === undefined ? `:${span.start.line + 1}` : nothing}</button>`;
}

function tryCard(
	{ words: sentence, line, span }: LiveTry,
	n: number,
	{ words, tongue }: View,
	act: Act,
): TemplateResult {
	return html`<li class="try">
		<p>${marked(sentence[tongue])}</p>
		<div class="to-copy">
			<code data-card=${n}>${breakable(line)}</code>
			${span ? html`<button class="link" @click=${() => act.post({ type: 'reveal', span })}>${words.line(span.start.line + 1)}</button>` : nothing}
			<button class="icon" aria-label=${words.copyOf(n)} title="${words.copyOf(n)} (Alt+${n})" @click=${() => act.post({ type: 'copy', text: line })}>${glyph('copy')}</button>
		</div>
	</li>`;
}

/** The first that fits the code of a cause. */
const SIGNS: readonly (readonly [code: RegExp, sign: Glyph, tone: string])[] = [
	[/^oom$/, 'memory', 'bad'],
	[/^probe\/(fails|not-yet|unseen)|^hook\/fails/, 'fail', 'bad'],
	[/^probe\/killed|^evicted|^deadline$/, 'kill', 'bad'],
	[/^exit\/done|^done|^ended|^was$/, 'ok', 'done'],
	[/^now$/, 'ok', 'ok'],
	[/^exit|refused|missing|^volume\/fails|^no-node|^sandbox/, 'error', 'bad'],
	[/wait|retry|^late|ahead$|^was\/changed/, 'clock', 'warn'],
	[/^policy$|^job\/restarts/, 'restart', 'warn'],
	[/^pulling/, 'pull', 'prep'],
	[/^node/, 'silent', 'bad'],
	[/^deleted|^stopping/, 'delete', 'term'],
	[/^working|^creating|^blocks/, 'start', 'prep'],
];

const signOf = (code: string): Glyph => SIGNS.find(([is]) => is.test(code))?.[1] ?? 'code';
const toneOf = (code: string): string => SIGNS.find(([is]) => is.test(code))?.[2] ?? 'prep';

/** What stands where a life would be: nothing yet, a template, another kind, a refusal, our own error. */
import { html, nothing, type TemplateResult } from 'lit';
import type { NoLife } from '../../../server/src/protocol/life';
import { glyph } from '../paint/glyphs';
import { marked } from '../text/markdown';
import type { Act, View } from './view';

export function blank(
	title: string,
	text: string,
	sign: 'pod' | 'code',
	more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
	return html`<div class="blank">${glyph(sign)}<h1>${title}</h1><p>${marked(text)}</p>${more}</div>`;
}

export function noLife(view: View, answer: NoLife, act: Act): TemplateResult {
	const { words } = view;
	switch (answer.kind) {
		case 'noDocument':
		case 'empty': {
			const button = html`<button class="act" @click=${() => act.post({ type: 'newManifest' })}>${words.emptyButton}</button>`;
			return blank(words.emptyTitle, words.emptyText, 'pod', button);
		}
		case 'template':
			return blank(words.templateTitle, words.templateText, 'code');
		case 'unrendered':
			return html`<div class="card" role="alert">
				<h1>${glyph('error', 'bad')}${words.unrenderedTitle}</h1>
				<p class="server">${answer.error}</p>
				<p class="mute small">${view.shown ? words.unrenderedText : words.unrenderedTextAlone}</p>
			</div>`;
		case 'ignored':
			return blank(words.ignoredTitle, words.ignoredText, 'code');
		case 'otherKind':
			return blank(words.otherTitle(answer.otherKind), words.otherText, 'pod');
		case 'scenarioFault':
			return html`<div class="card" role="alert">
				<h1>${glyph('error', 'bad')}${words.faultTitle}</h1>
				<p>${marked(answer.message[view.tongue])}</p>
				<div class="buttons">
					<button class="act second" @click=${() => act.forget()}>${words.resetScenario}</button>
				</div>
			</div>`;
		case 'refused':
			return refused(view, answer, act);
	}
}

function refused(view: View, answer: NoLife & { kind: 'refused' }, act: Act): TemplateResult {
	const { words, tongue } = view;
	const [first, ...rest] = answer.errors;
	return html`<div class="card" role="alert">
		<h1>${glyph('error', 'bad')}${words.refusedTitle}</h1>
		${
			first
				? html`<p class="server">${first.message}</p>
						${first.why ? html`<p>${marked(first.why[tongue])}</p>` : nothing}
						<div class="buttons">
							<button class="act" @click=${() => act.post({ type: 'reveal', span: first.span })}>${words.goToLine(first.span.start.line + 1)}</button>
							<button class="act second" @click=${() => act.post({ type: 'quickFix', span: first.span })}>${words.repair}</button>
						</div>`
				: nothing
		}
		${rest.slice(0, 4).map((error) => html`<button class="link server" @click=${() => act.post({ type: 'reveal', span: error.span })}>${error.message}</button>`)}
		${rest.length > 4 ? html`<p class="mute">${words.refusedMore(rest.length - 4)}</p>` : nothing}
		<p class="mute small">${view.shown ? words.refusedText : words.refusedTextAlone}</p>
	</div>`;
}

export function ourError(view: View, message: string, act: Act): TemplateResult {
	const { words } = view;
	return html`<div class="card" role="alert">
		<h1>${glyph('error', 'bad')}${words.errorTitle}</h1>
		<p>${words.errorText}</p>
		<p class="server mute">${message}</p>
		<div class="buttons">
			<button class="act" @click=${() => act.retry()}>${words.retry}</button>
			<button class="act second" @click=${() => act.post({ type: 'copy', text: message })}>${words.copyReport}</button>
		</div>
	</div>`;
}

/** A knob as an input: what it says is meant when Enter is pressed or it is left. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Slot } from '../text/slots';
import type { Act } from './view';

export function slotInput(slot: Slot, act: Act): TemplateResult {
	const change = (event: Event) => {
		const input = event.target as HTMLInputElement | HTMLSelectElement;
		const scenario = slot.set(input.value);
		input.toggleAttribute('aria-invalid', !scenario);
		if (scenario) act.live(scenario);
	};
	if (slot.choices) {
		return html`<select aria-label=${slot.label} .value=${live(slot.value)} @change=${change}>
			${slot.choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === slot.value}>${choice.words}</option>`)}
		</select>`;
	}
	return html`<input aria-label=${slot.label} .value=${live(slot.value)} size=${slot.value.length + 1} spellcheck="false" autocomplete="off" @change=${change} />`;
}

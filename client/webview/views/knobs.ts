/** All knobs: per container its own end, SIGTERM, hooks and painted probe answers; then images, node, actions, the scenario file. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Action, LaneContainer, NodePool, Scenario } from '../../../server/src/protocol/life';
import {
	answersOf,
	ORDINARY_NODES,
	patched,
	termAnswer,
	withAction,
	withAnswers,
	withContainer,
	withImage,
	withNode,
	withNodes,
	withPressure,
	withRun,
} from '../model/scenario-edit';
import { glyph } from '../paint/glyphs';
import { type Deed, deedOf, deedWord } from '../text/action-word';
import { imageIn } from '../text/say';
import { codeSlot, neverSlot, oftenSlot, pullErrorSlot, type Slot, termSlot, timeSlot } from '../text/slots';
import { inSeconds } from '../text/times';
import { slotInput } from './slot';
import { strip } from './strip';
import type { Act, WithLife } from './view';

const STRIP = 30;

export function allKnobs(view: WithLife, act: Act): TemplateResult {
	const { life } = view.shown.model;
	const { scenario } = life;
	return html`<section class="knobs" aria-label=${view.words.allKnobs}>
		${life.containers.map((container) => containerKnobs(container, scenario, view, act))}
		<h2>${glyph('node')}${view.words.knobs.node}</h2>
		${nodesKnob(scenario, view, act)} ${imageKnobs(scenario, view, act)} ${nodeKnobs(scenario, view, act)} ${actionKnobs(scenario, view, act)} ${fileKnobs(scenario, view, act)}
	</section>`;
}

function row(label: string, content: unknown): TemplateResult {
	return html`<span class="label">${label}</span>
		<div class="row">${content}</div>`;
}

function containerKnobs(container: LaneContainer, scenario: Scenario, view: WithLife, act: Act): TemplateResult {
	const { words, tongue } = view;
	const { name } = container;
	const script = scenario.world?.containers?.[name];
	const input = (slot: Slot) => slotInput({ ...slot, label: `${name}: ${slot.label}` }, act);
	const after = inSeconds(script?.onTerm?.exitAfter) ?? 0;
	const delay = (exitAfter: string) => withContainer(scenario, name, { onTerm: { ...script?.onTerm, exitAfter } });
	return html`<h2>${glyph('sandbox')}${name}</h2>
		${row(words.knobs.ends, endKnobs(name, scenario, view, input))}
		${row(
			words.knobs.toTerm,
			html`${input(termSlot(words, scenario, name))} ${termAnswer(script?.onTerm) === 'after' ? input(timeSlot(tongue, words.knobs.termAfter, after, delay)) : nothing}`,
		)}
		${container.probes.map((probe) => {
			const answers = answersOf(script?.[probe], STRIP);
			const paint = (next: readonly boolean[]) => act.live(withAnswers(scenario, name, probe, next));
			return row(
				words.knobs.answers(words.probes[probe]),
				strip(answers, { label: words.knobs.strip(words.probes[probe], name), cell: words.knobs.cell, paint }),
			);
		})}
		${container.hooks.map((hook) => {
			const own = script?.[hook];
			const takes = timeSlot(tongue, words.knobs.takes(hook), inSeconds(own?.takes) ?? 0, (written) =>
				withContainer(scenario, name, { [hook]: { ...own, takes: written } }),
			);
			const outcome: Slot = {
				label: hook,
				value: own?.fail ? 'fail' : 'ok',
				choices: [
					{ value: 'ok', words: words.knobs.succeeds },
					{ value: 'fail', words: words.knobs.fails },
				],
				set: (value) =>
					withContainer(scenario, name, { [hook]: patched(own ?? {}, { fail: value === 'fail' ? true : undefined }) }),
			};
			return row(words.knobs.takes(hook), html`${input(takes)} ${input(outcome)}`);
		})}`;
}

function endKnobs(
	name: string,
	scenario: Scenario,
	view: WithLife,
	input: (slot: Slot) => TemplateResult,
): TemplateResult {
	const { words, tongue } = view;
	const run = scenario.world?.containers?.[name]?.runs?.[0];
	const ends: Slot = {
		label: words.knobs.ends,
		value: run?.exitAfter === undefined ? 'never' : run.reason === 'OOMKilled' ? 'oom' : 'after',
		choices: [
			{ value: 'never', words: words.knobs.endsNever },
			{ value: 'after', words: words.knobs.endsAfter },
			{ value: 'oom', words: words.knobs.oom },
		],
		set: (value) => {
			if (value === 'never') return withContainer(scenario, name, { runs: undefined });
			const exitAfter = run?.exitAfter ?? '5s';
			return value === 'oom'
				? withRun(scenario, name, { exitAfter, exitCode: 137, reason: 'OOMKilled' })
				: withRun(scenario, name, {
						exitAfter,
						exitCode: run?.reason === 'OOMKilled' ? 1 : (run?.exitCode ?? 1),
						reason: undefined,
					});
		},
	};
	if (run?.exitAfter === undefined) return input(ends);
	const after = timeSlot(tongue, words.knobs.endsAfter, inSeconds(run.exitAfter) ?? 0, (exitAfter) =>
		withRun(scenario, name, { exitAfter }),
	);
	const code = codeSlot(words.knobs.code, run.exitCode ?? 0, (exitCode) => withRun(scenario, name, { exitCode }));
	return html`${input(ends)} ${input(after)} ${run.reason === 'OOMKilled' ? nothing : html`<span class="mute">${words.knobs.code}</span> ${input(code)}`} ${input(oftenSlot(words, scenario, name))}`;
}

function imageKnobs(scenario: Scenario, view: WithLife, act: Act): TemplateResult[] {
	const { words, tongue, shown } = view;
	const images = [...new Set(shown.model.life.containers.map((container) => container.image))];
	return images.map((image) => {
		const script = scenario.world?.images?.[image];
		const input = (slot: Slot) => slotInput({ ...slot, label: `${image}: ${slot.label}` }, act);
		const outcome: Slot = {
			label: words.knobs.pullEnds,
			value: script?.pullError ? 'error' : script?.present ? 'present' : 'ok',
			choices: [
				{ value: 'ok', words: words.knobs.succeeds },
				{ value: 'error', words: words.knobs.fails },
				{ value: 'present', words: words.knobs.present },
			],
			set: (value) =>
				withImage(scenario, image, {
					pullError: value === 'error' ? 'not found' : undefined,
					present: value === 'present' ? true : undefined,
				}),
		};
		const takes = timeSlot(tongue, words.knobs.pullTakes, inSeconds(script?.pullTakes) ?? 1, (pullTakes) =>
			withImage(scenario, image, { pullTakes }),
		);
		const error = script?.pullError
			? input(pullErrorSlot(words, script.pullError, (pullError) => withImage(scenario, image, { pullError })))
			: nothing;
		return row(
			words.knobs.image,
			html`<code>${image}</code> ${script?.present ? nothing : input(takes)} ${input(outcome)} ${error}`,
		);
	});
}

/** A sentence with knobs where {0}, {1} … are. */
const filled = (words: string, slots: readonly Slot[], act: Act): unknown[] =>
	words.split(/(\{\d\})/).map((part) => {
		const slot = slots[Number(/^\{(\d)\}$/.exec(part)?.[1] ?? Number.NaN)];
		return slot ? slotInput(slot, act) : part;
	});

const MOST_NODES = 100;

/** How many nodes there are, how big they are, and what they are called; of several pools the first. */
function nodesKnob(scenario: Scenario, { words }: WithLife, act: Act): TemplateResult {
	const { knobs } = words;
	const pool: NodePool = scenario.world?.nodes?.[0] ?? ORDINARY_NODES;
	const { name = 'node', count = 1, cpu = ORDINARY_NODES.cpu, memory = ORDINARY_NODES.memory } = pool;
	const amount = (label: string, value: string | number, key: 'cpu' | 'memory'): Slot => ({
		label,
		value: String(value),
		set: (text) =>
			/^\d+(\.\d+)?(m|[kMGT]i?|Ki)?$/.test(text.trim()) ? withNodes(scenario, { [key]: text.trim() }) : undefined,
	});
	const number: Slot = {
		label: knobs.nodeCount,
		value: String(count),
		set: (text) => {
			const many = Number(text);
			return Number.isInteger(many) && many >= 1 && many <= MOST_NODES
				? withNodes(scenario, { count: many })
				: undefined;
		},
	};
	const slots = [number, amount(knobs.nodeCpu, cpu, 'cpu'), amount(knobs.nodeMemory, memory, 'memory')];
	const named = count > 1 ? `${name}-1 … ${name}-${count}` : pool.name === undefined ? 'node-1' : name;
	return row(knobs.nodes, html`${filled(knobs.nodesAre, slots, act)} <code>${named}</code>`);
}

function nodeKnobs(scenario: Scenario, view: WithLife, act: Act): TemplateResult {
	const { words, tongue } = view;
	const node = scenario.world?.node;
	const from = neverSlot(tongue, words.knobs.never, words.knobs.silentFrom, inSeconds(node?.silentFrom), (silentFrom) =>
		withNode(scenario, silentFrom === undefined ? { silentFrom, silentUntil: undefined } : { silentFrom }),
	);
	const back = neverSlot(
		tongue,
		words.knobs.never,
		words.knobs.silentUntil,
		inSeconds(node?.silentUntil),
		(silentUntil) => withNode(scenario, { silentUntil }),
	);
	const what = words.scarce[node?.pressure?.resource ?? 'memory'];
	const shortFrom = neverSlot(
		tongue,
		words.knobs.never,
		words.knobs.pressureFrom(what),
		node?.pressure && (inSeconds(node.pressure.from) ?? 0),
		(written) =>
			written === undefined ? withNode(scenario, { pressure: undefined }) : withPressure(scenario, { from: written }),
	);
	const shortUntil = neverSlot(
		tongue,
		words.knobs.never,
		words.knobs.pressureUntil,
		inSeconds(node?.pressure?.until),
		(until) => withPressure(scenario, { until }),
	);
	return html`${row(words.knobs.silentFrom, slotInput(from, act))} ${node?.silentFrom === undefined ? nothing : row(words.knobs.silentUntil, slotInput(back, act))}
		${row(words.knobs.pressureFrom(what), slotInput(shortFrom, act))} ${node?.pressure ? row(words.knobs.pressureUntil, slotInput(shortUntil, act)) : nothing}`;
}

function actionKnobs(scenario: Scenario, view: WithLife, act: Act): TemplateResult {
	const { words, tongue, shown } = view;
	const actions = scenario.actions ?? [];
	const add = (event: Event) => {
		const select = event.target as HTMLSelectElement;
		const action = newAction(select.value, view);
		select.value = '';
		if (action) act.live(withAction(scenario, actions.length, action));
	};
	const list = actions.map((action, i) => {
		const at = timeSlot(tongue, words.knobs.at, inSeconds(action.at) ?? 0, (when) =>
			withAction(scenario, i, { ...action, at: when }),
		);
		const image = action.do === 'patch' && action.subresource !== 'resize' ? imageIn(action.body) : undefined;
		const name = deedWord(deedOf(action, shown.model.kind), words);
		return html`<div class="action">
			${slotInput(at, act)}<span>${name}</span>${image === undefined ? nothing : html`<code>${image}</code>`}
			<button class="icon" aria-label="${words.knobs.removeAction}: ${name}" title=${words.knobs.removeAction} @click=${() => act.live(withAction(scenario, i, undefined))}>${glyph('fail')}</button>
		</div>`;
	});
	const choices: readonly (readonly [choice: string, deed: Deed])[] = [
		['delete', { what: 'delete', image: false }],
		['evict', { what: 'evict', image: false }],
		['patch', { what: 'patch', image: true }],
		shown.model.owner
			? ['deleteOwner', { what: 'delete', image: false, kind: shown.model.kind }]
			: ['resize', { what: 'resize', image: false }],
	];
	return row(
		words.knobs.actions,
		html`${list}<select class="add" aria-label=${words.knobs.actions} @change=${add}>
				<option value="">+ ${words.knobs.addAction}</option>
				${choices.map(([choice, deed]) => html`<option value=${choice}>${deedWord(deed, words)}</option>`)}
			</select>`,
	);
}

/** An action at the playhead, with the smallest body that does something. */
function newAction(choice: string, view: WithLife): Action | undefined {
	const { shown } = view;
	const at = `${Math.max(1, Math.round(shown.t))}s`;
	const container = shown.model.life.containers.find((one) => one.kind === 'app') ?? shown.model.life.containers[0];
	if (!container) return undefined;
	const workload = shown.model.owner !== undefined;
	switch (choice) {
		case 'delete':
		case 'evict':
			return { at, do: choice };
		case 'deleteOwner':
			return { at, do: 'delete', target: 'owner' };
		case 'patch': {
			const spec = { containers: [{ name: container.name, image: `${container.image.replace(/[:@].*$/, '')}:next` }] };
			return workload
				? { at, do: 'patch', target: 'owner', body: { spec: { template: { spec } } } }
				: { at, do: 'patch', body: { spec } };
		}
		case 'resize':
			return {
				at,
				do: 'patch',
				subresource: 'resize',
				body: { spec: { containers: [{ name: container.name, resources: { requests: { cpu: '200m' } } }] } },
			};
		default:
			return undefined;
	}
}

function fileKnobs(scenario: Scenario, view: WithLife, act: Act): TemplateResult {
	const { words, kept, file } = view;
	const name = kept.scenarioFile ?? `${file.replace(/\.ya?ml$/, '')}.scenario.yaml`;
	return row(
		words.knobs.file,
		html`<code>${name}</code>
			<button class="link" @click=${() => act.post({ type: 'saveScenario', scenario })}>${words.knobs.save}</button>
			<button class="link" @click=${() => act.post({ type: 'openScenario' })}>${words.knobs.open}</button>
			${view.scenarioFiles.filter((other) => other !== name).map((other) => html`<button class="link" @click=${() => act.post({ type: 'openScenario', file: other })}>${words.openNamed(other)}</button>`)}`,
	);
}

/** The timeline as a picture, the story as Markdown, the trace as JSON. */
import { render } from 'lit';
import { sentenceOf } from '../model/stops';
import type { WithLife } from '../views/view';
import { paintLanes, paintRuler } from './paint';

export type Format = 'svg' | 'png' | 'md' | 'json';

export async function exportAs(format: Format, view: WithLife, within: HTMLElement): Promise<string> {
	switch (format) {
		case 'svg':
			return pictureOf(view, within).text;
		case 'png':
			return pngOf(pictureOf(view, within));
		case 'md':
			return storyOf(view);
		case 'json':
			return `${JSON.stringify(view.shown.model.life.trace, undefined, '\t')}\n`;
	}
}

/** The life in words, for a ticket or a lesson. */
export function storyOf(view: WithLife): string {
	const { shown, tongue, words } = view;
	const { model } = shown;
	const rows = shown.rows.map((row) => {
		const pod = model.owner && row.moment.pod !== undefined ? `\`${model.pods[row.moment.pod]?.name}\` ` : '';
		return `| ${shown.when.point(row.t)} | ${pod}${sentenceOf(model, row.moment)[tongue].replaceAll('|', '\\|')} |`;
	});
	const table = [`| ${words.time} | ${words.story} |`, '|---:|---|', ...rows].join('\n');
	return `# ${model.kind} ${model.name}\n\n${model.life.headline[tongue]}\n\n${table}\n`;
}

interface Picture {
	readonly text: string;
	readonly width: number;
	readonly height: number;
}

/** What styles an SVG outside the panel: theme variables do not follow it, so each shape takes its colours along. Second: what needs no saying. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
	fill: [],
	'fill-opacity': ['1'],
	stroke: ['none'],
	'stroke-width': ['1px'],
	'stroke-dasharray': ['none'],
	'stroke-linecap': ['butt'],
	'stroke-linejoin': ['miter'],
	opacity: ['1'],
};
const CARRIED_BY_WORDS: Readonly<Record<string, readonly string[]>> = {
	'paint-order': ['normal'],
	'font-family': [],
	'font-size': [],
	'font-weight': ['400'],
};

function pictureOf(view: WithLife, within: HTMLElement): Picture {
	const { shown, words } = view;
	const { scene } = shown;
	const stage = document.createElement('div');
	stage.className = 'canvas exported';
	within.append(stage);
	try {
		const { clock: time } = shown.when;
		const badge = time(shown.t);
		const ruler = { t: shown.t, badge, valueText: badge, label: words.time, time, governed: [] };
		render(
			[paintRuler(scene, shown.scale.end, ruler), paintLanes(scene, { label: words.lanes, focus: '' }, shown.t)],
			stage,
		);
		const parts = [...stage.querySelectorAll('svg')].map((svg) => frozen(svg, scene.ruler));
		const height = scene.height;
		const ground = getComputedStyle(document.body).backgroundColor;
		const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${height}" viewBox="0 0 ${scene.width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${parts[0] ?? ''}${parts[1] ?? ''}</svg>`;
		return { text, width: scene.width, height };
	} finally {
		stage.remove();
	}
}

function frozen(svg: SVGSVGElement, ruler: number): string {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const [from, to] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
	from.forEach((one, i) => {
		const style = getComputedStyle(one);
		const target = to[i];
		if (!target) return;
		const carried =
			one.localName === 'text' ? { ...CARRIED, ...CARRIED_BY_WORDS } : one.localName === 'g' ? {} : CARRIED;
		for (const [name, unsaid] of Object.entries(carried)) {
			const value = style.getPropertyValue(name);
			if (value && !unsaid.includes(value))
				target.setAttribute(name, plainColor(value.replace(/url\("?[^"#)]*(#[^")]*)"?\)/, 'url($1)')));
		}
		for (const name of [
			'class',
			'tabindex',
			'role',
			'aria-label',
			'aria-expanded',
			'aria-hidden',
			'data-cell',
			'data-row',
			'data-t',
			'data-unfold',
		])
			target.removeAttribute(name);
	});
	copy.querySelectorAll('title').forEach((title) => {
		title.remove();
	});
	for (const hit of copy.querySelectorAll('[fill="rgba(0, 0, 0, 0)"]:not([stroke])')) hit.remove();
	for (const name of [...copy.getAttributeNames()])
		if (!['width', 'height', 'viewBox'].includes(name)) copy.removeAttribute(name);
	if (svg.classList.contains('lanes')) copy.setAttribute('y', String(ruler));
	const text = new XMLSerializer().serializeToString(copy);
	return text.replace(/<!--.*?-->/gs, '');
}

/** Mixed colours come as `color(srgb …)`, which few programs that read SVG understand. */
function plainColor(value: string): string {
	const mixed = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value);
	return mixed
		? `rgb(${mixed
				.slice(1)
				.map((part) => Math.round(Number(part) * 255))
				.join(', ')})`
		: value;
}

async function pngOf(picture: Picture): Promise<string> {
	const image = new Image();
	image.src = `data:image/svg+xml;base64,${btoa(String.fromCharCode(...new TextEncoder().encode(picture.text)))}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	const sharp = 2;
	canvas.width = picture.width * sharp;
	canvas.height = picture.height * sharp;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** Glyphs drawn on a 16 px grid with a 1.3 stroke, in the manner of codicons. */
import { html, svg, type TemplateResult } from 'lit';
import type { Moment } from '../../../server/src/protocol/life';

const PATHS = {
	pod: 'M8 1.8l5.4 3.1v6.2L8 14.200l-5.400-3.100V4.900zM8 6.200a1.800 1.800 0 100 3.600 1.800 1.800 0 000-3.600z',
	created: 'M8 3v10M3 8h10',
	node: 'M2.500 4h11v3.500h-11zM2.500 9h11v3.500h-11zM5 5.800h.01M5 10.800h.01',
	sandbox: 'M8 2l5.500 3v6L8 14l-5.500-3V5zM2.500 5L8 8l5.500-3M8 8v6',
	pull: 'M8 2.500v8M4.800 7.500L8 10.700l3.200-3.200M3 13.300h10',
	start: 'M5 3.200l7.500 4.800L5 12.800z',
	ok: 'M3 8.500l3.300 3.300L13 4.800',
	fail: 'M4.500 4.500l7 7M11.500 4.500l-7 7',
	error: 'M8 2.500l6 10.500H2zM8 6.500v3M8 11.200h.01',
	kill: 'M8 2a6 6 0 100 12A6 6 0 008 2zM5.700 5.700l4.600 4.600M10.300 5.700l-4.600 4.600',
	clock: 'M8 2a6 6 0 100 12A6 6 0 008 2zM8 4.800V8l2.300 1.500',
	restart: 'M12.800 8A4.800 4.800 0 118 3.200c1.700 0 3 .8 4 2M12.300 2.300v3h-3',
	delete: 'M3 4.500h10M6.300 4.300V2.800h3.400v1.500M4.300 4.500l.7 9h6l.7-9',
	hook: 'M10.500 2.500v7a2.800 2.800 0 11-5.600 0V8.300',
	gone: 'M8 2.500a5.500 5.500 0 100 11 5.500 5.500 0 000-11z',
	silent: 'M2.500 8h2l1.500-4 2.500 8 1.500-4h3.500M2 14L14 2',
	patch: 'M10.800 2.800l2.400 2.400-7.700 7.700-3 .6.600-3z',
	slow: 'M3 12a6 6 0 1110 0M8 9l2.500-3',
	previous: 'M4 3.500v9M12 3.500L6.500 8l5.500 4.500z',
	next: 'M12 3.500v9M4 3.500L9.500 8 4 12.500z',
	play: 'M5 3.200l7.500 4.800L5 12.800z',
	pause: 'M5.500 3.500v9M10.500 3.500v9',
	table: 'M2.500 3.500h11v9h-11zM2.500 6.500h11M6.500 6.500v6',
	ghost:
		'M3.500 13.500V7.500a4.500 4.500 0 019 0v6l-1.500-1.300-1.500 1.300L8 12.200l-1.500 1.300L5 12.200zM6.300 7.500h.01M9.700 7.500h.01',
	pin: 'M5.500 2.500h5M6.300 2.500v4L4 9.200h8L9.700 6.500v-4M8 9.200v4.300',
	more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
	export: 'M8 9.500v-7M5 5l3-3 3 3M3 9.500v4h10v-4',
	right: 'M6 4l4 4-4 4',
	down: 'M4 6l4 4 4-4',
	file: 'M4 2.500h5l3 3v8H4zM9 2.500v3h3',
	code: 'M6 3.500L2.500 8 6 12.500M10 3.500L13.500 8 10 12.500',
	memory: 'M4 4h8v8H4zM6.500 2v2M9.500 2v2M6.500 12v2M9.500 12v2M2 6.500h2M2 9.500h2M12 6.500h2M12 9.500h2',
	none: 'M4.500 8h7',
} as const;

export type Glyph = keyof typeof PATHS;

export function pathOf(glyph: Glyph): string {
	return PATHS[glyph];
}

/** Always beside a word, or inside something with a label. */
export function glyph(name: Glyph, tone?: string): TemplateResult {
	return html`<svg class="glyph ${tone ? `tone-${tone}` : ''}" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${PATHS[name]} />`}</svg>`;
}

/** A moment's glyph, by its code; those not named here are told by their family, then by their tone. */
const BY_CODE: Readonly<Record<string, Glyph>> = {
	'pod/created': 'created',
	'pod/gated': 'clock',
	'pod/gate-removed': 'ok',
	'pod/unschedulable': 'error',
	'pod/no-scheduler': 'error',
	'pod/preempted': 'kill',
	'pod/rejected': 'error',
	'pod/scheduled': 'node',
	'pod/placed': 'node',
	'pod/preempts': 'node',
	'pod/running': 'start',
	'pod/ready': 'ok',
	'pod/not-ready': 'fail',
	'pod/waits-for-gate': 'clock',
	'pod/succeeded': 'ok',
	'pod/failed': 'error',
	'pod/deleted': 'delete',
	'pod/forced': 'kill',
	'pod/grace-shortened': 'clock',
	'pod/evict-refused': 'error',
	'pod/finalizer': 'clock',
	'pod/gone': 'gone',
	'pod/deadline': 'kill',
	'pod/changed': 'patch',
	'volume/missing': 'error',
	'image/pull-failed': 'error',
	'image/back-off': 'clock',
	'image/never': 'error',
	'image/invalid-name': 'error',
	'container/not-created': 'error',
	'container/start-failed': 'error',
	'container/started': 'start',
	'container/restarted': 'restart',
	'container/oom-killed': 'memory',
	'container/node-out-of-memory': 'memory',
	'container/stays-down': 'none',
	'pod/never-completes': 'error',
	'container/changed': 'patch',
	'container/terminating': 'delete',
	'container/sigterm': 'delete',
	'container/waits-its-turn': 'clock',
	'container/killed': 'kill',
	'container/stopped': 'ok',
	'init/done': 'ok',
	'init/failed': 'error',
	'sidecar/started': 'start',
	'probe/started': 'ok',
	'probe/ready': 'ok',
	'probe/failed': 'fail',
	'probe/no-port': 'fail',
	'probe/not-ready': 'fail',
	'probe/killed': 'kill',
	'hook/post-start-failed': 'error',
	'hook/pre-stop-failed': 'error',
	'hook/pre-stop-cut': 'error',
	'node/silent': 'silent',
	'node/not-ready': 'error',
	'node/evicts': 'delete',
	'node/back': 'ok',
	'node/pressure': 'memory',
	'node/pressure-eased': 'ok',
	'node/pressure-over': 'ok',
	'pod/evicted': 'memory',
	'pod/spared': 'ok',
	'pod/succeeded-evicted': 'ok',
	'owner/created-pod': 'created',
	'owner/deleted-pod': 'delete',
	'owner/rollout-done': 'ok',
	'owner/rollout-stuck': 'error',
	'stateful-set/stuck': 'error',
	'job/pod-failed': 'error',
	'job/pod-succeeded': 'ok',
	'job/back-off': 'clock',
	'job/complete': 'ok',
	'job/failed': 'error',
	'job/suspended': 'pause',
	'job/resumed': 'start',
};

const BY_FAMILY: Readonly<Record<string, Glyph>> = {
	volume: 'sandbox',
	sandbox: 'sandbox',
	image: 'pull',
	'back-off': 'clock',
	hook: 'hook',
	resize: 'patch',
	'restart-all': 'restart',
	node: 'node',
	object: 'created',
	owner: 'patch',
	job: 'clock',
	cron: 'clock',
	story: 'more',
};

export function glyphOf(moment: Moment): Glyph {
	if (moment.code === 'container/exited') return moment.args.exitCode === 0 ? 'ok' : 'error';
	const family = moment.code.split('/')[0] ?? '';
	return BY_CODE[moment.code] ?? BY_FAMILY[family] ?? (moment.tone === 'bad' ? 'error' : 'none');
}

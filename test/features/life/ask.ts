/** Asks for lives as the panel does. */
import assert from 'node:assert/strict';
import { judge } from '../../../server/src/features/diagnose/judge';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { type File, read } from '../../../server/src/manifest/read';
import type { Life, PresetId, Scenario, SimulateAnswer } from '../../../server/src/protocol/life';

export interface Asked {
	readonly preset?: PresetId;
	readonly scenario?: Scenario;
	readonly document?: number;
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function answerTo(manifest: string | File, { document = 0, ...asked }: Asked = {}): SimulateAnswer {
	const file = typeof manifest === 'string' ? read(manifest) : manifest;
	return simulateManifest(file, { uri: '', document, ...asked }, { version: 37, judged: (one) => judge(one, 37) }, () => NOWHERE);
}

export function lifeOf(manifest: string | File, asked: Asked = {}): Life {
	const answer = answerTo(manifest, asked);
	assert.equal(answer.kind, 'life', JSON.stringify(answer));
	return answer as Life;
}

/** Of a preset that has to be there. */
export function lifeWith(manifest: string | File, preset: PresetId, document = 0): Life {
	const life = lifeOf(manifest, { preset, document });
	assert.ok(
		life.presets.some(({ id }) => id === preset),
		`${preset} is offered`,
	);
	return life;
}

export const offered = (manifest: string, document = 0): readonly PresetId[] => lifeOf(manifest, { document }).presets.map(({ id }) => id);

export const english = ({ headline }: Life): string => headline.en.replaceAll('\u00a0', ' ');
export const korean = ({ headline }: Life): string => headline.ko.replaceAll('\u00a0', ' ');

/** Asks what applying a text over another does. */
import assert from 'node:assert/strict';
import type { Applier } from '../../../server/src/features/apply/applier';
import { applied } from '../../../server/src/features/apply/apply';
import { judge } from '../../../server/src/features/diagnose/judge';
import { read } from '../../../server/src/manifest/read';
import type { Applied, AppliedObject, ApplyAnswer } from '../../../server/src/protocol/apply';
import type { Span } from '../../../server/src/protocol/text';
import type { Range } from '../../../server/src/yaml/node';

/** Offsets stand where columns do. */
const offsets = ({ start, end }: Range): Span => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });

export const answerTo = (text: string, old: string, applier?: Applier): ApplyAnswer =>
	applied(read(text), read(old), { version: 37, judged: (manifest) => judge(manifest, 37) }, offsets, applier);

export function applyOf(text: string, old: string, applier?: Applier): Applied {
	const answer = answerTo(text, old, applier);
	assert.equal(answer.kind, 'applied', JSON.stringify(answer));
	return answer as Applied;
}

/** Of texts of one object. */
export function rowOf(text: string, old: string): AppliedObject {
	const { objects } = applyOf(text, old);
	assert.equal(objects.length, 1);
	return objects[0] as AppliedObject;
}

/** What stands at a span of a text. */
export const at = (text: string, { start, end }: Span): string => text.slice(start.character, end.character);

export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const APP = 'containers: [{name: app, image: app:1}]';

/** A manifest with a pod template; `spec` is YAML of two blanks' depth. */
export function workload(kind: string, spec: string, pod = APP): string {
	return `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: w\nspec:\n${spec}  selector: {matchLabels: {app: w}}\n  template:\n    metadata: {labels: {app: w}}\n    spec: {${pod}}\n`;
}

export const pod = (spec = APP): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec: {${spec}}\n`;

/** The same with another image. */
export const newer = (text: string): string => text.replace('app:1', 'app:2');

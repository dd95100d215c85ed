/** What `kubectl apply` of a text does, or `helm upgrade`, where another text was applied before: to each object, and to its pods. */
import type { File, Manifest } from '../../manifest/read';
import { type AppliedObject, type ApplyAnswer, type FieldChange, OUTCOMES, type Outcome, type Refusal, type WayOut } from '../../protocol/apply';
import type { Bilingual, Span } from '../../protocol/text';
import { startsWith } from '../../schema/field-path';
import { outcomeOf as ended } from '../../simulator/clock';
import type { Node, Range } from '../../yaml/node';
import { diagnose } from '../diagnose/diagnose';
import type { Judgement } from '../diagnose/judge';
import { outcomeOf } from '../life/outcome';
import { liveIn, type ServerAnswers } from '../life/simulate';
import type { Live, Steps } from '../life/usual';
import { wantedOf } from '../life/wanted';
import { headOf } from '../manifests';
import { applyingOf, LIVES } from './applied-life';
import { type Applier, type Fate, leftBy, ofHook } from './applier';
import { type Applying, applyLife } from './apply-life';
import { type Change, changesOf } from './changes';
import { fieldsOf } from './fields';
import { judgeOver } from './judge-over';
import { otherRows } from './others';
import { pairsOf } from './pairs';
import * as words from './sentences';
import { wayOutOf } from './way-out';

/** The row of each object, and all of them in a sentence. */
export const applied = (file: File, old: File, server: ServerAnswers, spanOf: (range: Range) => Span, applier: Applier = 'kubectl'): ApplyAnswer =>
	ended(applyInSteps(file, old, server, spanOf, applier));

/** The same in steps of some tens of milliseconds, for those who have other things to do in between: lives take their time. */
export function* applyInSteps(file: File, old: File, server: ServerAnswers, spanOf: (range: Range) => Span, applier: Applier): Steps<ApplyAnswer> {
	const message = unreadable(file) ?? unreadable(old);
	if (message) return { kind: 'unreadable', message };
	const rows: Row[] = [];
	// What is left comes last, and only what is judged is refused.
	const left = (node: Node) =>
		leftBy(
			applier,
			node,
			rows.some(({ object }) => object.outcome === 'refused'),
		);
	for (const pair of pairsOf(file, old)) {
		rows.push(
			'left' in pair ? leftRow(pair.left, left(pair.left.node)) : yield* rowOf({ file, old, server, spanOf, applier }, pair.manifest, pair.index, pair.old),
		);
	}
	const objects = [...rows.map(({ object }) => object), ...otherRows(file, old, spanOf, { left, hook: (node) => ofHook(applier, node) })];
	return {
		kind: 'applied',
		headline: words.headlineOf(objects, rows, applier),
		objects: objects.toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome)),
	};
}

interface Row extends words.Felt {
	readonly object: AppliedObject;
}

interface Texts {
	readonly file: File;
	readonly old: File;
	readonly server: ServerAnswers;
	readonly spanOf: (range: Range) => Span;
	readonly applier: Applier;
}

/** Why nothing can be said of a text. */
export function unreadable({ silent, sections }: File): Bilingual | undefined {
	if (silent === 'template') return { en: 'A Go template is no manifest yet.', ko: 'Go 템플릿은 아직 매니페스트가 아니다.' };
	if (silent === 'tooLarge') return { en: 'The text is too large to be read.', ko: '너무 커서 읽지 않는다.' };
	if (silent === 'ignored') return { en: 'The settings leave this file alone.', ko: '설정에서 제외한 파일이다.' };
	const [fault] = sections.flatMap(({ document, isOurs }) => (isOurs ? document.faults : []));
	return fault && { en: `The YAML is broken: ${fault.message}`, ko: `YAML을 읽을 수 없다: ${fault.message}` };
}

const NOBODY: words.Felt = { replaced: 0, restarted: 0 };

function leftRow({ kind, name }: Manifest, left: Fate): Row {
	return { object: { kind: kind.kind, name, ...left, refusals: [], changes: [] }, ...NOBODY };
}

/** What becomes of an object, before it is put into its place. */
interface Found extends Partial<words.Felt> {
	readonly outcome: Outcome;
	readonly sentence: Bilingual;
	readonly refusals?: readonly Refusal[];
	readonly changes?: readonly FieldChange[];
	readonly more?: number;
	readonly wayOut?: WayOut;
}

function* rowOf(texts: Texts, manifest: Manifest, document: number, former: Manifest | undefined): Steps<Row> {
	const { replaced = 0, restarted = 0, ...found } = yield* foundOf(texts, manifest, former);
	const named = { kind: manifest.kind.kind, name: manifest.name, document, span: texts.spanOf(headOf(manifest)) };
	return { object: { ...named, refusals: [], changes: [], ...found }, replaced, restarted };
}

function* foundOf(texts: Texts, manifest: Manifest, former: Manifest | undefined): Steps<Found> {
	const { server, spanOf } = texts;
	const { version, judged } = server;
	const hook = ofHook(texts.applier, manifest.node);
	if (hook?.outcome === 'unchanged') return hook;
	// What was refused is not there.
	const old = former && !hook && judged(former).accepted ? former : undefined;
	const created = judged(manifest);
	const judgement = judgeOver(manifest, created, old, version);
	const refusals = (): readonly Refusal[] => refusalsOf(texts, manifest, judgement);
	const applying = old && applyingOf(manifest, judgement, old, judged(old), version);
	if (!applying) {
		if (!judgement.accepted) return { outcome: 'refused', sentence: old ? words.REFUSED : words.NOT_CREATED, refusals: refusals() };
		return hook ?? { outcome: 'created', sentence: former ? words.CREATED_AT_LAST : words.CREATED };
	}
	const { stored, next, spec } = applying;
	const live = liveIn(texts.old, spec, server, { kind: manifest.kind.kind, object: judgement.object });
	const changes = changesOf(stored, next);
	if (!judgement.accepted) {
		const wayOut = created.accepted ? yield* wayOutOf(applying, live, version) : undefined;
		const told = fieldsOf(manifest, changes, () => false, spanOf);
		return { outcome: 'refused', sentence: words.REFUSED, refusals: refusals(), ...told, ...(wayOut && { wayOut }) };
	}
	if (changes.length === 0) return { outcome: 'unchanged', sentence: words.NOTHING };
	const { decides, ...found } = yield* takenOf(applying, changes, manifest.kind.template, live);
	return { ...found, ...fieldsOf(manifest, changes, decides, spanOf) };
}

interface Taken extends Partial<words.Felt> {
	readonly outcome: Outcome;
	readonly sentence: Bilingual;
	readonly decides: (change: Change) => boolean;
}

/** What comes of changes that the server takes: `template` leads to the pod template. */
function* takenOf(applying: Applying, changes: readonly Change[], template: readonly string[], live: Live): Steps<Taken> {
	const { kind, next } = applying;
	const isOfTemplate = ({ path }: Change): boolean => template.length > 0 && startsWith(path, template);
	const held = changes.some(isOfTemplate) ? words.heldSentence(kind, next) : undefined;
	const inPlace = held ?? words.inPlaceSentence(kind, changes, next);
	const isFelt = LIVES.has(kind) && changes.some(({ path: [first] }) => first !== 'metadata');
	if (!isFelt) return { outcome: 'changed', sentence: inPlace, decides: () => false };
	const { trace, effect } = yield* applyLife(applying, live);
	const { before, after, gone, made, ready, restarted, down } = effect;
	if (restarted.length > 0) {
		const sentence = words.restartSentence(restarted, down);
		return { outcome: 'restarted', sentence, restarted: restarted.length * before, decides: ({ path }) => path.at(-1) === 'image' };
	}
	if (changes.some(isOfTemplate) && !held && before > 0 && made > 0) {
		const kept = words.partitionOf(kind, next);
		const isPartial = kept > 0 && ready >= after - kept;
		const sentence = isPartial ? words.partlyReplaced(gone, before, kept) : outcomeOf(trace, wantedOf(next, {}));
		return { outcome: 'replaced', sentence, replaced: Math.min(gone, before), decides: isOfTemplate };
	}
	const scaled = words.scaledSentence(before, after);
	const sentence = held && scaled ? { en: `${scaled.en} ${held.en}`, ko: `${scaled.ko} ${held.ko}` } : (held ?? scaled ?? inPlace);
	return { outcome: 'changed', sentence, decides: () => false };
}

/** What the server says, at the fields; what both the object and its update are refused for, once, as it does (ErrorList.ToAggregate). */
function refusalsOf({ file, server, spanOf }: Texts, manifest: Manifest, judgement: Judgement): readonly Refusal[] {
	const section = file.sections.find(({ manifests }) => manifests.includes(manifest));
	const alone = section ? { ...file, sections: [{ ...section, manifests: [manifest] }] } : file;
	const found = diagnose(alone, server.version, (one) => (one === manifest ? judgement : server.judged(one)));
	const errors = found.filter(({ severity }) => severity === 'error');
	const once = new Map(errors.map((one) => [JSON.stringify([one.message, one.range]), one]));
	return [...once.values()].map(({ message, why, range }) => ({ message: message.trimEnd(), span: spanOf(range), ...(why && { why }) }));
}

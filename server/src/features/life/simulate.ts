import { watched } from '../../expect/watched';
import { locate } from '../../manifest/locate';
import { type File, type Manifest, read } from '../../manifest/read';
import type { Life, Preset, SimulateAnswer } from '../../protocol/life';
import type { SimulateParams } from '../../protocol/requests';
import type { Bilingual, Span } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Pod, PodSpec } from '../../schema/generated/types';
import { configsOf } from '../../schema/pod-config';
import { same } from '../../schema/same';
import type { Minor } from '../../schema/schema';
import { outcomeOf } from '../../simulator/clock';
import { readScenario } from '../../simulator/read-scenario';
import { type Decoded, simulateInSteps as livedInSteps } from '../../simulator/simulate';
import type { Trace } from '../../simulator/trace';
import { conversionFaults } from '../../yaml/convert';
import { toJson } from '../../yaml/json';
import { type Node, type Range, shifted } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { type AppliedLife, appliedLife, type KeptLife, keptLife } from '../apply/applied-life';
import { diagnose } from '../diagnose/diagnose';
import type { Judgement } from '../diagnose/judge';
import { hasLife } from '../embedded';
import { docsLink } from '../links';
import { manifestsOf } from '../manifests';
import { headlineOf, pointOf } from './headline';
import { judgeUpdates } from './judge-update';
import { laneContainers } from './lanes';
import { labelOf, linkOf, sentenceOf } from './narrate';
import { objectsOf, otherObjects } from './objects';
import { offeredOf } from './offer';
import { podOf, podSpecOf } from './pod-of';
import { besideOf, type Live, type Steps, type Usual, usualLife } from './usual';
import { type Wanted, wantedOf } from './wanted';

/** What the API server of a version says. */
export interface ServerAnswers {
	readonly version: Minor;
	readonly judged: (manifest: Manifest) => Judgement;
	/** What the file was when it was applied last; with it there is one question more. */
	readonly former?: File | undefined;
}

/** The life of one manifest of a file in a scenario or preset, with its words; or why there is none. */
export const simulateManifest = (file: File, params: SimulateParams, server: ServerAnswers, spanOf: (range: Range) => Span): SimulateAnswer =>
	outcomeOf(simulateInSteps(file, params, server, spanOf));

/** The same in steps of some tens of milliseconds, for those who have other things to do in between. */
export function* simulateInSteps(file: File, params: SimulateParams, server: ServerAnswers, spanOf: (range: Range) => Span): Steps<SimulateAnswer> {
	const { judged } = server;
	const manifest = manifestsOf(file)[params.document];
	if (!manifest) return manifestsOf(file).length > 0 ? { kind: 'noDocument', documents: manifestsOf(file).length } : silence(file);
	if (manifest.part === 'patch') return { kind: 'otherKind', otherKind: PATCH };
	if (!hasLife(manifest)) return silence(file);
	const asksApplied = params.preset === 'applied' && params.scenarioText === undefined && params.scenario === undefined;
	const kept = asksApplied && server.former ? yield* keptOf(file, server.former, manifest, server) : undefined;
	if (kept) {
		const { trace, scenario, apply, object, spec } = kept;
		return { ...told(trace, wantedOf(object, {}), manifest, spanOf), apply, scenario, presets: [], containers: laneContainers(spec) };
	}
	const judgement = judged(manifest);
	if (!judgement.accepted || manifest.document.faults.length > 0) return refusal(file, manifest, server, spanOf);
	const spec = podSpecOf(manifest, judgement);
	const lived = livedOf(manifest, judgement);
	const live = liveIn(file, spec, server);
	const { usual, presets } = yield* askedOf(file, manifest, judgement, live);
	const applied = server.former && (yield* appliedOf(file, server.former, manifest, judgement, server));
	const offered = applied ? [...presets.slice(0, 1), applied.preset, ...presets.slice(1)] : presets;
	if (applied && asksApplied) {
		const { trace, apply, next, preset } = applied;
		return {
			...told(trace, wantedOf(next, {}), manifest, spanOf),
			apply,
			scenario: preset.scenario,
			presets: offered,
			containers: laneContainers(applied.spec),
		};
	}
	const written = params.scenarioText === undefined ? undefined : parse(params.scenarioText);
	const [broken] = written ? [...written.faults, ...(written.root ? conversionFaults(written.root) : [])] : [];
	if (broken) return { kind: 'scenarioFault', message: { en: `yaml: ${broken.message}`, ko: `yaml: ${broken.message}` } };
	const preset = presets.find(({ id }) => id === params.preset) ?? presets[0];
	const { scenario, faults } = readScenario(written ? toJson(written.root) : (params.scenario ?? preset?.scenario ?? {}));
	// What is expected and cannot be understood keeps nobody from living.
	const fault = faults.find(({ path }) => path[0] !== 'expect');
	if (fault) return { kind: 'scenarioFault', message: fault.message };
	const isUsual = same(scenario, usual.scenario);
	const trace = isUsual ? usual.trace : yield* live(lived.kind, lived.object, watched(scenario));
	const beside = isUsual ? undefined : besideOf(usual, trace);
	const wanted = wantedOf(lived.object, scenario);
	return { ...told(trace, wanted, manifest, spanOf), scenario, presets: offered, ...(beside && { usual: beside }), containers: laneContainers(spec) };
}

interface Asked {
	readonly usual: Usual;
	readonly presets: readonly Preset[];
}

/** A text that did not change is asked the same: turning a knob costs one life, not a dozen. */
const asked = new WeakMap<File, WeakMap<Judgement, Asked>>();

function* askedOf(file: File, manifest: Manifest, judgement: Judgement, live: Live): Steps<Asked> {
	const ofFile = asked.get(file) ?? new WeakMap<Judgement, Asked>();
	asked.set(file, ofFile);
	const known = ofFile.get(judgement);
	if (known) return known;
	const lived = livedOf(manifest, judgement);
	const usual = yield* usualLife(lived.kind, lived.object, podSpecOf(manifest, judgement), live);
	const found: Asked = { usual, presets: yield* offeredOf(usual, podOf(manifest, judgement), live) };
	ofFile.set(judgement, found);
	return found;
}

/** The same of an apply, by the text it goes over: a file of it may be read anew for each question. */
const applied = new WeakMap<File, { readonly old: string; readonly lives: Map<Judgement, AppliedLife | undefined> }>();

function* appliedOf(file: File, old: File, manifest: Manifest, judgement: Judgement, server: ServerAnswers): Steps<AppliedLife | undefined> {
	if (old.text === file.text) return undefined;
	const known = applied.get(file);
	const { lives } = known?.old === old.text ? known : { lives: new Map<Judgement, AppliedLife | undefined>() };
	applied.set(file, { old: old.text, lives });
	if (!lives.has(judgement)) {
		const { kind } = manifest.kind;
		lives.set(judgement, yield* appliedLife(file, old, manifest, server, (spec, { object }) => liveIn(old, spec, server, { kind, object })));
	}
	return lives.get(judgement);
}

/** Where the server refuses what is applied, the old life goes on. */
function* keptOf(file: File, old: File, manifest: Manifest, server: ServerAnswers): Steps<KeptLife | undefined> {
	return old.text === file.text ? undefined : yield* keptLife(file, old, manifest, server, (spec) => liveIn(old, spec, server));
}

/** Lives objects of the file among the others that stand in it, in an ordinary cluster; `becomes`: what scenarios make of the object. */
export function liveIn(file: File, spec: PodSpec, { version, judged }: ServerAnswers, becomes?: Decoded): Live {
	const decode = (text: string): readonly Decoded[] => objectsOf(read(text), judged);
	const [others, judge] = [otherObjects(file), judgeUpdates(version)];
	const own = new Set(others.flatMap((other) => (other.refusal === undefined ? nameOf(other) : [])));
	const wanted = assumed(spec).filter((one) => !own.has(nameOf(one)));
	return (kind, object, scenario, jitter) => {
		const later = new Set((scenario.actions ?? []).flatMap((action) => (action.do === 'create' ? decode(action.manifest ?? '').map(nameOf) : [])));
		const beside = [...others, ...wanted.filter((one) => !later.has(nameOf(one)))];
		return livedInSteps(kind, object, scenario, { beside, decode, judge, hospitable: true, ...(becomes && { becomes }), ...(jitter && { jitter }) });
	};
}

/** What a part of an object is called where there is no life to be shown. */
const PATCH = 'Kustomize patch';

function silence(file: File): SimulateAnswer {
	if (file.silent === 'template' || file.silent === 'ignored') return { kind: file.silent };
	const otherKind = file.sections.find((section) => section.otherKind)?.otherKind;
	return otherKind ? { kind: 'otherKind', otherKind } : { kind: 'empty' };
}

/** What lives: the object itself, or one of the pods that the object of another kind makes. */
function livedOf(manifest: Manifest, judgement: Judgement): { readonly kind: string; readonly object: Judgement['object'] } {
	if (!manifest.embedded) return { kind: manifest.kind.kind, object: judgement.object };
	const { metadata, spec } = podOf(manifest, judgement);
	return { kind: 'Pod', object: { metadata: { ...metadata, name: manifest.name || 'pod' }, spec } };
}

function refusal(file: File, manifest: Manifest, { version, judged }: ServerAnswers, spanOf: (range: Range) => Span): SimulateAnswer {
	const section = file.sections.find(({ manifests }) => manifests.includes(manifest));
	const found = section ? diagnose({ ...file, sections: [{ ...section, manifests: [manifest] }] }, version, judged) : [];
	// The pods made from an embedded one are refused, if not the object.
	const codes = new Set(manifest.embedded ? judged(manifest).problems.map(({ code }) => code) : []);
	const errors = found.filter(({ severity, code }) => severity === 'error' || codes.has(code));
	return { kind: 'refused', errors: errors.map(({ message, why, range }) => ({ message, ...(why ? { why } : {}), span: spanOf(range) })) };
}

/** `ConfigMap/settings` */
const nameOf = ({ kind, object }: Decoded): string => `${kind}/${(object as Pod).metadata?.name ?? ''}`;

/** What a pod refers to is taken to exist, with all keys that it asks for, unless it stands in the file or an action creates it. */
function assumed(spec: PodSpec): readonly Decoded[] {
	const claims = (spec.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => (claim ? [claim.claimName] : []));
	return [
		...configsOf(spec).map(({ kind, name, keys }) => ({ kind, object: { metadata: { name }, data: Object.fromEntries([...keys].map((key) => [key, ''])) } })),
		...claims.map((name) => ({ kind: 'PersistentVolumeClaim', object: { metadata: { name } } })),
	];
}

export type Told = Omit<Life, 'scenario' | 'presets' | 'usual' | 'containers'>;

/** The words of a trace, and where the fields it names are written. */
const told = (trace: Trace, wanted: Wanted, manifest: Manifest, spanOf: (range: Range) => Span): Told =>
	toldIn(trace, wanted, (field) => spanOf(shifted(fieldRange(manifest.node, wayTo(manifest, field)), manifest.start)));

/** The same of a life whose fields are looked for elsewhere; what is not written has no place. */
export function toldIn(trace: Trace, wanted: Wanted, placeOf: (field: string) => Span | undefined): Told {
	const { moments } = trace.story;
	const fields = [...new Set(moments.flatMap(({ field }) => field ?? []))];
	const codes = [...new Set(moments.map(({ code }) => code))];
	const point = pointOf(trace);
	return {
		kind: 'life',
		trace,
		headline: headlineOf(trace, point, wanted),
		...(point && { point: point.id }),
		sentences: moments.map(sentenceOf),
		labels: moments.map(labelOf),
		fields: Object.fromEntries(
			fields.flatMap((field): (readonly [string, Span])[] => {
				const span = placeOf(field);
				return span ? [[field, span]] : [];
			}),
		),
		links: Object.fromEntries(codes.flatMap((code): (readonly [string, Bilingual])[] => (linkOf(code) ? [[code, docsLink(linkOf(code) ?? '')]] : []))),
	};
}

/** The way to a field that a story names: one of the pod itself, where that stands in another object. */
const wayTo = ({ kind, embedded }: Manifest, field: string): readonly Segment[] => [...(embedded ? kind.template : []), ...segmentsOf(field)];

/** From a field's key to the end of what is written under it on its line. */
function fieldRange(root: Node, segments: readonly Segment[]): Range {
	const { key, value } = locate(root, segments);
	return value?.kind === 'scalar' && value.range.start > key.end ? { start: key.start, end: value.range.end } : key;
}

/** `spec.containers[0].image` taken apart. */
export function segmentsOf(path: string): readonly Segment[] {
	return [...path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(([, name, index]) =>
		index === undefined ? (name ?? '') : /^\d+$/.test(index) ? Number(index) : index,
	);
}

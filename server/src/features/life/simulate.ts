import { locate } from '../../manifest/locate';
import { type File, type Manifest, read } from '../../manifest/read';
import type { Life, SimulateAnswer } from '../../protocol/life';
import type { SimulateParams } from '../../protocol/requests';
import type { Bilingual, Span } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Pod, PodSpec } from '../../schema/generated/types';
import type { Minor } from '../../schema/schema';
import { outcomeOf } from '../../simulator/clock';
import { readScenario } from '../../simulator/read-scenario';
import { type Decoded, simulateInSteps as livedInSteps } from '../../simulator/simulate';
import type { Trace } from '../../simulator/trace';
import { conversionFaults } from '../../yaml/convert';
import { toJson } from '../../yaml/json';
import type { Node, Range } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { diagnose } from '../diagnose/diagnose';
import type { Judgement } from '../diagnose/judge';
import { docsLink } from '../links';
import { manifestsOf } from '../manifests';
import { judgeUpdates } from './judge-update';
import { headlineOf, labelOf, linkOf, pointOf, sentencesOf } from './narrate';
import { objectsOf, otherObjects } from './objects';
import { configOf, laneContainers, presetsOf } from './presets';

/** What the API server of a version says. */
export interface ServerAnswers {
	readonly version: Minor;
	readonly judged: (manifest: Manifest) => Judgement;
}

/** The life of one manifest of a file in a scenario or preset, with its words; or why there is none. */
export const simulateManifest = (file: File, params: SimulateParams, server: ServerAnswers, spanOf: (range: Range) => Span): SimulateAnswer =>
	outcomeOf(simulateInSteps(file, params, server, spanOf));

/** The same in steps of some tens of milliseconds, for those who have other things to do in between. */
export function* simulateInSteps(file: File, params: SimulateParams, server: ServerAnswers, spanOf: (range: Range) => Span): Generator<void, SimulateAnswer> {
	const { version, judged } = server;
	const manifest = manifestsOf(file)[params.document];
	if (!manifest) return manifestsOf(file).length > 0 ? { kind: 'noDocument', documents: manifestsOf(file).length } : silence(file);
	const judgement = judged(manifest);
	if (!judgement.accepted || manifest.document.faults.length > 0) return refusal(file, manifest, server, spanOf);
	const spec = podSpecOf(manifest, judgement);
	const presets = presetsOf(spec, manifest.kind.kind !== 'Pod');
	const preset = presets.find(({ id }) => id === params.preset) ?? presets[0];
	const written = params.scenarioText === undefined ? undefined : parse(params.scenarioText);
	const [broken] = written ? [...written.faults, ...(written.root ? conversionFaults(written.root) : [])] : [];
	if (broken) return { kind: 'scenarioFault', message: { en: `yaml: ${broken.message}`, ko: `yaml: ${broken.message}` } };
	const { scenario, faults } = readScenario(written ? toJson(written.root) : (params.scenario ?? preset?.scenario ?? {}));
	const [fault] = faults;
	if (fault) return { kind: 'scenarioFault', message: fault.message };
	const lacksConfig = !written && params.scenario === undefined && preset?.id === 'config-missing';
	const decode = (text: string): readonly Decoded[] => objectsOf(read(text), judged);
	const later = new Set((scenario.actions ?? []).flatMap((action) => (action.do === 'create' ? decode(action.manifest ?? '').map(nameOf) : [])));
	const taken = lacksConfig ? [] : assumed(spec).filter((object) => !later.has(nameOf(object)));
	const around = { beside: [...otherObjects(file), ...taken], decode, judge: judgeUpdates(version), hospitable: true };
	const trace = yield* livedInSteps(manifest.kind.kind, judgement.object, scenario, around);
	return { ...told(trace, manifest, spanOf), scenario, presets, containers: laneContainers(spec) };
}

function silence(file: File): SimulateAnswer {
	if (file.silent === 'template') return { kind: 'template' };
	const otherKind = file.sections.find((section) => section.otherKind)?.otherKind;
	return otherKind ? { kind: 'otherKind', otherKind } : { kind: 'empty' };
}

/** The pod's spec within a judged manifest. */
export function podSpecOf(manifest: Manifest, judgement: Judgement): PodSpec {
	let value: unknown = judgement.object;
	for (const name of [...manifest.kind.template, 'spec']) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
	return (value as PodSpec | undefined) ?? { containers: [] };
}

function refusal(file: File, manifest: Manifest, { version, judged }: ServerAnswers, spanOf: (range: Range) => Span): SimulateAnswer {
	const section = file.sections.find(({ manifests }) => manifests.includes(manifest));
	const found = section ? diagnose({ sections: [{ ...section, manifests: [manifest] }] }, version, judged) : [];
	const errors = found.filter(({ severity }) => severity === 'error');
	return { kind: 'refused', errors: errors.map(({ message, why, range }) => ({ message, ...(why ? { why } : {}), span: spanOf(range) })) };
}

/** `ConfigMap/settings` */
const nameOf = ({ kind, object }: Decoded): string => `${kind}/${(object as Pod).metadata?.name ?? ''}`;

/** What a pod refers to is taken to exist, unless the question is what happens without it, or an action creates it. */
function assumed(spec: PodSpec): readonly Decoded[] {
	const claims = (spec.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => (claim ? [claim.claimName] : []));
	return [
		...configOf(spec).map(({ kind, name, keys }) => ({ kind, object: { metadata: { name }, data: Object.fromEntries(keys.map((key) => [key, ''])) } })),
		...claims.map((name) => ({ kind: 'PersistentVolumeClaim', object: { metadata: { name } } })),
	];
}

/** The words of a trace, and where the fields it names are written. */
export function told(trace: Trace, manifest: Manifest, spanOf: (range: Range) => Span): Omit<Life, 'scenario' | 'presets' | 'containers'> {
	const { moments } = trace.story;
	const fields = [...new Set(moments.flatMap(({ field }) => field ?? []))];
	const codes = [...new Set(moments.map(({ code }) => code))];
	const point = pointOf(trace);
	return {
		kind: 'life',
		trace,
		headline: headlineOf(trace, point),
		...(point && { point: point.id }),
		sentences: sentencesOf(moments),
		labels: moments.map(labelOf),
		fields: Object.fromEntries(fields.map((field) => [field, spanOf(shifted(fieldRange(manifest.node, segmentsOf(field)), manifest.start))])),
		links: Object.fromEntries(codes.flatMap((code): (readonly [string, Bilingual])[] => (linkOf(code) ? [[code, docsLink(linkOf(code) ?? '')]] : []))),
	};
}

/** From a field's key to the end of what is written under it on its line. */
function fieldRange(root: Node, segments: readonly Segment[]): Range {
	const { key, value } = locate(root, segments);
	return value?.kind === 'scalar' && value.range.start > key.end ? { start: key.start, end: value.range.end } : key;
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

/** `spec.containers[0].image` taken apart. */
export function segmentsOf(path: string): readonly Segment[] {
	return [...path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(([, name, index]) =>
		index === undefined ? (name ?? '') : /^\d+$/.test(index) ? Number(index) : index,
	);
}

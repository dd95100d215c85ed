import type { Denial } from '../../defaults/admission';
import type { DecodeFault } from '../../manifest/decode-faults';
import { locate, rangeOf } from '../../manifest/locate';
import { type File, type Manifest, read, type Section } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Warning } from '../../rules/warnings/warning';
import type { FieldPath } from '../../schema/field-path';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import { kindOfObject, pathInFile } from '../embedded';
import { docsLink } from '../links';
import { particle } from '../particle';
import { adviceOn } from './advice';
import { asWritten } from './as-written';
import { type Hint, hintsOf } from './asked';
import { togetherInFile } from './causes/look-alikes';
import { withoutFollowers } from './causes/slips';
import { answerTo } from './decode-faults';
import { type Diagnostic, shifted, why } from './diagnostic';
import { isFoundByServer, isRefusedBySchema } from './embedded';
import { unreadBytes } from './encoding';
import { ofHead } from './head-faults';
import { type Judgement, judge } from './judge';
import { isSound, viewOf } from './neighbours';
import { fixOf } from './repair';
import { unreadable, withCause } from './syntax';

/** What the server would say of every manifest of a file. Silent on everything that is none of our kinds. */
export function diagnose(file: File, version: Minor, judged: (manifest: Manifest) => Judgement = judging(version)): readonly Diagnostic[] {
	return followed(file, version, judged, MOST_SLIPS);
}

/** So many slips of a document are told apart from what follows of them. */
const MOST_SLIPS = 8;

function followed(file: File, version: Minor, judged: (manifest: Manifest) => Judgement, slips: number): readonly Diagnostic[] {
	const view = viewOf(file, judged);
	const found = file.sections.flatMap((section) => {
		const changed = (text: string): File => read(text, undefined, section.around);
		const anew = (text: string): readonly Diagnostic[] | undefined => plain(changed(text), version);
		const mended = (text: string): readonly Diagnostic[] => followed(changed(text), version, judging(version), slips - 1);
		const told = ofSection(section, version, judged);
		const advice = isSound(section) ? adviceOn(section, view, judged) : [];
		const unread = section.isOurs ? unreadBytes(section.document.text) : undefined;
		const all = (slips > 0 ? withoutFollowers(section, told, anew, mended) : undefined) ?? [...withCause(told, section, file, anew), ...advice];
		return [...(unread ? [unread] : []), ...all].map((diagnostic) => shifted(diagnostic, section.start));
	});
	return togetherInFile(found, file.text);
}

/** What the server says, and nobody asks why; undefined where nothing is ours. */
function plain(file: File, version: Minor): readonly Diagnostic[] | undefined {
	if (!file.sections.some(({ isOurs }) => isOurs)) return undefined;
	const judged = (manifest: Manifest): Judgement => judge(manifest, version);
	return file.sections.flatMap((section) => ofSection(section, version, judged).map((one) => shifted(one, section.start)));
}

/** Judges each manifest once, however often it is asked about. */
export function judging(version: Minor): (manifest: Manifest) => Judgement {
	const known = new Map<Manifest, Judgement>();
	return (manifest) => {
		const judgement = known.get(manifest) ?? judge(manifest, version);
		known.set(manifest, judgement);
		return judgement;
	};
}

/** Offsets as in the document. */
function ofSection(section: Section, version: Minor, judged: (manifest: Manifest) => Judgement): readonly Diagnostic[] {
	if (!section.isOurs) return [];
	// A broken document's tree is a guess: judging it would accuse what is only half typed.
	const fault = unreadable(section);
	if (fault) return [fault];
	const heads = section.heads.map((head) => ofHead(head, section.document.text));
	return [...heads, ...section.manifests.flatMap((manifest) => ofManifest(manifest, judged(manifest), version))];
}

function ofManifest(manifest: Manifest, judgement: Judgement, version: Minor): readonly Diagnostic[] {
	const faults = judgement.decoded.faults.map((fault) => ofFault(fault, manifest, version));
	const problems = judgement.problems.map((problem) => ofProblem(manifest, problem));
	const warnings = judgement.warnings.filter((warning) => !isMoot(warning, manifest, judgement.problems)).map((warning) => ofWarning(manifest, warning));
	const dropped = judgement.dropped
		.filter(({ path }) => pathInFile(manifest, path) !== undefined)
		.map(({ path, gate }) => ofDropped(manifest, path, gate, version));
	const denials = judgement.denials.map((denial) => ofDenial(manifest, denial));
	return [...faults, ...problems, ...denials, ...warnings, ...dropped, ...(manifest.part ? [] : hintsOf(manifest).map(ofHint))];
}

/**
 * The server warns of nothing that it refuses. What a value should rather be need not be said of one that must go, unless that mends it; nor what an entry is to others
 * that lacks what it must have.
 */
function isMoot({ path, repair }: Warning, manifest: Manifest, problems: readonly Problem[]): boolean {
	if (!path || repair) return false;
	const at = path.toString();
	const isEntry = typeof path.segment === 'number';
	if (isEntry && problems.some((problem) => problem.type === 'FieldValueRequired' && problem.path.parent?.toString() === at)) return true;
	const { exact, value } = locate(manifest.node, path);
	return (!exact || value?.kind === 'scalar') && problems.some((problem) => problem.path.toString() === at);
}

function ofFault(fault: DecodeFault, manifest: Manifest, version: Minor): Diagnostic {
	const answer = answerTo(fault, manifest, version);
	return {
		range: fault.range,
		severity: fault.severity === 'repeated' || (manifest.embedded && !manifest.embedded.part.full) ? 'warning' : 'error',
		code: fault.code,
		message: fault.message,
		...why(fault.code),
		...(manifest.embedded && fault.code === 'decode/unknown-field' && !fault.struct ? { why: notHere(kindOfObject(manifest)) } : {}),
		...answer,
		...(fault.others ? { related: fault.others.map((range) => ({ range, message: { en: 'also written here', ko: '여기에도 있다' } })) } : {}),
	};
}

function ofProblem(manifest: Manifest, problem: Problem): Diagnostic {
	const { type, detail, code, choices } = problem;
	const path = asWritten(problem.path, manifest);
	const repair = problem.repair && { ...problem.repair, path: asWritten(problem.repair.path, manifest) };
	const at = repair && isNearer(manifest, repair.path, path) ? repair.path : path;
	const subject = { type, path: path.segments(), ...(choices ? { choices } : {}) };
	const message = `${pathInFile(manifest, problem.path)}: ${detail}`;
	return { range: rangeOf(manifest.node, at), ...gravity(manifest, problem), code, message, ...fixOf(manifest, repair), subject };
}

/** The server refuses it; or it takes the object, and refuses the pods made from it. */
function gravity(manifest: Manifest, problem: Problem): Pick<Diagnostic, 'severity' | 'why' | 'link'> {
	const told = why(problem.code);
	if (isFoundByServer(manifest, problem)) return { severity: 'error', ...told };
	const later = madeLater(kindOfObject(manifest));
	return { severity: 'warning', ...told, why: { en: `${told.why?.en ?? ''} ${later.en}`.trim(), ko: `${told.why?.ko ?? ''} ${later.ko}`.trim() } };
}

const notHere = (kind: string): Bilingual => ({
	en: `Pods have this field; a \`${kind}\` has not, here.`,
	ko: `파드에는 있는 필드지만 \`${kind}\`의 이 자리에는 적을 수 없다.`,
});

const madeLater = (kind: string): Bilingual => ({
	en: `The server takes this \`${kind}\`, and refuses the pods that are made from it.`,
	ko: `서버는 이 \`${kind}\`${particle(kind, '을/를')} 받아들이지만 여기서 만드는 파드는 거부한다.`,
});

/** The server puts some faults at a whole list or map, or where nothing can be written; what would be repaired tells where to look. */
function isNearer(manifest: Manifest, repaired: FieldPath, path: FieldPath): boolean {
	return locate(manifest.node, repaired).exact && (!locate(manifest.node, path).exact || repaired.segments().length > path.segments().length);
}

/** Refused by the server, if not by its validation. What may depend on the cluster or the request is a warning. */
function ofDenial(manifest: Manifest, { path, message, code, isCertain, repair }: Denial): Diagnostic {
	return { range: rangeOf(manifest.node, path), severity: isCertain ? 'error' : 'warning', code, message, ...why(code), ...fixOf(manifest, repair) };
}

const ofHint = (hint: Hint): Diagnostic => ({ ...hint, severity: 'hint', ...why(hint.code) });

function ofWarning(manifest: Manifest, { text, path, code, repair }: Warning): Diagnostic {
	const range = path ? rangeOf(manifest.node, path) : locate(manifest.node, []).key;
	const message = path ? text.replace(path.toString(), pathInFile(manifest, path) ?? '') : text;
	const severity = isRefusedBySchema(manifest, code) ? 'error' : 'warning';
	return { range, severity, code, message, ...why(code), ...fixOf(manifest, repair) };
}

function ofDropped(manifest: Manifest, path: FieldPath, gate: string, version: Minor): Diagnostic {
	return {
		range: rangeOf(manifest.node, path),
		severity: 'warning',
		code: 'gate/dropped',
		message: `${pathInFile(manifest, path)}: dropped silently by 1.${version}: gate ${gate} is off`,
		why: {
			en: `The server accepts the manifest and forgets this field, unless the cluster turns on the feature gate \`${gate}\`.`,
			ko: `서버는 매니페스트를 받아들이지만 이 필드는 버린다. 클러스터에서 기능 게이트 \`${gate}\`를 켜야 쓸 수 있다.`,
		},
		link: docsLink('reference/command-line-tools-reference/feature-gates/'),
	};
}

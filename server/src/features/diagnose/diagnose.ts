import type { Denial } from '../../defaults/admission';
import type { DecodeFault } from '../../manifest/decode';
import { locate, rangeOf } from '../../manifest/locate';
import type { File, Manifest, Section } from '../../manifest/read';
import type { Warning } from '../../rules/warnings/warning';
import type { FieldPath } from '../../schema/field-path';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { separatorSentence, syntaxSentence } from '../../yaml/parse';
import { docsLink } from '../links';
import { adviceOn } from './advice';
import { type Hint, hintsOf } from './asked';
import { answerTo } from './decode-faults';
import { type Diagnostic, shifted, why } from './diagnostic';
import { type Judgement, judge } from './judge';
import { isSound, viewOf } from './neighbours';
import { fixOf } from './repair';

/** What the server would say of every manifest of a file. Silent on everything that is none of our kinds. */
export function diagnose(
	file: File,
	version: Minor,
	judged: (manifest: Manifest) => Judgement = (manifest) => judge(manifest, version),
): readonly Diagnostic[] {
	const view = viewOf(file, judged);
	return file.sections.flatMap((section) => {
		const found = [...ofSection(section, version, judged), ...(isSound(section) ? adviceOn(section, view, judged) : [])];
		return found.map((diagnostic) => shifted(diagnostic, section.start));
	});
}

function ofSection(section: Section, version: Minor, judged: (manifest: Manifest) => Judgement): readonly Diagnostic[] {
	if (section.manifests.length === 0) return [];
	// The first fault only, as the server tells: the others are mostly its echo.
	const syntax = section.document.faults.slice(0, 1).map((fault) => syntaxFault(syntaxSentence(fault, section.linesAbove), fault.range));
	if (section.separatorFault) syntax.push(syntaxFault(separatorSentence(section.separatorFault), section.separatorFault));
	// A broken document's tree is a guess: judging it would accuse what is only half typed.
	return syntax.length > 0 ? syntax : section.manifests.flatMap((manifest) => ofManifest(manifest, judged(manifest), version));
}

const syntaxFault = (message: string, range: Range): Diagnostic => ({
	range,
	severity: 'error',
	code: 'yaml/syntax',
	message,
	...why('yaml/syntax'),
});

function ofManifest(manifest: Manifest, judgement: Judgement, version: Minor): readonly Diagnostic[] {
	const faults = judgement.decoded.faults.map((fault) => ofFault(fault, manifest, version));
	const problems = judgement.problems.map((problem) => ofProblem(manifest, problem));
	const warnings = judgement.warnings.filter((warning) => !isMoot(warning, manifest, judgement.problems)).map((warning) => ofWarning(manifest, warning));
	const dropped = judgement.dropped.map(({ path, gate }) => ofDropped(manifest, path, gate, version));
	const denials = judgement.denials.map((denial) => ofDenial(manifest, denial));
	return [...faults, ...problems, ...denials, ...warnings, ...dropped, ...hintsOf(manifest).map(ofHint)];
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
		severity: fault.severity === 'repeated' ? 'warning' : 'error',
		code: fault.code,
		message: fault.message,
		...why(fault.code),
		...answer,
		...(fault.others ? { related: fault.others.map((range) => ({ range, message: { en: 'also written here', ko: '여기에도 있다' } })) } : {}),
	};
}

function ofProblem(manifest: Manifest, { path, detail, code, repair }: Problem): Diagnostic {
	const at = repair && isNearer(manifest, repair.path, path) ? repair.path : path;
	return { range: rangeOf(manifest.node, at), severity: 'error', code, message: `${path}: ${detail}`, ...why(code), ...fixOf(manifest, repair) };
}

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
	return { range, severity: 'warning', code, message: text, ...why(code), ...fixOf(manifest, repair) };
}

function ofDropped(manifest: Manifest, path: FieldPath, gate: string, version: Minor): Diagnostic {
	return {
		range: rangeOf(manifest.node, path),
		severity: 'warning',
		code: 'gate/dropped',
		message: `${path}: dropped silently by 1.${version}: gate ${gate} is off`,
		why: {
			en: `The server accepts the manifest and forgets this field, unless the cluster turns on the feature gate \`${gate}\`.`,
			ko: `서버는 매니페스트를 받아들이지만 이 필드는 버린다. 클러스터에서 기능 게이트 \`${gate}\`를 켜야 쓸 수 있다.`,
		},
		link: docsLink('reference/command-line-tools-reference/feature-gates/'),
	};
}

import { storedObject } from '../../defaults/stored';
import { headOf } from '../../manifest/head';
import { type Manifest, readLiterally, type Section } from '../../manifest/read';
import { podSecuritySentences } from '../../rules/pod-security/pod-security';
import { goQuote } from '../../schema/go-quote';
import { type Minor, minorOf, NEWEST } from '../../schema/schema';
import { conversionFaults } from '../../yaml/convert';
import { sortedJson, toJson } from '../../yaml/json';
import type { Node } from '../../yaml/node';
import { separatorSentence, syntaxSentence } from '../../yaml/parse';
import { isNull } from '../../yaml/scalar';
import { judgeUnprivileged } from './judge';
import { judgeApply } from './judge-apply';
import { serverVerdict } from './server-verdict';
import type { Verdict, VerdictQuestion } from './verdict-form';

export type { Verdict, VerdictQuestion };

/** One verdict for each document that is not empty. Reading ends at a `---` with something behind it, and the document above goes down with it. */
export function verdicts(question: VerdictQuestion): readonly Verdict[] {
	const version = minorOf(question.kubernetes) ?? NEWEST;
	const old = question.old === undefined ? undefined : readLiterally(question.old).sections[0];
	const { sections } = readLiterally(question.yaml);
	const broken = sections.findIndex(({ separatorFault }) => separatorFault);
	const fault = sections[broken]?.separatorFault;
	if (!fault) return sections.flatMap((section) => verdict(section, question, version, old));
	const whole = sections.slice(0, broken).filter((section) => !isCutOff(section, sections[broken]));
	return [...whole.flatMap((section) => verdict(section, question, version, old)), { accepted: false, decode: separatorSentence(fault) }];
}

/** No line stands between the section and the broken separator. */
function isCutOff({ start, document }: Section, broken: Section | undefined): boolean {
	return start + document.text.length === (broken?.start ?? 0) + (broken?.separatorFault?.start ?? 0);
}

function verdict(section: Section, question: VerdictQuestion, version: Minor, old: Section | undefined): readonly Verdict[] {
	if (question.server && !old) return serverVerdict(section, version, question.defaults);
	const { root, faults } = section.document;
	const [fault] = faults;
	if (fault) return [{ accepted: false, decode: syntaxSentence(fault, section.linesAbove) }];
	if (!root || isNull(root)) return [];
	const [manifest] = section.manifests;
	if (!manifest || manifest.node !== root) return [unknownKind(root)];
	return [ofManifest(manifest, question, version, old?.manifests[0])];
}

/** What is none of ours, or says not what it is. */
function unknownKind(root: Node): Verdict {
	const { apiVersion, kind, fault } = headOf(root);
	const named = { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
	return { ...named, accepted: false, decode: conversionFaults(root)[0]?.message ?? fault ?? missing(root, apiVersion, kind) };
}

/** runtime.NewMissingKindErr, NewMissingVersionErr, NewNotRegisteredErrForKind. */
function missing(root: Node, apiVersion = '', kind = ''): string {
	if (kind === '') return `Object 'Kind' is missing in '${sortedJson(toJson(root))}'`;
	if (apiVersion === '' || apiVersion.endsWith('/')) return `Object 'apiVersion' is missing in '${sortedJson(toJson(root))}'`;
	return `no kind ${goQuote(kind)} is registered for version ${goQuote(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
}

function ofManifest(manifest: Manifest, question: VerdictQuestion, version: Minor, old: Manifest | undefined): Verdict {
	const judged = old ? judgeApply(manifest, old, version) : judgeUnprivileged(manifest, version);
	const { refusal: decode, strict } = judged.decoded;
	const errors = judged.problems.map(({ type, path, detail }) => ({ type, field: path.toString(), detail }));
	const warnings = judged.warnings.map(({ text }) => text);
	return {
		apiVersion: manifest.kind.apiVersion,
		kind: manifest.kind.kind,
		name: manifest.name,
		accepted: judged.accepted,
		...(decode === undefined ? {} : { decode }),
		...(strict.length > 0 ? { strict } : {}),
		...(errors.length > 0 ? { errors } : {}),
		...(warnings.length > 0 ? { warnings } : {}),
		...(judged.qos === undefined ? {} : { qos: judged.qos }),
		security: podSecuritySentences(judged.violations()),
		...(question.defaults ? { object: storedObject(manifest.kind.kind, judged.object, version, judged.decoded.exact) } : {}),
	};
}

import { furnish } from '../../defaults/admission';
import { applyDefaults } from '../../defaults/defaults';
import { storedObject } from '../../defaults/stored';
import { headOf } from '../../manifest/head';
import type { Manifest, Section } from '../../manifest/read';
import { podSecuritySentences } from '../../rules/pod-security/pod-security';
import { goQuote } from '../../schema/go-quote';
import { KINDS } from '../../schema/kinds';
import { NIL, setOwn } from '../../schema/nil';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import { conversionFaults } from '../../yaml/convert';
import { entryOf, type Node, textOf } from '../../yaml/node';
import { syntaxSentence } from '../../yaml/parse';
import { isNull } from '../../yaml/scalar';
import { strictFault } from '../../yaml/strict';
import { type Judgement, judge } from './judge';
import type { Verdict } from './verdict-form';

/** What a running server answers to a document that is posted to it as YAML, with fieldValidation=Strict: its Status in `message` and `causes`. */
export function serverVerdict(section: Section, version: Minor, withObject: boolean): readonly Verdict[] {
	const { root, faults } = section.document;
	const [fault] = faults;
	if (fault) return [refused({}, syntaxSentence(fault, section.linesAbove))];
	if (!root || isNull(root)) return [];
	const manifest = section.manifests.find(({ node }) => node === root) ?? addressed(section, root);
	return [manifest ? ofManifest(manifest, section, version, withObject) : unknownKind(root)];
}

type Named = Pick<Verdict, 'apiVersion' | 'kind' | 'name'>;

const refused = (named: Named, message: string): Verdict => ({ ...named, accepted: false, decode: message, message });

/** The address says what an object is that does not say so itself. */
function addressed({ start, document }: Section, root: Node): Manifest | undefined {
	const { apiVersion = '', kind: name, fault } = headOf(root);
	const kind = fault === undefined && apiVersion === '' ? KINDS.find((known) => known.kind === name) : undefined;
	return kind && { kind, name: textOf(entryOf(root, 'metadata')?.value, 'name') ?? '', node: root, start, document };
}

/** Versions that the server still reads, under addresses that it no longer has. */
const FORMER: Readonly<Record<string, readonly string[]>> = {
	Deployment: ['apps/v1beta1', 'apps/v1beta2', 'extensions/v1beta1'],
	StatefulSet: ['apps/v1beta1', 'apps/v1beta2'],
	DaemonSet: ['apps/v1beta2', 'extensions/v1beta1'],
	ReplicaSet: ['apps/v1beta2', 'extensions/v1beta1'],
	CronJob: ['batch/v1beta1'],
};

function unknownKind(root: Node): Verdict {
	const { apiVersion = '', kind = '', fault } = headOf(root);
	const named = { apiVersion, kind };
	const expected = KINDS.find((known) => known.kind === kind)?.apiVersion;
	if (FORMER[kind]?.includes(apiVersion))
		return refused(named, `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`);
	const reason =
		conversionFaults(root)[0]?.message ??
		fault ??
		`no kind ${goQuote(kind)} is registered for version ${goQuote(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
	return refused(named, `${kind} in version ${goQuote(versionOf(apiVersion))} cannot be handled as a ${kind}: ${reason}`);
}

const versionOf = (apiVersion: string): string => apiVersion.split('/').at(-1) ?? '';

function ofManifest(manifest: Manifest, section: Section, version: Minor, withObject: boolean): Verdict {
	const { apiVersion, kind } = manifest.kind;
	const named = { apiVersion, kind, name: manifest.name };
	const cannot = `${kind} in version ${goQuote(versionOf(apiVersion))} cannot be handled as a ${kind}`;
	const judged = judge(manifest, version);
	const { refusal } = judged.decoded;
	if (refusal !== undefined) return { ...refused(named, `${cannot}: ${refusal}`), decode: refusal };
	const strict = strictSentences(judged, section);
	if (strict.length > 0) return { ...named, accepted: false, strict, message: `${cannot}: strict decoding error: ${strict.join(', ')}` };
	const answer = answerOf(judged, kind, apiVersion);
	if (answer) return { ...named, accepted: false, ...answer, warnings: [] };
	return {
		...named,
		accepted: true,
		warnings: [...new Set(judged.warnings.map(({ text }) => text))],
		...(judged.qos === undefined ? {} : { qos: judged.qos }),
		security: podSecuritySentences(judged.violations()),
		...(withObject ? { object: objectOf(judged, manifest, version) } : {}),
	};
}

function strictSentences({ decoded }: Judgement, { document, linesAbove }: Section): readonly string[] {
	const repeated = document.root && strictFault(document.root, document.text, linesAbove);
	return [...(repeated === undefined ? [] : [repeated]), ...decoded.strict];
}

/** Who refuses first: admission, validation, admission once more, storage. */
function answerOf({ denials, problems, admitted }: Judgement, kind: string, apiVersion: string): Pick<Verdict, 'message' | 'causes' | 'errors'> | undefined {
	const before = denials.find(({ stage }) => stage === 'before validation');
	if (before) return { message: before.message };
	if (problems.length > 0) return invalid(problems, kind, apiVersion, (admitted['metadata'] as { name?: string } | undefined)?.name ?? '');
	const [after] = denials;
	return after && { message: after.message };
}

/** errors.NewInvalid */
function invalid(problems: readonly Problem[], kind: string, apiVersion: string, name: string): Pick<Verdict, 'message' | 'causes' | 'errors'> {
	const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [];
	const sentences = [...new Set(problems.map(({ path, detail }) => `${path}: ${detail}`))];
	const said = sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
	return {
		message: `${group ? `${kind}.${group}` : kind} ${goQuote(name)} is invalid: ${said}`,
		causes: problems.map(({ type, path, detail }) => ({ reason: type, message: detail, field: path.toString() })),
		errors: problems.map(({ type, path, detail }) => ({ type, field: path.toString(), detail })),
	};
}

/** What is stored, with the status that a new object has, as it is read from the store again: defaults are filled in once more, and no empty list is left. */
function objectOf({ admitted, qos, decoded }: Judgement, { kind }: Manifest, version: Minor): unknown {
	const status = qos === undefined ? {} : { status: { ...(admitted['status'] as object | undefined), qosClass: qos } };
	const furnished = furnish(kind.kind, { ...admitted, ...status });
	return storedObject(kind.kind, applyDefaults(kind.kind, readBack(furnished) as Judgement['admitted'], version), version, decoded.exact);
}

/** A copy that went through Protocol Buffers, which know no empty list. */
function readBack(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 0 ? NIL : value.map(readBack);
	if (typeof value !== 'object' || value === null) return value;
	const copy: Record<string, unknown> = {};
	for (const [key, child] of Object.entries(value)) setOwn(copy, key, readBack(child));
	return copy;
}

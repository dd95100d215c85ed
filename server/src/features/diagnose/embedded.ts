import type { Advice } from '../../advice/advice';
import type { Decoded, Unknown } from '../../manifest/decode';
import type { DecodeFault } from '../../manifest/decode-faults';
import type { Embedded } from '../../manifest/graft';
import { locate, pathAt, type Spot } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import { Walk } from '../../rules/walk';
import { hasField, type Part, pathsOf } from '../../schema/embedding';
import { FieldPath, type Segment } from '../../schema/field-path';
import { typeWithin } from '../../schema/frames';
import type { Kind } from '../../schema/kinds';
import { nearest } from '../../schema/nearest';
import { setOwn } from '../../schema/nil';
import type { Problem } from '../../schema/problem';
import { type Minor, structOf, structWithin, type Type } from '../../schema/schema';
import { type Node, textOf } from '../../yaml/node';
import { isNull } from '../../yaml/scalar';
import { wayInPart } from '../embedded';
import { pathText } from '../place';
import { besideWay } from './part';
import { NOTHING, type Said } from './unknown';

type Value = Readonly<Record<string, unknown>>;

/** What was decoded as the custom kind has it: with its own fields, without those that it lacks, and with what its controller fills in. */
export function asEmbedded({ node, kind, embedded }: Manifest, decoded: Decoded): Decoded {
	if (!embedded) return decoded;
	const { part } = embedded;
	const faults = part.unseen ? [] : [...decoded.faults.flatMap((fault) => faultIn(embedded, kind, node, fault) ?? []), ...foreign(embedded, kind.kind, node)];
	const policy = [...kind.template, 'spec', 'restartPolicy'];
	const written = policy.reduce<unknown>((value, name) => (value as Value | undefined)?.[name], decoded.value);
	const isFilled = part.restart !== undefined && (written === undefined || !part.restarts) && hasSpec(decoded.value, kind.template);
	return { ...decoded, faults, value: isFilled ? withValue(decoded.value, policy, part.restart) : decoded.value };
}

const hasSpec = (value: Value, template: readonly string[]): boolean =>
	[...template, 'spec'].reduce<unknown>((one, name) => (one as Value | undefined)?.[name], value) !== undefined;

function withValue(value: Value, [name = '', ...rest]: readonly string[], to: unknown): Value {
	const copy: Record<string, unknown> = { ...value };
	setOwn(copy, name, rest.length === 0 ? to : withValue((copy[name] ?? {}) as Value, rest, to));
	return copy;
}

/** A fault of the part's shape; none where the kind has such a field, or a schema that takes anything. */
function faultIn(embedded: Embedded, kind: Kind, node: Node, fault: DecodeFault): DecodeFault | undefined {
	const way = wayOf(node, fault);
	const at = wayInPart(embedded.part, embedded.frame, way);
	if (at === undefined) return undefined;
	const { part } = embedded;
	const path = inText(embedded, way);
	const isOpen = !(part.full || part.some) || pathsOf(part.open).some((open) => at === open || at.startsWith(`${open}.`) || at.startsWith(`${open}[`));
	switch (fault.code) {
		case 'decode/unknown-field':
			return isOpen || pathsOf(part.adds).includes(at) || (part.own && !isMisspelt(fault)) ? undefined : { ...fault, message: `unknown field "${path}"` };
		case 'decode/type': {
			const written = /^json: cannot unmarshal (\w+)/.exec(fault.message)?.[1] ?? '';
			return { ...fault, message: `${path}: must be of type ${openApiType(typeWithin(kind.kind, way))}, not ${written}` };
		}
		case 'decode/repeated-key':
			return fault;
		default:
			return { ...fault, message: `${path}: ${fault.message}` };
	}
}

/** The way to what is at fault, a key or a value. */
function wayOf(node: Node, { code, range }: DecodeFault): readonly Segment[] {
	const segments = pathAt(node, range.start)?.segments ?? [];
	if (code === 'decode/unknown-field' || code === 'decode/repeated-key') return segments;
	for (let length = segments.length; length > 0; length--) {
		const { value, exact } = locate(node, segments.slice(0, length));
		if (exact && value && value.range.start === range.start && value.range.end === range.end) return segments.slice(0, length);
	}
	return segments;
}

/** A type of the kind's own may have got another field since; one that is nearly a field of Kubernetes is none. */
const isMisspelt = ({ struct = '', key = '' }: DecodeFault): boolean => nearest(key, [...(structOf(struct)?.keys() ?? [])]) !== undefined;

/** A type as a CRD has it. */
function openApiType(type: Type | undefined): string {
	switch (type?.kind) {
		case 'list':
			return 'array';
		case 'map':
		case 'struct':
		case 'object':
		case undefined:
			return 'object';
		case 'int32':
		case 'int64':
			return 'integer';
		case 'intOrString':
		case 'quantity':
			return 'integer or string';
		case 'boolean':
			return 'boolean';
		default:
			return 'string';
	}
}

const inText = ({ at, frame }: Embedded, way: readonly Segment[]): string => pathText([...at, ...way.slice(frame.length)]);

/** What Kubernetes has there and the custom kind has not. */
function foreign(embedded: Embedded, kind: string, root: Node): readonly DecodeFault[] {
	const { part, frame } = embedded;
	if (!(part.full || part.some) || (!part.only && !part.lacks && !part.metadata)) return [];
	const found: DecodeFault[] = [];
	const visit = (node: Node | undefined, way: readonly Segment[], struct: string | undefined): void => {
		if (node?.kind === 'list') for (const [i, { value, alias }] of node.items.entries()) if (!alias) visit(value, [...way, i], struct);
		if (node?.kind !== 'map' || struct === undefined) return;
		for (const { key, value, alias } of node.entries) {
			const next = [...way, key.text];
			const type = structOf(struct)?.get(key.text)?.type;
			if (!type) continue;
			const message = `unknown field "${inText(embedded, next)}"`;
			if (value && isNull(value)) continue;
			if (!hasField(part, wayInPart(part, frame, next) ?? '')) found.push({ severity: 'strict', code: 'decode/unknown-field', message, range: key.range });
			else if (!alias) visit(value, next, structWithin(type));
		}
	};
	const spot = locate(root, frame);
	visit(spot.value, frame, structWithin(typeWithin(kind, frame) ?? { kind: 'object' }));
	return found;
}

/** What may stand beside a piece of a pod: nobody knows, and it may be what the piece refers to. */
export function besidePart({ kind, part, embedded }: Manifest): readonly Unknown[] {
	const isPiece = embedded && !part && embedded.frame.length > kind.template.length + 1;
	return isPiece ? besideWay(kind.kind, pathTo(embedded.frame)) : [];
}

const pathTo = ([first = '', ...rest]: readonly Segment[]): FieldPath =>
	rest.reduce<FieldPath>((path, segment) => (typeof segment === 'number' ? path.index(segment) : path.child(segment)), FieldPath.of(String(first)));

/** What is said of the part itself, and not of the rest, which is none of ours. */
export function ofEmbedded(manifest: Manifest, said: Said, object: Value, version: Minor): Said {
	const { embedded, node } = manifest;
	if (!embedded) return said;
	const { part } = embedded;
	if (part.unseen) return NOTHING;
	const optional = new Set(pathsOf(part.optional).map(likewise));
	const isOfIt = ({ path }: { readonly path?: FieldPath }): boolean => {
		const at = path && wayInPart(part, embedded.frame, path.segments());
		return at !== undefined && !(optional.has(likewise(at)) && isEmpty(locate(node, path?.segments() ?? [])));
	};
	const isFilledIn = ({ code, path }: Problem): boolean => part.restart !== undefined && code === 'job/restart-policy' && !locate(node, path.segments()).exact;
	const problems = said.problems.filter((problem) => isOfIt(problem) && !isFilledIn(problem) && !mayBeAdded(manifest, problem));
	return {
		problems: [...problems, ...ofRestarts(manifest, object, version).filter(({ path }) => !problems.some((one) => one.path.toString() === path.toString()))],
		denials: [],
		warnings: said.warnings.filter(isOfIt),
		advice: said.advice.filter((advice) => isOfIt(advice) && !isMoot(part, advice)),
		violations: said.violations,
	};
}

/** Who makes the pods may add variables, and an operator may put a command into a shell. */
const isMoot = (part: Part, { code }: Advice): boolean => code === 'advice/variable-unknown' || (isOwnMaking(part) && code.startsWith('advice/command'));

/** Whether an operator builds the pods, rather than a controller from a template: it takes any restart policy, or says of none. */
const isOwnMaking = ({ own, restarts }: Part): boolean => own === true || !restarts || restarts.split(' ').length === 3;

/** Whether what is not found may be added by whoever makes the pods: to a piece anything, to a pod of an operator's own making too, and to any pod volumes for claims. */
function mayBeAdded({ kind, embedded, node, document }: Manifest, { type, path }: Problem): boolean {
	if (type !== 'FieldValueNotFound' || !embedded || embedded.part.admitted) return false;
	if (embedded.frame.length > kind.template.length + 1) return true;
	const { part, object } = embedded;
	const hasClaims = document.text.slice(object.range.start, object.range.end).includes('volumeClaim');
	if (!isOwnMaking(part) && !hasClaims) return false;
	const spec = [...kind.template, 'spec', 'volumes'];
	const { value: volumes, exact } = locate(node, spec);
	const names = exact && volumes?.kind === 'list' ? volumes.items.flatMap(({ value }) => textOf(value, 'name') ?? []) : [];
	const written = locate(node, path.segments()).value;
	return written?.kind !== 'scalar' || nearest(written.text, names) === undefined;
}

/** What is optional in a container or probe is so in all of them. */
const likewise = (path: string): string =>
	path.replace(/\binitContainers\b/, 'containers').replace(/\b(?:liveness|readiness|startup)Probe\.(?:httpGet|tcpSocket|grpc)\.port$/, 'probe.port');

/** Nothing, or as much as nothing. */
const isEmpty = ({ exact, value }: Spot): boolean => !exact || !value || (value.kind === 'scalar' && ['', '0'].includes(value.text.trim()));

/** The restart policies that the controller takes: what it makes of others fails. */
function ofRestarts({ kind, embedded }: Manifest, object: Value, version: Minor): readonly Problem[] {
	const allowed = embedded?.part.restarts ? embedded.part.restarts.split(' ') : [];
	const spec = [...kind.template, 'spec'];
	const policy = [...spec, 'restartPolicy'].reduce<unknown>((one, name) => (one as Value | undefined)?.[name], object);
	if (kind.kind !== 'PodTemplate' || allowed.length === 0 || typeof policy !== 'string' || policy === '' || allowed.includes(policy)) return [];
	const walk = new Walk(version);
	const path = pathTo([...spec, 'restartPolicy']);
	walk.notSupported(path, policy, allowed, allowed.includes('Always') ? 'restart-policy/always' : 'job/restart-policy', {
		do: 'set',
		path,
		to: allowed[0],
	});
	return walk.problems;
}

/** What the server only warns of in a pod, and the schema of a kind with list maps refuses. */
const TWICE: ReadonlySet<string> = new Set(['env/hides-previous', 'port/duplicate-definition', 'host/alias-unique', 'image/pull-secret-unique']);

export const isRefusedBySchema = ({ embedded }: Manifest, code: string): boolean =>
	embedded?.part.full === true && embedded.part.listMaps === true && TWICE.has(code);

/** Who finds a fault of an embedded part: the server, by the schema of the kind or a webhook; or whoever makes the pods, once the object is there. */
export function isFoundByServer({ kind, embedded, node }: Manifest, { type, path }: Problem): boolean {
	if (!embedded) return true;
	const { admitted, full, listMaps } = embedded.part;
	if (admitted) return true;
	if (!full) return false;
	if (type === 'FieldValueDuplicate') return listMaps === true;
	return type === 'FieldValueRequired' && isRequired(kind.kind, path) && !locate(node, path.segments()).exact;
}

function isRequired(kind: string, path: FieldPath): boolean {
	const above = typeWithin(kind, path.segments().slice(0, -1));
	return above?.kind === 'struct' && structOf(above.name)?.get(String(path.segment))?.required === true;
}

import { goQuote } from '../../schema/go-quote';
import { byteLength } from '../bytes';
import { fn, type GoFunction, telling } from '../signature';
import { andThen, Fault, Int, int, isStruct, type Method, mapOf, mapped, orSay, Struct, type Value } from '../value';

/** A version of github.com/Masterminds/semver. */
export interface Version {
	readonly major: bigint;
	readonly minor: bigint;
	readonly patch: bigint;
	readonly pre: string;
	readonly metadata: string;
	readonly original: string;
}

/** A version whose parts are of some characters, as a regular expression: each part, then what stands behind `-` and behind `+`. */
const shapeOf = (part: string): string => {
	const names = '([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)';
	return `v?(${part}+)(\\.${part}+)?(\\.${part}+)?(-${names})?(\\+${names})?`;
};

const LOOSE = new RegExp(`^${shapeOf('[0-9]')}$`);
const INVALID = new Fault('invalid semantic version');

/** semver.NewVersion: `1`, `1.2` and `v1.2.3` are versions, too. */
export function parseVersion(text: string): Version | Fault {
	if (byteLength(text) > 256) return new Fault('version string is too long (max 256 bytes)');
	const match = LOOSE.exec(text);
	if (!match) return INVALID;
	const [, major = '0', minor = '.0', patch = '.0', , pre = '', , , metadata = ''] = match;
	const parts = [major, minor.slice(1), patch.slice(1)];
	for (const part of parts)
		if (BigInt(part) >= 2n ** 64n) return new Fault(`error parsing version segment: strconv.ParseUint: parsing ${goQuote(part)}: value out of range`);
	for (const part of pre.split('.')) if (/^0\d+$/.test(part)) return new Fault('version segment starts with 0');
	const [a = 0n, b = 0n, c = 0n] = parts.map(BigInt);
	return { major: a, minor: b, patch: c, pre, metadata, original: text };
}

const sign = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Version.Compare. */
export function compareVersions(a: Version, b: Version): number {
	return sign(a.major, b.major) || sign(a.minor, b.minor) || sign(a.patch, b.patch) || comparePrerelease(a.pre, b.pre);
}

function comparePrerelease(a: string, b: string): number {
	if (a === b) return 0;
	if (a === '') return 1;
	if (b === '') return -1;
	const [left, right] = [a.split('.'), b.split('.')];
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const order = comparePart(left[i] ?? '', right[i] ?? '');
		if (order !== 0) return order;
	}
	return 0;
}

/** comparePrePart: numbers stand before words. */
function comparePart(a: string, b: string): number {
	if (a === b) return 0;
	if (a === '' || b === '') return a === '' ? -1 : 1;
	const isNumber = (part: string): boolean => /^\d+$/.test(part) && BigInt(part) < 2n ** 64n;
	if (isNumber(a) && isNumber(b)) return sign(BigInt(a), BigInt(b)) || -1;
	if (isNumber(a) || isNumber(b)) return isNumber(a) ? -1 : 1;
	return a > b ? 1 : -1;
}

const CONSTRAINED = shapeOf('[0-9|xX*]');
const OPERATORS = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^';
const SPACE = '[\\t\\n\\f\\r ]';
const PART = `(${OPERATORS})${SPACE}*(${CONSTRAINED})`;
const ONE = new RegExp(`^${SPACE}*${PART}${SPACE}*$`);
const RANGE = new RegExp(`${SPACE}*(${CONSTRAINED})${SPACE}+-${SPACE}+(${CONSTRAINED})${SPACE}*`, 'g');
const EACH = new RegExp(PART, 'g');
const VALID = new RegExp(`^${SPACE}*${PART}${SPACE}*((?:${SPACE}+|,${SPACE}*)${PART}${SPACE}*)*$`);

/** One comparison of a constraint, and how many of the three parts of its version are told. */
export interface Comparison {
	readonly operator: string;
	readonly version: Version;
	readonly told: number;
}
const ALL = 3;

/** semver.NewConstraint: groups of which one must hold, with all its comparisons. */
export function parseConstraint(text: string): readonly (readonly Comparison[])[] | Fault {
	if (byteLength(text) > 512) return new Fault('constraint string is too long (max 512 bytes)');
	const groups = text.replace(RANGE, (_, low: string, ...rest: readonly string[]) => `>= ${low}, <= ${rest[9] ?? ''} `).split('||');
	if (groups.length > 32) return new Fault('too many constraint groups (max 32)');
	return mapped(groups, (group) =>
		VALID.test(group) ? mapped(group.match(EACH) ?? [group], parseComparison) : new Fault(`improper constraint: ${goQuote(group)}`),
	);
}

function parseComparison(text: string): Comparison | Fault {
	const match = ONE.exec(text);
	if (!match) return new Fault(`improper constraint: ${goQuote(text)}`);
	const [, operator = '', whole = '', major = '', minor = '', patch = '', pre = ''] = match;
	const parts = [major, minor, patch];
	const open = parts.findIndex((part) => /^(?:\.?[xX*])?$/.test(part));
	const closed = open < 0 ? whole : [...parts.slice(0, open), ...['0', '.0', '.0'].slice(open), pre].join('');
	return andThen(
		orSay(parseVersion(closed), () => 'constraint parser error'),
		(version) => ({ operator, version, told: open < 0 ? ALL : open }),
	);
}

/** Constraints.Check. */
export function satisfies(groups: readonly (readonly Comparison[])[], version: Version): boolean {
	return groups.some((group) => {
		// A prerelease is meant only where the group names one.
		if (version.pre !== '' && group.every((one) => one.version.pre === '')) return false;
		return group.every((one) => holds(one, version));
	});
}

/** The constraint functions of constraints.go. */
function holds({ operator, version: wanted, told }: Comparison, version: Version): boolean {
	const order = compareVersions(version, wanted);
	const sameMajor = version.major === wanted.major;
	switch (operator) {
		case '!=':
			return differs(wanted, told, version);
		case '>':
			if (told === ALL || (told === 0 && sameMajor)) return order > 0;
			return sameMajor ? told === 2 && version.minor > wanted.minor : version.major > wanted.major;
		case '<':
			return order < 0;
		case '>=':
		case '=>':
			return order >= 0;
		case '<=':
		case '=<':
			if (told === ALL) return order <= 0;
			return version.major < wanted.major || (sameMajor && (version.minor <= wanted.minor || told === 1));
		case '^':
			return order >= 0 && inCaret(wanted, told, version);
		case '~':
		case '~>':
			return inTilde(wanted, told, version);
		default:
			return told === ALL ? order === 0 : inTilde(wanted, told, version);
	}
}

function differs(wanted: Version, told: number, version: Version): boolean {
	if (told === ALL) return compareVersions(version, wanted) !== 0;
	if (version.major !== wanted.major) return true;
	if (told === 1) return false;
	if (version.minor !== wanted.minor) return true;
	return (told === 2 ? comparePrerelease(version.pre, wanted.pre) : compareVersions(version, wanted)) !== 0;
}

function inTilde(wanted: Version, told: number, version: Version): boolean {
	if (compareVersions(version, wanted) < 0) return false;
	const isZero = wanted.major === 0n && wanted.minor === 0n && wanted.patch === 0n;
	if (isZero && told !== 1 && told !== 2) return true;
	return version.major === wanted.major && (version.minor === wanted.minor || told === 1);
}

function inCaret(wanted: Version, told: number, version: Version): boolean {
	if (wanted.major > 0n || told === 1) return version.major === wanted.major;
	if (version.major > 0n) return false;
	if (wanted.minor > 0n || told === 2) return version.minor === wanted.minor;
	return version.minor === 0n && wanted.patch === version.patch;
}

/** Version.String. */
const versionText = ({ major, minor, patch, pre, metadata }: Version): string =>
	`${major}.${minor}.${patch}${pre ? `-${pre}` : ''}${metadata ? `+${metadata}` : ''}`;

/** What `semver` answers: a *semver.Version, of which templates call the methods. */
function versionOf(version: Version): Struct {
	const uint = (value: bigint): Int => new Int(value, 'uint64');
	const written = (made: Version): string => (version.original.startsWith('v') ? 'v' : '') + versionText(made);
	const next = (major: bigint, minor: bigint, patch: bigint): Struct => {
		const made = { major, minor, patch, pre: '', metadata: '', original: '' };
		return versionOf({ ...made, original: written(made) });
	};
	const changed = (made: Version, what: string): Struct | Fault => {
		const read = parseVersion(written(made));
		return read === INVALID ? new Fault(`invalid ${what} string`) : andThen(read, versionOf);
	};
	const { major, minor, patch, pre } = version;
	const compared = (told: (order: number) => Value): Method =>
		fn('a', (other: Value) => andThen(isStruct(other) ? parseVersion(other.text ?? '') : INVALID, (parsed) => told(compareVersions(version, parsed))));
	const text = versionText(version);
	const methods = mapOf<Method>({
		Major: telling(uint(major)),
		Minor: telling(uint(minor)),
		Patch: telling(uint(patch)),
		Prerelease: telling(pre),
		Metadata: telling(version.metadata),
		Original: telling(version.original),
		String: telling(text),
		IncPatch: fn('', () => (pre === '' ? next(major, minor, patch + 1n) : next(major, minor, patch))),
		IncMinor: fn('', () => next(major, minor + 1n, 0n)),
		IncMajor: fn('', () => next(major + 1n, 0n, 0n)),
		LessThan: compared((order) => order < 0),
		LessThanEqual: compared((order) => order <= 0),
		GreaterThan: compared((order) => order > 0),
		GreaterThanEqual: compared((order) => order >= 0),
		Equal: compared((order) => order === 0),
		Compare: compared(int),
		SetPrerelease: fn('s', (given: string) => changed({ ...version, pre: given }, 'prerelease')),
		SetMetadata: fn('s', (given: string) => changed({ ...version, metadata: given }, 'metadata')),
	});
	return new Struct('*semver.Version', new Map(), methods, text, text);
}

/** Sprig's semver.go. */
export const SEMVERS: Readonly<Record<string, GoFunction>> = {
	semver: fn('s', (text: string) => andThen(parseVersion(text), versionOf)),
	semverCompare: fn('ss', (constraint: string, text: string) =>
		andThen(parseConstraint(constraint), (groups) => andThen(parseVersion(text), (version) => satisfies(groups, version))),
	),
};

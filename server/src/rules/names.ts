import type { FieldPath } from '../schema/field-path';
import type { Repair } from '../schema/problem';
import { trim } from '../schema/trim';
import type { Walk } from './walk';

/**
 * What Kubernetes lets names be, in the server's words: k8s.io/apimachinery/pkg/util/validation and pkg/api/validate/content.
 * Each function returns the complaints about a value, none if it is valid.
 */
export type Complaints = readonly string[];

const NONE: Complaints = [];

/** Reports each complaint about `value` at `path`, as `for _, msg := range ... { field.Invalid(...) }` does all over the server. */
export function reportInvalid(walk: Walk, path: FieldPath, value: string, complaints: Complaints, code: string, repair?: Repair): void {
	for (const complaint of complaints) walk.invalid(path, value, complaint, code, repair);
}

/** The same for a name, which may be right but for its letters. */
export function reportInvalidName(walk: Walk, path: FieldPath, name: string, judge: (name: string) => Complaints, code: string): void {
	const complaints = judge(name);
	if (complaints.length > 0) reportInvalid(walk, path, name, complaints, code, toValidName(path, name, judge));
}

/** The name in lower case and with dashes, where that is all it lacks. */
function toValidName(path: FieldPath, value: string, judge: (name: string) => Complaints): Repair | undefined {
	const lower = value.trim().toLowerCase();
	const dashed = [lower.replace(/[_\s]+/g, '-'), lower.replace(/[_.\s]+/g, '-')].map((name) => trim(name, /[-.]/));
	const to = dashed.find((name) => judge(name).length === 0);
	return to === undefined || to === value ? undefined : { do: 'replace', path, from: value, to };
}

/** len(string) in Go: bytes of UTF-8. */
export function byteLength(text: string): number {
	let bytes = text.length;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		// Half of a surrogate pair is two of the pair's four bytes.
		if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
	}
	return bytes;
}

const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** strings.TrimSpace, whose spaces are not quite those of JavaScript. One expression for both ends would begin anew at every space in between. */
export function trimSpace(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && SPACE.test(text.charAt(start))) start++;
	while (start < end && SPACE.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}

/** validation.RegexError */
export function regexError(message: string, format: string, ...examples: readonly string[]): string {
	if (examples.length === 0) return `${message} (regex used for validation is '${format}')`;
	return `${message} (e.g. ${examples.map((example) => `'${example}', `).join(' or ')}regex used for validation is '${format}')`;
}

/** validation.MaxLenError */
export function maxLenError(length: number): string {
	return `must be no more than ${length} characters`;
}

/** validation.InclusiveRangeError */
export function inclusiveRangeError(low: number, high: number): string {
	return `must be between ${low} and ${high}, inclusive`;
}

const DNS1123_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS1123_SUBDOMAIN = `${DNS1123_LABEL}(\\.${DNS1123_LABEL})*`;
const DNS1123_LABEL_UNDERSCORE = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const DNS1123_SUBDOMAIN_UNDERSCORE = `${DNS1123_LABEL_UNDERSCORE}(\\.${DNS1123_LABEL_UNDERSCORE})*`;
const DNS1035_LABEL = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED_NAME})?`;
const ENV_VAR_NAME = '[-._a-zA-Z][-._a-zA-Z0-9]*';
const CONFIG_MAP_KEY = '[-._a-zA-Z0-9]+';
const HTTP_HEADER_NAME = '[-A-Za-z0-9]+';
const PERCENT = '[0-9]+%';

const whole = (format: string): RegExp => new RegExp(`^${format}$`);
const dns1123Label = whole(DNS1123_LABEL);
const dns1123Subdomain = whole(DNS1123_SUBDOMAIN);
const dns1123SubdomainUnderscore = whole(DNS1123_SUBDOMAIN_UNDERSCORE);
const dns1035Label = whole(DNS1035_LABEL);
const qualifiedName = whole(QUALIFIED_NAME);
const labelValue = whole(LABEL_VALUE);
const envVarName = whole(ENV_VAR_NAME);
const configMapKey = whole(CONFIG_MAP_KEY);
const httpHeaderName = whole(HTTP_HEADER_NAME);
const percent = whole(PERCENT);

/** The length limit and the form, which is how most names are judged. */
function judge(value: string, max: number, form: RegExp, complaint: () => string): Complaints {
	const tooLong = value.length > max / 3 && byteLength(value) > max;
	const fits = form.test(value);
	if (fits && !tooLong) return NONE;
	return [...(tooLong ? [maxLenError(max)] : NONE), ...(fits ? NONE : [complaint()])];
}

const DNS1123_LABEL_ERROR =
	"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
const DNS1123_SUBDOMAIN_ERROR =
	"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
const DNS1123_UNDERSCORE_ERROR =
	"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character";
const DNS1035_ERROR =
	"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const LABEL_KEY_ERROR = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const LABEL_VALUE_ERROR =
	"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

/** validation.IsDNS1123Label */
export function isDNS1123Label(value: string): Complaints {
	return judge(value, 63, dns1123Label, () =>
		dns1123Subdomain.test(value) ? 'must not contain dots' : regexError(DNS1123_LABEL_ERROR, DNS1123_LABEL, 'my-name', '123-abc'),
	);
}

/** validation.IsDNS1123Subdomain */
export function isDNS1123Subdomain(value: string): Complaints {
	return judge(value, 253, dns1123Subdomain, () => regexError(DNS1123_SUBDOMAIN_ERROR, DNS1123_SUBDOMAIN, 'example.com'));
}

/** validation.IsDNS1123SubdomainWithUnderscore; until 1.33 it quoted the regex without the underscore. */
export function isDNS1123SubdomainWithUnderscore(walk: Walk, value: string): Complaints {
	return judge(value, 253, dns1123SubdomainUnderscore, () =>
		regexError(DNS1123_UNDERSCORE_ERROR, walk.version < 34 ? DNS1123_SUBDOMAIN : DNS1123_SUBDOMAIN_UNDERSCORE, 'example.com'),
	);
}

/** validation.IsDNS1035Label */
export function isDNS1035Label(value: string): Complaints {
	return judge(value, 63, dns1035Label, () => regexError(DNS1035_ERROR, DNS1035_LABEL, 'my-name', 'abc-123'));
}

/** validation.IsQualifiedName, since 1.35 content.IsLabelKey: a name with an optional DNS prefix, `example.com/name`. */
export function isQualifiedName(walk: Walk, value: string): Complaints {
	const parts = value.split('/');
	if (parts.length > 2) {
		const what = walk.version < 35 ? 'a qualified name' : 'a valid label key';
		const rule = regexError(LABEL_KEY_ERROR, QUALIFIED_NAME, 'MyName', 'my.name', '123-abc');
		return [`${what} ${rule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
	}
	const name = parts.at(-1) ?? '';
	const prefix = parts.length === 2 ? parts[0] : undefined;
	const prefixComplaints = prefix === undefined ? NONE : prefix === '' ? ['must be non-empty'] : inBytes(walk, isDNS1123Subdomain(prefix), 253);
	const nameComplaints = inBytes(
		walk,
		judge(name, 63, qualifiedName, () => regexError(LABEL_KEY_ERROR, QUALIFIED_NAME, 'MyName', 'my.name', '123-abc')),
		63,
	);
	if (prefixComplaints.length === 0 && nameComplaints.length === 0) return NONE;
	return [
		...prefixComplaints.map((complaint) => `prefix part ${complaint}`),
		...(name === '' ? ['name part must be non-empty'] : NONE),
		...nameComplaints.map((complaint) => `name part ${complaint}`),
	];
}

/** validation.IsValidLabelValue */
export function isValidLabelValue(walk: Walk, value: string): Complaints {
	return inBytes(
		walk,
		judge(value, 63, labelValue, () => regexError(LABEL_VALUE_ERROR, LABEL_VALUE, 'MyValue', 'my_value', '12345')),
		63,
	);
}

/** Since 1.35 labels are judged by the package content, which says "bytes" where the others say "characters". */
function inBytes(walk: Walk, complaints: Complaints, max: number): Complaints {
	if (walk.version < 35 || complaints.length === 0) return complaints;
	return complaints.map((complaint) => (complaint === maxLenError(max) ? `must be no more than ${max} bytes` : complaint));
}

/** validation.IsEnvVarName */
export function isEnvVarName(value: string): Complaints {
	const message = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit";
	const form = envVarName.test(value) ? NONE : [regexError(message, ENV_VAR_NAME, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')];
	return [...form, ...hasChDirPrefix(value)];
}

/** validation.IsRelaxedEnvVarName */
export function isRelaxedEnvVarName(value: string): Complaints {
	if (value === '') return ['environment variable name must be non-empty'];
	return /^[ -<>-~]*$/.test(value) ? NONE : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** validation.IsConfigMapKey */
export function isConfigMapKey(value: string): Complaints {
	const message = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
	const complaints = judge(value, 253, configMapKey, () => regexError(message, CONFIG_MAP_KEY, 'key.name', 'KEY_NAME', 'key-name'));
	return [...complaints, ...hasChDirPrefix(value)];
}

/** validation.hasChDirPrefix */
function hasChDirPrefix(value: string): Complaints {
	if (value === '.' || value === '..') return [`must not be '${value}'`];
	return value.startsWith('..') ? ["must not start with '..'"] : NONE;
}

/** validation.IsHTTPHeaderName */
export function isHTTPHeaderName(value: string): Complaints {
	if (httpHeaderName.test(value)) return NONE;
	return [regexError("a valid HTTP header must consist of alphanumeric characters or '-'", HTTP_HEADER_NAME, 'X-Header-Name')];
}

/** validation.IsValidPercent */
export function isValidPercent(value: string): Complaints {
	if (percent.test(value)) return NONE;
	return [regexError("a valid percent string must be a numeric string followed by an ending '%'", PERCENT, '1%', '93%')];
}

/** validation.IsValidPortNum */
export function isValidPortNum(port: number): Complaints {
	return isInRange(port, 1, 65535);
}

/** validation.IsInRange */
function isInRange(value: number, low: number, high: number): Complaints {
	return value >= low && value <= high ? NONE : [inclusiveRangeError(low, high)];
}

/** validation.IsValidUserID and IsValidGroupID: what libcontainer takes. */
export function isValidUserOrGroupID(id: number): Complaints {
	return isInRange(id, 0, 2147483647);
}

/** validation.IsValidPortName */
export function isValidPortName(port: string): Complaints {
	const complaints: string[] = [];
	if (byteLength(port) > 15) complaints.push(maxLenError(15));
	if (!/^[-a-z0-9]+$/.test(port)) complaints.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
	if (!/[a-z]/.test(port)) complaints.push('must contain at least one letter (a-z)');
	if (port.includes('--')) complaints.push('must not contain consecutive hyphens');
	if (port.startsWith('-') || port.endsWith('-')) complaints.push('must not begin or end with a hyphen');
	return complaints;
}

/** apimachinery ValidateNameFunc: `prefix` when the name is a generateName. */
export type NameFunction = (name: string, prefix: boolean) => Complaints;

/** apimachineryvalidation.NameIsDNSSubdomain */
export const nameIsDNSSubdomain: NameFunction = (name, prefix) => isDNS1123Subdomain(prefix ? maskTrailingDash(name) : name);

/** apimachineryvalidation.NameIsDNSLabel */
export const nameIsDNSLabel: NameFunction = (name, prefix) => isDNS1123Label(prefix ? maskTrailingDash(name) : name);

/** apimachineryvalidation.maskTrailingDash, which takes the character before the dash away as well. */
function maskTrailingDash(name: string): string {
	return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

/** validation.ValidateDNS1123Label of core */
export function validateDNS1123Label(walk: Walk, value: string, path: FieldPath, code: string): void {
	reportInvalidName(walk, path, value, isDNS1123Label, code);
}

/** validation.ValidateDNS1123Subdomain of core */
export function validateDNS1123Subdomain(walk: Walk, value: string, path: FieldPath, code: string): void {
	reportInvalidName(walk, path, value, isDNS1123Subdomain, code);
}

/** validation.ValidateQualifiedName of core */
export function validateQualifiedName(walk: Walk, value: string, path: FieldPath, code: string): void {
	reportInvalid(walk, path, value, isQualifiedName(walk, value), code);
}

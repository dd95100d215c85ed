import { internalFieldsOf } from '../schema/internal-types';
import { NIL } from '../schema/nil';
import { fieldOf, type Minor, NEWEST } from '../schema/schema';
import { goQuote } from './walk';

/**
 * A value as Go source, `%#v`, in which the server quoted it before 1.34; `type` as in internal-form.
 * Undefined where it holds a pointer: the server shows an address of its memory, and nobody can say that.
 */
export function goSource(type: string, value: unknown, version: Minor): string | undefined {
	if (!type.startsWith('*')) return sourceOf(type, value, version);
	if (value === undefined || value === null) return '"null"';
	// time.Time has words of its own.
	return type === '*t' ? String(value).replace(/^(.*)T(.*)Z$/, '$1 $2 +0000 UTC') : sourceOf(type.slice(1), value, version);
}

function sourceOf(type: string, value: unknown, version: Minor): string | undefined {
	const of = type.slice(1);
	switch (type.charAt(0)) {
		case '*':
			return value === undefined || value === null ? `(*${typeName(of)})(nil)` : undefined;
		case '[':
			return listSource(of, value as readonly unknown[] | undefined, version);
		case '{':
			return mapSource(of, value as Readonly<Record<string, unknown>> | undefined, version);
		case 's':
			return goQuote(String(value ?? ''));
		case 'b':
			return String(value ?? false);
		case 'i':
			return String(value ?? 0);
		case 'x':
			return typeof value === 'string'
				? `intstr.IntOrString{Type:1, IntVal:0, StrVal:${goQuote(value)}}`
				: `intstr.IntOrString{Type:0, IntVal:${value ?? 0}, StrVal:""}`;
		case 'q':
		case 't':
		case 'o':
			return undefined;
		default:
			return structSource(type, (value ?? {}) as Readonly<Record<string, unknown>>, version);
	}
}

function listSource(of: string, items: readonly unknown[] | undefined, version: Minor): string | undefined {
	if (!items || items === NIL) return `[]${typeName(of)}(nil)`;
	const shown = items.map((item) => sourceOf(of, item, version));
	return shown.includes(undefined) ? undefined : `[]${typeName(of)}{${shown.join(', ')}}`;
}

function mapSource(of: string, map: Readonly<Record<string, unknown>> | undefined, version: Minor): string | undefined {
	if (!map) return `map[string]${typeName(of)}(nil)`;
	const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
	const shown = entries.map(([key, value]) => [goQuote(key), sourceOf(of, value, version)] as const);
	return shown.some(([, value]) => value === undefined) ? undefined : `map[string]${typeName(of)}{${shown.map((entry) => entry.join(':')).join(', ')}}`;
}

function structSource(struct: string, value: Readonly<Record<string, unknown>>, version: Minor): string | undefined {
	const known = internalFieldsOf(struct).filter(({ key }) => fieldOf(struct, key, NEWEST) === undefined || fieldOf(struct, key, version) !== undefined);
	const shown = known.map(({ key, shown: name, type }) => [goName(name), sourceOf(type, value[key], version)] as const);
	return shown.some(([, field]) => field === undefined) ? undefined : `${typeName(struct)}{${shown.map((field) => field.join(':')).join(', ')}}`;
}

const BASIC: Readonly<Record<string, string>> = { s: 'string', b: 'bool', i: 'int32', x: 'intstr.IntOrString', q: 'resource.Quantity', t: 'v1.Time' };
/** The packages of internal types; the rest lie in core. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
	[/^(LabelSelector|LabelSelectorRequirement|OwnerReference|ObjectMeta)$/, 'v1'],
	[/^(DaemonSetUpdateStrategy|DeploymentStrategy|StatefulSetUpdateStrategy|RollingUpdate\w+)$/, 'apps'],
	[/^(PodFailurePolicy\w*|SuccessPolicy\w*)$/, 'batch'],
];

function typeName(type: string): string {
	const prefix = { '*': '*', '[': '[]', '{': 'map[string]' }[type.charAt(0)];
	if (prefix !== undefined) return prefix + typeName(type.slice(1));
	return BASIC[type] ?? `${PACKAGES.find(([names]) => names.test(type))?.[1] ?? 'core'}.${type}`;
}

/** The types of metav1 are shown by their names in JSON. */
const goName = (shown: string): string => ({ apiVersion: 'APIVersion', uid: 'UID' })[shown] ?? shown.charAt(0).toUpperCase() + shown.slice(1);

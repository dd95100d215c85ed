import { type InternalField, internalFieldsOf } from '../schema/internal-types';
import { NIL } from '../schema/nil';
import { canonical, parseQuantity } from '../schema/quantity';
import { fieldOf, type Minor } from '../schema/schema';
import { ZERO_TIME } from '../schema/time';
import { goSource } from './go-source';
import { Printed, type Walk } from './walk';

/**
 * A value as the server prints it when a problem quotes it: its internal type as JSON, every field with its name in Go, in Go's order.
 * `type` in the notation of the table: a struct's name, `*` for a pointer, `[` for a list, `{` for a map, then s, b, i, q, x.
 */
export function printed(walk: Walk, type: string, value: unknown): Printed {
	if (walk.version < 34) {
		const source = goSource(type, value, walk.version);
		if (source !== undefined) return new Printed(source);
	}
	return new Printed(new Writer(walk.version, false).write(type, value));
}

/** equality.Semantic.DeepEqual of the internal types: no list is an empty list, and quantities are what they amount to. */
export function sameInternally(type: string, one: unknown, other: unknown): boolean {
	return semanticForm(type, one) === semanticForm(type, other);
}

/** The same text for all values that are the same by sameInternally. */
export function semanticForm(type: string, value: unknown): string {
	return new Writer(undefined, true).write(type, value);
}

/** Until 1.36 the host's namespaces lay in the security context, and some fields stood elsewhere. */
const UNTIL_36: Readonly<Record<string, string>> = {
	PodSpec:
		'volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName automountServiceAccountToken nodeName securityContext imagePullSecrets hostname subdomain setHostnameAsFQDN affinity schedulerName tolerations hostAliases priorityClassName priority preemptionPolicy dnsConfig readinessGates runtimeClassName overhead enableServiceLinks topologySpreadConstraints os schedulingGates resourceClaims resources hostnameOverride schedulingGroup',
	PodSecurityContext:
		'hostNetwork hostPID hostIPC shareProcessNamespace hostUsers seLinuxOptions windowsOptions runAsUser runAsGroup runAsNonRoot supplementalGroups supplementalGroupsPolicy fsGroup fsGroupChangePolicy sysctls seccompProfile appArmorProfile seLinuxChangePolicy',
	Volume:
		'name hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs iscsi glusterfs persistentVolumeClaim rbd quobyte flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap vsphereVolume azureDisk photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral image',
};

/** json.Marshal of a Go value that is given as the JSON of its versioned twin. */
class Writer {
	constructor(
		private readonly version: Minor | undefined,
		/** For comparison only, so that what is semantically equal is the same text. */
		private readonly semantic: boolean,
	) {}

	write(type: string, value: unknown): string {
		const of = type.slice(1);
		switch (type.charAt(0)) {
			case '*':
				if (value === undefined || value === null) return 'null';
				// What lies behind a pointer is never the same as none, zero time included.
				return this.semantic ? `*${this.write(of, value)}` : this.write(of, value);
			case '[':
				return this.list(of, value as readonly unknown[] | undefined);
			case '{':
				return this.map(of, value as Readonly<Record<string, unknown>> | undefined);
			case 's':
				return goJsonText(value ?? '');
			case 'b':
				return String(value ?? false);
			case 'i':
				return String(value ?? 0);
			case 'x':
				return goJsonText(value ?? 0);
			case 't':
			case 'o':
				return value === undefined || value === ZERO_TIME ? 'null' : JSON.stringify(value);
			case 'q':
				return this.quantity(value as string | undefined);
			default:
				return `{${this.fields(type, (value ?? {}) as Readonly<Record<string, unknown>>)}}`;
		}
	}

	private list(of: string, items: readonly unknown[] | undefined): string {
		if (!items || items === NIL || (this.semantic && items.length === 0)) return 'null';
		return `[${items.map((item) => this.write(of, item)).join()}]`;
	}

	private map(of: string, map: Readonly<Record<string, unknown>> | undefined): string {
		if (!map || (this.semantic && Object.keys(map).length === 0)) return 'null';
		const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
		return `{${entries.map(([key, value]) => `${goJsonText(key)}:${this.write(of, value)}`).join()}}`;
	}

	private quantity(text: string | undefined): string {
		const amount = parseQuantity(text ?? '0');
		if (!amount) return JSON.stringify(text);
		return this.semantic ? String(amount.nano) : `"${canonical(amount)}"`;
	}

	private fields(struct: string, value: Readonly<Record<string, unknown>>): string {
		const parts: string[] = [];
		for (const { key, shown, omitEmpty, type } of this.fieldsOf(struct)) {
			if (!this.knows(struct, key)) continue;
			if (struct === 'PodSpec' && key === 'securityContext' && this.isUntil36()) {
				parts.push(`"${shown}":${this.write('PodSecurityContext', { ...value, ...(value[key] ?? {}) })}`);
			} else if (shown === '') {
				const flat = this.fields(type, (value[key] ?? {}) as Readonly<Record<string, unknown>>);
				if (flat) parts.push(flat);
			} else if (!omitEmpty || !isEmpty(type, value[key])) parts.push(`"${shown}":${this.write(type, value[key])}`);
		}
		return parts.join();
	}

	private fieldsOf(struct: string): readonly InternalField[] {
		const order = this.isUntil36() ? UNTIL_36[struct] : undefined;
		const known = internalFieldsOf(struct);
		if (!order) return known;
		const all = [...known, ...internalFieldsOf('PodSpec')];
		return order.split(' ').flatMap((key) => all.find((field) => field.key === key) ?? []);
	}

	private isUntil36(): boolean {
		return this.version !== undefined && this.version < 37;
	}

	private knows(struct: string, key: string): boolean {
		return this.version === undefined || fieldOf(struct, key, 37) === undefined || fieldOf(struct, key, this.version) !== undefined;
	}
}

/** encoding/json's omitempty: of what lies behind a pointer, nothing is empty. */
function isEmpty(type: string, value: unknown): boolean {
	if (type.startsWith('*')) return value === undefined || value === null;
	if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
	return !value;
}

/** A string as json.Marshal writes it. */
function goJsonText(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The tables of events that kubectl prints, of today and of servers long gone: below a description (k8s.io/kubectl/pkg/describe DescribeEvents),
 * of `get events` (printers/internalversion printEvent) and of `events`. People paste them without their head, quoted, and with lines wrapped.
 */
import { isFieldSomewhere } from '../schema/schema';

export interface EventRow {
	readonly type: string;
	readonly reason: string;
	readonly from: string;
	readonly message: string;
	readonly count: number;
	/** Seconds before it was printed. */
	readonly first: number;
	readonly last: number;
	/** `spec.containers{app}` */
	readonly path?: string;
	/** The object it is about, where a column says so. */
	readonly about?: { readonly kind: string; readonly namespace: string; readonly name: string };
}

const AGE = String.raw`<\w+>|\.\.|\d[\dydhms.]*[ydhms]`;
const TIMES = String.raw`(?: *\(x(?<count>\d+) over (?<over>[^)]+)\))?`;
// `kubelet, node-1` until 1.18, `{kubelet node-1}` until 1.4.
const FROM = String.raw`(?<from>\{[^}]*\}|[a-z][\w.-]*(?:, ?\S+)?)`;
const TYPE = '(?<type>Normal|Warning)';
const PATH = String.raw`(?:(?<path>spec\.\w+\{[^}]+\}|implicitly required container POD)\s+)?`;

/** The forms of a line, the ones with more columns first. */
const FORMS: readonly RegExp[] = [
	// LASTSEEN FIRSTSEEN COUNT NAME KIND SUBOBJECT TYPE REASON SOURCE MESSAGE
	String.raw`(?:(?<space>[a-z0-9][\w.-]*)\s+)?(?<last>${AGE})\s+(?<first>${AGE})\s+(?<count>\d+)\s+(?<name>\S+)\s+(?<kind>[A-Z]\w+)\s+${PATH}${TYPE}\s+(?<reason>\w+)\s+${FROM}\s+(?<message>.*)`,
	// FirstSeen LastSeen Count From SubObjectPath Type Reason Message
	String.raw`(?<first>${AGE})\s+(?<last>${AGE})\s+(?<count>\d+)\s+${FROM}\s+${PATH}(?:${TYPE}\s+)?(?<reason>\w+)\s+(?<message>.*)`,
	// LAST SEEN TYPE REASON OBJECT MESSAGE
	String.raw`(?:(?<space>[a-z0-9][\w.-]*)\s+)?(?<last>${AGE})${TIMES}\s+${TYPE}\s+(?<reason>\w+)\s+(?<kind>[A-Za-z][\w.]*)\/(?<name>\S+)\s+(?<message>.*)`,
	// Type Reason Age From Message
	String.raw`${TYPE}\s+(?<reason>[A-Z]\w*):?(?:\s+(?<last>${AGE})${TIMES})?(?:\s+${FROM})?\s+(?<message>.*)`,
].map((form) => new RegExp(`^${form}$`, 's'));

/** `get events -o wide` has more behind the object, and behind the message. */
const WIDE = new RegExp(String.raw`^${PATH}${FROM}\s{2,}(?<message>\S.*?)(?<!\s)\s{2,}(?<first>${AGE})\s+(?<count>\d+)\s+\S+$`);

/** Longer lines are no events: what kubectl prints of one is cut at 1024 characters. */
const LONGEST = 10_000;
/** A message that was wrapped, or has lines of its own, goes on for so many lines at most. */
const MOST_LINES = 20;

/** The events in lines of text, wherever they stand, in their order. */
export function eventRows(lines: readonly string[]): readonly EventRow[] {
	const found: Found[] = [];
	let more = 0;
	for (const line of lines) {
		const text = line.trim();
		const isLong = text.length > LONGEST;
		const row = isLong ? undefined : rowOf(text.replace(/^\.\.\. /, ''));
		const last = found.at(-1);
		if (row) {
			found.push(row);
			more = MOST_LINES;
		} else if (last && more > 0 && !isLong && goesOn(text)) {
			found[found.length - 1] = { ...last, message: `${last.message} ${text}` };
			more--;
		} else more = 0;
	}
	const oldest = found.reduce((most, { first = 0 }) => Math.max(most, first), 0);
	// What has no age comes from before events were counted so (1.16 to 1.19 print `<unknown>` for the scheduler's).
	return found.map(({ first = oldest, last = oldest, ...row }) => ({ ...row, last, first: Math.max(first, last) }));
}

/** How messages begin that say by themselves what happened, with the reason of their events. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
	[/Failed to pull image "[^"]+": /, 'Failed'],
	[/(?<!\d)\d+\/\d+ nodes are available: /, 'FailedScheduling'],
	[/Multi-Attach error for volume "|AttachVolume\.Attach failed for volume "/, 'FailedAttachVolume'],
	[/MountVolume\.\w+ failed for volume "|Unable to (?:attach or )?mount volumes/, 'FailedMount'],
	[/Failed (?:to )?create pod sandbox: /i, 'FailedCreatePodSandBox'],
	[/(?:Liveness|Readiness|Startup) probe failed: /, 'Unhealthy'],
	[/[Bb]ack-?off (?:\S+ )?restarting failed /, 'BackOff'],
	[/The node was low on resource: /, 'Evicted'],
	[/Error: (?:failed to (?:create|start|generate)|couldn't find key|(?:secret|configmap)s? ")/, 'Failed'],
	[/failed to "StartContainer" for /, 'FailedSync'],
	[/pods "[^"]*" is forbidden: /, 'FailedCreate'],
];

/** Messages that were pasted alone, out of a dashboard or in the middle of a sentence: one of each kind. */
export function loneMessages(lines: readonly string[]): readonly EventRow[] {
	const found = new Map<string, EventRow>();
	for (const line of lines) {
		if (line.length > LONGEST) continue;
		for (const [start, reason] of MESSAGES) {
			const at = found.has(reason) ? -1 : line.search(start);
			if (at < 0) continue;
			const message = withoutRest(line.slice(at))
				.replace(/[`'"]+$/, '')
				.trim();
			found.set(reason, { type: 'Warning', reason, from: '', message, count: 1, first: 0, last: 0 });
		}
	}
	return [...found.values()];
}

/** In YAML, or in JSON, where it may be no more than a bracket. */
function isField(text: string): boolean {
	const [, mark = '', key = ''] = /^([-{[\s]*["']?)(\w[\w./-]*)["']?\s*:(?:\s|$)/.exec(text) ?? [];
	return mark !== '' || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//.test(key) || isFieldSomewhere(key) || /^[{}[\],\s]+$/.test(text);
}

/** A message out of JSON that stands on one line, without what follows it there. */
const withoutRest = (message: string): string => message.replace(/"\s*(?:,\s*"[\w./-]+"\s*:|[}\]]\s*[,}\]"]).*$/s, '');

type Found = Omit<EventRow, 'first' | 'last'> & { readonly first: number | undefined; readonly last: number | undefined };

/** Neither the head of a table, nor a fence, a prompt, the next heading of a description, or a field of an object, which may be anybody's secret. */
const goesOn = (text: string): boolean =>
	text !== '' &&
	!isField(text) &&
	!/^[^\s@]*@[^\s"][^"$#%]*[$#%]/.test(text) &&
	!/^(?:```|~~~|[$#❯] |-{3}|Type +Reason|LAST ?SEEN|FirstSeen|NAMESPACE |NAME |[A-Z][\w ]*:(?: {2,}|$))/.test(text);

function rowOf(text: string): Found | undefined {
	for (const form of FORMS) {
		const groups = form.exec(text)?.groups;
		if (groups) return found(groups);
	}
	return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function found(groups: Groups): Found {
	const { type = 'Normal', reason = '', kind, name, space = '', message = '' } = groups;
	const wide = name === undefined ? undefined : WIDE.exec(message)?.groups;
	const { from = '', count = '1', over, path, first = over, message: said = message } = { ...groups, ...wide };
	const last = ageIn(groups['last'] ?? '');
	return {
		type,
		// Until 1.2 they began with small letters.
		reason: reason === 'Backoff' ? 'BackOff' : reason.slice(0, 1).toUpperCase() + reason.slice(1),
		from,
		message: withoutRest(said)
			.trim()
			.replace(/^\(combined from similar events\): /, ''),
		count: Number(count),
		last,
		first: ageIn(first ?? '') ?? last,
		...(path?.startsWith('spec.') ? { path } : {}),
		...(kind === undefined || name === undefined ? {} : { about: { kind: kind.toLowerCase(), namespace: space, name } }),
	};
}

/** The seconds that Go's time.Duration can be at most. */
const OLDEST = 9_223_372_036;

/** `12s`, `5m12s`, `3h4m`, `2d5h` in seconds: duration.HumanDuration. */
export function ageIn(text: string): number | undefined {
	if (!/^(?:\d+[ydhms])+$/.test(text)) return undefined;
	const units: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3600, m: 60, s: 1 };
	const seconds = [...text.matchAll(/(\d+)([ydhms])/g)].reduce((sum, [, amount = '0', unit = 's']) => sum + Number(amount) * (units[unit] ?? 0), 0);
	return seconds <= OLDEST ? seconds : undefined;
}

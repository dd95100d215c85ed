/** Reads `expect:` of a scenario: what could be understood, and what could not. Never throws. */
import { milliseconds } from '../simulator/duration';
import type { Action, Duration, Scenario } from '../simulator/scenario';
import type { Expectation, Moment, Said, State, Subject, Time, VerbName, WhichPod } from './expectation';
import type { ExpectFault } from './faults';
import { beyondHorizon } from './horizon';
import { type Claimed, ClaimReader, isPlain, isScalar } from './read-claim';

type Path = readonly (string | number)[];
type Plain = Readonly<Record<string, unknown>>;

/** What is known of the manifest that the expectations are about. */
export interface Given {
	/** Undefined where nobody knows: nothing is said against a name then. */
	readonly kind?: string | undefined;
	/** The names of its containers, and of those that the scenario brings. */
	readonly containers?: readonly string[] | undefined;
	/** What kubectl prints in STATUS, and reasons of containers. */
	readonly printed?: readonly string[];
}

export const VERBS: readonly VerbName[] = ['is', 'becomes', 'stays', 'never', 'happens', 'order'];
/** `container` may stand beside the three that say which pod. */
const SUBJECTS = ['the', 'each', 'pod', 'container', 'pods', 'event', 'action'] as const;
const TIMES = ['at', 'after', 'within', 'until', 'while', 'for', 'times'] as const;
type TimeKey = (typeof TIMES)[number];

/** The times that a verb takes. */
export const TIMES_OF: Readonly<Record<VerbName, readonly TimeKey[]>> = {
	is: ['at'],
	becomes: ['after', 'within', 'until', 'while', 'for', 'times'],
	stays: ['after', 'until', 'while', 'for'],
	never: ['after', 'within', 'until', 'while', 'for'],
	happens: ['after', 'within', 'until', 'while'],
	order: [],
};

/** The verbs that a subject takes. */
export const VERBS_OF: Readonly<Record<Subject['kind'], readonly VerbName[]>> = {
	pod: ['is', 'becomes', 'stays', 'never'],
	container: ['is', 'becomes', 'stays', 'never'],
	pods: ['is', 'becomes', 'stays', 'never'],
	owner: ['is', 'becomes', 'stays', 'never'],
	manifest: ['is'],
	event: ['happens'],
	action: ['is'],
};

/**
 * `raw` is the value of `expect` as JSON, `scenario` the rest as it was read. A fault belongs to the expectation that its path names; that one is not among
 * `expectations`. What the shape of scenarios refuses (simulator/read-scenario.ts) is not told again.
 */
export function readExpectations(
	raw: unknown,
	scenario: Scenario,
	given: Given,
): { readonly expectations: readonly Expectation[]; readonly faults: readonly ExpectFault[] } {
	const faults: ExpectFault[] = [];
	const expectations = (Array.isArray(raw) ? raw : []).flatMap((item: unknown, index) => {
		if (!isPlain(item)) return [];
		const before = faults.length;
		const said = new Reader(item, ['expect', index], scenario, given, (fault) => faults.push(fault)).said();
		if (said) faults.push(...beyondHorizon(said, scenario, ['expect', index]));
		if (!said || faults.length > before) return [];
		const { name, because } = item;
		return [{ index, said, ...(typeof name === 'string' && { name }), ...(typeof because === 'string' && { because }) }];
	});
	return { expectations, faults };
}

/** Whom a map is about, however little else it says; undefined where it does not say, or wrongly. */
export function readSubject(item: Plain, scenario: Scenario, given: Given): Subject | undefined {
	return new Reader(item, [], scenario, given, () => {}).about();
}

class Reader {
	private readonly claims: ClaimReader;

	constructor(
		private readonly item: Plain,
		private readonly path: Path,
		private readonly scenario: Scenario,
		private readonly given: Given,
		private readonly add: (fault: ExpectFault) => void,
	) {
		this.claims = new ClaimReader(add, this.isPrinted, given.printed ?? []);
	}

	/** Something that kubectl prints in any cluster, or by this scenario. Forms that hold a number or a resource: printers/internalversion printPod. */
	private readonly isPrinted = (word: string): boolean => {
		const { printed } = this.given;
		const inner = word.replace(/^Init:/, '');
		const isForm = /^(?:ExitCode:-?\d+|Signal:\d+)$/.test(inner) || /^(?:Init:\d+\/\d+|OutOf.+)$/.test(word);
		return printed === undefined || printed.includes(inner) || isForm || isScripted(inner, this.scenario);
	};

	said(): Said | undefined {
		const [verb, other] = VERBS.filter((key) => Object.hasOwn(this.item, key));
		if (verb === undefined) return this.fault({ path: this.path, code: 'no-verb', args: {} });
		if (other !== undefined) return this.fault({ path: [...this.path, other], code: 'two-verbs', args: { one: verb, other } });
		if (verb === 'order') return this.order();
		const subject = this.subject(this.item, this.path);
		if (!subject) return undefined;
		const at = [...this.path, verb];
		const known = VERBS_OF[subject.kind];
		if (!known.includes(verb)) return this.fault({ path: at, code: 'wrong-verb', args: { subject: subject.kind, verb, known: known.join(', ') } });
		const time = this.time(verb, subject);
		if (subject.kind === 'event') {
			const count = this.claims.count(this.item[verb], at);
			return time && count && { verb: 'happens', subject, count, time };
		}
		const claim = this.claims.claim(this.item[verb], subject.kind, at);
		const times = verb === 'becomes' && this.item['times'] !== undefined ? this.claims.count(this.item['times'], [...this.path, 'times']) : undefined;
		if (!claim || !time || (verb === 'becomes' && this.item['times'] !== undefined && !times)) return undefined;
		return verb === 'becomes' ? { verb, subject, claim, time, ...(times && { times }) } : { verb: verb as 'is', subject, claim, time };
	}

	/** Whom it is about. */
	about(): Subject | undefined {
		return this.subject(this.item, this.path);
	}

	private fault(fault: ExpectFault): undefined {
		this.add(fault);
		return undefined;
	}

	private order(): Said | undefined {
		const other = [...SUBJECTS, ...TIMES].find((key) => Object.hasOwn(this.item, key));
		if (other !== undefined) return this.fault({ path: [...this.path, other], code: 'order-alone', args: { key: other } });
		const at = [...this.path, 'order'];
		const list = this.item['order'];
		if (!Array.isArray(list) || list.length < 2) return this.fault({ path: at, code: 'order-short', args: {} });
		const moments = list.map((item: unknown, i) => this.moment(item, [...at, i], undefined, true)).filter((moment) => moment !== undefined);
		return moments.length === list.length ? { verb: 'order', moments } : undefined;
	}

	/** Whom a map is about; undefined where that is at fault. */
	private subject(item: Plain, path: Path): Subject | undefined {
		const named = SUBJECTS.filter((key) => Object.hasOwn(item, key));
		const [one, other, third] =
			named.length > 1 && named.includes('container')
				? [named.find((key) => key !== 'container'), ...named.filter((key) => key === 'container'), named[2]]
				: named;
		if (one === undefined) return this.fault({ path, code: 'no-subject', args: {} });
		const second = third ?? (other === 'container' && (one === 'pod' || item[one] === 'pod') ? undefined : other);
		if (second !== undefined) return this.fault({ path: [...path, second], code: 'two-subjects', args: { one, other: second } });
		if (other === 'container') return this.container(item, path, this.whichPod(item, path));
		switch (one) {
			case 'the':
				return item['the'] === 'owner'
					? this.owner(path)
					: item['the'] === 'manifest'
						? { kind: 'manifest' }
						: item['the'] === 'pod'
							? this.pod(item, path)
							: undefined;
			case 'each':
				return item['each'] === 'container' ? { kind: 'container', pod: 'each' } : item['each'] === 'pod' ? this.pod(item, path) : undefined;
			case 'pod':
				return this.pod(item, path);
			case 'container':
				return this.container(item, path, 'each');
			case 'pods':
				return this.pods(item['pods'], [...path, 'pods']);
			case 'event': {
				const match = this.claims.event(item['event'], [...path, 'event']);
				return match && { kind: 'event', match };
			}
			case 'action': {
				const index = this.actionIndex(String(item['action']), [...path, 'action']);
				return index === undefined ? undefined : { kind: 'action', name: String(item['action']), index };
			}
		}
	}

	private owner(path: Path): Subject | undefined {
		return this.given.kind === 'Pod' ? this.fault({ path: [...path, 'the'], code: 'no-owner', args: {} }) : { kind: 'owner' };
	}

	private pods(value: unknown, path: Path): Subject | undefined {
		if (typeof value === 'number' || /^\d+$/.test(String(value))) return this.fault({ path, code: 'pods-number', args: { text: String(value) } });
		const claim = this.claims.claim(value, 'pod', path);
		return claim && { kind: 'pods', claim };
	}

	private pod(item: Plain, path: Path): Subject | undefined {
		const pod = this.whichPod(item, path);
		return pod === undefined ? undefined : { kind: 'pod', pod };
	}

	private whichPod(item: Plain, path: Path): WhichPod | undefined {
		if (item['the'] === 'pod') {
			const { kind } = this.given;
			return kind === undefined || kind === 'Pod' ? 'the' : this.fault({ path: [...path, 'the'], code: 'several-pods', args: { kind } });
		}
		if (item['each'] === 'pod') return 'each';
		const { pod } = item;
		if (pod === 'last') return 'last';
		if (typeof pod === 'number' && Number.isInteger(pod) && pod > 0) return pod;
		if (typeof pod === 'string' && pod !== '') return /^[1-9]\d*$/.test(pod) ? Number(pod) : { name: pod };
		return this.fault({ path: [...path, 'pod'], code: 'which-pod', args: { text: String(pod) } });
	}

	private container(item: Plain, path: Path, pod: WhichPod | undefined): Subject | undefined {
		const { container: name } = item;
		if (typeof name !== 'string' || pod === undefined) return undefined;
		const { containers } = this.given;
		if (containers && containers.length > 0 && !containers.includes(name)) {
			return this.fault({ path: [...path, 'container'], code: 'unknown-container', args: { name, known: [...new Set(containers)].join(', ') } });
		}
		return { kind: 'container', pod, name };
	}

	private time(verb: VerbName, subject: Subject): Time | undefined {
		const written = TIMES.filter((key) => Object.hasOwn(this.item, key) && this.item[key] !== null);
		if (subject.kind === 'manifest' || subject.kind === 'action') {
			const [key] = written;
			if (key !== undefined) return this.fault({ path: [...this.path, key], code: 'timeless', args: { subject: subject.kind, key } });
		}
		for (const key of written) if (!TIMES_OF[verb].includes(key)) return this.wrongTime(verb, key);
		const moments: { [K in 'at' | 'after' | 'until']?: Moment } = {};
		for (const key of ['at', 'after', 'until'] as const) {
			if (!written.includes(key)) continue;
			const moment = this.moment(this.item[key], [...this.path, key], subject);
			if (!moment) return undefined;
			moments[key] = moment;
		}
		const state = written.includes('while') ? this.state(this.item['while'], [...this.path, 'while'], subject) : undefined;
		if (written.includes('while') && !state) return undefined;
		const [within, lasting] = (['within', 'for'] as const).map((key) => milliseconds(this.item[key] as Duration | undefined));
		// What is no duration is told of by the scenario's own reader.
		if ((written.includes('within') && within === undefined) || (written.includes('for') && lasting === undefined)) return undefined;
		return { ...moments, ...(state && { while: state }), ...(within !== undefined && { within }), ...(lasting !== undefined && { for: lasting }) };
	}

	private wrongTime(verb: VerbName, key: TimeKey): undefined {
		const path = [...this.path, key];
		if (verb === 'stays' && key === 'within') return this.fault({ path, code: 'stays-within', args: {}, repair: { key: 'for' } });
		if (verb === 'is' && key === 'within') return this.fault({ path: [...this.path, 'is'], code: 'is-within', args: {}, repair: { key: 'becomes' } });
		if (verb === 'is' && key === 'for') return this.fault({ path: [...this.path, 'is'], code: 'is-for', args: {}, repair: { key: 'stays' } });
		return this.fault({ path, code: 'wrong-time', args: { verb, key, takes: TIMES_OF[verb].join(', ') } });
	}

	/** `of` is the subject that a state may do without; `isItem`: of an `order`, which wants more than a time. */
	private moment(value: unknown, path: Path, of: Subject | undefined, isItem = false): Moment | undefined {
		if (isPlain(value)) return Object.hasOwn(value, 'event') && !Object.hasOwn(value, 'becomes') ? this.eventMoment(value, path) : this.change(value, path, of);
		if (!isScalar(value)) return this.fault({ path, code: 'moment', args: { text: '' } });
		const text = String(value);
		const t = milliseconds(typeof value === 'number' ? value : text);
		if (isItem && (t !== undefined || text === 'start' || text === 'end')) return this.fault({ path, code: 'order-time', args: { text } });
		if (t !== undefined) return { kind: 'time', t };
		if (text === 'start') return { kind: 'time', t: 0 };
		if (text === 'end') return { kind: 'end' };
		const index = this.actionIndex(text, path, of);
		return index === undefined ? undefined : { kind: 'action', name: text, index };
	}

	private eventMoment(value: Plain, path: Path): Moment | undefined {
		const match = this.claims.event(value['event'], [...path, 'event']);
		return match && { kind: 'event', match };
	}

	private change(value: Plain, path: Path, of: Subject | undefined): Moment | undefined {
		if (!Object.hasOwn(value, 'becomes')) return this.fault({ path, code: 'moment', args: { text: '' } });
		const { subject, about } = this.aboutState(value, path, of, 'becomes');
		if (!about) return undefined;
		const claim = this.claims.claim(value['becomes'], about, [...path, 'becomes']);
		const after = value['after'] === undefined ? undefined : this.moment(value['after'], [...path, 'after'], subject ?? of);
		if (!claim || (value['after'] !== undefined && !after)) return undefined;
		return { kind: 'becomes', ...(subject && { subject }), claim, ...(after && { after }) };
	}

	private state(value: unknown, path: Path, of: Subject): State | undefined {
		if (!isPlain(value) || !Object.hasOwn(value, 'is')) return this.fault({ path, code: 'state', args: {} });
		const { subject, about } = this.aboutState(value, path, of, 'is');
		const claim = about && this.claims.claim(value['is'], about, [...path, 'is']);
		return claim && { ...(subject && { subject }), claim };
	}

	/** The subject that a moment or a state names, and of what kind the one is that it is about. */
	private aboutState(value: Plain, path: Path, of: Subject | undefined, verb: 'is' | 'becomes'): { readonly subject?: Subject; readonly about?: Claimed } {
		const isNamed = SUBJECTS.some((key) => Object.hasOwn(value, key));
		const subject = isNamed || of === undefined ? this.subject(value, path) : undefined;
		const about = isNamed || of === undefined ? subject?.kind : of.kind;
		if (about === undefined) return {};
		if (about === 'event' || about === 'action' || about === 'manifest') {
			const claim = isScalar(value[verb]) ? String(value[verb]) : '…';
			this.add({ path: [...path, verb], code: 'whose-state', args: { claim } });
			return {};
		}
		return { ...(subject && { subject }), about };
	}

	private actionIndex(name: string, path: Path, of?: Subject): number | undefined {
		const actions = this.scenario.actions ?? [];
		const indexes = named(actions, name);
		const [index, second] = indexes;
		if (second !== undefined) return this.fault({ path, code: 'ambiguous-action', args: { name } });
		if (index !== undefined) return index;
		const known = [...new Set(actions.map(({ as, do: what }) => as ?? what).filter(Boolean))].join(', ');
		if (of && this.isWord(name, of)) return this.fault({ path, code: 'state-as-moment', args: { word: name }, repair: { value: `{ becomes: ${name} }` } });
		return this.fault(known === '' ? { path, code: 'no-action', args: { name } } : { path, code: 'unknown-action', args: { name, known } });
	}

	private isWord(word: string, of: Subject): boolean {
		if (of.kind === 'event' || of.kind === 'pods' || of.kind === 'action' || of.kind === 'manifest') return false;
		return new ClaimReader(() => {}, this.isPrinted, []).claim(word, of.kind, []) !== undefined;
	}
}

/** Actions are called by their `as`, or else by what they do. */
function named(actions: readonly Action[], name: string): readonly number[] {
	const by = (is: (action: Action) => boolean): readonly number[] => actions.flatMap((action, index) => (is(action) ? index : []));
	const called = by(({ as }) => as === name);
	return called.length > 0 ? called : by(({ as, do: what }) => as === undefined && what === name);
}

/** A reason that the scenario itself gives a container's end. */
function isScripted(word: string, { world }: Scenario): boolean {
	return Object.values(world?.containers ?? {}).some(({ runs = [] }) => runs.some(({ reason }) => reason === word));
}

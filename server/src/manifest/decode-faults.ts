import type { Range } from '../yaml/node';
import { inJsonOrder, type Place } from './place';

/**
 * What kubectl and the server's decoder would say of a manifest's shape, before any validation.
 * `strict` faults refuse the object but leave it readable; `decode` faults end the server's reading (it stops at the first, we go on);
 * `repeated` ones nobody refuses, but something written is lost.
 */
export interface DecodeFault {
	readonly severity: 'decode' | 'strict' | 'repeated';
	readonly code:
		| 'decode/unknown-field'
		| 'decode/repeated-key'
		| 'decode/type'
		| 'decode/quantity'
		| 'decode/time'
		| 'decode/key'
		| 'decode/scalar'
		| 'decode/aliases'
		| 'patch/strategy';
	/** The server's own sentence, where it has one. */
	readonly message: string;
	readonly range: Range;
	/** The struct that was being read, and the key in it: for suggestions. */
	readonly struct?: string;
	readonly key?: string;
	/** The other places of a repeated key. */
	readonly others?: readonly Range[];
}

/** sigs.k8s.io/json keeps this many strict faults. */
const MOST_STRICT = 100;

/** A fault whose place decides whether the server tells of it. */
interface Found {
	readonly fault: DecodeFault;
	readonly place: Place | undefined;
	/** The server's reading ends here at once. */
	readonly aborts: boolean;
}

/** What is found while a manifest is decoded, and what of it the server tells. */
export class DecodeFaults {
	/** As they are written. */
	readonly all: DecodeFault[] = [];
	private readonly found: Found[] = [];
	private strictFaults = 0;

	/** One that the decoder tells and goes on. */
	tellStrict(told: Omit<DecodeFault, 'severity'>, place: Place): void {
		if (++this.strictFaults > MOST_STRICT) return;
		const fault = { severity: 'strict', ...told } as const;
		this.all.push(fault);
		this.found.push({ fault, place, aborts: false });
	}

	/** One that ends the server's reading. */
	tell(code: DecodeFault['code'], message: string, range: Range, place: Place | undefined, aborts = false): void {
		const fault = { severity: 'decode', code, message, range } as const;
		this.all.push(fault);
		this.found.push({ fault, place, aborts });
	}

	/** One that nobody refuses. */
	tellRepeated(told: Omit<DecodeFault, 'severity'>): void {
		this.all.push({ severity: 'repeated', ...told });
	}

	/** Types that read themselves (UnmarshalJSON) end the reading; else the first fault is told. The keys of maps are sorted by then. */
	refusal(): DecodeFault | undefined {
		const all = this.found.filter(({ fault }) => fault.severity === 'decode');
		const aborting = all.filter(({ aborts }) => aborts);
		return (aborting.length > 0 ? aborting : all).toSorted(inJson)[0]?.fault;
	}

	/** The sentences of the strict faults, in the order of the keys. */
	strict(): readonly string[] {
		const all = this.found.filter(({ fault }) => fault.severity === 'strict').toSorted(inJson);
		return [...new Set(all.map(({ fault }) => fault.message))];
	}
}

const inJson = (a: Found, b: Found): number => inJsonOrder(a.place, b.place);

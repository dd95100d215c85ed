/** What is due next: ordered by time, and at one time by who asked first. A binary heap. */
export class Queue {
	private readonly heap: Due[] = [];
	private sequence = 0;

	get size(): number {
		return this.heap.length;
	}

	push(at: number, run: () => void): Due {
		const due = new Due(at, this.sequence++, run);
		let child = this.heap.length;
		this.heap.push(due);
		while (child > 0) {
			const parent = (child - 1) >> 1;
			const above = this.heap[parent];
			if (above === undefined || before(above, due)) break;
			this.heap[child] = above;
			child = parent;
		}
		this.heap[child] = due;
		return due;
	}

	pop(): Due | undefined {
		const first = this.heap[0];
		const last = this.heap.pop();
		if (first === undefined || last === undefined || first === last) return first;
		let hole = 0;
		for (;;) {
			const left = hole * 2 + 1;
			const a = this.heap[left];
			if (a === undefined) break;
			const b = this.heap[left + 1];
			const smaller = b !== undefined && before(b, a) ? b : a;
			if (before(last, smaller)) break;
			this.heap[hole] = smaller;
			hole = smaller === a ? left : left + 1;
		}
		this.heap[hole] = last;
		return first;
	}
}

class Due {
	constructor(
		readonly at: number,
		readonly sequence: number,
		/** Taken away when nobody wants it any more. */
		public run: (() => void) | undefined,
	) {}

	cancel(): void {
		this.run = undefined;
	}
}

function before(a: Due, b: Due): boolean {
	return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}

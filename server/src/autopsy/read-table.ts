/** The columns of `kubectl get pods`: k8s.io/kubernetes/pkg/printers/internalversion podColumnDefinitions. */

/** A row, as it was printed. */
export interface TableRow {
	/** Empty where no column says. */
	readonly namespace: string;
	readonly name: string;
	readonly ready: string;
	readonly status: string;
	readonly restarts: number;
}

const HEAD = /^[ \t]*(?:NAMESPACE\s+)?NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE\b.*$/m;

/** Whether a text is a table of pods. */
export const isTable = (text: string): boolean => HEAD.test(text);

// RESTARTS may have a remark behind it: `5 (30s ago)`.
const ROW = /^[ \t]*(?:(\S+)[ \t]+)?(\S+)[ \t]+(\d+\/\d+)[ \t]+(\S+)[ \t]+(\d+)(?:[ \t]+\([^)]*\))?[ \t]+\S+/;

/** The pods of such a table; of a pod that is printed again (`-w`) the newest row. Never throws. */
export function readTable(text: string): readonly TableRow[] {
	const rows = new Map<string, TableRow>();
	for (const line of text.split('\n')) {
		const [, namespace = '', name = '', ready = '', status = '', restarts = '0'] = ROW.exec(line) ?? [];
		if (name) rows.set(`${namespace}/${name}`, { namespace, name, ready, status, restarts: Number(restarts) });
	}
	return [...rows.values()];
}

/** The columns of `kubectl get pods`: k8s.io/kubernetes/pkg/printers/internalversion podColumnDefinitions. */
import type { TableRow } from './dump';

const HEAD = /^[ \t>]*(?:NAMESPACE\s+)?NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE\b.*$/m;

/** Whether a text is a table of pods. */
export const isTable = (text: string): boolean => HEAD.test(text);

// RESTARTS may have a remark behind it: `5 (30s ago)`.
const ROW = /^[ \t>]*(?![ \t>])(?:(\S+)[ \t]+)?(\S+)[ \t]+(\d+\/\d+)[ \t]+([A-Z]\S*)[ \t]+(\d+)(?:[ \t]+\([^)]*\))?(?:[ \t]+\S+|[ \t]*$)/;

/** The pods of such a table; of a pod that is printed again (`-w`) the newest row. Never throws. */
export function readTable(text: string): readonly TableRow[] {
	const rows = new Map<string, TableRow>();
	for (const line of text.split('\n')) {
		const [, namespace = '', printed = '', ready = '', status = '', restarts = '0'] = ROW.exec(line) ?? [];
		// `get all` says of each what it is.
		const name = printed.replace(/^pods?\//, '');
		if (name && !name.includes('/')) rows.set(`${namespace}/${name}`, { namespace, name, ready, status, restarts: Number(restarts) });
	}
	return [...rows.values()];
}

/** Whether the columns say that all is well with a pod, or that it is over. */
export function isWellRow({ ready, status }: TableRow): boolean {
	const [has, wants] = ready.split('/');
	return status === 'Completed' || (status === 'Running' && has === wants);
}

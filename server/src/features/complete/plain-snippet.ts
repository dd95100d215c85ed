/** A snippet without its tab stops: what stands in a placeholder stays, of several choices the first. */
export function plainSnippet(snippet: string): string {
	let at = 0;
	// `${1:…}` may hold others: one reader for the whole, and for what stands between braces.
	const read = (end: string): string => {
		let text = '';
		while (at < snippet.length && snippet[at] !== end) {
			if (snippet[at] === '\\') {
				text += snippet[at + 1] ?? '\\';
				at += 2;
				continue;
			}
			const [stop, number, then] = /^\$(\d+|\{\d+([:|}]))/.exec(snippet.slice(at)) ?? [];
			if (stop === undefined || number === undefined) {
				text += snippet[at++];
				continue;
			}
			at += stop.length;
			if (then === ':') {
				text += read('}');
				at++;
			} else if (then === '|') {
				const [all = '', first = ''] = /^((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/.exec(snippet.slice(at)) ?? [];
				text += first.replace(/\\(.)/g, '$1');
				at += all.length;
			}
		}
		return text;
	};
	return read('');
}

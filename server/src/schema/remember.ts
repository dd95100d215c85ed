const MOST = 1000;
const LONGEST = 1000;

/**
 * `read`, for those who ask about the same few texts again and again, as about the quantities and images of a file: each is read once.
 * So many answers are kept, none of them about a long text.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
	const known = new Map<string, { readonly answer: T }>();
	return (text) => {
		const before = known.get(text);
		if (before) return before.answer;
		const answer = read(text);
		if (known.size >= MOST) known.clear();
		if (text.length <= LONGEST) known.set(text, { answer });
		return answer;
	};
}

/** What was made for a key; made when it is asked for first. */
export function kept<K, V>(known: { get(key: K): V | undefined; set(key: K, made: V): unknown }, key: K, make: () => V): V {
	const before = known.get(key);
	if (before !== undefined) return before;
	const made = make();
	known.set(key, made);
	return made;
}

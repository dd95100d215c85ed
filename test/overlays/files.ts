/** Files of a text: `# file: NAME` lines begin one each; they lie in /w. */
export function filesIn(text: string): ReadonlyMap<string, string> {
	const parts = text.split(/^# file: (.+)\n/m).slice(1);
	return new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[`/w/${part}`, parts[index + 1] ?? ''] as const] : [])));
}

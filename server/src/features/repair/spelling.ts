/** In characters: the longest label of DNS. */
const LONGEST_LABEL = 63;

/** A text as a name of letters, digits and dashes, as DNS labels are; '' where nothing of it can stand. */
export function asName(text: string, longest = LONGEST_LABEL): string {
	return cut(joined(text.toLowerCase(), /[^a-z0-9]+/g, '-'), longest);
}

/** The same with a number behind it, where there is one of that name. */
export function uniqueName(name: string, taken: readonly string[]): string {
	for (let number = 2; taken.includes(name) && number < taken.length + 3; number++) {
		const numbered = `${cut(name, LONGEST_LABEL - 4)}-${number}`;
		if (!taken.includes(numbered)) return numbered;
	}
	return name;
}

/** The lengths that names may have, by what they are names of: a port, what a CronJob or a StatefulSet makes names of, a label, a subdomain. */
const LONGEST = [253, LONGEST_LABEL, 52, 15];
const MOST_READ = 1000;

/** How a text may have been meant that cannot stand as it is written, the nearest to it first. */
export function spellings(written: string, mark: '-' | '_' = '-'): readonly string[] {
	const text = written.slice(0, MOST_READ).trim();
	const lower = text.toLowerCase();
	const forms = [
		text,
		...(mark === '_' ? [joined(text, /[^A-Za-z0-9_]+/g, '_')] : []),
		joined(lower, /[^a-z0-9.]+/g, '-'),
		asName(text, MOST_READ),
		joined(text, /[^A-Za-z0-9_.-]+/g, '_'),
		joined(text, /[^A-Za-z0-9_.-]+/g, '-'),
		...prefixed(text),
		...paths(text),
	];
	const all = [...forms, ...LONGEST.flatMap((longest) => forms.map((form) => cut(form, longest)))];
	return [...new Set(all)].filter((one) => one !== written && /[A-Za-z0-9]/.test(one));
}

/** `example.com/My Name`: what stands before the slash is a domain. */
function prefixed(text: string): readonly string[] {
	const slash = text.indexOf('/');
	if (slash < 0) return [];
	const prefix = joined(text.slice(0, slash).toLowerCase(), /[^a-z0-9.]+/g, '-');
	const name = joined(text.slice(slash + 1), /[^A-Za-z0-9_.-]+/g, '_');
	return [prefix && name ? `${prefix}/${name}` : `${prefix}${name}`, `${prefix}/${name.slice(0, LONGEST_LABEL)}`, prefix.slice(0, LONGEST_LABEL)];
}

/** Without steps up; from the root, and from where one is. */
function paths(text: string): readonly string[] {
	const steps = text.split('/').filter((step) => step !== '' && step !== '..' && step !== '.');
	return [steps.join('/'), `/${steps.join('/')}`, steps.join(':')];
}

/** What cannot stand becomes a mark, none of which begins or ends the whole. */
const joined = (text: string, others: RegExp, mark: string): string => text.replace(others, mark).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');

const cut = (text: string, longest: number): string => (text.length > longest ? text.slice(0, longest).replace(/[^A-Za-z0-9]+$/, '') : text);

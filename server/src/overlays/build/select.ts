import { type Fault, fault, isFault, textAt, type Value } from './object';
import { idOf, namespaceOf, originalId, type Resource, textsOf } from './resource';

/** A pattern of someone else's that could run for very long: what is repeated is repeated again. */
const HOSTILE = /\([^)]*[*+{][^)]*\)[*+{]/;
const MOST_PATTERN = 500;

/** regexp.Compile, as far as the two languages agree; what could take forever is refused. */
export function pattern(text: string): RegExp | Fault {
	if (text.length > MOST_PATTERN || HOSTILE.test(text)) return fault(`the pattern ${text.slice(0, 80)} is not supported`);
	const source = text.replace(/\(\?P</g, '(?<').replace(/^\^\(\?:\(\?i\)/, '^(?:');
	try {
		return new RegExp(source, text.includes('(?i)') ? 'i' : '');
	} catch {
		return fault(`error parsing regexp: ${text}`);
	}
}

/** types.NewSelectorRegex: whether a text is what an anchored pattern says; an empty one takes all. */
function matcher(text: string): ((value: string) => boolean) | Fault {
	if (text === '') return () => true;
	if (/^[\w-]+$/.test(text)) return (value) => value === text;
	const compiled = pattern(`^(?:${text})$`);
	return isFault(compiled) ? compiled : (value) => compiled.test(value);
}

/** resWrangler.Select: the resources that a target means, by what they are called now or were at first. */
export function select(resources: readonly Resource[], target: Value | undefined): readonly Resource[] | Fault {
	const by: Record<string, (value: string) => boolean> = {};
	for (const key of ['group', 'version', 'kind', 'name', 'namespace']) {
		const made = matcher(textAt(target, key));
		if (isFault(made)) return made;
		by[key] = made;
	}
	const [labels, annotations] = [requirements(textAt(target, 'labelSelector')), requirements(textAt(target, 'annotationSelector'))];
	if (isFault(labels)) return labels;
	if (isFault(annotations)) return annotations;
	const is = (key: string, value: string): boolean => by[key]?.(value) ?? true;
	return resources.filter((resource) => {
		const [first, now] = [originalId(resource), idOf(resource)];
		return (
			(is('namespace', namespaceOf(first)) || is('namespace', namespaceOf(now))) &&
			(is('name', first.name) || is('name', now.name)) &&
			is('group', now.group) &&
			is('version', now.version) &&
			is('kind', now.kind) &&
			labels(textsOf(resource, 'labels')) &&
			annotations(textsOf(resource, 'annotations'))
		);
	});
}

type Meets = (texts: Readonly<Record<string, string>>) => boolean;

/** k8s.io/apimachinery/pkg/labels Parse */
function requirements(selector: string): Meets | Fault {
	if (selector.trim() === '') return () => true;
	const all: Meets[] = [];
	for (const part of selector.split(/,(?![^()]*\))/)) {
		const made = requirement(part.trim());
		if (!made) return fault(`unable to parse requirement: ${part}`);
		all.push(made);
	}
	return (texts) => all.every((meets) => meets(texts));
}

function requirement(part: string): Meets | undefined {
	const own = (texts: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined);
	const exists = /^(!?)\s*([\w./-]+)$/.exec(part);
	if (exists) return (texts) => (own(texts, exists[2] ?? '') !== undefined) === (exists[1] === '');
	const equal = /^([\w./-]+)\s*(==?|!=)\s*([\w.-]*)$/.exec(part);
	if (equal) return (texts) => (own(texts, equal[1] ?? '') === equal[3]) === (equal[2] !== '!=');
	const among = /^([\w./-]+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(part);
	if (!among) return undefined;
	const values = (among[3] ?? '').split(',').map((value) => value.trim());
	return (texts) => values.includes(own(texts, among[1] ?? '') ?? '\0') === (among[2] === 'in');
}

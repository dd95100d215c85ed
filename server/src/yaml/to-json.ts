import { isExcessive } from './aliasing';
import { compose, syntaxSentence } from './compose';
import { conversionFaults } from './convert';
import { toExactJson } from './json';

/** Why a text does not become JSON, in the words of sigs.k8s.io/yaml. */
export interface Unread {
	readonly message: string;
}

const EXCESSIVE = 'yaml: document contains excessive aliasing';

/** The first document of a text as JSON, as YAMLToJSON of sigs.k8s.io/yaml has it: integers that no double holds are bigints. */
export function yamlToJson(text: string): { readonly json: unknown } | Unread {
	const { root, fault } = compose(text, 'as written');
	const message = fault
		? syntaxSentence(fault)
		: root && ((text.includes('*') && isExcessive(root) ? EXCESSIVE : undefined) ?? conversionFaults(root)[0]?.message);
	return message === undefined ? { json: toExactJson(root) } : { message: `error converting YAML to JSON: ${message}` };
}

import { wellFormed } from '../../../server/src/templates/bytes';
import { executionOf } from '../../../server/src/templates/execute';
import { FUNCTIONS, isFunction } from '../../../server/src/templates/functions';
import { executionError, parseError } from '../../../server/src/templates/functions/helm';
import { parse } from '../../../server/src/templates/parse';
import { Fault, fromPlain, type Value } from '../../../server/src/templates/value';
import { toJson } from '../../../server/src/yaml/json';
import { parse as parseYaml } from '../../../server/src/yaml/parse';
import { VALUES } from './cases';
import type { Answer } from './helm';

/** What comes of a template that is a chart of its own. */
export function render(template: string): Answer {
	const parsed = parse('c/templates/t.yaml', template, isFunction);
	if (parsed instanceof Fault) return { error: parseError(parsed.message) };
	const data = new Map<string, Value>([['Values', fromPlain(toJson(parseYaml(VALUES).root))]]);
	const text = executionOf(parsed, FUNCTIONS).execute('c/templates/t.yaml', data);
	return text instanceof Fault ? { error: executionError(text.message) } : { text: wellFormed(text.replaceAll('<no value>', '')) };
}

import { goQuote } from '../../schema/go-quote';
import { yamlToJson } from '../../yaml/to-json';
import { associate, parse } from '../parse';
import { fn, type GoFunction, type Runner } from '../signature';
import { toPrettyYaml, toYaml } from '../to-yaml';
import { andThen, type Dict, Fault, fromPlain, isDict, isFault, isList, nilDict, nilList, orSay, type Value } from '../value';
import { jsonOf, wrongKind } from './json';
import { fromToml, toToml } from './toml';

/** How Helm marks what a chart's author says, so that it can be cut out of the chain of errors: engine.warnWrap. */
const WARNING = /HELM_ERR_START([\s\S]*)HELM_ERR_END/;
const warning = (message: string): Fault => new Fault(`HELM_ERR_START${message}HELM_ERR_END`);

/** cleanupExecError: how Helm tells that a template cannot be executed. */
export function executionError(message: string): string {
	const [, place, rest = ''] = /^template: ([\s\S]*?): ([\s\S]*)$/.exec(message) ?? [];
	const said = WARNING.exec(rest)?.[1];
	return place === undefined || said === undefined ? message : `execution error at (${place}): ${said}`;
}

/** cleanupParseError: how Helm tells that a template cannot be parsed. */
export function parseError(message: string): string {
	const tokens = message.split(': ');
	return `parse error at (${tokens[1] ?? ''}): ${tokens.at(-1) ?? ''}`;
}

/** sigs.k8s.io/yaml Unmarshal into a map, an empty text into an empty one; the fault is in its words. */
export function readMap(text: string): Dict | Fault {
	return andThen(readYaml(text), (value) => (isDict(value) ? value : value === null ? new Map() : undecoded(wrongKind(value, 'map'))));
}

/** The same into a list. */
function readList(text: string): readonly Value[] | Fault {
	return andThen(readYaml(text), (value) => (isList(value) ? value : value === null ? [] : undecoded(wrongKind(value, 'list'))));
}

function readYaml(text: string): Value | Fault {
	const read = yamlToJson(text);
	return 'message' in read ? new Fault(read.message) : fromPlain(read.json);
}

/** What sigs.k8s.io/yaml makes of encoding/json's words. */
export const undecoded = ({ message }: Fault): Fault => new Fault(`error unmarshaling JSON: while decoding JSON: ${message}`);

const mapOr = (read: Value | Fault): Value => (isFault(read) ? new Map([['Error', read.message]]) : (read ?? nilDict()));
const listOr = (read: Value | Fault): Value => (isFault(read) ? [read.message] : (read ?? nilList()));

function required(message: string, value: Value): Value | Fault {
	return value === null || value === '' ? warning(message) : value;
}

/** tplFun: a template inside a value, with all that is defined around it. */
function tpl(text: string, data: Value, runner: Runner, isFunction: (name: string) => boolean): string | Fault {
	const parsed = orSay(parse('gotpl', text, isFunction), (message) => `cannot parse template ${goQuote(text)}: ${message}`);
	if (isFault(parsed)) return parsed;
	const templates = new Map(runner.templates);
	associate(templates, parsed);
	// Its own is executed even where it is but white space.
	const own = parsed.get('gotpl');
	if (own) templates.set('gotpl', own);
	const result = runner.executeAmong(templates, 'gotpl', data);
	return andThen(
		orSay(result, (message) => `error during tpl function execution for ${goQuote(text)}: ${message}`),
		(printed) => printed.replaceAll('<no value>', ''),
	);
}

/** Helm's own functions (engine/funcs.go, engine.go); who calls `tpl` says which functions there are. */
export const helmFunctions = (isFunction: (name: string) => boolean): Readonly<Record<string, GoFunction>> => ({
	include: { takes: 'sa', run: ([name, data = null], runner) => runner.execute(String(name), data) },
	tpl: { takes: 'sa', run: ([text, data = null], runner) => tpl(String(text), data, runner, isFunction) },
	required: fn('sa', required),
	fail: fn('s', warning),
	lookup: fn('ssss', () => new Map()),
	toYaml: fn('a', toYaml),
	toYamlPretty: fn('a', toPrettyYaml),
	fromYaml: fn('s', (text: string) => mapOr(readMap(text))),
	fromYamlArray: fn('s', (text: string) => listOr(readList(text))),
	fromJson: fn('s', (text: string) => mapOr(jsonOf(text, 'map'))),
	fromJsonArray: fn('s', (text: string) => listOr(jsonOf(text, 'list'))),
	toToml: fn('a', toToml),
	fromToml: fn('s', (text: string) => mapOr(fromToml(text))),
});

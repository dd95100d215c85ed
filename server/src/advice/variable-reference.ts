import type { FieldPath } from '../schema/field-path';
import type { Advice } from './advice';
import { hasShell, scriptAt, wordsOf } from './shell';
import type { PlacedContainer, Subject } from './subject';

/** References to variables that are not replaced, and stay in the text as they are; third_party/forked/golang/expansion. */
export function variableReference({ containers }: Subject): readonly Advice[] {
	const found: Advice[] = [];
	for (const placed of containers) if (mayRefer(placed.container)) found.push(...inValues(placed), ...inWords(placed), ...inShellForm(placed));
	return found;
}

function mayRefer({ command, args, env }: PlacedContainer['container']): boolean {
	return command?.some(hasDollar) || args?.some(hasDollar) || env?.some(({ value }) => value !== undefined && hasDollar(value)) || false;
}

const hasDollar = (text: string): boolean => text.includes('$');

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What a shell would run is seldom written in capitals. */
const CAPITALS = /^[A-Z_][A-Z0-9_]*$/;

/** In the value of a variable, only those above it are known. */
function inValues({ container, path }: PlacedContainer): readonly Advice[] {
	if (isOpen(container)) return [];
	const known = new Set<string>();
	const all = new Set((container.env ?? []).map(({ name }) => name));
	return (container.env ?? []).flatMap(({ name, value = '' }, index) => {
		const unknown = referencesIn(value).filter((one) => IDENTIFIER.test(one) && !known.has(one) && !isOfService(one));
		known.add(name);
		return unknown.map((variable) => told(path.child('env').index(index).child('value'), value, variable, all.has(variable) && variable !== name));
	});
}

/** Where a shell reads the words, `$(date)` is for the shell. */
function inWords(placed: PlacedContainer): readonly Advice[] {
	const { container } = placed;
	if (isOpen(container)) return [];
	const known = new Set((container.env ?? []).map(({ name }) => name));
	const isForShell = hasShell(placed);
	return placesOf(placed).flatMap(([word, path]) => {
		const form = isForShell || /[;&|\n]/.test(word) ? CAPITALS : IDENTIFIER;
		const unknown = referencesIn(word).filter((one) => form.test(one) && !known.has(one) && !isOfService(one));
		return unknown.map((variable) => told(path, word, variable, false));
	});
}

/** `$NAME` and `${NAME}` are for a shell, and there is none. */
function inShellForm(placed: PlacedContainer): readonly Advice[] {
	const { container } = placed;
	const { command = [] } = container;
	const known = new Set((container.env ?? []).map(({ name }) => name));
	// Without a command, the image's own program may well be a shell.
	if (command.length === 0 || hasShell(placed) || scriptAt(wordsOf(container)) >= 0) return [];
	return placesOf(placed).flatMap(([word, path]): readonly Advice[] => {
		const [whole, braced, plain] = /\$(?:\{(\w+)\}|(\w+))/.exec(word) ?? [];
		const name = braced ?? plain;
		if (whole === undefined || name === undefined || !known.has(name)) return [];
		const to = word.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (text, a?: string, b?: string) => (known.has(a ?? b ?? '') ? `$(${a ?? b})` : text));
		return [
			{
				path,
				code: 'advice/shell-variable',
				severity: 'information',
				args: { written: whole, variable: name },
				repair: { do: 'replace', path, from: word, to },
			},
		];
	});
}

/** What is a reference and nothing else may be somebody's who fills in before: Kustomize's `vars`. */
const told = (path: FieldPath, text: string, variable: string, isBelow: boolean): Advice => ({
	path,
	code: isBelow ? 'advice/variable-below' : 'advice/variable-unknown',
	severity: !isBelow && text === `$(${variable})` ? 'hint' : 'information',
	args: { variable },
});

/** Somebody else names variables, too. */
const isOpen = ({ envFrom = [] }: PlacedContainer['container']): boolean => envFrom.length > 0;

/** Every Service brings some: envvars.FromServices. */
const isOfService = (name: string): boolean => /_SERVICE_(?:HOST|PORT)|_PORT(?:_\d+_|$)/.test(name);

/** The words that may refer to something, and where each stands. */
function placesOf({ container, path }: PlacedContainer): readonly (readonly [string, FieldPath])[] {
	return (['command', 'args'] as const).flatMap((list) =>
		(container[list] ?? []).flatMap((word, i) => (hasDollar(word) ? [[word, path.child(list).index(i)] as const] : [])),
	);
}

/** expansion.Expand: `$$(X)` is a text. */
function referencesIn(text: string): readonly string[] {
	// Behind the last bracket that closes none is closed, and each that opens would be looked through to the end.
	const closed = hasDollar(text) ? text.slice(0, text.lastIndexOf(')') + 1) : '';
	return [...closed.matchAll(/\$(?:\$|\(([^)]*)\))/g)].flatMap(([, name]) => name ?? []);
}

import { readLines } from './lines';
import type { Placeholder, Range } from './node';
import { maskOf } from './placeholders';

/** A Go template with its actions out of the way: blanks where they stand alone or only steer, a word where they make a value. Offsets stay. */
export interface WithoutActions {
	readonly mask: string;
	readonly actions: readonly Range[];
	/** Those of the actions that make a value. */
	readonly placeholders: readonly Placeholder[];
}

/** Words, quotes, comments and brackets of a line. A quote begins a text only where no word is being read. */
const TOKENS = /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|#.*|\{\{|[,[\]{}]|[^\s,[\]{}"'#][^\s,[\]{}]*|\s+/g;

/**
 * What text/template takes: a comment, a field, a variable, a constant, a keyword, a call with its arguments; and what goes on below its line, whatever that is.
 * Of a name alone, `{{ tag }}`, `{{ x.y | filter }}`, it knows nothing: that is Jinja's, or GitHub's `${{ x }}`, and stands for a value as `${X}` does.
 */
const GO_ACTION =
	/^\{\{-?[\s(]*(?:$|\/\*|[.$"`\d]|(?:else|end|break|continue)\b(?!\s*[.|(])|(?:if|with|range)\s+[^\s|}]|(?!(?:not|lambda)\b)[A-Za-z]\w*\s+\(*(?!(?:if|else|in|is|not|and|or)\b)[\w.$"`])/;

/**
 * Whether an action stands outside of quotes, comments and blocks of text: text/template makes another file of it before anybody reads it as YAML.
 * Inside of them braces may be anybody's: Vault's, Docker's, Jinja's.
 */
export function isGoTemplate(text: string): boolean {
	if (!text.includes('{{') || !text.includes('}}')) return false;
	for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', lineEnd(text, at))) {
		const line = text.slice(text.lastIndexOf('\n', at) + 1, lineEnd(text, at));
		// Braces in quotes tell so by themselves. Of others those around a line are to be known: no line hangs on those below it, and mostly the first is an action.
		if (hasAction(line)) return hasActionDownTo(text, at) || hasActionDownTo(text, text.lastIndexOf('{{'));
	}
	return false;
}

/** Where the line of an offset ends, as `readLines` cuts it. */
function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end;
}

/** The same of the lines of a text down to that of an offset. */
function hasActionDownTo(text: string, at: number): boolean {
	const lines = readLines(text.slice(0, lineEnd(text, at)));
	return lines.some((line) => line.text.includes('{{') && (!line.empty || line.flowFrom !== undefined) && hasAction(line.text));
}

function hasAction(line: string): boolean {
	let quoted = '';
	for (const { 0: token, index } of line.matchAll(TOKENS)) {
		if (token.startsWith('#')) return false;
		if (token === '{{' && GO_ACTION.test(line.slice(index))) return true;
		// `"{{ .Values.tag | default "latest" }}"` is no text in quotes: behind one there is no word.
		const open = quoted.indexOf('{{');
		if (open >= 0 && !quoted.includes('}}') && /^[\w.$|]/.test(token) && GO_ACTION.test(quoted.slice(open))) return true;
		quoted = /^["']/.test(token) ? token : '';
	}
	return false;
}

/** Takes the actions out of a template. */
export function withoutActions(text: string): WithoutActions {
	const actions = actionsIn(text);
	let mask = '';
	let end = 0;
	for (const action of actions) {
		mask += text.slice(end, action.start) + maskOfAction(text.slice(action.start, action.end));
		end = action.end;
	}
	mask = (mask + text.slice(end)).replace(LONELY, (line) => line.replace(/[^\r]/g, ' '));
	const placeholders = actions.map(({ start, end: to }) => ({ start, end: to, isReference: false }));
	return { mask, actions, placeholders };
}

/** A line of actions and nothing else. */
const LONELY = /^[ \t]*\ufdd0[\ufdd0\ufdd1 \t]*\r?$/gm;
/** Actions that print nothing. */
const STEERS = /^\{\{-?\s*(?:if|else|end|with|range|define|block|break|continue|\/\*|\$\w*\s*(?::?=|,))/;

function maskOfAction(action: string): string {
	const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
	if (STEERS.test(action)) return blank(action);
	const [first = ''] = action.split(/\r?\n/);
	return maskOf(first.length) + blank(action.slice(first.length));
}

/** `{{ … }}`, quotes and comments heeded (text/template/parse/lex.go); one that is still being typed ends with its line. */
export function actionsIn(text: string): readonly Range[] {
	const actions: Range[] = [];
	for (let start = text.indexOf('{{'); start >= 0; ) {
		const end = endOf(text, start);
		actions.push({ start, end });
		start = text.indexOf('{{', end);
	}
	return actions;
}

/** As far as an action goes on, in UTF-16 units: what nobody closes would else be looked through again and again. */
const LONGEST = 4000;
const STEP = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\}\}|\{\{|[^{}"'`]+|[\s\S]/g;

function endOf(text: string, start: number): number {
	const within = text.slice(start + 2, start + LONGEST);
	if (/^-?\s*\/\*/.test(within)) {
		const comment = within.indexOf('*/');
		const close = comment < 0 ? -1 : within.indexOf('}}', comment);
		if (close >= 0) return start + close + 4;
	}
	for (const { 0: step, index } of within.matchAll(STEP)) {
		if (step === '}}') return start + 2 + index + 2;
		// The next one begins: this one was never closed.
		if (step === '{{') break;
	}
	const line = text.indexOf('\n', start);
	return line < 0 ? text.length : line;
}

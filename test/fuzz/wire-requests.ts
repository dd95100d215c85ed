import type { Position } from 'vscode-languageserver/node';
import {
	APPLY,
	BUILT,
	EXPECT_LIFE,
	LESSON,
	LESSONS,
	LIVE,
	LIVE_LENSES,
	PRINTED_AT,
	SEARCH,
	SIMULATE,
	STATUS,
	TEST,
	VALUES_FILES,
	WHAT_IF,
	WHY,
} from '../../server/src/protocol/requests';
import type { Random } from '../conformance/random';

/** A document, and where somebody stands in it. */
export interface Place {
	readonly uri: string;
	readonly text: string;
	readonly offset: number;
	readonly position: Position;
	/** The files that lie there. */
	readonly uris: readonly string[];
	readonly random: Random;
}

interface Request {
	/** How often it is asked; what takes long, seldom. */
	readonly chance: number;
	readonly params: (place: Place) => object;
	/** Its ranges are those of a text that it brought along, or that nobody has. */
	readonly elsewhere?: true;
}

const at: Request = { chance: 0.5, params: ({ uri, position }) => ({ textDocument: { uri }, position }) };
const whole: Request = { chance: 0.5, params: ({ uri }) => ({ textDocument: { uri } }) };
const seldom = (params: Request['params']): Request => ({ chance: 0.02, params, elsewhere: true });
const ALL = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Every request that the server answers, but those that go on where another ended. */
export const REQUESTS: Readonly<Record<string, Request>> = {
	'textDocument/diagnostic': { ...whole, chance: 1 },
	'textDocument/codeAction': {
		chance: 0.3,
		params: ({ uri, position, random }) => ({
			textDocument: { uri },
			range: random.chance(0.2) ? ALL : { start: position, end: position },
			context: { diagnostics: [] },
		}),
	},
	'textDocument/completion': at,
	'textDocument/hover': at,
	'textDocument/definition': at,
	'textDocument/references': { chance: 0.5, params: ({ uri, position }) => ({ textDocument: { uri }, position, context: { includeDeclaration: true } }) },
	'textDocument/documentHighlight': at,
	'textDocument/prepareRename': at,
	'textDocument/rename': { chance: 0.3, params: ({ uri, position }) => ({ textDocument: { uri }, position, newName: 'zz-new' }) },
	'textDocument/documentSymbol': whole,
	'textDocument/documentLink': whole,
	'textDocument/selectionRange': { chance: 0.3, params: ({ uri, position }) => ({ textDocument: { uri }, positions: [position] }) },
	'textDocument/inlayHint': { chance: 0.3, params: ({ uri }) => ({ textDocument: { uri }, range: ALL }) },
	'textDocument/codeLens': whole,
	'workspace/symbol': { chance: 0.1, params: () => ({ query: 'pod' }) },
	'workspace/willRenameFiles': {
		chance: 0.1,
		params: ({ uris, random }) => ({ files: [{ oldUri: random.of(uris), newUri: `${random.of(uris).replace(/[^/]*$/, '')}other.yaml` }] }),
	},
	[STATUS.method]: { chance: 0.3, params: ({ uri }) => ({ uri }) },
	[SEARCH.method]: { chance: 0.05, params: ({ uri, text, offset }) => ({ query: text.slice(offset, offset + 12), uri }) },
	[SIMULATE.method]: { chance: 0.02, params: ({ uri, random }) => ({ uri, document: random.below(2) }) },
	[APPLY.method]: seldom(({ uri, random, text }) => ({ uri, ...(random.chance(0.5) ? { old: text.slice(0, random.below(text.length)) } : {}) })),
	[BUILT.method]: { chance: 0.1, params: ({ uri, random }) => ({ uri, ...(random.chance(0.3) ? { isFormer: true } : {}) }) },
	[VALUES_FILES.method]: { chance: 0.1, params: ({ uri }) => ({ uri }) },
	[TEST.method]: seldom(({ uri, text }) => ({ uri, text })),
	[EXPECT_LIFE.method]: seldom(({ uri, text }) => ({ uri, scenarioText: text })),
	[WHY.method]: seldom(({ uri, text }) => ({ uri, text })),
	[LIVE.method]: seldom(({ uri, text }) => ({ uri, text, pod: 0, zone: 540 })),
	[WHAT_IF.method]: seldom(({ uri, text }) => ({ uri, text })),
	[PRINTED_AT.method]: { chance: 0.1, params: ({ uri, text, offset }) => ({ uri, text, offset }) },
	[LIVE_LENSES.method]: { chance: 0.1, params: ({ text }) => ({ text }) },
	[LESSONS.method]: { chance: 0.01, params: () => ({ language: 'ko' }) },
	[LESSON.method]: { chance: 0.01, params: ({ random }) => ({ language: 'en', id: random.of(['rollout', 'probes', 'nowhere']) }) },
};

/** What goes on where another ended: an item that is looked at, an action that is chosen. */
export const GOES_ON: Readonly<Record<string, string>> = {
	'textDocument/completion': 'completionItem/resolve',
	'textDocument/codeAction': 'codeAction/resolve',
};

/** A rename of nothing may be refused with a word. */
export const MAY_REFUSE: ReadonlySet<string> = new Set(['textDocument/rename', 'textDocument/prepareRename']);

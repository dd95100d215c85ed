/** Reads an XML document strictly, as far as JUnit reports need it, and what the schema of Jenkins' xUnit plugin (junit-10.xsd) allows. */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	text: string;
}

interface Allowed {
	readonly attributes: readonly string[];
	readonly required: readonly string[];
	readonly children: readonly string[];
}

const TEXT: Allowed = { attributes: ['message', 'type'], required: [], children: [] };

export const JUNIT: Readonly<Record<string, Allowed>> = {
	testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors', 'disabled'], required: [], children: ['testsuite'] },
	testsuite: {
		attributes: ['name', 'tests', 'failures', 'errors', 'group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url', 'version'],
		required: ['name', 'tests'],
		children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
	},
	testcase: {
		attributes: ['name', 'time', 'classname', 'status', 'class', 'file', 'line', 'log', 'group', 'url', 'assertions', 'timestamp'],
		required: ['name'],
		children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
	},
	failure: TEXT,
	error: TEXT,
	skipped: TEXT,
	'system-out': { attributes: [], required: [], children: [] },
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What no XML 1.0 document may hold. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** The root of a document; throws where it is not well-formed. */
export function elementsOf(xml: string): Element {
	if (FORBIDDEN.test(xml)) throw new Error('a character that XML does not know');
	const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
	const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
	let at = 0;
	for (const match of body.matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/g)) {
		if (match.index !== at) throw new Error(`not well-formed: ${body.slice(at, at + 40)}`);
		at += match[0].length;
		const [, closes, name = '', attributes = '', isEmpty, text] = match;
		const inner = open.at(-1);
		if (text !== undefined) {
			if (inner) inner.text += unescaped(text);
		} else if (closes) {
			if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
		} else {
			const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)] as const);
			const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
			inner?.children.push(element);
			if (!isEmpty) open.push(element);
		}
	}
	const [document] = open;
	const root = document?.children[0];
	if (at !== body.length || open.length !== 1 || !root || document.children.length !== 1) throw new Error('not one whole document');
	return root;
}

function unescaped(text: string): string {
	return text.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code: string | undefined, name: string | undefined) => {
		const said = code === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(code));
		if (said === undefined) throw new Error(`${whole} is no entity`);
		return said;
	});
}

import { goQuote } from '../../schema/go-quote';
import { percent } from '../builtin';
import { decode, encode } from '../bytes';
import { fn, type GoFunction, NIL_POINTER } from '../signature';
import { andThen, type Dict, Fault, kindOf, mapOf, mapped, orSay, type Value } from '../value';
import { latin } from './letters';

/** A net/url URL. */
interface Url {
	readonly scheme: string;
	readonly opaque: string;
	/** With its escapes taken off, and put on again. */
	readonly user: string | undefined;
	readonly host: string;
	readonly path: string;
	readonly query: string;
	readonly fragment: string;
}

/** Which characters need no escape in a part: the modes of net/url. */
const SAFE = { host: /[\w\-.~!$&'()*+,;=:[\]<>"]/, user: /[\w\-.~$&+,;=]/, path: /[\w\-.~$&+,/:;=@]/, fragment: /[\w\-.~$&+,/:;=?@!()*]/ } as const;
type Part = keyof typeof SAFE | 'zone';

const escaped = (text: string, part: keyof typeof SAFE): string =>
	Array.from(encode(text), (byte) => (byte < 0x80 && SAFE[part].test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : percent(byte))).join('');

/** unescape. */
function unescaped(text: string, part: Part): string | Fault {
	const bytes: number[] = [];
	const source = latin(text);
	for (let at = 0; at < source.length; at++) {
		const c = source.charAt(at);
		if (c !== '%') {
			if ((part === 'host' || part === 'zone') && c < '\x80' && !SAFE.host.test(c)) return new Fault(`invalid character ${goQuote(c)} in host name`);
			bytes.push(c.charCodeAt(0));
			continue;
		}
		const sequence = source.slice(at, at + 3);
		const code = /^%[\da-fA-F]{2}$/.test(sequence) ? Number.parseInt(sequence.slice(1), 16) : -1;
		const isLegal =
			code >= 0 && (sequence === '%25' || (part === 'host' ? code >= 0x80 : part !== 'zone' || code === 0x20 || SAFE.host.test(String.fromCharCode(code))));
		if (!isLegal) return new Fault(`invalid URL escape ${goQuote(sequence)}`);
		bytes.push(code);
		at += 2;
	}
	return decode(Uint8Array.from(bytes));
}

/** url.Parse. */
export function parseUrl(text: string): Url | Fault {
	const mark = text.indexOf('#');
	const front = mark < 0 ? text : text.slice(0, mark);
	const parsed = <T>(part: T | Fault, of: string): T | Fault => orSay(part, (message) => `parse ${goQuote(of)}: ${message}`);
	return andThen(parsed(parseFront(front), front), (url) =>
		andThen(parsed(mark < 0 ? '' : unescaped(text.slice(mark + 1), 'fragment'), text), (fragment) => ({ ...url, fragment })),
	);
}

function parseFront(text: string): Url | Fault {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	if (/[\0-\x1f\x7f]/.test(text)) return new Fault('net/url: invalid control character in URL');
	const empty: Url = { scheme: '', opaque: '', user: undefined, host: '', path: '', query: '', fragment: '' };
	if (text === '*') return { ...empty, path: '*' };
	if (text.startsWith(':')) return new Fault('missing protocol scheme');
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1] ?? '';
	let rest = scheme ? text.slice(scheme.length + 1) : text;
	const question = rest.indexOf('?');
	const query = question < 0 ? '' : rest.slice(question + 1);
	if (question >= 0) rest = rest.slice(0, question);
	const known = { ...empty, scheme: scheme.toLowerCase(), query };
	if (!rest.startsWith('/')) {
		if (scheme) return { ...known, opaque: rest };
		if (rest.split('/')[0]?.includes(':')) return new Fault('first path segment in URL cannot contain colon');
	}
	const hasHost = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
	const [authority = ''] = hasHost ? rest.slice(2).split('/') : [];
	const owner = hasHost ? parseAuthority(known.scheme, authority) : { user: undefined, host: '' };
	return andThen(owner, (given) => andThen(unescaped(hasHost ? rest.slice(2 + authority.length) : rest, 'path'), (path) => ({ ...known, ...given, path })));
}

function parseAuthority(scheme: string, authority: string): Pick<Url, 'user' | 'host'> | Fault {
	const at = authority.lastIndexOf('@');
	const host = parseHost(scheme, authority.slice(at + 1));
	if (host instanceof Fault) return host;
	if (at < 0) return { user: undefined, host };
	const info = authority.slice(0, at);
	if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) return new Fault('net/url: invalid userinfo');
	const colon = info.indexOf(':');
	const parts = colon < 0 ? [info] : [info.slice(0, colon), info.slice(colon + 1)];
	return andThen(
		mapped(parts, (part) => unescaped(part, 'user')),
		(plain) => ({ user: plain.map((part) => escaped(part, 'user')).join(':'), host }),
	);
}

function parseHost(scheme: string, host: string): string | Fault {
	const bracket = host.lastIndexOf('[');
	if (bracket > 0) return new Fault('invalid IP-literal');
	const badPort = (port: string): Fault | undefined => (/^(?::\d*)?$/.test(port) ? undefined : new Fault(`invalid port ${goQuote(port)} after host`));
	if (bracket < 0) {
		const first = host.indexOf(':');
		const from = scheme === 'http' || scheme === 'https' ? first : host.lastIndexOf(':');
		return (first >= 0 ? badPort(host.slice(from)) : undefined) ?? unescaped(host, 'host');
	}
	const close = host.lastIndexOf(']');
	if (close < 0) return new Fault("missing ']' in host");
	const bad = badPort(host.slice(close + 1));
	if (bad) return bad;
	const name = host.slice(1, close);
	const zone = name.indexOf('%25');
	return andThen(unescaped(zone < 0 ? name : name.slice(0, zone), 'host'), (address) =>
		andThen(zone < 0 ? '' : unescaped(name.slice(zone), 'zone'), (rest) => {
			if (address.includes(':')) return `[${address}${rest}]${host.slice(close + 1)}`;
			return new Fault(/^[\d.]+$/.test(address) ? 'invalid IP-literal' : `invalid host: ParseAddr(${goQuote(address + rest)}): unable to parse IP`);
		}),
	);
}

/** URL.Hostname. */
export function hostnameOf(host: string): string {
	const name = host.replace(/:\d*$/, '');
	return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

/** URL.String. */
function urlText({ scheme, opaque, user, host, path, query, fragment }: Url): string {
	let out = scheme ? `${scheme}:` : '';
	if (opaque) out += opaque;
	else {
		if ((scheme || host || user !== undefined) && (host || path || user !== undefined)) out += '//';
		if (user !== undefined) out += `${user}@`;
		out += escaped(host, 'host');
		const shown = path === '*' ? '*' : escaped(path, 'path');
		if (shown && !shown.startsWith('/') && host) out += '/';
		if (out === '' && shown.split('/')[0]?.includes(':')) out += './';
		out += shown;
	}
	return out + (query ? `?${query}` : '') + (fragment ? `#${escaped(fragment, 'fragment')}` : '');
}

function urlParse(text: string): Dict | Fault {
	return andThen(
		orSay(parseUrl(text), (message) => `unable to parse url: ${message}`),
		({ scheme, host, path, query, opaque, fragment, user = '' }) =>
			mapOf<Value>({ scheme, host, hostname: hostnameOf(host), path, query, opaque, fragment, userinfo: user }),
	);
}

function urlJoin(dict: Dict | null): string | Fault {
	const parts = mapped(['scheme', 'host', 'path', 'query', 'opaque', 'fragment', 'userinfo'], (key) => {
		const value = dict?.get(key) ?? (dict?.has(key) ? null : '');
		if (value === null) return NIL_POINTER;
		return typeof value === 'string' ? value : new Fault(`unable to parse ${key} key, must be of type string, but ${kindOf(value)} found`);
	});
	if (parts instanceof Fault) return parts;
	const [scheme = '', host = '', path = '', query = '', opaque = '', fragment = '', info = ''] = parts;
	const owner = info ? orSay(parseUrl(`proto://${info}@host`), (message) => `unable to parse userinfo in dict: ${message}`) : undefined;
	return andThen(owner, (given) => urlText({ scheme, opaque, user: given?.user, host, path, query, fragment }));
}

/** Sprig's url.go. */
export const URLS: Readonly<Record<string, GoFunction>> = {
	urlParse: fn('s', urlParse),
	urlJoin: fn('m', urlJoin),
	getHostByName: fn('s', () => ''),
};

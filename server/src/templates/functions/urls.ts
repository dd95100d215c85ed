import { goQuote } from '../../schema/go-quote';
import { percent } from '../builtin';
import { decode } from '../bytes';
import { fn, type GoFunction, NIL_POINTER } from '../signature';
import { andThen, type Dict, Fault, isFault, isText, kindOf, mapOf, mapped, orSay, type Value } from '../value';
import { latin } from './letters';

/** A net/url URL. */
interface Url {
	readonly scheme: string;
	readonly opaque: string;
	/** With its escapes taken off, and put on again. */
	readonly userinfo: string | undefined;
	readonly host: string;
	readonly path: string;
	readonly query: string;
	readonly fragment: string;
}

/** Which characters need no escape in a part: the modes of net/url. */
const SAFE = { host: /[\w\-.~!$&'()*+,;=:[\]<>"]/, user: /[\w\-.~$&+,;=]/, path: /[\w\-.~$&+,/:;=@]/, fragment: /[\w\-.~$&+,/:;=?@!()*]/ } as const;
type Part = keyof typeof SAFE | 'zone';

const escaped = (text: string, part: keyof typeof SAFE): string =>
	latin(text).replace(/./gs, (byte) => (SAFE[part].test(byte) ? byte : percent(byte.charCodeAt(0))));

/** strings.Cut: what stands before a mark, and what behind it, where it is there. */
function cut(text: string, mark: string): readonly [string, string?] {
	const at = text.indexOf(mark);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** unescape. */
function unescaped(text: string, part: Part): string | Fault {
	const bytes: number[] = [];
	for (const [sequence] of latin(text).matchAll(/%.{0,2}|./gs)) {
		if (!sequence.startsWith('%')) {
			if ((part === 'host' || part === 'zone') && sequence < '\x80' && !SAFE.host.test(sequence))
				return new Fault(`invalid character ${goQuote(sequence)} in host name`);
			bytes.push(sequence.charCodeAt(0));
			continue;
		}
		const code = /^%[\da-fA-F]{2}$/.test(sequence) ? Number.parseInt(sequence.slice(1), 16) : -1;
		const isLegal =
			code >= 0 && (sequence === '%25' || (part === 'host' ? code >= 0x80 : part !== 'zone' || code === 0x20 || SAFE.host.test(String.fromCharCode(code))));
		if (!isLegal) return new Fault(`invalid URL escape ${goQuote(sequence)}`);
		bytes.push(code);
	}
	return decode(Uint8Array.from(bytes));
}

/** url.Parse. */
export function parseUrl(text: string): Url | Fault {
	const [front, mark = ''] = cut(text, '#');
	const parsed = <T>(part: T | Fault, of: string): T | Fault => orSay(part, (message) => `parse ${goQuote(of)}: ${message}`);
	return andThen(parsed(parseFront(front), front), (url) => andThen(parsed(unescaped(mark, 'fragment'), text), (fragment) => ({ ...url, fragment })));
}

function parseFront(text: string): Url | Fault {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	if (/[\0-\x1f\x7f]/.test(text)) return new Fault('net/url: invalid control character in URL');
	const empty: Url = { scheme: '', opaque: '', userinfo: undefined, host: '', path: '', query: '', fragment: '' };
	if (text === '*') return { ...empty, path: '*' };
	if (text.startsWith(':')) return new Fault('missing protocol scheme');
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1] ?? '';
	const [rest, query = ''] = cut(scheme ? text.slice(scheme.length + 1) : text, '?');
	const known = { ...empty, scheme: scheme.toLowerCase(), query };
	if (!rest.startsWith('/')) {
		if (scheme) return { ...known, opaque: rest };
		if (rest.split('/')[0]?.includes(':')) return new Fault('first path segment in URL cannot contain colon');
	}
	const hasHost = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
	const [authority = ''] = hasHost ? rest.slice(2).split('/') : [];
	const owner = hasHost ? parseAuthority(known.scheme, authority) : {};
	return andThen(owner, (given) => andThen(unescaped(hasHost ? rest.slice(2 + authority.length) : rest, 'path'), (path) => ({ ...known, ...given, path })));
}

function parseAuthority(scheme: string, authority: string): Partial<Url> | Fault {
	const at = authority.lastIndexOf('@');
	const host = parseHost(scheme, authority.slice(at + 1));
	if (isFault(host)) return host;
	if (at < 0) return { host };
	const info = authority.slice(0, at);
	if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) return new Fault('net/url: invalid userinfo');
	return andThen(
		mapped(cut(info, ':'), (part = '') => unescaped(part, 'user')),
		(plain) => ({ userinfo: plain.map((part) => escaped(part, 'user')).join(':'), host }),
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
function urlText({ scheme, opaque, userinfo, host, path, query, fragment }: Url): string {
	let out = scheme ? `${scheme}:` : '';
	if (opaque) out += opaque;
	else {
		if ((scheme && path) || host || userinfo !== undefined) out += '//';
		if (userinfo !== undefined) out += `${userinfo}@`;
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
		(url) => mapOf<Value>({ ...url, hostname: hostnameOf(url.host), userinfo: url.userinfo ?? '' }),
	);
}

function urlJoin(dict: Dict | null): string | Fault {
	const parts = mapped(['scheme', 'host', 'path', 'query', 'opaque', 'fragment', 'userinfo'], (key) => {
		const value = dict?.get(key) ?? (dict?.has(key) ? null : '');
		if (value === null) return NIL_POINTER;
		return isText(value) ? value : new Fault(`unable to parse ${key} key, must be of type string, but ${kindOf(value)} found`);
	});
	if (isFault(parts)) return parts;
	const [scheme = '', host = '', path = '', query = '', opaque = '', fragment = '', info = ''] = parts;
	const owner = info ? orSay(parseUrl(`proto://${info}@host`), (message) => `unable to parse userinfo in dict: ${message}`) : undefined;
	return andThen(owner, (given) => urlText({ scheme, opaque, userinfo: given?.userinfo, host, path, query, fragment }));
}

/** Sprig's url.go. */
export const URLS: Readonly<Record<string, GoFunction>> = {
	urlParse: fn('s', urlParse),
	urlJoin: fn('m', urlJoin),
	getHostByName: fn('s', () => ''),
};

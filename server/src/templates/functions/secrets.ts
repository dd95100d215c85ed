import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decode, encode } from '../bytes';
import { goText } from '../format';
import { BAD_LENGTH, fn, type GoFunction, outOfBounds } from '../signature';
import { Fault, int, isText, mapOf, Struct, type Value } from '../value';
import { base64, fromBase64 } from './base';

/**
 * What Sprig makes anew each time, keys and passwords, has the right shape and length here, and is always the same:
 * nothing that is rendered may change by itself, and nobody uses it.
 */
const ALPHANUMERIC = 'aB3cD4eF5gH6iJ7kL8mN9oP0qR1sT2uVwXyZ';
const LONGEST = 100_000;

const filled = (count: number, letters: string): string => {
	const length = Math.max(0, Math.min(LONGEST, count));
	return letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
};

/** So many of some letters. */
const lettersOf = (letters: string): GoFunction => fn('i', (count: number) => filled(count, letters));

/** A list of bytes in lines of PEM. */
function pem(name: string, size: number): string {
	const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 37 + 11) & 0xff);
	const lines = base64(bytes).match(/.{1,64}/g) ?? [];
	return `-----BEGIN ${name}-----\n${lines.join('\n')}\n-----END ${name}-----\n`;
}

/** How PEM names a key of genPrivateKey, and how many bytes one has. */
const KEYS: ReadonlyMap<string, readonly [string, number]> = mapOf({
	'': ['RSA PRIVATE KEY', 2349],
	rsa: ['RSA PRIVATE KEY', 2349],
	dsa: ['DSA PRIVATE KEY', 858],
	ecdsa: ['EC PRIVATE KEY', 121],
	ed25519: ['PRIVATE KEY', 48],
});

const certificateOf = (cert: string, key: string): Struct => new Struct('sprig.certificate', mapOf({ Cert: cert, Key: key }));
const newCertificate = (size: number): Struct => certificateOf(pem('CERTIFICATE', size), pem('RSA PRIVATE KEY', 1192));

const isAddress = (text: string): boolean => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) || (text.includes(':') && /^[\da-fA-F:.]+$/.test(text));

/** getNetIPs and getAlternateDNSStrs: what is wrong with the names of a certificate. */
function wrongNames(ips: readonly Value[] | null, names: readonly Value[] | null): Fault | undefined {
	for (const ip of ips ?? []) {
		if (!isText(ip)) return new Fault(`error parsing ip: ${goText(ip)} is not a string`);
		if (!isAddress(ip)) return new Fault(`error parsing ip: ${ip}`);
	}
	const wrong = (names ?? []).find((name) => !isText(name));
	return wrong === undefined ? undefined : new Fault(`error processing alternate dns name: ${goText(wrong)} is not a string`);
}

const certificate = (takes: string): GoFunction =>
	fn(takes, (_: string, ips: readonly Value[] | null, names: readonly Value[] | null) => wrongNames(ips, names) ?? newCertificate(790));

const BCRYPT = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

/** The shapes of derivePassword, and what their letters stand for. */
const SHAPES: ReadonlyMap<string, string> = mapOf({
	maximum: 'anoxxxxxxxxxxxxxxxxx',
	long: 'CvcvnoCvcvCvcv',
	medium: 'CvcnoCvc',
	short: 'Cvcn',
	basic: 'aaanaaan',
	pin: 'nnnn',
});
const LETTERS: Readonly<Record<string, string>> = {
	V: 'AEIOU',
	C: 'BCDFGHJKLM',
	v: 'aeiou',
	c: 'bcdfghjklm',
	a: 'AbCdEfGhIj',
	n: '0123456789',
	o: '@&%?,=[]_:',
	x: 'aB3$dE6^gH',
};

function derivePassword(counter: number, type: string, password: string, user: string, site: string): string {
	const shape = SHAPES.get(type);
	if (shape === undefined) return `cannot find password template ${type}`;
	const seed = bytesToHex(sha256(encode([counter, password, user, site].join('\0'))));
	return [...shape].map((kind, i) => (LETTERS[kind] ?? kind).charAt(Number.parseInt(seed.slice(2 * i, 2 * i + 2), 16) % (LETTERS[kind]?.length ?? 1))).join('');
}

/** What encryptAES would make is longer than the text by its padding and the sixteen bytes before it; this is the text itself. */
function encrypt(_: string, text: string): string {
	if (text === '') return '';
	const bytes = encode(text);
	const padding = 16 - (bytes.length % 16);
	return base64(Uint8Array.from([...new Array<number>(16).fill(0), ...bytes, ...new Array<number>(padding).fill(padding)]));
}

function decrypt(_: string, text: string): string | Fault {
	const bytes = fromBase64(text);
	if (typeof bytes === 'number') return new Fault(`illegal base64 data at input byte ${bytes}`);
	const content = bytes.subarray(16);
	return blockFault(bytes.length, Math.floor(text.length / 4) * 3) ?? decode(content.subarray(0, Math.max(0, content.length - (content.at(-1) ?? 0))));
}

/** What Go says of bytes, and of as many as there was room for, that are no vector of 16 and whole blocks of 16 behind it. */
function blockFault(length: number, capacity: number): Fault | undefined {
	if (capacity < 16) return outOfBounds(`:16] with capacity ${capacity}`);
	if (length < 16) return outOfBounds(`16:${length}]`);
	if (length % 16 !== 0) return new Fault('crypto/cipher: input not full blocks');
	return length === 16 ? new Fault('runtime error: index out of range [-1]') : undefined;
}

/** buildCustomCertificate: what is given, where it is a certificate in base64. */
function buildCertificate(cert: string, key: string): Struct | Fault {
	const [certBytes, keyBytes] = [fromBase64(cert), fromBase64(key)];
	if (typeof certBytes === 'number') return new Fault('unable to decode base64 certificate');
	if (typeof keyBytes === 'number') return new Fault('unable to decode base64 private key');
	const text = decode(certBytes);
	return /-----BEGIN [^-]+-----[\s\S]*-----END [^-]+-----/.test(text) ? certificateOf(text, decode(keyBytes)) : new Fault('unable to decode certificate');
}

/** Sprig's crypto.go, and what else is random. */
export const SECRETS: Readonly<Record<string, GoFunction>> = {
	randAlphaNum: lettersOf(ALPHANUMERIC),
	randAlpha: lettersOf(ALPHANUMERIC.replace(/\d/g, '')),
	randNumeric: lettersOf('3141592653'),
	randAscii: lettersOf(`${ALPHANUMERIC}#%+-./:=@_~`),
	randBytes: fn('i', (count: number) => (count < 0 ? BAD_LENGTH : base64(encode(filled(count, ALPHANUMERIC))))),
	randInt: fn('ii', (least: number, most: number) => (most > least ? int(least) : new Fault('invalid argument to Intn'))),
	shuffle: fn('s', (text: string) => text),
	uuidv4: fn('', () => '5f0c6f8e-3c1d-4e0a-9b7a-2d4c8e6f1a3b'),
	bcrypt: fn('s', () => BCRYPT),
	htpasswd: fn('ss', (user: string) => (user.includes(':') ? `invalid username: ${user}` : `${user}:${BCRYPT}`)),
	derivePassword: fn('ussss', derivePassword),
	genPrivateKey: fn('s', (type: string) => {
		const key = KEYS.get(type);
		return key ? pem(...key) : `Unknown type ${type}`;
	}),
	buildCustomCert: fn('ss', buildCertificate),
	genCA: fn('si', () => newCertificate(800)),
	genCAWithKey: fn('sis', () => newCertificate(800)),
	genSelfSignedCert: certificate('slli'),
	genSelfSignedCertWithKey: certificate('sllis'),
	genSignedCert: certificate('sllic'),
	genSignedCertWithKey: certificate('sllics'),
	encryptAES: fn('ss', encrypt),
	decryptAES: fn('ss', (password: string, text: string) => (text === '' ? '' : decrypt(password, text))),
};

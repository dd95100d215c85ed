import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executionOf } from '../../server/src/templates/execute';
import { FUNCTIONS, isFunction } from '../../server/src/templates/functions';
import { parse } from '../../server/src/templates/parse';
import { Fault } from '../../server/src/templates/value';

function run(text: string): string {
	const templates = parse('t', text, isFunction);
	assert.ok(!(templates instanceof Fault), text);
	const result = executionOf(templates, FUNCTIONS).execute('t', null);
	return result instanceof Fault ? result.message : result;
}

/** What is random has its shape. */
const SHAPES: Readonly<Record<string, RegExp>> = {
	'randAlphaNum 17': /^[A-Za-z0-9]{17}$/,
	'randAlpha 40': /^[A-Za-z]{40}$/,
	'randNumeric 9': /^\d{9}$/,
	'randAscii 50': /^[ -~]{50}$/,
	'randBytes 16': /^[A-Za-z0-9+/]{22}==$/,
	'randInt 3 9': /^[3-8]$/,
	'randInt 3 3': /invalid argument to Intn$/,
	'randAlphaNum 0': /^$/,
	'randAlphaNum -1': /^$/,
	uuidv4: /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
	'bcrypt "secret"': /^\$2a\$10\$[./A-Za-z0-9]{53}$/,
	'htpasswd "me" "secret"': /^me:\$2a\$10\$[./A-Za-z0-9]{53}$/,
	'htpasswd "m:e" "secret"': /^invalid username: m:e$/,
	'derivePassword 1 "long" "secret" "me" "example.com"': /^[A-Z][a-z]{3}/,
	'derivePassword 1 "pin" "secret" "me" "example.com"': /^\d{4}$/,
	'derivePassword 1 "odd" "secret" "me" "example.com"': /^cannot find password template odd$/,
	'derivePassword -1 "pin" "secret" "me" "example.com"': /expected unsigned integer; found -1$/,
	'genPrivateKey "rsa"': /^-----BEGIN RSA PRIVATE KEY-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END RSA PRIVATE KEY-----\n$/,
	'genPrivateKey "ecdsa"': /^-----BEGIN EC PRIVATE KEY-----\n/,
	'genPrivateKey "odd"': /^Unknown type odd$/,
	'(genCA "ca" 365).Cert': /^-----BEGIN CERTIFICATE-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END CERTIFICATE-----\n$/,
	'(genSelfSignedCert "a" nil (list "b") 1).Key': /^-----BEGIN RSA PRIVATE KEY-----\n/,
	'genSelfSignedCert "a" (list "300.x") nil 1': /error parsing ip: 300\.x$/,
	'genSelfSignedCert "a" nil (list 1) 1': /error processing alternate dns name: 1 is not a string$/,
	'(genSignedCert "a" nil nil 1 (genCA "ca" 1)).Cert': /^-----BEGIN CERTIFICATE-----\n/,
	'genSignedCert "a" nil nil 1 "ca"': /can't handle "ca" for arg of type sprig\.certificate$/,
	'buildCustomCert "x" "y"': /unable to decode base64 certificate$/,
	'(buildCustomCert (b64enc (genCA "c" 1).Cert) (b64enc "key")).Key': /^key$/,
	'encryptAES "key" "plain text" | decryptAES "key"': /^plain text$/,
	'encryptAES "key" "plain text" | len': /^44$/,
	'decryptAES "key" "!!"': /error calling decryptAES: illegal base64 data at input byte 0$/,
	'decryptAES "key" "NodePort"': /error calling decryptAES: runtime error: slice bounds out of range \[:16\] with capacity 6$/,
	'decryptAES "key" "YWJj\\nYWJj\\nYWJj\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n"': /slice bounds out of range \[16:9\]$/,
	'decryptAES "key" "MTIzNDU2Nzg5MDEyMzQ1Ng=="': /index out of range \[-1\]$/,
	'decryptAES "key" "MTIzNDU2Nzg5MDEyMzQ1NjE="': /crypto\/cipher: input not full blocks$/,
	'now | date "2006"': /^\d{4}$/,
	'ago now': /^0s$/,
	'shuffle "abc" | len': /^3$/,
};

test('what Sprig makes anew each time has its shape here, and is always the same', () => {
	for (const [call, shape] of Object.entries(SHAPES)) {
		const text = run(`{{ ${call} }}`);
		assert.match(text, shape, call);
		assert.equal(run(`{{ ${call} }}`), text);
	}
});

import type { FunctionWords } from './function-words';

/** Functions that make something new each time, and those of passwords and certificates. */
export const SECRET_WORDS: Readonly<Record<string, FunctionWords>> = {
	randAlphaNum: {
		takes: 'LENGTH',
		en: 'Random letters and digits. Others at each upgrade, unless `lookup` finds those of before.',
		ko: '무작위 영문자와 숫자. `lookup`으로 예전 값을 찾아 쓰지 않으면 업그레이드마다 바뀐다.',
		example: 'randAlphaNum 16',
	},
	randAlpha: { takes: 'LENGTH', en: 'Random letters.', ko: '무작위 영문자.', example: 'randAlpha 8' },
	randNumeric: { takes: 'LENGTH', en: 'Random digits.', ko: '무작위 숫자.', example: 'randNumeric 6' },
	randAscii: { takes: 'LENGTH', en: 'Random characters of ASCII that can be printed.', ko: '출력할 수 있는 무작위 ASCII 문자.', example: 'randAscii 8' },
	randBytes: { takes: 'LENGTH', en: 'Random bytes, in base64.', ko: '무작위 바이트를 base64로 쓴 것.', example: 'randBytes 16' },
	randInt: { takes: 'MIN MAX', en: 'A random number, less than MAX.', ko: 'MIN 이상 MAX 미만의 무작위 수.', example: 'randInt 1 10' },
	shuffle: { takes: 'TEXT', en: 'The letters in random order.', ko: '글자 순서를 무작위로 섞는다.', example: 'shuffle "abc"' },
	uuidv4: { takes: '', en: 'A random UUID.', ko: '무작위 UUID.', example: 'uuidv4' },
	bcrypt: { takes: 'PASSWORD', en: "The password's bcrypt hash, another each time.", ko: '비밀번호의 bcrypt 해시. 매번 달라진다.', example: 'bcrypt "secret"' },
	htpasswd: {
		takes: 'USER PASSWORD',
		en: 'A line of an htpasswd file, with bcrypt.',
		ko: 'bcrypt를 쓴 htpasswd 파일의 한 줄.',
		example: 'htpasswd "admin" "secret"',
	},
	derivePassword: {
		takes: 'COUNTER KIND PASSWORD USER SITE',
		en: 'A password made of a master password, always the same. KIND is `long`, `maximum`, `medium`, `short`, `basic` or `pin`.',
		ko: '마스터 비밀번호로 만드는, 늘 같은 비밀번호. KIND는 `long`, `maximum`, `medium`, `short`, `basic`, `pin`.',
		example: 'derivePassword 1 "long" "secret" "user" "example.com"',
	},
	genPrivateKey: {
		takes: 'KIND',
		en: 'A new private key, in PEM: `rsa`, `dsa`, `ecdsa` or `ed25519`.',
		ko: '새 개인 키(PEM). `rsa`, `dsa`, `ecdsa`, `ed25519`.',
		example: 'genPrivateKey "ecdsa"',
	},
	buildCustomCert: {
		takes: 'CERT KEY',
		en: 'A certificate from a certificate and its key, both PEM in base64, for `genSignedCert`.',
		ko: 'base64로 쓴 PEM 인증서와 키로 인증서 객체를 만든다. `genSignedCert`에 쓴다.',
		example: 'buildCustomCert .Values.ca.cert .Values.ca.key',
	},
	genCA: {
		takes: 'NAME DAYS',
		en: 'A new certificate authority, with `.Cert` and `.Key`.',
		ko: '새 인증 기관(CA). `.Cert`와 `.Key`가 있다.',
		example: 'genCA "my-ca" 365',
	},
	genCAWithKey: {
		takes: 'NAME DAYS KEY',
		en: 'As `genCA`, with a key that is there.',
		ko: '`genCA`와 같되 가진 키를 쓴다.',
		example: 'genCAWithKey "my-ca" 365 (genPrivateKey "rsa")',
	},
	genSelfSignedCert: {
		takes: 'NAME IPS NAMES DAYS',
		en: 'A new certificate that signs itself, with `.Cert` and `.Key`.',
		ko: '스스로 서명한 새 인증서. `.Cert`와 `.Key`가 있다.',
		example: 'genSelfSignedCert "example.com" (list) (list "example.com") 365',
	},
	genSelfSignedCertWithKey: {
		takes: 'NAME IPS NAMES DAYS KEY',
		en: 'As `genSelfSignedCert`, with a key that is there.',
		ko: '`genSelfSignedCert`와 같되 가진 키를 쓴다.',
		example: 'genSelfSignedCertWithKey "example.com" (list) (list) 365 (genPrivateKey "rsa")',
	},
	genSignedCert: {
		takes: 'NAME IPS NAMES DAYS CA',
		en: 'A new certificate that an authority signs, with `.Cert` and `.Key`.',
		ko: '인증 기관(CA)이 서명한 새 인증서. `.Cert`와 `.Key`가 있다.',
		example: 'genSignedCert "example.com" (list) (list) 365 (genCA "my-ca" 365)',
	},
	genSignedCertWithKey: {
		takes: 'NAME IPS NAMES DAYS CA KEY',
		en: 'As `genSignedCert`, with a key that is there.',
		ko: '`genSignedCert`와 같되 가진 키를 쓴다.',
		example: 'genSignedCertWithKey "example.com" (list) (list) 365 (genCA "my-ca" 365) (genPrivateKey "rsa")',
	},
	encryptAES: {
		takes: 'PASSWORD TEXT',
		en: 'The text encrypted with AES-256, in base64.',
		ko: 'AES-256으로 암호화해 base64로 쓴다.',
		example: 'encryptAES "secret" "text"',
	},
	decryptAES: {
		takes: 'PASSWORD TEXT',
		en: 'What `encryptAES` encrypted.',
		ko: '`encryptAES`로 암호화한 것을 푼다.',
		example: 'decryptAES "secret" (encryptAES "secret" "text")',
		gives: 'text',
	},
};

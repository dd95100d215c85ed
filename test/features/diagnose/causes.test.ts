import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { read } from '../../../server/src/manifest/read';
import { edited } from '../../../server/src/yaml/text-edit';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: app
        image: nginx:1.27
        command:
        - sh
        - -c
        - sleep 1
        env:
        - name: A
          value: b
        ports:
        - containerPort: 80
        resources:
          limits:
            cpu: 500m
            memory: 128Mi
`;

/** What is written instead, the code of the one fault that is told, and what the fix makes of it: the right text, another, or nothing. */
type Row = readonly [right: string, written: string, code: string, mended?: string | undefined];

const ROWS: readonly Row[] = [
	// What must stand in quotes.
	['value: b', 'value: @home', 'needs-quotes', 'value: "@home"'],
	['value: b', 'value: `date`', 'needs-quotes', 'value: "`date`"'],
	['value: b', 'value: *', 'needs-quotes', 'value: "*"'],
	['value: b', 'value: &', 'needs-quotes', 'value: "&"'],
	['value: b', 'value: %d # percent', 'needs-quotes', 'value: "%d" # percent'],
	['value: b', 'value: a: b', 'needs-quotes', 'value: "a: b"'],
	['value: b', 'value: key:', 'needs-quotes', 'value: "key:"'],
	['value: b', "value: 'it's'", 'needs-quotes', `value: "it's"`],
	['value: b', 'value: "a" and "b"', 'needs-quotes', `value: 'a" and "b'`],
	['value: b', 'value: {"a": 1} x', 'needs-quotes', `value: '{"a": 1} x'`],
	['value: b', 'value: [a] b', 'needs-quotes', 'value: "[a] b"'],
	['value: b', 'value: >= 3', 'needs-quotes', 'value: ">= 3"'],
	['value: b', 'value: !secret', 'needs-quotes', 'value: "!secret"'],
	['sleep 1', 'echo "a: b" && sleep 1', 'needs-quotes', `'echo "a: b" && sleep 1'`],
	['sleep 1', 'echo done: yes && echo x: y', 'needs-quotes', '"echo done: yes && echo x: y"'],
	['sleep 1', '"$@" || true', 'needs-quotes', '"$@ || true"'],
	['nginx:1.27', 'nginx: 1.27', 'needs-quotes', 'nginx:1.27'],
	['nginx:1.27', '"nginx":1.27', 'needs-quotes', '"nginx:1.27"'],
	['value: b', 'value: "\\d\\n"', 'escape', 'value: "\\\\d\\n"'],
	['value: b', 'value: "C:\\Users\\x"', 'escape', 'value: "C:\\\\Users\\\\x"'],
	// Colons and dashes.
	['image: ', 'image:', 'space-after-colon', 'image: '],
	['- name: app', '- name:app', 'space-after-colon', '- name: app'],
	['  name: web', '  name:web', 'space-after-colon', '  name: web'],
	['      app: web\n  template', '      app:web\n  template', 'space-after-colon', '      app: web\n  template'],
	['cpu: 500m', 'cpu:500m', 'space-after-colon', 'cpu: 500m'],
	['- name: app', '-name: app', 'space-after-dash', '- name: app'],
	['- sh\n', '-sh\n', 'space-after-dash', '- sh\n'],
	['- containerPort', '-containerPort', 'space-after-dash', '- containerPort'],
	['\nspec:\n', '\nspec\n', 'missing-colon', '\nspec:\n'],
	['containers:', 'containers', 'missing-colon', 'containers:'],
	['replicas: 2', 'replicas 2', 'missing-colon', 'replicas: 2'],
	['replicas: 2', 'replicas = 2', 'missing-colon', 'replicas: 2'],
	['kind: Dep', 'kind Dep', 'missing-colon', 'kind: Dep'],
	['kind: Dep', 'kind; Dep', 'missing-colon', 'kind: Dep'],
	['cpu: 500m', 'cpu "500m"', 'missing-colon', 'cpu: "500m"'],
	['containers:\n      - name', 'containers: - name', 'own-line', 'containers:\n      - name'],
	// Quotes and brackets.
	['name: web', 'name: "web', 'unclosed-quote', 'name: "web"'],
	['nginx:1.27', `'nginx:1.27"`, 'unclosed-quote', `'nginx:1.27'`],
	['name: web', `name: "web'`, 'unclosed-quote', 'name: "web"'],
	['nginx:1.27', '"nginx:1.27";', 'needs-quotes', '"nginx:1.27"'],
	['name: web', 'name: @web', 'needs-quotes', 'name: web'],
	['value: b', 'value: @b', 'needs-quotes', 'value: "@b"'],
	['- name: app', '- name: &app', 'needs-quotes', '- name: app'],
	['- name: app', '- name: !app', 'needs-quotes', '- name: app'],
	['nginx:1.27', '[nginx:1.27', 'needs-quotes', 'nginx:1.27'],
	['name: app', 'name: - app', 'needs-quotes', 'name: app'],
	['command:\n        - sh\n        - -c\n        - sleep 1', 'command: [sh, -c, "sleep 1]', 'unclosed-quote', 'command: [sh, -c, "sleep 1"]'],
	['command:\n        - sh\n        - -c\n        - sleep 1', 'command: ["sh, "-c", "sleep 1"]', 'unclosed-quote', 'command: ["sh", "-c", "sleep 1"]'],
	['command:\n        - sh\n        - -c\n        - sleep 1', 'command: [sh, -c, "sleep 1"', 'unclosed-bracket', 'command: [sh, -c, "sleep 1"]'],
	['matchLabels:\n      app: web', 'matchLabels: {app: web', 'unclosed-bracket', 'matchLabels: {app: web}'],
	['command:\n        - sh\n        - -c\n        - sleep 1', 'command: ["sh" "-c"]', 'missing-comma', 'command: ["sh", "-c"]'],
	[
		'- name: A\n          value: b',
		'- { name: A, value: b\n        - { name: B, value: c }',
		'unclosed-bracket',
		'- { name: A, value: b}\n        - { name: B, value: c }',
	],
	['- name: A\n          value: b', '- { name: A value: b }', 'missing-comma', '- { name: A, value: b }'],
	['command:\n        - sh\n        - -c\n        - sleep 1', 'command: [sh]]', 'extra-bracket', 'command: [sh]'],
	// Columns.
	['  replicas', '   replicas', 'indentation', '  replicas'],
	['  replicas', ' replicas', 'indentation', '  replicas'],
	['        image', '       image', 'indentation', '        image'],
	['        image', '         image', 'indentation', '        image'],
	['        env:', '       env:', 'indentation', '        env:'],
	['  template:', '   template:', 'indentation', '  template:'],
	['kind: Dep', ' kind: Dep', 'indentation', 'kind: Dep'],
	['metadata:\n  name', ' metadata:\n  name', 'indentation', 'metadata:\n  name'],
	['            memory', '             memory', 'indentation', '            memory'],
	['      - name: app', '     - name: app', 'list-depth', '      - name: app'],
	['        - containerPort', '       - containerPort', 'list-depth', '        - containerPort'],
	[
		'        env:\n        - name: A\n          value',
		'      env:\n        - name: A\n          value',
		'indentation',
		'        env:\n          - name: A\n            value',
	],
	['command:\n', 'command: sh\n', 'list-depth'],
	['- sleep 1', '- |\n        sleep 1\n        sleep 2', 'block-text', '- |\n          sleep 1\n          sleep 2'],
	['value: b', 'value: |\n          b', 'block-text', 'value: |\n            b'],
	// What came along.
	['  replicas: 2\n', '  여기부터 고친다\n  replicas: 2\n', 'foreign-line', '  # 여기부터 고친다\n  replicas: 2\n'],
	['        env:\n', '        // set by CI\n        env:\n', 'foreign-line', '        # set by CI\n        env:\n'],
	['  replicas: 2\n', '<<<<<<< HEAD\n  replicas: 2\n=======\n  replicas: 3\n>>>>>>> b\n', 'conflict'],
	['name: web', 'name: \x1b[1mweb\x1b[0m', 'control-character', 'name: web'],
];

const told = (text: string) => diagnose(read(text), 37).filter(({ severity }) => severity !== 'hint');

for (const [right, written, code, mended] of ROWS) {
	test(`${code}: ${JSON.stringify(written)}`, () => {
		assert.ok(DEPLOYMENT.includes(right));
		const text = DEPLOYMENT.replace(right, () => written);
		const [fault, ...others] = told(text);
		assert.deepEqual([fault?.code, others], [`yaml/${code}`, []]);
		assert.equal(fault?.fix && edited(text, [fault.fix.edit]), mended === undefined ? undefined : DEPLOYMENT.replace(right, () => mended));
	});
}

test('the first item of a list gets its dash', () => {
	const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    name: a\n    image: b\n  - name: c\n    image: d\n';
	const [fault] = told(text);
	assert.deepEqual([fault?.code, fault?.fix && edited(text, [fault.fix.edit])], ['yaml/list-depth', text.replace('    name: a', '  - name: a')]);
});

test('lines around a manifest go, and marks before its lines', () => {
	for (const text of [
		`\`\`\`yaml\n${DEPLOYMENT}\`\`\`\n`,
		`# Title\n\nThis is how:\n\n~~~\n${DEPLOYMENT}~~~\n`,
		`Some text here.\n${DEPLOYMENT}That is all folks\n`,
		`$ kubectl get deploy web -o yaml\n${DEPLOYMENT}`,
		`kubectl apply -f - <<EOF\n${DEPLOYMENT}EOF\n`,
		`[user@host ~]$ cat web.yaml\n${DEPLOYMENT}`,
		`root@host:~# cat web.yaml\n${DEPLOYMENT}root@host:~#\n`,
		`<pre><code>\n${DEPLOYMENT}</code></pre>\n`,
		`--- a/web.yaml\n+++ b/web.yaml\n@@ -1,3 +1,4 @@\n${DEPLOYMENT}`,
		DEPLOYMENT.replace(/^(?=.)/gm, '> '),
		DEPLOYMENT.replace(/^(?=.)/gm, '+'),
		DEPLOYMENT.split('\n')
			.map((line, i) => (line ? `${i + 1}: ${line}` : line))
			.join('\n'),
	]) {
		const [fault, ...others] = told(text);
		assert.deepEqual([fault?.code, others], ['yaml/foreign-line', []], text.slice(0, 40));
		assert.match(fault?.fix ? edited(text, [fault.fix.edit]) : '', /^(?:# Title)?\s*apiVersion: apps\/v1\n[\s\S]*128Mi\n$/);
	}
});

test('quotes are offered where they bring kubectl further, although more is wrong below: a look-alike, and what is left without it', () => {
	const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web  tier: a\nspec:\n  hostUsers\n  \ufeff: {a: b}\n';
	const [first, ...others] = told(text);
	assert.deepEqual([first?.code, others], ['yaml/needs-quotes', []]);
	const mended = first?.fix ? edited(text, [first.fix.edit]) : '';
	assert.match(mended, /^ {2}name: "web {2}tier: a"$/m);
	const below = told(mended);
	assert.deepEqual(
		below.map(({ code }) => code),
		['yaml/look-alike', 'yaml/syntax'],
	);
	assert.ok(below.every(({ range }) => range.start > (first?.range.end ?? Number.POSITIVE_INFINITY)));
});

test('a look-alike is not what keeps an object from being one, only because the object is quoted with it', () => {
	for (const name of ['a', 'a'.repeat(200)]) {
		const codes = told(`kind: Pod\nmetadata:\n  name: ${name}\n  lab\u00a0els: {a: b}\n`).map(({ code }) => code);
		assert.deepEqual(codes, ['head/no-version']);
	}
	assert.deepEqual(
		told('apiVersion\u00a0: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b}]}\n').map(({ code }) => code),
		['yaml/look-alike'],
	);
});

test('a word that is still being typed is told what it lacks, and nothing is made of it', () => {
	for (const word of ['rest', 'hostN']) {
		const [fault, ...others] = told(`${DEPLOYMENT}      ${word}\n`);
		assert.deepEqual([fault?.code, fault?.fix, others], ['yaml/missing-colon', undefined, []]);
	}
});

test('what has no cause that can be shown has none', () => {
	for (const metadata of ['"a" "b" [c', '[{a: b}, c: d: e]', '{name: a, : b: c: }']) {
		const [fault] = told(`apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\n`);
		assert.deepEqual([fault?.code, fault?.fix], ['yaml/syntax', undefined], metadata);
	}
});

test('a line that would cut the file has to cut it as kubectl takes it', () => {
	const fixOf = (text: string): string | undefined => {
		const [fault] = told(text);
		return fault?.fix && edited(text, [fault.fix.edit]);
	};
	assert.equal(fixOf(`${DEPLOYMENT}  ---\n${DEPLOYMENT}`), `${DEPLOYMENT}---\n${DEPLOYMENT}`);
	for (const below of ['', 'a: b\n', DEPLOYMENT]) assert.equal(fixOf(`${DEPLOYMENT}  --- x\n${below}`), undefined);
});

test('a quote in what became a comment has a place all the same', () => {
	const [fault] = told('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    command: [ #-c"]\n');
	assert.equal(fault?.code, 'yaml/unclosed-quote');
	assert.ok(fault.range.start < fault.range.end);
});

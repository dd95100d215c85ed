import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeComment } from '../../../server/src/features/complete/ignore-comment';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import type { Diagnostic } from '../../../server/src/features/diagnose/diagnostic';
import { commented } from '../../../server/src/features/diagnose/directives';
import { ignoreFixes } from '../../../server/src/features/diagnose/ignore-here';
import { ratingsOf } from '../../../server/src/features/diagnose/severity';
import { toldFixes, toldOf } from '../../../server/src/features/diagnose/told';
import { hoverComment } from '../../../server/src/features/hover/ignore-comment';
import { read } from '../../../server/src/manifest/read';

const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n';
const CONTAINERS = '  containers:\n  - name: web\n    image: b\n';

const judged = (text: string): readonly Diagnostic[] => diagnose(read(text), 37);
const documentsOf = (text: string) => commented(read(text).sections);
const told = (text: string, severity: object = {}) => toldOf(documentsOf(text), judged(text), ratingsOf(severity));
const sorted = (some: readonly Diagnostic[]) => some.toSorted((a, b) => a.range.start - b.range.start);
/** What is told, as `6 unknown-field`: line and code. */
const lines = (text: string, severity: object = {}): readonly string[] =>
	sorted(told(text, severity).diagnostics).map(({ code, range }) => `${text.slice(0, range.start).split('\n').length} ${code}`);

test('what a comment ignores: the line below, its own line, the document; all, or what it names', () => {
	for (const [spec, left] of [
		['  x: 1\n  y: 1\n', ['6 decode/unknown-field', '7 decode/unknown-field']],
		['  # peapod-ignore\n  x: 1\n  y: 1\n', ['8 decode/unknown-field']],
		['# peapod-ignore\n\n  # something else\n  x: 1\n  y: 1\n', ['10 decode/unknown-field']],
		['  #peapod-ignore: decode/unknown-field\n  x: 1\n  y: 1\n', ['8 decode/unknown-field']],
		['  # peapod-ignore: env/name , decode/* -- as the operator wants it, y: too\n  x: 1\n', ['6 ignore/idle']],
		['  # peapod-ignore: decode/type\n  x: 1\n', ['6 ignore/idle', '7 decode/unknown-field']],
		['  x: 1 # peapod-ignore\n  y: 1\n', ['7 decode/unknown-field']],
		['  x: 1 # peapod-ignore-line: decode/*\n  y: 1\n', ['7 decode/unknown-field']],
		['  # peapod-ignore-line\n  x: 1\n', ['6 ignore/idle', '7 decode/unknown-field']],
		['  x: 1\n  # peapod-ignore-document: decode/*\n  y: 1\n', []],
		['  x: 1\n  # peapod-ignore-document -- generated\n  y: 1\n', []],
		['  # peapod-ignore: decode/unknown-field\n  # peapod-ignore: env/name\n  x: 1\n', ['7 ignore/idle']],
		['  # yaml-language-server: $schema=none\n  x: 1\n', []],
		['  # yaml-language-server: $schema=nonesuch\n  x: 1\n', ['7 decode/unknown-field']],
		['  x: "# peapod-ignore-document"\n', ['6 decode/unknown-field']],
		['  x: |\n    # peapod-ignore-document\n', ['6 decode/unknown-field']],
	] as const) {
		const shown = lines(`${HEAD}${spec}${CONTAINERS}`);
		assert.deepEqual(shown, left, spec);
	}
});

test('a line goes on as long as its scalars', () => {
	const text = (comment: string, behind: string): string => `${HEAD}${comment}  restartPolicy: "Al\n    ways"${behind}\n${CONTAINERS}`;
	assert.deepEqual(lines(text('', '')), ['6 restart-policy/choice']);
	assert.deepEqual(lines(text('  # peapod-ignore: restart-policy/choice\n', '')), []);
	assert.deepEqual(lines(text('', ' # peapod-ignore-line: restart-policy/choice')), []);
});

test('documents are ignored each for itself; what stands above the first --- is said of the one below', () => {
	const document = `${HEAD}  x: 1\n${CONTAINERS}`;
	const other = `---\n${document}`;
	for (const header of ['# peapod-ignore-document\n', '# yaml-language-server: $schema=none\n', '# peapod-ignore-document: decode/*\n\n']) {
		const count = header.split('\n').length;
		assert.deepEqual(lines(`${header}${other}${other}`), [`${count + 16} decode/unknown-field`], header);
	}
	assert.deepEqual(lines(`# peapod-ignore-document: env/*\n---\n${document}`), ['1 ignore/idle', '8 decode/unknown-field']);
	assert.deepEqual(lines(`---\n# peapod-ignore-document\n${document}`), []);
	assert.deepEqual(lines(`---x\n# peapod-ignore-document: yaml/separator\n${document}`), []);
});

test('a comment that ignores nothing is a hint, unless nobody could know', () => {
	for (const [comment, idle] of [
		['# peapod-ignore', ['# peapod-ignore']],
		['# peapod-ignore: env/name', ['# peapod-ignore: env/name']],
		['# peapod-ignore: env/name, decode/*, probe/*', ['env/name', 'probe/*']],
		['# peapod-ignore: pod-security/host-namespaces', []],
		['# peapod-ignore: pod-security/*, env/name', ['env/name']],
		['# peapod-ignore:', ['# peapod-ignore:']],
		['# peapod-ignore decode/unknown-field', ['# peapod-ignore decode/unknown-field']],
		['# peapod-ignore-next-line', ['# peapod-ignore-next-line']],
		['# peapod-ignored', ['# peapod-ignored']],
		['# see peapod-ignore', []],
	] as const) {
		const finds = comment.includes('decode');
		const text = `${HEAD}  ${comment}\n${finds ? '  x: 1\n' : ''}${CONTAINERS}`;
		const found = told(text).diagnostics.filter(({ code }) => code === 'ignore/idle');
		assert.deepEqual(
			found.map(({ range }) => text.slice(range.start, range.end)),
			idle,
			comment,
		);
		assert.ok(found.every(({ severity, why }) => severity === 'hint' && why));
	}
	assert.deepEqual(lines(`${HEAD}  # peapod-ignore: env/*\n  x: [\n`), ['7 yaml/unclosed-bracket'], 'what is broken is not judged, so nobody knows');
	assert.deepEqual(lines('apiVersion: v1\nkind: Service\n# peapod-ignore\nx: 1\n'), [], 'nor what is none of ours');
});

test('an idle comment can be removed, or a code of it, and nothing else goes', () => {
	for (const [before, after] of [
		['  # peapod-ignore\n', ''],
		['  restartPolicy: Always # peapod-ignore\n', '  restartPolicy: Always\n'],
		['  # peapod-ignore: env/name, decode/*\n  x: 1\n', '  # peapod-ignore: decode/*\n  x: 1\n'],
		['  # peapod-ignore: decode/*, env/name\n  x: 1\n', '  # peapod-ignore: decode/*\n  x: 1\n'],
		['  # peapod-ignore: decode/*, env/name -- why\n  x: 1\n', '  # peapod-ignore: decode/* -- why\n  x: 1\n'],
		['  # peapod-ignore\r\n', ''],
	] as const) {
		const text = `${HEAD}${before}${CONTAINERS}`;
		const [fix, ...more] = toldFixes(told(text), [], { start: 0, end: text.length });
		assert.deepEqual(more, []);
		const [edit] = fix?.edits ?? [];
		assert.equal(edit && text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end), `${HEAD}${after}${CONTAINERS}`);
	}
});

/** The texts after each comment that is offered. */
function offered(text: string): readonly string[] {
	const fixes = ignoreFixes(documentsOf(text), told(text).faults, { start: 0, end: text.length });
	return fixes.map(({ edit }) => text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end));
}

test('"Ignore here" writes the comment where it can stand, as deep as its line', () => {
	for (const [before, after] of [
		[`${HEAD}  x: 1\n${CONTAINERS}`, `${HEAD}  # peapod-ignore: decode/unknown-field\n  x: 1\n${CONTAINERS}`],
		[
			`${HEAD}  containers:\n  - nam: web\n    image: b\n    name: c\n`,
			`${HEAD}  containers:\n  # peapod-ignore: decode/unknown-field\n  - nam: web\n    image: b\n    name: c\n`,
		],
		[`${HEAD}  # peapod-ignore: env/*\n  x: 1\n${CONTAINERS}`, `${HEAD}  # peapod-ignore: env/*, decode/unknown-field\n  x: 1\n${CONTAINERS}`],
		[
			`${HEAD}  x: 1 # peapod-ignore-line: env/* -- why\n${CONTAINERS}`,
			`${HEAD}  x: 1 # peapod-ignore-line: env/*, decode/unknown-field -- why\n${CONTAINERS}`,
		],
		[
			`${HEAD}  containers: [{name: web,\n    imag: b, image: c}]\n`,
			`${HEAD}  containers: [{name: web,\n    # peapod-ignore: decode/unknown-field\n    imag: b, image: c}]\n`,
		],
		[`${HEAD}  containers: [{name: "we\n    b", image: c}]\n`, `${HEAD}  # peapod-ignore: container/name\n  containers: [{name: "we\n    b", image: c}]\n`],
		[
			`${HEAD}  containers: [{name: "we\n    b", imag: b, image: c}]\n`,
			`${HEAD}  # peapod-ignore: decode/unknown-field\n  containers: [{name: "we\n    b", imag: b, image: c}]\n`,
		],
		[`${HEAD}${CONTAINERS}---\n${HEAD}  x: 1\n${CONTAINERS}`, `${HEAD}${CONTAINERS}---\n${HEAD}  # peapod-ignore: decode/unknown-field\n  x: 1\n${CONTAINERS}`],
		[`${HEAD}  x: [\n`, `# peapod-ignore-document: yaml/unclosed-bracket\n${HEAD}  x: [\n`],
		[`\ufeff${HEAD}  x: [\n`, `\ufeff# peapod-ignore-document: yaml/unclosed-bracket\n${HEAD}  x: [\n`],
		[`${HEAD}  x: 1\n${CONTAINERS}`.replaceAll('\n', '\r\n'), `${HEAD}  # peapod-ignore: decode/unknown-field\n  x: 1\n${CONTAINERS}`.replaceAll('\n', '\r\n')],
	] as const) {
		const all = offered(before);
		assert.ok(all.includes(after), `${JSON.stringify(after)} is none of ${JSON.stringify(all)}`);
	}
});

test('what was ignored so is told no more, and nothing else changed', () => {
	const texts = [
		`${HEAD}  x: 1\n  y: 2\n  restartPolicy: "Al\n    ways"\n  hostNetwork: yes\n  containers:\n  - name: We\n    image: b\n    livenessProbe: {exec: {command: [a]},\n      successThreshold: 2}\n  - {}\n`,
		`${HEAD}  containers:\n  -\n    name: web\n    env:\n    - name: "a=\n        b"\n      value: >\n        x\n    - &e {name: c, valu: d}\n    - *e\n    ports: [{containerPort: 0}, {containerPort: 1, name: "a\n      b"}]\n`,
		`kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: A}\n  spec: {containers: []}\n`,
	];
	for (const text of texts) {
		const before = told(text).faults;
		assert.ok(before.length >= 2);
		for (const fault of before) {
			const fixes = ignoreFixes(documentsOf(text), [fault], fault.range);
			assert.equal(fixes.length, 1, `${fault.code}: ${fault.message}`);
			const [{ edit }] = fixes as [(typeof fixes)[0]];
			const after = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
			assert.deepEqual(
				judged(after).map(({ message }) => message),
				judged(text).map(({ message }) => message),
			);
			const left = told(after).faults.map(({ message }) => message);
			assert.ok(!left.includes(fault.message) || before.filter(({ message }) => message === fault.message).length > 1, fault.message);
			assert.deepEqual(told(after).idleFixes, []);
		}
	}
});

test('JSON has no comments', () => {
	const json = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { x: 1, containers: [{ name: 'a', image: 'b' }] } }, null, 1);
	assert.deepEqual(lines(json), ['8 decode/unknown-field']);
	assert.deepEqual(offered(json), []);
	assert.deepEqual(offered(`\n ${json}`), []);
});

test('severities: the most exact name holds, and nonsense is none', () => {
	const text = `${HEAD}  x: 1\n  restartPolicy: Maybe\n${CONTAINERS}`;
	const severities = (set: object): readonly string[] => sorted(told(text, set).diagnostics).map(({ code, severity }) => `${code} ${severity}`);
	const both = (a: string, b: string): readonly string[] => [`decode/unknown-field ${a}`, `restart-policy/choice ${b}`];
	assert.deepEqual(severities({}), both('error', 'error'));
	assert.deepEqual(severities({ '*': 'warning' }), both('warning', 'warning'));
	assert.deepEqual(severities({ '*': 'warning', 'restart-policy/*': 'hint' }), both('warning', 'hint'));
	assert.deepEqual(severities({ 'restart-policy/*': 'off', 'restart-policy/choice': 'information', 'decode/*': 'hint' }), both('hint', 'information'));
	assert.deepEqual(severities({ 'restart-policy/*': 'off' }), ['decode/unknown-field error']);
	assert.deepEqual(severities({ 'restart-policy/*': 'loud', 'restart-policy': 'off', 'decode/unknown-field': 3 }), both('error', 'error'));
	for (const nonsense of [null, 'off', ['off'], 7]) assert.equal(ratingsOf(nonsense).get('*'), undefined);
	assert.deepEqual(lines(`${HEAD}  # peapod-ignore\n${CONTAINERS}`, { 'ignore/idle': 'off' }), []);
	assert.deepEqual(
		lines(`${HEAD}  # peapod-ignore: decode/*\n  x: 1\n${CONTAINERS}`, { 'decode/*': 'off' }),
		[],
		'a comment counts where its code is off, too',
	);
});

test('hovering a comment says what it ignores', () => {
	const hover = (text: string, at: string) => hoverComment(documentsOf(text), text.indexOf(at), () => judged(text), 'en');
	const text = `${HEAD}  # peapod-ignore: decode/unknown-field, env/*\n  x: 1\n${CONTAINERS}`;
	const [comment, code] = [hover(text, 'peapod-ignore'), hover(text, 'unknown-field')];
	assert.match(comment?.markdown ?? '', /`decode\/unknown-field`, `env\/\*` on the line below/);
	assert.match(comment?.markdown ?? '', /unknown field "spec\.x"/);
	assert.match(code?.markdown ?? '', /No such field here/);
	assert.equal(code && text.slice(code.range.start, code.range.end), 'decode/unknown-field');
	assert.match(hover(`${HEAD}  # peapod-ignore\n${CONTAINERS}`, 'peapod')?.markdown ?? '', /whatever is found on the line below[\s\S]*Nothing is found there/);
	assert.match(hover(`# peapod-ignore-document\n---\n${HEAD}  x: 1\n${CONTAINERS}`, 'peapod')?.markdown ?? '', /in this document[\s\S]*spec\.x/);
	assert.equal(hover(`${HEAD}  # something\n${CONTAINERS}`, 'something'), undefined);
});

test('codes are completed, those found there first', () => {
	const complete = (marked: string) => {
		const offset = marked.indexOf('$0');
		const text = marked.replace('$0', '');
		const items = completeComment(documentsOf(text), offset, () => judged(text));
		return items?.toSorted((a, b) => a.rank - b.rank).map(({ label, range }) => ({ label, typed: text.slice(range.start, range.end) }));
	};
	const at = (comment: string) => complete(`${HEAD}  ${comment}\n  x: 1\n${CONTAINERS}`);
	assert.deepEqual(at('# peapod-ignore: $0')?.[0], { label: 'decode/unknown-field', typed: '' });
	assert.deepEqual(at('# peapod-ignore: env/*, deco$0de/x -- why')?.[0], { label: 'decode/unknown-field', typed: 'decode/x' });
	assert.ok(at('# peapod-ignore: $0')?.some(({ label }) => label === 'probe/*'));
	assert.ok(!at('# peapod-ignore: env/*, $0')?.some(({ label }) => label === 'env/*'), 'not what stands there');
	assert.deepEqual(
		at('# peap$0')?.map(({ label }) => label),
		['peapod-ignore', 'peapod-ignore-line', 'peapod-ignore-document'],
	);
	for (const none of ['# $0', '# pods$0', '# a: $0', '# peapod-ignore $0', '# peapod-ignore: env/* -- $0', 'x: "# peapod-ignore: $0"'])
		assert.ok(!at(none)?.length, none);
});

test('however many comments, they are read in time', () => {
	const many = '  # peapod-ignore: decode/*\n'.repeat(5000);
	assert.equal(lines(`${HEAD}${many}  x: 1\n${CONTAINERS}`).length, 0);
	assert.equal(lines(`${HEAD}${'  # peapod-ignore\n  x: "a\n    b"\n'.repeat(2000)}${CONTAINERS}`).length > 0, true);
});

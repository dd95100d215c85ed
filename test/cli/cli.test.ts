import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { LARGEST } from '../../server/src/manifest/read';
import { bundled } from './bundled';

const CLI = 'out/cli-test/cli.cjs';
before(() => bundled(CLI));

function run(args: readonly string[], input: string | Buffer = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
	return { status, stdout, stderr };
}

test('check: 0 for what is accepted, 1 with places for what is not', () => {
	assert.deepEqual(run(['check', 'examples/web.yaml']), { status: 0, stdout: '', stderr: '' });
	const { status, stdout } = run(['check', 'examples/seven-mistakes.yaml', '--lang', 'ko']);
	assert.equal(status, 1);
	assert.match(stdout, /^examples\/seven-mistakes\.yaml:\d+:\d+: 오류: metadata\.labels: Invalid value: "my web": /m);
	assert.match(stdout, /[가-힣]/);
});

test('check: 2 for a wrong command line, and it says why', () => {
	for (const [args, says] of [
		[['check'], /Name the files/],
		[['check', 'nowhere.yaml'], /cannot read nowhere\.yaml/],
		[['check', '--kubernetes', '1.20', 'examples/web.yaml'], /1\.32 to 1\.37/],
		[['chekc'], /no command "chekc"/],
	] as const) {
		const { status, stderr } = run(args);
		assert.equal(status, 2, args.join(' '));
		assert.match(stderr, says);
	}
});

test('check --old tells what applying does', () => {
	const manifest = readFileSync('examples/deployment.yaml', 'utf8');
	const over = (text: string, ...more: string[]) => run(['check', '--old', 'examples/deployment.yaml', '-', ...more], text);
	const rolled = over(manifest.replace(/image: (\S+)/, 'image: $1-next'));
	assert.equal(rolled.status, 0, rolled.stderr);
	assert.match(rolled.stdout, /^-:\d+:1: pods replaced: Deployment \w+: Replaced in .*\n {2}spec\.template\.spec\.containers\[0\]\.image: \S+ → \S+-next$/m);
	const refused = over(
		manifest.replace(/matchLabels:\n( +)/, 'matchLabels:\n$1tier: web\n$1').replace(/labels:\n( +)(?=app.*\n +spec)/, 'labels:\n$1tier: web\n$1'),
		'--lang',
		'ko',
	);
	assert.equal(refused.status, 1, refused.stdout);
	assert.match(refused.stdout, /거부: Deployment .*\n {2}-:\d+:\d+: spec\.selector: Invalid value: .*field is immutable\n[\s\S]*kubectl delete deployment/);
	const without = over(manifest.replace('image:', 'imagee:'), '--format', 'json');
	const [{ refusals: [...said] = [] } = {}] = JSON.parse(without.stdout) as readonly { readonly refusals?: readonly { readonly message: string }[] }[];
	assert.equal(new Set(said.map(({ message }) => message)).size, said.length, 'each refusal once');
	assert.equal(over('a: {{ .Values.b }}').status, 2);
	assert.match(run(['check', '--old', 'nowhere.yaml', 'examples/web.yaml']).stderr, /cannot read nowhere\.yaml/);
	assert.match(run(['check', '--old', 'examples/web.yaml']).stderr, /name one file/);
});

test('what an option cannot decide is refused, and not passed over', () => {
	const old = ['check', '--old', 'examples/deployment.yaml', 'examples/deployment.yaml'];
	for (const [args, says] of [
		[[...old, '--format', 'junit'], /--format takes text or json, not "junit"/],
		[[...old, '--severity', 'error'], /--severity decides nothing with --old/],
		[[...old, '--ignore', '*.yaml'], /--ignore decides nothing with --old/],
		[[...old, '--set', 'a=b'], /--set decides nothing with --old/],
		[['check', '--against', 'HEAD', 'examples', '--severity', 'error'], /--severity decides nothing with --against/],
		[['check', '--against', 'HEAD', 'examples', '--ignore', 'probe/*'], /of --ignore it takes files alone/],
		[[...old, '--force-exclude'], /--force-exclude decides nothing with --old/],
		[['check', 'examples/web.yaml', '--set', 'a=b'], /--set is for charts: name the folder of one/],
		[['check', 'examples', '--set', 'a'], /--set takes what is set, as in a\.b=1, not "a": key "a" has no value/],
		[['render', 'examples', '--set-string', 'a[=b'], /--set-string takes what is set, .*error parsing index/],
		[['build', 'nodir'], /there is no folder nodir/],
		[['render', 'nodir'], /there is no chart nodir/],
		[['lsp', '--socket=abc'], /^peapod lsp: --socket takes a port, not "abc"\.\n$/],
		[['lsp', '--lang', 'ko'], /--lang을 적지 않는다/],
	] as const) {
		const { status, stdout, stderr } = run(args);
		assert.deepEqual([status, stdout], [2, ''], args.join(' '));
		assert.match(stderr, says);
	}
	const rows = JSON.parse(run([...old, '--format', 'json']).stdout) as readonly { readonly outcome: string }[];
	assert.deepEqual(
		rows.map(({ outcome }) => outcome),
		['unchanged'],
	);
});

test('check is not silent where nothing was judged', () => {
	const nothing = run(['check', '-'], 'apiVersion: v1\nkind: Service\n');
	assert.deepEqual([nothing.status, nothing.stdout], [0, '']);
	assert.match(nothing.stderr, /nothing was judged/);
	assert.equal(run(['check', '-', 'examples/web.yaml'], 'apiVersion: v1\nkind: Service\n').stderr, '');
	assert.match(run(['check', '-'], 'a: {{ .Values.b }}\n').stderr, /a Go template; not judged\n$/);
	const { status, stdout } = run(['check', '-'], 'apiVersion: extensions/v1beta1\nkind: Deployment\nspec: {}\n');
	assert.equal(status, 1);
	assert.match(stdout, /^-:1:13: error: no matches for kind "Deployment" in version "extensions\/v1beta1" \[head\/former-version\]$/m);
});

test('check reads what Windows writes, and says that kubectl does not', () => {
	const text = 'apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: a}\r\nspec: {containers: [{name: a}]}\r\n';
	const { status, stdout } = run(['check', '-'], Buffer.from(`\ufeff${text}`, 'utf16le'));
	assert.equal(status, 1);
	assert.match(stdout, /^-:1:1: error: yaml: incomplete UTF-16 character \[yaml\/encoding\]$/m);
	assert.match(stdout, /^-:4:22: error: spec\.containers\[0\]\.image: Required value/m);
	const korean = run(['check', '-', '--lang', 'ko'], Buffer.concat([Buffer.from('# '), Buffer.from([0xc7, 0xd1, 0x0a]), Buffer.from(text)]));
	assert.match(korean.stdout, /^-:1:3: 오류: yaml: invalid trailing UTF-8 octet[\s\S]*CP949/);
	assert.equal(korean.stdout.match(/yaml\/encoding/g)?.length, 1, 'told once');
	assert.equal(run(['check', '-'], Buffer.from([0x1f, 0x8b, 8, 0])).status, 2, 'bytes that are no text');
});

test('check: 2 for a file too large to be judged, and it says so', () => {
	const { status, stdout, stderr } = run(['check', '-', 'examples/web.yaml'], `a: ${'b'.repeat(LARGEST)}`);
	assert.deepEqual([status, stdout, stderr], [2, '', '-: too large; not judged\n']);
});

test('whoever asks for help gets it, wherever they ask', () => {
	for (const args of [['--help'], ['-h'], ['help'], ['simulate', '--help'], ['check', 'x.yaml', '-h']]) {
		const { status, stdout, stderr } = run(args);
		assert.deepEqual([status, stderr], [0, ''], args.join(' '));
		assert.match(stdout, /peapod check FILE[\s\S]*peapod explain PATH[\s\S]*peapod simulate FILE/);
	}
});

test('check looks for what stands beside and above a file', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const put = (name: string, text: string): string => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, text);
		return file;
	};
	const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n';
	try {
		// What lies around the repository is nobody's business.
		put('.git/HEAD', '');
		const above = put('patches/more.yaml', patch);
		const beside = put('overlays/prod/patch.yaml', patch);
		const alone = put('overlays/alone.yaml', patch);
		const wrong = put('overlays/prod/wrong.yaml', patch.replace('replicas', 'replica'));
		put('overlays/prod/kustomization.yml', 'resources: [web.yaml]\npatches: [{path: patch.yaml}, {path: wrong.yaml}]\n');
		put('kustomization.yml', 'resources: [overlays/prod]\npatchesStrategicMerge: [patches/more.yaml]\n');
		const template = 'template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: app}]}}';
		put('overlays/prod/web.yaml', patch.replace('replicas: 3', `replicas: 1, selector: {matchLabels: {app: web}}, ${template}`));
		assert.deepEqual(run(['check', above, beside]), { status: 0, stdout: '', stderr: '' });
		assert.match(run(['check', alone]).stdout, /spec\.selector: Required value/);
		const { status, stdout } = run(['check', wrong]);
		assert.deepEqual([status, stdout.match(/: error: [^[]*/g)], [1, [`: error: in ${folder}: unknown field "spec.replica" `]]);
		const inChart = put('chart/templates/web.yaml', patch.replace('web', '"{{ .Values.name }}"'));
		assert.equal(run(['check', inChart]).status, 1);
		put('chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\ntype: library\n');
		assert.match(run(['check', inChart]).stderr, /a Go template; not judged/);
		put('chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n');
		assert.match(run(['check', inChart]).stdout, /rendered with values\.yaml: spec\.selector: Required value/);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('check tells nothing of placeholders, and --jsonl takes them for what the server gets', () => {
	const yaml = 'apiVersion: v1\nkind: Pod\nmetadata: {name: "${NAME}"}\nspec: {hostNetwork: "${HOST}", containers: [{name: a, image: b}]}\n';
	assert.deepEqual(run(['check', '-'], yaml), { status: 0, stdout: '', stderr: '' });
	assert.match(run(['check', '--jsonl'], JSON.stringify({ yaml })).stdout, /"accepted":false,"decode":"json: cannot unmarshal string/);
});

test('check --jsonl answers each line, and survives a bad one', () => {
	const lines = [
		JSON.stringify({ id: 'a', yaml: 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [{name: a, image: b}]}\n' }),
		'nonsense',
		JSON.stringify({ id: 'b', yaml: 'kind: Pod\napiVersion: v1\nspec: {}\n', kubernetes: '1.34' }),
	];
	const { status, stdout } = run(['check', '--jsonl'], lines.join('\n'));
	const answers = stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { id?: string; error?: string; docs?: { accepted: boolean; qos?: string }[] });
	assert.equal(status, 1);
	assert.deepEqual([answers[0]?.docs?.[0]?.accepted, answers[0]?.docs?.[0]?.qos], [true, 'BestEffort']);
	assert.match(answers[1]?.error ?? '', /not a JSON object/);
	assert.equal(answers[2]?.docs?.[0]?.accepted, false);
});

test('simulate tells a story; the exit code says whether the pod was ready', () => {
	const story = run(['simulate', 'examples/web.yaml', '--lang', 'ko']);
	assert.equal(story.status, 0);
	assert.match(story.stdout, /준비/);
	const missing = run(['simulate', 'examples/web.yaml', '--preset', 'image-missing', '--watch']);
	assert.equal(missing.status, 1);
	assert.match(missing.stdout, /ImagePullBackOff/);
	assert.match(run(['simulate', 'examples/crash-loop.yaml', '--scenario', 'examples/crash-loop.scenario.yaml', '--events']).stdout, /BackOff/);
	assert.equal(run(['simulate', 'examples/seven-mistakes.yaml']).status, 2);
	assert.match(run(['simulate', 'examples/web.yaml', '--preset', 'explodes']).stderr, /no preset "explodes"; there are healthy/);
});

test('simulate --jsonl gives traces', () => {
	const manifest = 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {restartPolicy: Never, containers: [{name: a, image: b}]}\n';
	const { stdout } = run(
		['simulate', '--jsonl'],
		JSON.stringify({ name: 's', manifest, world: { containers: { a: { runs: [{ exitAfter: '2s' }] } } }, until: '30s' }),
	);
	const trace = JSON.parse(stdout) as { name: string; timeline: { phase?: string }[] };
	assert.equal(trace.name, 's');
	assert.equal(trace.timeline.at(-1)?.phase, 'Succeeded');
});

test('simulate says where a scenario is wrong', () => {
	const fine = run(['simulate', 'examples/crash-loop.yaml', '--scenario', 'examples/crash-loop.scenario.yaml', '--watch']);
	assert.match(fine.stdout, /Error|CrashLoopBackOff/);
	assert.equal(fine.stderr, '');
	const doubtful = run(['simulate', 'examples/web.yaml', '--scenario', '-'], 'world:\n  containers:\n    nobody: {}\n');
	assert.equal(doubtful.status, 0);
	assert.match(doubtful.stderr, /^-:3:5: warning: web\.yaml has no container nobody/);
	const wrong = run(['simulate', 'examples/web.yaml', '--scenario', '-', '--lang', 'ko'], '# a comment\nuntil: soon\nactions: [{ at: 5s, doo: delete }]\n');
	assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
	assert.match(wrong.stderr, /^-:2:8: 오류: .*[가-힣].* \[scenario\/value\]\n-:3:21: 오류: .*doo/);
	assert.match(run(['simulate', 'examples/web.yaml', '--scenario', '-'], 'a: [').stderr, /^-:1:\d+: error: yaml: /);
});

test('explain tells a field in words, in either language, or what is wrong with the path', () => {
	const { status, stdout } = run(['explain', 'pod.spec.containers.livenessProbe', '--lang', 'ko']);
	assert.equal(status, 0);
	assert.match(stdout, /^종류: {2}Pod\n버전: {2}v1\n필드: {2}spec\.containers\.livenessProbe <Probe>\n/);
	assert.match(stdout, /^설명:[\s\S]*^하위 필드:\n {2}exec <ExecAction>\n {4}[^\n]*[가-힣]/m);
	assert.match(
		run(['explain', 'deployment.spec', '--recursive']).stdout,
		/^ {2}strategy <DeploymentStrategy>\n {4}rollingUpdate <RollingUpdateDeployment>\n {6}maxSurge /m,
	);
	for (const [args, says] of [
		[['explain'], /Name a field/],
		[['explain', ' '], /Name a field/],
		[['explain', 'pod.spec.contaners'], /Did you mean "containers"\?/],
		[['explain', 'pod', '--lang', 'fr'], /--lang takes/],
	] as const) {
		const { status: code, stderr } = run(args);
		assert.equal(code, 2, args.join(' '));
		assert.match(stderr, says);
	}
});

test('explain tells what is no field: topics, reasons and the words of STATUS, and lists what lies near', () => {
	for (const [asked, says] of [
		['why-pods', /^TOPIC: {4}Why pods/],
		['CrashLoopBackOff', /^TOPIC: {4}CrashLoopBackOff — a reason\n\nDESCRIPTION:\n {4}Not an error itself/],
		['crashloopbackoff', /Not an error itself/],
		['Init:1/3', /Init containers run/],
		['Init:OOMKilled', /An init container is in this state[\s\S]*The kernel killed the process/],
		['OutOfnvidia.com/gpu', /The node has less of this resource/],
		['livenessProbe', /may be about:\n\n {2}pod\.spec\.containers\.livenessProbe\n/],
		['재시작', /pod\.spec\.restartPolicy\n/],
		['초기화 컨테이너', /pod\.spec\.initContainers\n/],
	] as const) {
		const { status, stdout } = run(['explain', ...asked.split(' ')]);
		assert.equal(status, 0, asked);
		assert.match(stdout, says);
	}
	assert.deepEqual(run(['explain', 'qqqqzz', '--lang', 'ko']).status, 2);
});

test('the language and the version are checked by every command alike', () => {
	for (const command of ['check', 'explain', 'simulate']) {
		for (const lang of [['--lang', 'zz'], ['--lang=zz']]) {
			const { status, stdout, stderr } = run([command, 'examples/web.yaml', ...lang]);
			assert.deepEqual([status, stdout], [2, ''], command);
			assert.equal(stderr, `peapod ${command}: --lang takes en, ko or both, not "zz".\n`);
		}
		assert.match(run([command, 'pod', '--kubernetes', '1.20', '--lang', 'ko']).stderr, /1\.32부터 1\.37까지/);
	}
});

test('in Korean the command line speaks no English', () => {
	const english = (text: string): readonly string[] =>
		text
			.replace(/^예:\n(?: {4}.*\n)*/gm, '')
			.replace(/^peapod \w+:|`[^`]*`|"[^"]*"|https:\S+/gm, '')
			.match(/\b[A-Za-z]{2,} [a-z]{2,}\b/g) ?? [];
	for (const args of [
		['explain', 'pod.spec.containers'],
		['explain', 'deployment.spec.strategy'],
		['explain', 'probes'],
		['explain', 'livenessProbe'],
		['explain', 'pod.spec.nothing'],
		['explain', 'pod.spec.containers.restartPolicyRules', '--kubernetes', '1.33'],
		['explain'],
		['simulate', 'examples/web.yaml', '--preset', 'liveness-hang'],
		['simulate', 'examples/web.yaml', '--preset', 'explodes'],
		['simulate', 'nowhere.yaml'],
		['simulate'],
		['check'],
		['check', 'nowhere.yaml'],
		['check', 'package.json'],
		['check', '--bogus', 'x'],
		['check', 'x', '--kubernetes'],
		['help'],
		['chekc'],
	]) {
		const { stdout, stderr } = run([...args, '--lang', 'ko']);
		const told = `${stdout}${stderr}`;
		assert.match(told, /[가-힣]/, args.join(' '));
		if (args[0] !== 'help' && args[0] !== 'chekc') assert.deepEqual(english(told), [], args.join(' '));
	}
});

test('a file that is no text is said to be none, and never passes', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: b }] }\n';
	const utf16 = Buffer.from(pod, 'utf16le');
	const given = (name: string, bytes: Buffer): string => {
		const file = path.join(folder, name);
		writeFileSync(file, bytes);
		return file;
	};
	for (const [name, bytes, says] of [
		['marked.yaml', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), /The file is UTF-16/],
		['unmarked.yaml', utf16, /The file is UTF-16/],
		['turned.yaml', Buffer.from(utf16).swap16(), /The file is UTF-16/],
		['korean.yaml', Buffer.concat([Buffer.from(pod), Buffer.from([0x23, 0xc7, 0xd1])]), /The file is CP949/],
		['latin.yaml', Buffer.concat([Buffer.from(pod), Buffer.from([0x23, 0xe9, 0x0a])]), /The file is not UTF-8/],
	] as const) {
		const file = given(name, bytes);
		const told = run(['simulate', file]);
		assert.deepEqual([told.status, told.stdout], [2, ''], name);
		assert.match(told.stderr, says);
		const { status, stdout } = run(['check', file]);
		assert.equal(status, 1, name);
		assert.match(stdout, says);
	}
	const binary = given('nul.yaml', Buffer.from(`${pod}# \0\n`));
	for (const command of ['check', 'simulate']) {
		const { status, stdout, stderr } = run([command, binary]);
		assert.deepEqual([status, stdout], [2, ''], command);
		assert.match(stderr, /is not text: byte 96 is NUL/);
	}
	const marked = path.join(folder, 'bom.yaml');
	writeFileSync(marked, `\ufeff${pod}`);
	assert.deepEqual(run(['check', marked]), { status: 0, stdout: '', stderr: '' });
	rmSync(folder, { recursive: true });
});

test('simulate plays the manifest that is asked for, or says that there is none', () => {
	for (const [document, says] of [
		['99', /There is no manifest 99: the file has 1/],
		['x', /--document takes a number, counted from 0, not "x"/],
		['0.5', /not "0\.5"/],
		['1e9', /not "1e9"/],
	] as const) {
		const { status, stdout, stderr } = run(['simulate', 'examples/web.yaml', '--document', document]);
		assert.deepEqual([status, stdout], [2, '']);
		assert.match(stderr, says);
	}
	assert.equal(run(['simulate', 'examples/web.yaml', '--document', '0']).status, 0);
	const { status, stderr } = run(['simulate', '-'], '#'.repeat(4_100_000));
	assert.equal(status, 2);
	assert.match(stderr, /too large/);
});

test('explain takes no path with a name too few', () => {
	for (const asked of ['.', '..', 'pod..spec', 'pod.', '.pod']) {
		const { status, stdout, stderr } = run(['explain', asked]);
		assert.deepEqual([status, stdout], [2, ''], asked);
		assert.match(stderr, /has a dot without a name beside it/);
	}
});

test('eight thousand faulty containers are told, each at its line', () => {
	const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n${'  - name: A\n    image: b\n'.repeat(8000)}`;
	const { stdout } = run(['check', '-'], text);
	const places = stdout.split('\n').filter((line) => line.endsWith('[container/name]'));
	assert.equal(places.length, 8000);
	assert.match(places.at(-1) ?? '', /^-:16004:11: error: /);
});

test('a reader that leaves, and a full disk, end the command without a stack', async () => {
	const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n${'  - name: A\n'.repeat(4000)}`;
	const child = spawn(process.execPath, [CLI, 'check', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
	child.stdin.end(text);
	let said = '';
	child.stderr.on('data', (chunk) => {
		said += String(chunk);
	});
	child.stdout.once('data', () => child.stdout.destroy());
	await once(child, 'close');
	assert.deepEqual([child.exitCode, said], [141, '']);
	if (!existsSync('/dev/full')) return;
	const full = openSync('/dev/full', 'w');
	for (const args of [
		['check', 'examples/seven-mistakes.yaml'],
		['simulate', 'examples/web.yaml'],
		['explain', 'pod'],
	]) {
		const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
		assert.equal(status, 2, args.join(' '));
		assert.match(stderr, /^peapod: cannot write: ENOSPC[^\n]*\n$/);
	}
});

test('check looks into kinds of one’s own where it is told to', () => {
	const robot = 'apiVersion: example.com/v1\nkind: Robot\nspec: {arms: [{template: {spec: {containers: [{name: A, image: a}]}}}]}\n';
	assert.match(run(['check', '-'], robot).stderr, /nothing was judged/);
	const place = 'example.com/v1/Robot:spec.arms[].template';
	for (const given of [place, `${place}:PodTemplateSpec`]) {
		const { status, stdout } = run(['check', '-', '--pod-template', given], robot);
		assert.match(stdout, /warning: spec\.arms\[0\]\.template\.spec\.containers\[0\]\.name: Invalid value: "A"/);
		assert.equal(status, 0);
	}
	for (const wrong of ['Robot', `${place}:Pots`]) {
		const { status, stderr } = run(['check', '-', '--pod-template', wrong, '--lang', 'ko'], robot);
		assert.match(stderr, /--pod-template에는/);
		assert.equal(status, 2);
	}
});

test('check says nothing of what a comment or --ignore leaves out, and does not count it', () => {
	const faulty = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n    imagee: c\n';
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const file = path.join(folder, 'a.yaml');
	writeFileSync(file, faulty);
	const relative = path.relative('', file).split(path.sep).join('/');
	try {
		assert.equal(run(['check', file]).status, 1);
		for (const ignored of ['decode/unknown-field', 'decode/*']) {
			assert.deepEqual(run(['check', file, '--ignore', ignored]), { status: 0, stdout: '', stderr: '' }, ignored);
		}
		for (const glob of ['a.yaml', '*.yaml', path.posix.dirname(relative), '**/a.*']) {
			assert.deepEqual(run(['check', '--ignore', 'env/*', '--ignore', glob, file]), { status: 0, stdout: '', stderr: `${file}: ignored; not judged\n` }, glob);
		}
		for (const other of ['env/*', 'b.yaml', 'a']) assert.equal(run(['check', file, '--ignore', other]).status, 1, other);
		assert.equal(run(['check', '-', '--ignore', '*'], faulty).status, 1, 'standard input has no name');
		assert.equal(run(['check', file, '--ignore', 'env/*, decode/*']).status, 0, 'several, with commas');
		assert.match(run(['check', file, '--ignore', 'decod/*']).stderr, /No code begins with decod\/, .* Did you mean decode\/\*\?$/m);
		assert.equal(run(['check', file, '--ignore', 'nosuch/*']).status, 2);
		assert.equal(run(['check', file, '--ignore', 'docs/*']).status, 1, 'a folder that is there');
		const misspelt = run(['check', file, '--ignore', 'decode/unknown-feild']);
		assert.deepEqual([misspelt.status, misspelt.stdout], [2, '']);
		assert.match(misspelt.stderr, /There is no code decode\/unknown-feild.* Did you mean decode\/unknown-field\?$/m);
		assert.equal(run(['check', file, '--ignore']).status, 2);
	} finally {
		rmSync(folder, { recursive: true });
	}
	const ignoring = faulty.replace('    imagee', '    # peapod-ignore: decode/unknown-field, env/name\n    imagee');
	const { status, stdout } = run(['check', '-'], ignoring);
	assert.equal(status, 0);
	assert.match(stdout, /^-:9:44: hint: peapod-ignore: ignores nothing: env\/name \[ignore\/idle\]$/m);
	assert.deepEqual(run(['check', '-', '--ignore', 'ignore/idle'], ignoring), { status: 0, stdout: '', stderr: '' });
	const [line] = run(['check', '--jsonl'], `${JSON.stringify({ id: 'a', yaml: ignoring })}\n`).stdout.split('\n');
	assert.match(line ?? '', /unknown field/, "verdicts are the server's");
});

const HEALTHY = {
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name: 'web', namespace: 'shop', creationTimestamp: '2026-05-04T09:00:00Z' },
	spec: { nodeName: 'n', restartPolicy: 'Always', containers: [{ name: 'app', image: 'a:1' }] },
	status: {
		phase: 'Running',
		conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-05-04T09:00:02Z' }],
		containerStatuses: [
			{ name: 'app', image: 'a:1', imageID: 'a', ready: true, started: true, restartCount: 0, state: { running: { startedAt: '2026-05-04T09:00:02Z' } } },
		],
	},
};
const PULLING = {
	...HEALTHY,
	status: {
		phase: 'Pending',
		conditions: [{ type: 'Ready', status: 'False' }],
		containerStatuses: [
			{
				name: 'app',
				image: 'a:1',
				imageID: '',
				ready: false,
				restartCount: 0,
				state: { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image "a:1": ErrImagePull: not found' } },
			},
		],
	},
};

test('why: 0 for a healthy pod, 1 for one that is not, 2 where nobody can tell', () => {
	const ok = run(['why', '-', '--now', '2026-05-04T09:01:00Z'], JSON.stringify(HEALTHY));
	assert.equal(ok.status, 0, ok.stderr);
	assert.match(ok.stdout, /^shop\/web {2}1\/1 {2}Running {2}0 {2}\(as of 2026-05-04T09:01:00Z\)\nHealthy: ready for 58 s, never restarted\.$/m);
	const bad = run(
		['why', '-', '--now', '2026-05-04T09:01:00Z', '--lang', 'ko'],
		JSON.stringify({ kind: 'List', items: [HEALTHY, { ...PULLING, metadata: { ...HEALTHY.metadata, name: 'new' } }] }),
	);
	assert.equal(bad.status, 1, bad.stderr);
	assert.match(bad.stdout, /이상 없다\. 58초째 준비된 상태이고/);
	assert.match(bad.stdout, /^a:1 이미지를 내려받지 못한다\. 레지스트리에 그런 이미지가 없다\./m);
	const cut = run(['why', '-'], JSON.stringify({ ...HEALTHY, status: undefined }));
	assert.equal(cut.status, 2);
	assert.match(cut.stdout, /Cannot tell why/);
	for (const [args, input, says] of [
		[['why'], '', /Name one file/],
		[['why', '-'], 'kind: Service', /there is no pod in it/],
		[['why', '-', '--now', 'soon'], '{}', /--now takes a time like/],
		[['why', 'nowhere.yaml'], '', /cannot read nowhere\.yaml/],
	] as const) {
		const { status, stderr } = run(args, input);
		assert.equal(status, 2, args.join(' '));
		assert.match(stderr, says);
	}
});

test('why: what was watched is held against the told life', () => {
	const watched = run(['why', '-', '--now', '2026-05-04T09:01:00Z'], `${JSON.stringify(HEALTHY)}\n---\n${JSON.stringify(HEALTHY)}`);
	assert.match(watched.stdout, /\n\nThe pod was printed 2 times, and its life agrees with the simulated one\.\n\n/);
});

test('why --manifest and --scenario print the files of a fix to be tried', () => {
	const manifest = run(['why', '-', '--manifest'], JSON.stringify(PULLING));
	assert.equal(manifest.status, 0, manifest.stderr);
	assert.match(manifest.stdout, /^apiVersion: v1\nkind: Pod\nmetadata:\n {2}name: web\n {2}namespace: shop\nspec:\n {2}containers:\n(?![\s\S]*status:)/);
	assert.match(run(['why', '-', '--scenario'], JSON.stringify(PULLING)).stdout, /\nworld:\n {2}images:\n {4}a:1:\n {6}pullError: not found\n/);
	const none = run(['why', '-', '--manifest'], 'kind: Service\n');
	assert.equal(none.status, 2);
	assert.match(none.stderr, /there is no manifest in it/);
});

test('why: a workload is told before its pods, with its own exit code', () => {
	const job = {
		apiVersion: 'batch/v1',
		kind: 'Job',
		metadata: { name: 'report' },
		spec: {},
		status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] },
	};
	const ok = run(['why', '-'], JSON.stringify(job));
	assert.equal(ok.status, 0, ok.stderr);
	assert.equal(ok.stdout, 'Job default/report\nThe Job is done: 1 of 1 succeeded.\n[status.conditions[0].type, status.succeeded]\n');
	const set = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web', namespace: 'shop' }, spec: { replicas: 1 }, status: { replicas: 1 } };
	const owned = { ...PULLING, metadata: { ...PULLING.metadata, ownerReferences: [{ kind: 'ReplicaSet', name: 'web' }] } };
	const bad = run(['why', '-', '--now', '2026-05-04T09:01:00Z'], JSON.stringify({ kind: 'List', items: [owned, set] }));
	assert.equal(bad.status, 1, bad.stderr);
	assert.match(
		bad.stdout,
		/^ReplicaSet shop\/web\n0 of 1 pods are available\.\n\[.*\]\n\nWhy\n {2}1\. Pod web: a:1 cannot be pulled[\s\S]*\n\nshop\/web {2}0\/1 {2}ImagePullBackOff/,
	);
});

test('why --json and --jsonl tell the same rows', () => {
	const now = '2026-05-04T09:01:00Z';
	const { stdout } = run(['why', '-', '--json', '--now', now], JSON.stringify(PULLING));
	const one = JSON.parse(stdout) as { readonly verdict: string; readonly timeline: readonly unknown[]; readonly advice: readonly unknown[] };
	assert.equal(one.verdict, 'unhealthy');
	assert.ok(one.advice.length > 0 && one.advice.length <= 3);
	const lines = run(['why', '--jsonl'], `${JSON.stringify({ id: 1, dump: JSON.stringify(PULLING), now, horizon: 600 })}\n{"id":2}\n`)
		.stdout.trim()
		.split('\n');
	const [told, fault] = lines.map((line) => JSON.parse(line) as { readonly id: number; readonly timeline?: readonly unknown[]; readonly error?: string });
	assert.deepEqual(told?.timeline, one.timeline);
	assert.match(fault?.error ?? '', /needs "dump"/);
});

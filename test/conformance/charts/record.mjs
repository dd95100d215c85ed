// Records what Helm renders of the charts beside this file: `node test/conformance/charts/record.mjs ORACLE`. ORACLE reads {"id", "chart", "kube", "release", "namespace"} lines and writes {"id", "files"} or {"id", "error"}, as helm's engine has them.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CHARTS = 'test/conformance/charts/charts';
const questions = readdirSync(CHARTS)
	.sort()
	.map((id) => ({ id, chart: path.resolve(CHARTS, id), kube: '1.37.1', release: 'mine', namespace: 'space' }));
const { stdout } = spawnSync(process.argv[2] ?? '', { input: questions.map((one) => `${JSON.stringify(one)}\n`).join(''), encoding: 'utf8' });
const answers = stdout
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line))
	.map(({ id, ...answer }) => [id, answer]);
writeFileSync('test/conformance/charts/rendered.json', `${JSON.stringify(Object.fromEntries(answers), null, '\t')}\n`);

/** What a client answers when nobody waits for it any more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { Answering } from '../../server/src/lsp/answering';
import { RenderedCharts } from '../../server/src/lsp/charts';
import type { Client } from '../../server/src/lsp/client';
import { ReadTexts } from '../../server/src/lsp/read-texts';
import { SettingsByFile } from '../../server/src/lsp/settings';

const CHART = 'file:///w/web';
const FILES: ReadonlyMap<string, string> = new Map([
	[`${CHART}/Chart.yaml`, 'apiVersion: v2\nname: web\nversion: 1.0.0\n'],
	[`${CHART}/templates/pod.yaml`, 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {}\n'],
]);
const POD = `${CHART}/templates/pod.yaml`;

type Late<T> = (answer: T) => void;

/** A chart whose files are listed and read as a test says; how often it was told that something came. */
async function chartOf(how: {
	readonly list?: (late: Late<readonly string[]>) => readonly string[] | undefined;
	readonly read?: (files: readonly string[], late: Late<readonly (string | null)[]>) => readonly (string | null)[] | undefined;
}) {
	const told = { moved: 0 };
	const moved = () => void told.moved++;
	const textsOf = (files: readonly string[]) => files.map((file) => FILES.get(file) ?? null);
	const texts = new ReadTexts(
		{
			known: () => undefined,
			read: async (files, late) => (how.read ? how.read(files, late) : textsOf(files)),
			readFormer: async () => undefined,
			kustomizations: () => [],
			files: () => [],
			uriOf: (file) => file,
			versionOf: () => null,
			folderOf: () => 'file:///w',
		},
		moved,
	);
	const list = async (_folder: string, late: Late<readonly string[]>) => (how.list ? how.list(late) : [...FILES.keys()]);
	const charts = new RenderedCharts(
		{ charts: () => [CHART], list, listFormer: async () => undefined, folderOf: () => 'file:///w', open: () => new Set([POD]) },
		texts,
		moved,
	);
	const client = { configuration: { answers: false, given: {} }, locale: 'en' } as unknown as Client;
	const settings = await new SettingsByFile({} as Connection, client, () => [], moved).of(POD, false);
	const codes = async () => (await charts.ready(POD, settings))?.told.map(({ diagnostic }) => diagnostic.code);
	return { charts, texts, told, codes };
}

test('a chart whose files are not listed in time is no empty chart: it is listed again, or rendered once they come', async () => {
	let asked = 0;
	let come: Late<readonly string[]> = () => undefined;
	const { codes, told } = await chartOf({
		list: (late) => {
			come = late;
			return asked++ < 2 ? undefined : [...FILES.keys()];
		},
	});
	assert.deepEqual([await codes(), asked, told.moved], [undefined, 1, 0], 'who waits for it gives up after one wait');
	assert.deepEqual([await codes(), asked], [undefined, 2]);
	come([...FILES.keys()]);
	assert.equal(told.moved, 1);
	assert.deepEqual([await codes(), asked], [['container/required'], 2], 'what came late is taken');
});

test('a listing that comes late does not know of what changed meanwhile: there is another', async () => {
	let come: Late<readonly string[]> = () => undefined;
	let asked = 0;
	const { charts, codes, told } = await chartOf({
		list: (late) => {
			come = late;
			return asked++ === 0 ? undefined : [...FILES.keys()];
		},
	});
	assert.equal(await codes(), undefined);
	charts.forget(POD);
	come([`${CHART}/Chart.yaml`]);
	assert.equal(told.moved, 1);
	assert.deepEqual([await codes(), asked], [['container/required'], 2]);
});

test('files that are not read in time are not gone: they are read again, or taken when they come, but for those that changed meanwhile', async () => {
	let come: Late<readonly (string | null)[]> = () => undefined;
	const asked: (readonly string[])[] = [];
	const { texts, codes, told } = await chartOf({
		read: (files, late) => {
			come = late;
			asked.push(files);
			return asked.length < 3 ? undefined : files.map((file) => FILES.get(file) ?? null);
		},
	});
	assert.deepEqual([await codes(), asked.length], [undefined, 1]);
	assert.deepEqual([await codes(), asked.length], [undefined, 2]);
	const { moved } = told;
	texts.forget(POD);
	come([FILES.get(`${CHART}/Chart.yaml`) ?? '', 'of another time']);
	assert.equal(told.moved, moved + 1);
	assert.deepEqual([await codes(), asked.at(-1)], [['container/required'], [POD]]);
});

test('an answer that comes late is heard by who asked for it', async () => {
	let answer: Late<string> = () => undefined;
	const sendRequest = () => new Promise<string>((resolve) => (answer = resolve));
	const heard: unknown[] = [];
	const answering = new Answering({ sendRequest } as unknown as Connection);
	const late = new Promise<void>((done) => {
		void answering
			.ask({ method: 'x' } as Parameters<typeof answering.ask>[0], {}, 1, (one) => {
				heard.push(one);
				done();
			})
			.then((timely) => {
				heard.push(timely);
				answer('late');
			});
	});
	await late;
	assert.deepEqual(heard, [undefined, 'late']);
});

test('kinds that are set alike for two files are the same, whoever asks for them', async () => {
	const podTemplates = [{ apiVersion: 'example.com/v1', kind: 'Robot', path: 'spec.template' }];
	const client = { configuration: { answers: false, given: { peapod: { podTemplates } } }, locale: 'en' } as unknown as Client;
	const settings = new SettingsByFile(
		{} as Connection,
		client,
		() => [],
		() => undefined,
	);
	const [one, other] = [await settings.of('file:///a', true), await settings.of('file:///b', true)];
	settings.push({ peapod: { podTemplates: structuredClone(podTemplates) } });
	const anew = await settings.of('file:///a', true);
	assert.ok(one.podTemplates);
	assert.equal(one.podTemplates, other.podTemplates);
	assert.equal(one.podTemplates, anew.podTemplates);
});

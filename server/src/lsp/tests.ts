import { TextDocument } from 'vscode-languageserver-textdocument';
import { inLanguage } from '../features/diagnose/diagnostic';
import { lifeAsTestInSteps } from '../features/expect/life-as-test';
import { type Played, played } from '../features/expect/run';
import { messageOf, type Tested, testInSteps } from '../features/expect/test-scenario';
import { plainText } from '../features/words-of';
import { EXPECT_LIFE, TEST, type TestAnswer } from '../protocol/requests';
import type { Language } from '../protocol/text';
import { invalid } from './answering';
import { toRange } from './convert';
import { atLeisure } from './lives';
import type { Session } from './session';

/** What scenario files expect, and what comes of it; they need not be open. And a life as what is expected of it. */
export function registerTests({ answering, on, settingsOf, stages }: Session): void {
	answering.answer(TEST, async ({ uri, text, beside }, token) => {
		if (typeof uri !== 'string') throw invalid('uri');
		if (typeof text !== 'string') throw invalid('text');
		if (beside !== undefined && (typeof beside?.name !== 'string' || typeof beside.text !== 'string')) throw invalid('beside');
		const settings = await settingsOf(uri);
		const document = TextDocument.create(uri, 'yaml', 0, text);
		const { beside: manifest, notBuilt } = await stages.of(uri, text, settings, beside);
		const toPlay = manifest ? { name: manifest.name, played: played(manifest, settings.version) } : notBuilt;
		const tested = await atLeisure(testInSteps(text, uri, toPlay, settings.language), token);
		return tested ? testAnswer(tested, settings.language, document) : null;
	});

	answering.answer(EXPECT_LIFE, async ({ uri, scenarioText }, token) => {
		if (typeof scenarioText !== 'string') throw invalid('scenarioText');
		const manifest = await on<Played | undefined>(
			uri,
			undefined,
			(document, { settings }) => played({ text: document.getText() }, settings.version),
			(_, { beside, settings }) => beside && played(beside, settings.version),
		);
		return (manifest && (await atLeisure(lifeAsTestInSteps(scenarioText, manifest), token))) ?? null;
	});
}

function testAnswer({ results, faults }: Tested, language: Language, document: TextDocument): TestAnswer {
	return {
		results: results.map((result) => ({
			id: `${result.index} ${result.title.en}`,
			title: inLanguage(result.title, language).map(plainText).join(' / '),
			verdict: result.verdict,
			span: toRange(document, result.range),
			message: messageOf(result, language),
			...(result.t !== undefined && { t: result.t / 1000 }),
		})),
		faults: faults.map(({ range, message }) => ({ span: toRange(document, range), message })),
	};
}

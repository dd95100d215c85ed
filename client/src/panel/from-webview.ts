import type { Scenario } from '../../../server/src/protocol/life';
import { MODES, type Mode } from '../../../server/src/protocol/mode';
import { AGAINST, type Against, type FromWebview, type Question } from '../../../server/src/protocol/panel';
import { isScenario } from '../../../server/src/protocol/scenario-files';
import type { Span } from '../../../server/src/protocol/text';
import type { LiveName } from '../../../server/src/protocol/why';

type Data = Readonly<Record<string, unknown>>;
type Readers = { readonly [T in FromWebview['type']]: (data: Data) => (FromWebview & { readonly type: T }) | undefined };

/**
 * What the page says, if it is something a page may say. The page is ours, but it shows what stands in manifests, scenarios and container logs,
 * so whatever it asks is looked at as if a stranger asked.
 */
export function understood(message: unknown): FromWebview | undefined {
	if (!isData(message) || typeof message['type'] !== 'string' || !Object.hasOwn(READERS, message['type'])) return undefined;
	return READERS[message['type'] as FromWebview['type']](message);
}

const READERS: Readers = {
	ready: ({ document, question, scenarioFile, language, mode, zone }) => ({
		type: 'ready',
		...(isIndex(document) ? { document } : {}),
		...(question === undefined ? {} : { question: questionOf(question) }),
		...(isScenarioName(scenarioFile) ? { scenarioFile } : {}),
		...(isTongue(language) ? { language } : {}),
		...(isMode(mode) ? { mode } : {}),
		...(isZone(zone) ? { zone } : {}),
	}),
	mode: ({ mode }) => (isMode(mode) ? { type: 'mode', mode } : undefined),
	speak: ({ language }) => (isTongue(language) ? { type: 'speak', language } : undefined),
	ask: ({ document, question }) => (isIndex(document) ? { type: 'ask', document, question: questionOf(question) } : undefined),
	reveal: ({ span, in: place }) => (isSpan(span) ? { type: 'reveal', span, ...(place === 'scenario' ? { in: place } : {}) } : undefined),
	quickFix: ({ span }) => (isSpan(span) ? { type: 'quickFix', span } : undefined),
	openLink: ({ url }) => (typeof url === 'string' ? { type: 'openLink', url } : undefined),
	copy: ({ text }) => (typeof text === 'string' ? { type: 'copy', text } : undefined),
	export: ({ format, name, data }) =>
		isFormat(format) && typeof name === 'string' && typeof data === 'string' && (format !== 'png' || BASE64.test(data))
			? { type: 'export', format, name: name.replace(/[^\p{L}\p{N}.-]/gu, '_'), data }
			: undefined,
	saveScenario: ({ scenario }) => (isData(scenario) ? { type: 'saveScenario', scenario } : undefined),
	trouble: ({ message }) => (typeof message === 'string' ? { type: 'trouble', message: message.slice(0, LONGEST_TROUBLE) } : undefined),
	openScenario: ({ file }) => (file === undefined ? { type: 'openScenario' } : isScenarioName(file) ? { type: 'openScenario', file } : undefined),
	tryFix: ({ pod }) => (isPodName(pod) ? { type: 'tryFix', pod } : undefined),
	upToClock: ({ is }) => (typeof is === 'boolean' ? { type: 'upToClock', is } : undefined),
	tellAnew: ({ is }) => (typeof is === 'boolean' ? { type: 'tellAnew', is } : undefined),
	compare: ({ against }) => (isAgainst(against) ? { type: 'compare', against } : undefined),
	lesson: ({ act }) => (isLessonAct(act) ? { type: 'lesson', act } : undefined),
	openLesson: ({ id }) => (typeof id === 'string' && /^[a-z-]+$/.test(id) ? { type: 'openLesson', id } : undefined),
	newManifest: () => ({ type: 'newManifest' }),
};

/** A scenario's file beside its manifest: nothing that leads to another folder, or to a file of another sort. */
export const isScenarioName = (name: unknown): name is string => typeof name === 'string' && isBareName(name) && isScenario(name);

/** The name of a file, and not the way to another folder. */
export const isBareName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\\]/.test(name);

/** What fits into a message that VS Code shows. */
const LONGEST_TROUBLE = 300;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const FORMATS = ['svg', 'png', 'md', 'json'] as const;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTongue = (value: unknown): value is 'en' | 'ko' => value === 'en' || value === 'ko';
const isMode = (value: unknown): value is Mode => MODES.some((mode) => mode === value);
/** Minutes: no clock is a day from UTC. */
const isZone = (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) < 24 * 60;
/** Of what is shown in the page only the name counts, and the server looks for it among the pods of the text. */
const isPodName = (value: unknown): value is LiveName =>
	isData(value) && typeof value['name'] === 'string' && (value['namespace'] === undefined || typeof value['namespace'] === 'string');
export const isAgainst = (value: unknown): value is Against => AGAINST.some((one) => one === value);
const LESSON_ACTS = ['startOver', 'solution', 'next', 'whatIf'] as const;
const isLessonAct = (value: unknown): value is (typeof LESSON_ACTS)[number] => LESSON_ACTS.some((act) => act === value);
const isFormat = (value: unknown): value is (typeof FORMATS)[number] => FORMATS.some((format) => format === value);
const isPlace = (value: unknown): boolean => isData(value) && isIndex(value['line']) && isIndex(value['character']);
const isSpan = (value: unknown): value is Span => isData(value) && isPlace(value['start']) && isPlace(value['end']);

/** Nothing but these two may come along: the rest of a request is the host's to say. The server reads the scenario as it reads a file's. */
function questionOf(value: unknown): Question {
	const { preset, scenario } = isData(value) ? value : {};
	return { ...(typeof preset === 'string' ? { preset } : {}), ...(isData(scenario) ? { scenario: scenario as Scenario } : {}) };
}

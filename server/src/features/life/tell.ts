import { read } from '../../manifest/read';
import { ageOf, countedAt, watchPod } from '../../protocol/kubectl';
import type { Life, PodEvent, PodState } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { judge } from '../diagnose/judge';
import { particle } from '../particle';
import { plainText } from '../words-of';
import { simulateManifest } from './simulate';
import { isReady, podsOf } from './usual';

/** A life as a terminal shows it. */
export interface Told {
	readonly life: Life;
	/** The lines of `kubectl get pods -w`, a header first. */
	readonly watch: readonly string[];
	/** The events of `kubectl describe pod`, a header first. */
	readonly events: readonly string[];
	/** The pod was ready at some time, or succeeded; for a workload: one of its pods. */
	readonly wasReady: boolean;
}

export interface TellOptions {
	readonly version: Minor;
	readonly document: number;
	readonly preset?: string;
	/** A scenario file's text; diagnoseScenario says where it is wrong. */
	readonly scenario?: string;
}

/** Tells the life of a manifest; `faults` say why there is none, a sentence each. */
export function tell(manifest: string, { version, document, preset, scenario }: TellOptions): Told | { readonly faults: readonly Bilingual[] } {
	const given = scenario !== undefined ? { scenarioText: scenario } : preset === undefined ? {} : { preset };
	const file = read(manifest);
	if (file.silent === 'tooLarge') return { faults: [TOO_LARGE] };
	const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
	const answer = simulateManifest(file, { uri: '', document, ...given }, { version, judged: (one) => judge(one, version) }, () => nowhere);
	switch (answer.kind) {
		case 'life':
			if (preset !== undefined && !answer.presets.some(({ id }) => id === preset)) {
				const ids = answer.presets.map(({ id }) => id).join(', ');
				return {
					faults: [
						{
							en: `This pod has no preset "${preset}"; there are ${ids}.`,
							ko: `이 파드에는 "${preset}"${particle(preset, '이라는/라는')} 프리셋이 없다. 있는 것: ${ids}.`,
						},
					],
				};
			}
			return {
				life: answer,
				watch: watchLines(answer),
				events: eventLines(answer),
				wasReady: podsOf(answer.trace).some(({ timeline }) => timeline.some(isFine)),
			};
		case 'refused':
			return { faults: [{ en: 'The API server refuses the manifest:', ko: 'API 서버가 매니페스트를 거부한다.' }, ...answer.errors.map(refusal)] };
		case 'scenarioFault':
			return { faults: [answer.message] };
		case 'template':
			return { faults: [{ en: 'This is a Go template, not a manifest.', ko: '매니페스트가 아니라 Go 템플릿이다.' }] };
		case 'unrendered':
			return { faults: [{ en: `The chart does not render: ${answer.error}`, ko: `차트를 렌더링할 수 없다: ${answer.error}` }] };
		case 'otherKind':
			return { faults: [{ en: `A ${answer.otherKind} has no pod to simulate.`, ko: `${answer.otherKind}에는 시뮬레이션할 파드가 없다.` }] };
		case 'noDocument':
			return { faults: [notThere(document, answer.documents)] };
		case 'ignored':
		case 'empty':
			return { faults: [{ en: 'There is no pod manifest in the file.', ko: '파일에 파드 매니페스트가 없다.' }] };
	}
}

const TOO_LARGE: Bilingual = { en: 'The file is too large to be read.', ko: '파일이 너무 커서 읽지 않는다.' };

const notThere = (document: number, count: number): Bilingual => ({
	en: `There is no manifest ${document}: the file has ${count}, counted from 0.`,
	ko: `${document}번 매니페스트는 없다. 파일에는 0번부터 세어 ${count}개가 있다.`,
});

/** The server's sentence, and ours. */
const refusal = ({ message, why }: { readonly message: string; readonly why?: Bilingual }): Bilingual =>
	why ? { en: `${message}\n${plainText(why.en)}`, ko: `${message}\n${plainText(why.ko)}` } : { en: message, ko: message };

const isFine = (state: PodState): boolean => state.phase === 'Succeeded' || isReady(state);

/** Columns so wide, a space between them at least. */
const columns = (cells: readonly (readonly [text: string, width: number])[], last: string): string =>
	`${cells.map(([text, width]) => text.padEnd(width - 1)).join(' ')} ${last}`;

function watchLines({ trace, containers }: Life): readonly string[] {
	const inits = new Set(containers.flatMap(({ kind, name }) => (kind === 'init' ? name : [])));
	const pods = podsOf(trace);
	const width = Math.max(4, ...pods.map(({ name }) => name.length)) + 3;
	const row = (name: string, ready: string, status: string, restarts: string, since: string): string =>
		columns(
			[
				[name, width],
				[ready, 8],
				[status, 28],
				[restarts, 16],
			],
			since,
		);
	const lines = pods.flatMap(({ name, createdAt, timeline }) => watchPod(name, timeline, inits).map((line) => ({ ...line, t: line.t + createdAt })));
	const told = lines.sort((a, b) => a.t - b.t).map((line) => row(line.name, line.ready, line.status, line.restarts, line.age));
	return [row('NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'), ...told];
}

/** As `kubectl describe` would print them at the end. */
function eventLines({ trace }: Life): readonly string[] {
	const shifted = (event: PodEvent, by: number): PodEvent => ({ ...event, t: event.t + by, ...(event.times && { times: event.times.map((t) => t + by) }) });
	const events = [...podsOf(trace).flatMap(({ events: own, createdAt }) => own.map((event) => shifted(event, createdAt))), ...(trace.ownerEvents ?? [])];
	const row = (type: string, reason: string, when: string, from: string, message: string): string =>
		columns(
			[
				[type, 9],
				[reason, 24],
				[when, 22],
				[from, 24],
			],
			message,
		);
	const told = countedAt(events, trace.until)
		.toSorted((a, b) => a.first - b.first)
		.map((line) => row(line.event.type, line.event.reason, ageOf(line, trace.until), line.event.from, line.event.message));
	return [row('Type', 'Reason', 'Age', 'From', 'Message'), ...told];
}

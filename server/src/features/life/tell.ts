import { read } from '../../manifest/read';
import type { Life, PodEvent, PodState } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { judge } from '../diagnose/judge';
import { particle } from '../particle';
import { plainText } from '../words-of';
import { simulateManifest } from './simulate';

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
			return { life: answer, watch: watchLines(answer), events: eventLines(answer), wasReady: podsOf(answer).some(({ timeline }) => timeline.some(isFine)) };
		case 'refused':
			return { faults: [{ en: 'The API server refuses the manifest:', ko: 'API 서버가 매니페스트를 거부한다.' }, ...answer.errors.map(refusal)] };
		case 'scenarioFault':
			return { faults: [answer.message] };
		case 'template':
			return { faults: [{ en: 'This is a Go template, not a manifest.', ko: '매니페스트가 아니라 Go 템플릿이다.' }] };
		case 'otherKind':
			return { faults: [{ en: `A ${answer.otherKind} has no pod to simulate.`, ko: `${answer.otherKind}에는 시뮬레이션할 파드가 없다.` }] };
		case 'noDocument':
			return { faults: [notThere(document, answer.documents)] };
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

const isFine = ({ phase, conditions }: PodState): boolean => phase === 'Succeeded' || conditions?.['Ready']?.status === 'True';

function podsOf({
	trace,
}: Life): readonly { readonly name: string; readonly createdAt: number; readonly timeline: readonly PodState[]; readonly events: readonly PodEvent[] }[] {
	return trace.pods ?? [{ name: trace.name, createdAt: 0, timeline: trace.timeline ?? [], events: trace.events ?? [] }];
}

/** `30s`, `5m12s`, `3h`: kubectl's ages, k8s.io/apimachinery/pkg/util/duration.HumanDuration. */
export function age(seconds: number): string {
	const s = Math.floor(seconds);
	if (s < 120) return `${s}s`;
	const m = Math.floor(s / 60);
	if (m < 10) return s % 60 === 0 ? `${m}m` : `${m}m${s % 60}s`;
	if (m < 180) return `${m}m`;
	const h = Math.floor(m / 60);
	return h < 8 ? (m % 60 === 0 ? `${h}h` : `${h}h${m % 60}m`) : `${h}h`;
}

function watchLines(life: Life): readonly string[] {
	const pods = podsOf(life);
	const width = Math.max(4, ...pods.map(({ name }) => name.length)) + 3;
	const rows = pods.flatMap(({ name, createdAt, timeline }) => {
		let last = '';
		return timeline.flatMap(({ t, kubectl }) => {
			if (!kubectl) return [];
			const row = `${name.padEnd(width)}${kubectl.ready.padEnd(8)}${kubectl.status.padEnd(28)}${String(kubectl.restarts).padEnd(11)}`;
			// kubectl prints a line for each change of the object; the ones that look the same tell nothing.
			if (row === last) return [];
			last = row;
			return [{ t: t + createdAt, line: `${row}${age(t)}` }];
		});
	});
	const header = `${'NAME'.padEnd(width)}${'READY'.padEnd(8)}${'STATUS'.padEnd(28)}${'RESTARTS'.padEnd(11)}AGE`;
	return [header, ...rows.sort((a, b) => a.t - b.t).map(({ line }) => line)];
}

function eventLines(life: Life): readonly string[] {
	const { trace } = life;
	const events = [
		...podsOf(life).flatMap(({ events: own, createdAt }) => own.map((event) => ({ ...event, t: event.t + createdAt, lastT: event.lastT + createdAt }))),
		...(trace.ownerEvents ?? []),
	].sort((a, b) => a.t - b.t);
	const rows = events.map(({ type, reason, lastT, t, count, from, message }) => {
		const when = count > 1 ? `${age(lastT)} (x${count} since ${age(t)})` : age(t);
		return `${type.padEnd(9)}${reason.padEnd(24)}${when.padEnd(22)}${from.padEnd(24)}${message}`;
	});
	return [`${'Type'.padEnd(9)}${'Reason'.padEnd(24)}${'At'.padEnd(22)}${'From'.padEnd(24)}Message`, ...rows];
}

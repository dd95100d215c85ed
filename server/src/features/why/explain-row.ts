import type { DumpedPod, Refused, TableRow } from '../../autopsy/dump';
import { quoted } from '../../autopsy/finding';
import { isWellRow } from '../../autopsy/read-table';
import { causeWords, tryWords, type WhyWords } from '../../docs/why';
import type { Bilingual } from '../../protocol/text';
import { termOf } from '../hover/glossary';
import { reasonWordsOf } from '../words-of';
import { examineEvents, refusalIn, said } from './examine';
import type { Explained } from './explained';

/** What passes by itself: nobody can tell from the columns whether it does. */
const PASSING = /^(?:Pending|ContainerCreating|PodInitializing|Terminating|Init:\d+\/\d+)$/;

/** A pod of which only the columns of `kubectl get pods` or events are known, or a workload whose pods are refused. Nothing is foretold. */
export function explainRow(row: TableRow): Explained {
	if (row.refused) return ofRefused(row.refused);
	const { namespace, name, ready, status, restarts, told } = row;
	const columns = status === '' ? [] : [{ t: 0, deleting: status === 'Terminating', kubectl: { ready, status, restarts } }];
	const own = { name, namespace: namespace || 'default', timeline: columns, scenario: {}, fits: false };
	const isWell = isWellRow(row);
	if (told && !isWell) return { ...own, ...ofEvents(told, status) };
	const words = status === 'Running' ? (isWell ? READY : NOT_READY) : status === 'Unknown' ? UNREACHABLE : termOf(status)?.words;
	return {
		...own,
		verdict: isWell ? 'healthy' : PASSING.test(status) ? 'unknown' : 'unhealthy',
		headline: {
			en: `\`${status}\`: ${first(words?.en) || 'no word of kubectl that Peapod knows.'}`,
			ko: `\`${status}\`: ${first(words?.ko) || 'Peapod이 모르는 말이다.'}`,
		},
		causes: [],
		advice: isWell ? [] : [describing(name, namespace), ...(ENDS.test(status) ? [lastLog(name, namespace)] : [])],
		fit: isWell ? WELL : COLUMNS,
	};
}

/** What ended said something before; init containers are asked by their names. */
const ENDS = /^(?:CrashLoopBackOff|Error|OOMKilled)$/;

const lastLog = (name: string, namespace: string): Explained['advice'][number] => ({
	words: tryWords['logs/previous'],
	line: `kubectl logs ${quoted(name)}${namespace ? ` -n ${quoted(namespace)}` : ''} --all-containers --previous`,
});

const first = (text: string | undefined): string => text?.split('\n')[0] ?? '';

const describing = (name: string, namespace: string): Explained['advice'][number] => ({
	words: tryWords.describe,
	line: `kubectl describe pod ${quoted(name || 'NAME')}${namespace ? ` -n ${quoted(namespace)}` : ''}`,
});

/** What is found in events; in those in which nothing is wrong, nothing. */
function ofEvents(pod: DumpedPod, status: string): Pick<Explained, 'verdict' | 'headline' | 'causes' | 'advice' | 'fit'> {
	const { finding, explained } = examineEvents(pod);
	const { headline, causes, advice } = explained;
	const { name = '', namespace = '' } = pod.pod.metadata ?? {};
	if (finding.headline.code !== 'unclear' && !finding.headline.code.startsWith('creating'))
		return { verdict: finding.healthy ? 'healthy' : 'unhealthy', headline, causes, advice, fit: PART };
	if (pod.events.length === 0) return { verdict: 'unknown', headline, causes, advice, fit: PART };
	// What was before the last start is over.
	const started = pod.events.reduce((newest, { reason, last }) => (reason === 'Started' ? Math.max(newest, last) : newest), Number.NEGATIVE_INFINITY);
	const isQuiet = pod.events.every(({ type, last }) => type === 'Normal' || last < started);
	const newest = pod.events.toSorted((a, b) => b.last - a.last).find(({ type }) => isQuiet || type === 'Warning');
	const words = newest && reasonWordsOf(newest.reason);
	return {
		verdict: isQuiet ? 'unknown' : 'unhealthy',
		headline: isQuiet
			? QUIET
			: { en: `\`${newest?.reason}\`: ${first(words?.en) || newest?.message}`, ko: `\`${newest?.reason}\`: ${first(words?.ko) || newest?.message}` },
		causes:
			isQuiet || !newest
				? []
				: [{ words: said(causeWords['config/other'], { message: newest.message }), evidence: [{ event: newest.reason, count: newest.count }] }],
		advice: [describing(name, namespace)],
		fit: status === '' || !isQuiet ? PART : COLUMNS,
	};
}

function ofRefused({ kind, namespace, name, message, count }: Refused): Explained {
	const place = namespace ? ` -n ${quoted(namespace)}` : '';
	const { means, remedies } = refusalIn(message, namespace, { event: 'FailedCreate', count });
	return {
		name,
		namespace: namespace || 'default',
		timeline: [],
		scenario: {},
		fits: false,
		verdict: 'unhealthy',
		headline: said(refusedWords, { kind, name, message }),
		causes: [{ words: said(refusalWords, { message }), evidence: [{ event: 'FailedCreate', count }] }, ...means],
		advice: [...remedies, { words: tryWords.describe, line: `kubectl describe ${kind.toLowerCase()} ${quoted(name || 'NAME')}${place}` }],
		fit: PART,
	};
}

/** The controller tries again and again. */
const refusedWords: WhyWords = {
	en: 'The API server refuses the pods of {kind} `{name}`, so there are none of it.',
	ko: 'API 서버가 {kind} `{name}`의 파드 생성을 거부해 파드가 만들어지지 않는다.',
	when: [
		{ arg: 'name', is: '', en: 'The API server refuses the pods, so there are none.', ko: 'API 서버가 파드 생성을 거부해 파드가 만들어지지 않는다.' },
		// Of whom they are the events do not say: the name is the beginning of theirs.
		{
			arg: 'kind',
			is: 'Pod',
			en: 'The API server refuses the pods `{name}`, so there are none.',
			ko: 'API 서버가 `{name}` 파드의 생성을 거부해 파드가 만들어지지 않는다.',
		},
	],
};
const refusalWords: WhyWords = { en: 'The API server says: {message}', ko: 'API 서버가 남긴 말: {message}' };

const QUIET: Bilingual = { en: 'Nothing in it is wrong so far.', ko: '여기까지는 잘못된 것이 없다.' };

const PART: Bilingual = {
	en: 'This is only a part of what is known of it, so what comes next is not told. All that "kubectl describe pod" prints tells more.',
	ko: '파드 정보가 일부만 있어 다음에 일어날 일은 예상하지 않는다. "kubectl describe pod"의 출력 전체가 있으면 더 알 수 있다.',
};

const NOT_READY: Bilingual = {
	en: 'The containers run, but not all of them are ready, so the pod gets no traffic.',
	ko: '컨테이너는 돌고 있지만 모두 준비되지는 않아 파드가 트래픽을 받지 못한다.',
};

const READY: Bilingual = { en: 'The containers run, and all of them are ready.', ko: '컨테이너가 모두 돌고 있고 준비됐다.' };

/** printers.go printPod: of a pod that is being deleted and whose node was lost. As a phase the word is not used any more. */
const UNREACHABLE: Bilingual = {
	en: 'The pod is to be deleted, but its node does not answer, so nobody knows whether it still runs.',
	ko: '파드를 삭제하는 중이지만 노드가 응답하지 않아 아직 도는지 알 수 없다.',
};

const WELL: Bilingual = { en: 'Nothing in these columns is wrong.', ko: '이 표에는 잘못된 것이 없다.' };

const COLUMNS: Bilingual = {
	en: 'The columns do not say why: what "kubectl describe pod" or "kubectl get pod -o yaml" prints does.',
	ko: '이 표만으로는 이유를 알 수 없다. "kubectl describe pod"나 "kubectl get pod -o yaml"의 출력이 있어야 한다.',
};

import { quoted } from '../../autopsy/finding';
import type { TableRow } from '../../autopsy/read-table';
import { tryWords } from '../../docs/why';
import type { Bilingual } from '../../protocol/text';
import { termOf } from '../hover/glossary';
import type { Explained } from './explained';

/** What passes by itself: nobody can tell from the columns whether it does. */
const PASSING = /^(?:Pending|ContainerCreating|PodInitializing|Terminating|Init:\d+\/\d+)$/;

/** A pod of which only the columns of `kubectl get pods` are known: what its STATUS means, and how to learn more. Nothing is foretold. */
export function explainRow({ namespace, name, ready, status, restarts }: TableRow): Explained {
	const [has, wants] = ready.split('/');
	const isWell = status === 'Completed' || (status === 'Running' && has === wants);
	const first = (text: string | undefined): string => text?.split('\n')[0] ?? '';
	const words = status === 'Running' ? (isWell ? READY : NOT_READY) : status === 'Unknown' ? UNREACHABLE : termOf(status)?.words;
	const place = namespace ? ` -n ${quoted(namespace)}` : '';
	return {
		name,
		namespace: namespace || 'default',
		verdict: isWell ? 'healthy' : PASSING.test(status) ? 'unknown' : 'unhealthy',
		headline: {
			en: `\`${status}\`: ${first(words?.en) || 'no word of kubectl that Peapod knows.'}`,
			ko: `\`${status}\`: ${first(words?.ko) || 'Peapod이 모르는 말이다.'}`,
		},
		causes: [],
		advice: isWell ? [] : [{ words: tryWords.describe, line: `kubectl describe pod ${quoted(name)}${place}` }],
		timeline: [{ t: 0, deleting: status === 'Terminating', kubectl: { ready, status, restarts } }],
		scenario: {},
		fits: false,
		fit: isWell ? WELL : COLUMNS,
	};
}

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

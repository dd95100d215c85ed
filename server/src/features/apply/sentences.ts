/** What becomes of an object, in words; and of all of them, in a sentence or two. */
import type { AppliedObject, FieldChange, Outcome } from '../../protocol/apply';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import type { JsonMap } from '../../schema/json';
import { particle } from '../particle';
import type { Applier } from './applier';
import type { Change } from './changes';

const say = (en: string, ko: string): Bilingual => ({ en, ko });
const times = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** What the nine kinds are called in a Korean sentence. */
const KOREAN: Readonly<Record<string, string>> = {
	Pod: '파드',
	PodTemplate: '파드템플릿',
	ReplicationController: '레플리케이션컨트롤러',
	Deployment: '디플로이먼트',
	StatefulSet: '스테이트풀셋',
	DaemonSet: '데몬셋',
	ReplicaSet: '레플리카셋',
	Job: '잡',
	CronJob: '크론잡',
};

export const koreanKind = (kind: string): string => KOREAN[kind] ?? kind;

export const OUTCOME_WORDS: Readonly<Record<Outcome, Bilingual>> = {
	refused: say('refused', '거부'),
	deleted: say('deleted', '삭제'),
	replaced: say('pods replaced', '파드 교체'),
	restarted: say('container restarted', '컨테이너 재시작'),
	changed: say('changed in place', '재시작 없이 변경'),
	created: say('created', '생성'),
	unchanged: say('unchanged', '변화 없음'),
};

export const NOTHING = say('Nothing changes.', '바뀌는 것이 없다.');
const NONE = say('There is nothing to apply.', '적용할 것이 없다.');
export const CREATED = say('It is not there yet: it is created.', '아직 없으므로 새로 만든다.');
export const CREATED_AT_LAST = say(
	'What stood there before would have been refused, so nothing of it is live: it is created.',
	'이전 내용은 서버가 거부했을 것이라 만들어진 것이 없다. 새로 만든다.',
);
export const REFUSED = say('The server refuses it, and the live object stays as it is.', '서버가 거부하며, 실행 중인 오브젝트는 그대로다.');
export const NOT_CREATED = say('It is not there yet, and the server refuses to create it.', '아직 없는 오브젝트인데, 서버가 생성을 거부한다.');
export const IN_PLACE = say('Changed in place: nothing restarts.', '재시작하는 것 없이 바뀐다.');
const METADATA_ONLY = say('Only labels and annotations differ: nothing restarts.', '레이블과 어노테이션만 다르다. 재시작하는 것은 없다.');

/** Containers that restart in a pod that stays, and are ready again after so many seconds; undefined where they never are. */
export function restartSentence(names: readonly string[], down: number | undefined): Bilingual {
	const list = names.map((name) => `\`${name}\``).join(', ');
	const one = names.length === 1;
	const gap =
		down === undefined
			? say(`${one ? 'It is' : 'They are'} not ready again.`, '다시 준비되지 않는다.')
			: say(
					`${one ? 'It is' : 'They are'} ready again ${durationText(down, 'en')} after the apply.`,
					`적용하고 ${durationText(down, 'ko')} 뒤에 다시 준비된다.`,
				);
	return say(
		`${list} ${one ? 'restarts' : 'restart'} in the same pod. ${gap.en}`,
		`같은 파드 안에서 ${list}${particle(names.at(-1) ?? '', '이/가')} 재시작한다. ${gap.ko}`,
	);
}

/** Why a new template reaches no pod by itself; undefined where it does. */
export function heldSentence(kind: string, next: JsonMap): Bilingual | undefined {
	const spec = (next['spec'] ?? {}) as { readonly paused?: boolean; readonly updateStrategy?: { readonly type?: string } };
	switch (kind) {
		case 'ReplicaSet':
		case 'ReplicationController':
			return say(
				'Only pods made from now on follow the new template; those that are there stay.',
				'앞으로 만드는 파드만 새 템플릿을 따른다. 이미 있는 파드는 그대로다.',
			);
		case 'CronJob':
			return say('It counts from the next run; a run under way goes on as it began.', '다음 실행부터 적용된다. 진행 중인 실행은 그대로 이어진다.');
		case 'Deployment':
			return spec.paused === true ? say('No pod is replaced as long as it is `paused`.', '`paused` 상태인 동안에는 파드를 교체하지 않는다.') : undefined;
		default:
			return spec.updateStrategy?.type === 'OnDelete'
				? say('A pod follows the new template only after you delete it (`OnDelete`).', '옛 파드를 직접 지워야 새 템플릿으로 다시 만든다(`OnDelete`).')
				: undefined;
	}
}

/** How many pods a StatefulSet keeps as they are: those with an ordinal below `partition`. */
export function partitionOf(kind: string, next: JsonMap): number {
	const { updateStrategy } = (next['spec'] ?? {}) as { readonly updateStrategy?: { readonly rollingUpdate?: { readonly partition?: number } } };
	return kind === 'StatefulSet' ? (updateStrategy?.rollingUpdate?.partition ?? 0) : 0;
}

export function partlyReplaced(replaced: number, all: number, partition: number): Bilingual {
	return say(
		`${replaced} of ${times(all, 'pod')} ${replaced === 1 ? 'is' : 'are'} replaced; \`partition\` ${partition} keeps the others.`,
		`파드 ${all}개 중 ${replaced}개를 교체한다. 나머지는 \`partition\` ${partition}에 따라 그대로 둔다.`,
	);
}

/** More or fewer pods of the same kind. */
export function scaledSentence(before: number, after: number): Bilingual | undefined {
	if (before === after) return undefined;
	const n = Math.abs(after - before);
	return after > before
		? say(`${times(n, 'pod')} more: ${before} → ${after}.`, `파드가 ${n}개 늘어난다(${before} → ${after}).`)
		: say(`${times(n, 'pod')} fewer: ${before} → ${after}.`, `파드가 ${n}개 줄어든다(${before} → ${after}).`);
}

/** Of a change that no pod feels. */
export function inPlaceSentence(kind: string, changes: readonly Change[], next: JsonMap): Bilingual {
	if (changes.every(({ path: [first] }) => first === 'metadata')) return METADATA_ONLY;
	const spec = (next['spec'] ?? {}) as { readonly suspend?: boolean; readonly parallelism?: number; readonly activeDeadlineSeconds?: number };
	const touches = (field: string): boolean => changes.some(({ path: [first, second] }) => first === 'spec' && second === field);
	if (kind === 'CronJob' && touches('suspend'))
		return spec.suspend === true
			? say('No further runs while it is suspended.', '일시 중지된 동안에는 실행하지 않는다.')
			: say('It runs on schedule again.', '다시 일정대로 실행한다.');
	if (kind === 'Job' && touches('suspend'))
		return spec.suspend === true
			? say('It is suspended: the pods that run are deleted.', '일시 중지된다. 실행 중인 파드는 지워진다.')
			: say('It goes on: its pods are made.', '일시 중지를 풀고 파드를 만든다.');
	if (kind === 'Job' && touches('parallelism')) {
		const most = spec.parallelism ?? 1;
		return say(`From now on at most ${times(most, 'pod')} ${most === 1 ? 'runs' : 'run'} at a time.`, `이제 파드를 한 번에 ${most}개까지 실행한다.`);
	}
	if (kind === 'Pod' && touches('activeDeadlineSeconds')) {
		const deadline = spec.activeDeadlineSeconds ?? 0;
		return say(
			`Nothing restarts, but ${durationText(deadline, 'en')} after its start the pod fails (\`activeDeadlineSeconds\`).`,
			`재시작하는 것은 없지만, 시작한 지 ${durationText(deadline, 'ko')}${particle(durationText(deadline, 'ko'), '이/가')} 지나면 파드가 실패로 끝난다(\`activeDeadlineSeconds\`).`,
		);
	}
	return IN_PLACE;
}

/** Kinds that are not judged, and whose change a pod may feel. */
export const READ_BY_PODS: ReadonlySet<string> = new Set(['ConfigMap', 'Secret']);

/** Of a kind that is not judged. */
export function otherSentence(kind: string): Bilingual {
	return READ_BY_PODS.has(kind)
		? say(
				'No pod restarts for it: mounted files follow within about two minutes, environment variables only when a container starts anew.',
				'이것 때문에 재시작하는 파드는 없다. 마운트한 파일에는 2분 안팎으로 반영되고, 환경 변수는 컨테이너가 다시 시작해야 바뀐다.',
			)
		: say('It changes. Peapod does not judge this kind.', '바뀐다. Peapod이 판정하지 않는 종류다.');
}

/** How many pods and containers feel it, by object. */
export interface Felt {
	readonly replaced: number;
	readonly restarted: number;
}

const MOST_NAMED = 2;

/** All objects in a sentence or two. */
export function headlineOf(objects: readonly AppliedObject[], felt: readonly Felt[], applier: Applier): Bilingual {
	const [only] = objects;
	if (!only) return NONE;
	if (objects.length === 1 && only.outcome !== 'refused') return only.sentence;
	const of = (...outcomes: readonly Outcome[]): number => objects.filter(({ outcome }) => outcomes.includes(outcome)).length;
	const refused = objects.filter(({ outcome }) => outcome === 'refused');
	const changed = of('deleted', 'replaced', 'restarted', 'changed', 'created');
	const said = [
		...(changed > 0 || refused.length === 0 ? [changedSentence(changed, objects.length, { created: of('created'), deleted: of('deleted') }, felt)] : []),
		...refusedSentences(refused, changed, applier),
	];
	return say(said.map(({ en }) => en).join(' '), said.map(({ ko }) => ko).join(' '));
}

/** How many objects come and go. */
interface Moved {
	readonly created: number;
	readonly deleted: number;
}

function changedSentence(changed: number, all: number, { created, deleted }: Moved, felt: readonly Felt[]): Bilingual {
	if (changed === 0) return NOTHING;
	const sum = (of: (one: Felt) => number): number => felt.reduce((total, one) => total + of(one), 0);
	const [replaced, restarted] = [sum((one) => one.replaced), sum((one) => one.restarted)];
	const parts: readonly Part[] = [
		{
			n: replaced,
			en: `${times(replaced, 'pod')} ${replaced === 1 ? 'is' : 'are'} replaced`,
			and: `파드 ${replaced}개가 교체되고`,
			end: `파드 ${replaced}개가 교체된다`,
		},
		{
			n: restarted,
			en: `${times(restarted, 'container')} ${restarted === 1 ? 'restarts' : 'restart'}`,
			and: `컨테이너 ${restarted}개가 재시작하고`,
			end: `컨테이너 ${restarted}개가 재시작한다`,
		},
		{
			n: created,
			en: `${times(created, 'object')} ${created === 1 ? 'is' : 'are'} created`,
			and: `오브젝트 ${created}개가 생성되고`,
			end: `오브젝트 ${created}개가 생성된다`,
		},
		{
			n: deleted,
			en: `${times(deleted, 'object')} ${deleted === 1 ? 'is' : 'are'} deleted`,
			and: `오브젝트 ${deleted}개가 삭제되고`,
			end: `오브젝트 ${deleted}개가 삭제된다`,
		},
	].filter(({ n }) => n > 0);
	const head = say(`${changed} of ${all} objects ${changed === 1 ? 'changes' : 'change'}`, `오브젝트 ${all}개 중 ${changed}개가 바뀐다`);
	const last = parts.at(-1);
	if (!last) return say(`${head.en}: no pod is replaced, and nothing restarts.`, `${head.ko}. 교체되는 파드도, 재시작하는 컨테이너도 없다.`);
	const first = parts.slice(0, -1);
	const [english, korean] = [first.map(({ en }) => en).join(', '), first.map(({ and }) => and).join(' ')];
	return say(`${head.en}: ${english && `${english} and `}${last.en}.`, `${head.ko}. ${korean && `${korean} `}${last.end}.`);
}

/** What happens to `n` of them, in the middle of a Korean sentence and at its end. */
interface Part {
	readonly n: number;
	readonly en: string;
	readonly and: string;
	readonly end: string;
}

function refusedSentences(refused: readonly AppliedObject[], changed: number, applier: Applier): readonly Bilingual[] {
	if (refused.length === 0) return [];
	const names =
		refused.length > MOST_NAMED
			? [say(`${refused.length} objects are refused.`, `오브젝트 ${refused.length}개가 거부된다.`)]
			: refused.map(({ kind, name }) => say(`${kind} \`${name}\` is refused.`, `${koreanKind(kind)} \`${name}\`${particle(name, '은/는')} 거부된다.`));
	return changed > 0 ? [...names, OTHERS[applier]] : names;
}

/** kube.Client.update goes on after an update that failed, and stops where something cannot be created. */
const OTHERS: Readonly<Record<Applier, Bilingual>> = {
	kubectl: say('The others are applied all the same.', '나머지는 그래도 적용된다.'),
	helm: say('The upgrade fails; of the others some may be applied all the same.', '업그레이드는 실패한다. 나머지 가운데 일부는 적용될 수 있다.'),
};

/** `spec.replicas: 3 → 5`; what is left out of long values goes without saying: a diff tells all. */
export function changeText({ path, before, after }: FieldChange): string {
	if (before === undefined) return `${path}: + ${after ?? ''}`;
	return after === undefined ? `${path}: - ${before}` : `${path}: ${before} → ${after}`;
}

/** Some sentences of the server hold a whole pod template; what is wrong with it stands at their end. */
const LONGEST_SENTENCE = 300;
const LAST_WORDS = 80;

export function shortened(message: string): string {
	const line = message.replace(/\s+/g, ' ');
	return line.length > LONGEST_SENTENCE ? `${line.slice(0, LONGEST_SENTENCE - LAST_WORDS)} … ${line.slice(-LAST_WORDS)}` : line;
}

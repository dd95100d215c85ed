import { wordsUnder } from '../../docs/fields';
import type { FieldWords } from '../../docs/words';
import type { SearchAnswer } from '../../protocol/requests';
import type { Language } from '../../protocol/text';
import { KINDS } from '../../schema/kinds';
import { type Field, type Minor, structOf, structWithin } from '../../schema/schema';
import { isKnown } from '../place';
import { wordsOf } from '../words-of';
import { defaultOf } from './default-values';
import { factsLine, gateLine, valuesLine } from './facts';
import { markdownOf, type Story } from './page';

/** What people call a field, where neither its name nor its words say so. */
const ALIASES: Readonly<Record<string, string>> = {
	'Container.args': '인수 arguments cmd',
	'Container.command': '명령 entrypoint 진입점 엔트리포인트',
	'Container.env': '환경 변수 environment variable 환경변수',
	'Container.envFrom': '환경 변수 environment variable 환경변수',
	'Container.image': '이미지 도커 docker image',
	'Container.imagePullPolicy': '이미지 풀 정책 pull policy',
	'Container.lifecycle': '훅 hook 라이프사이클 수명주기',
	'Container.livenessProbe': '라이브니스 프로브 활성 프로브 생존 liveness probe health check 헬스 체크 헬스체크',
	'Container.ports': '포트 port expose',
	'Container.readinessProbe': '레디니스 프로브 준비성 프로브 readiness probe health check 헬스 체크 헬스체크',
	'Container.resources': '리소스 자원 요청 한도 requests limits cpu memory 메모리',
	'Container.startupProbe': '스타트업 프로브 시작 프로브 startup probe health check 헬스 체크 헬스체크',
	'Container.volumeMounts': '볼륨 마운트 volume mount',
	'Lifecycle.preStop': '종료 전 훅 graceful shutdown 정상 종료',
	'PodSpec.affinity': '어피니티 친화성 affinity anti-affinity',
	'PodSpec.containers': '컨테이너 container',
	'PodSpec.ephemeralContainers': '임시 컨테이너 ephemeral debug 디버그',
	'PodSpec.hostAliases': '호스트에일리어스 etc hosts',
	'PodSpec.imagePullSecrets': '이미지 풀 시크릿 registry credentials private registry',
	'PodSpec.initContainers': '초기화 컨테이너 init container 이닛 사이드카 sidecar',
	'PodSpec.nodeSelector': '노드 셀렉터 node selector',
	'PodSpec.priorityClassName': '우선순위 priority',
	'PodSpec.restartPolicy': '재시작 정책 restart policy',
	'PodSpec.securityContext': '보안 컨텍스트 시큐리티 컨텍스트 security context',
	'PodSpec.serviceAccountName': '서비스어카운트 서비스 어카운트 service account',
	'PodSpec.terminationGracePeriodSeconds': '종료 유예 기간 grace period graceful shutdown 정상 종료 그레이스풀',
	'PodSpec.tolerations': '톨러레이션 toleration taint 테인트',
	'PodSpec.topologySpreadConstraints': '토폴로지 분배 제약 조건 topology spread zone',
	'PodSpec.volumes': '볼륨 volume',
	'SecurityContext.privileged': '특권 privileged root',
	'DeploymentSpec.strategy': '배포 전략 롤링 업데이트 rolling update rollout 롤아웃',
	'DeploymentSpec.replicas': '레플리카 파드 개수 replica count scale',
	'CronJobSpec.schedule': '스케줄 크론 cron 일정',
	'JobSpec.backoffLimit': '재시도 retries 백오프 제한',
	'Volume.configMap': '컨피그맵 configmap',
	'Volume.secret': '시크릿 secret',
	'Volume.persistentVolumeClaim': '퍼시스턴트볼륨클레임 pvc',
	'Volume.emptyDir': '빈 디렉터리 임시 볼륨 tmp scratch',
};

interface Entry {
	readonly kind: string;
	readonly path: string;
	readonly struct: string;
	readonly field: Field;
	readonly under: string;
	/** Lower case, without spaces: the name, its aliases, the path, the first sentences, all words. */
	readonly keys: readonly [name: string, aliases: string, path: string, first: string, all: string];
}

/** What is pasted by mistake is no question. */
const LONGEST = 200;

let entries: readonly Entry[] | undefined;

const squashed = (text: string): string => text.toLowerCase().replace(/[\s\-_.`]+/g, '');

/** Every field once, at its shortest path from a Pod, or from the kind that has it; a field that means something else elsewhere, there too. */
function allEntries(): readonly Entry[] {
	const found: Entry[] = [];
	const seen = new Set<string>();
	for (const { kind } of KINDS) {
		const queue: { readonly struct: string; readonly path: string; readonly under: string }[] = [{ struct: kind, path: '', under: '' }];
		for (const { struct, path, under } of queue) {
			const id = `${struct} ${Object.hasOwn(wordsUnder, under) ? under : ''}`;
			if (seen.has(id)) continue;
			seen.add(id);
			for (const field of structOf(struct)?.values() ?? []) {
				const at = path ? `${path}.${field.name}` : field.name;
				found.push(entry(kind, at, struct, field, under));
				const inner = structWithin(field.type);
				if (inner) queue.push({ struct: inner, path: at, under: field.name });
			}
		}
	}
	return found;
}

function entry(kind: string, path: string, struct: string, field: Field, under: string): Entry {
	const words = wordsOf(struct, field.name, under);
	const first = `${words?.en.split('\n')[0] ?? ''} ${words?.ko.split('\n')[0] ?? ''}`;
	const aliases = ALIASES[`${struct}.${field.name}`] ?? '';
	return {
		kind,
		path,
		struct,
		field,
		under,
		keys: [squashed(field.name), squashed(aliases), squashed(path), squashed(first), squashed(`${words?.en ?? ''} ${words?.ko ?? ''}`)],
	};
}

/** Fields that a question in either language is about, the likeliest first. */
export function search(asked: string, language: Language, version: Minor, most = 40): readonly SearchAnswer[] {
	entries ??= allEntries();
	const query = asked.slice(0, LONGEST);
	const whole = squashed(query);
	const parts = query
		.split(/[\s.]+/)
		.map(squashed)
		.filter(Boolean);
	if (parts.length === 0) return [];
	return entries
		.filter(({ field }) => isKnown(field, version))
		.map((one) => ({ one, score: scoreOf(one, whole, parts) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.one.path.length - b.one.path.length || (a.one.path < b.one.path ? -1 : 1))
		.slice(0, most)
		.map(({ one }) => answer(one, language, version));
}

/** The whole question in the name or an alias counts most, its parts in the words least; every part must be somewhere. */
function scoreOf({ keys: [name, aliases, path, first, all], under }: Entry, whole: string, parts: readonly string[]): number {
	const singular = whole.replace(/s$/, '');
	const depth = path.includes('status') ? 10 : 0;
	const special = under === 'initContainers' ? 5 : 0;
	if (name === whole || name === `${singular}s` || name === singular) return 100 - depth - special;
	if (path.endsWith(whole) && whole.length > name.length) return 95 - depth;
	if (aliases.includes(whole)) return 90 - special;
	if (name.startsWith(whole)) return 80 - depth - special;
	const weights = parts.map((part) =>
		name.includes(part) ? 12 : aliases.includes(part) ? 10 : path.includes(part) ? 6 : first.includes(part) ? 4 : all.includes(part) ? 1 : 0,
	);
	if (weights.some((weight) => weight === 0)) return 0;
	const phrase = first.includes(whole) ? 20 : all.includes(whole) ? 8 : 0;
	return weights.reduce<number>((sum, weight) => sum + weight, 0) / parts.length + phrase - special;
}

function answer({ kind, path, struct, field, under }: Entry, language: Language, version: Minor): SearchAnswer {
	const words = wordsOf(struct, field.name, under);
	const at = `${kind.toLowerCase()}.${path}`;
	const tongue = language === 'ko' ? 'ko' : 'en';
	const first = language === 'both' ? `${words?.ko.split('\n')[0] ?? ''} · ${words?.en.split('\n')[0] ?? ''}` : (words?.[tongue].split('\n')[0] ?? '');
	return {
		name: field.name,
		path: at,
		first: first.replaceAll('`', ''),
		markdown: `# ${field.name}\n\n${markdownOf(storyOf(at, field, words, defaultOf(struct, field.name, kind), version), language)}\n`,
	};
}

function storyOf(path: string, field: Field, words: FieldWords | undefined, usual: string | undefined, version: Minor): Story {
	const facts = factsLine(field, usual);
	return {
		title: { en: `\`${path}\` — ${facts.en}`, ko: `\`${path}\` — ${facts.ko}` },
		words: words ? [words] : [],
		lines: [valuesLine(field, version), gateLine(field, version)].filter((line) => line !== undefined),
		...(words?.link ? { link: words.link } : {}),
		...(words?.more ? { more: words.more } : {}),
		...(words?.example ? { example: words.example } : {}),
	};
}

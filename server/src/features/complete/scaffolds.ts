import type { Bilingual } from '../../protocol/text';
import { KINDS, type Kind, type KindName } from '../../schema/kinds';
import { indented } from '../../yaml/lines';
import { structAt } from '../place';
import type { Completion, Context } from './context';
import { withOwnPort } from './own-port';
import { type Style, styleOf } from './shapes';

const CONTAINER = 'name: ${1:app}\nimage: ${2:nginx:1.29}';
const PORTS = 'ports:\n- name: http\n  containerPort: ${3:80}';
const RESOURCES = 'resources:\n  requests:\n    cpu: 100m\n    memory: 128Mi\n  limits:\n    memory: 256Mi';
const httpGet = (path: string, port: string): string => `httpGet:\n  path: ${path}\n  port: ${port}`;

/** A list's dashes stand at their key's column here; `shaped` moves them to where the document has them. */
const container = (more: string): string => `- ${indented(CONTAINER + more, 2).trimStart()}`;
const template = (pod: string): string => `template:\n  metadata:\n    labels:\n      app: \${1:app}\n  spec:\n${indented(pod, 4)}`;
const selected = (pod: string): string => `selector:\n  matchLabels:\n    app: \${1:app}\n${template(pod)}`;
const serving = `containers:\n${container(`\n${PORTS}\n${RESOURCES}`)}`;
const running = (policy: string): string => `restartPolicy: ${policy}\ncontainers:\n${container('\ncommand: [${3:"sh", "-c", "echo done"}]')}`;

const SPECS: Readonly<Record<KindName, string>> = {
	Pod: `spec:\n${indented(serving, 2)}`,
	PodTemplate: template(serving),
	ReplicationController: `spec:\n  replicas: \${4:2}\n  selector:\n    app: \${1:app}\n${indented(template(serving), 2)}`,
	Deployment: `spec:\n  replicas: \${4:2}\n${indented(selected(serving), 2)}`,
	StatefulSet: `spec:\n  serviceName: \${1:app}\n  replicas: \${4:1}\n${indented(selected(`${serving}\n  volumeMounts:\n  - name: data\n    mountPath: \${5:/data}`), 2)}\n  volumeClaimTemplates:\n  - metadata:\n      name: data\n    spec:\n      accessModes: [ReadWriteOnce]\n      resources:\n        requests:\n          storage: \${6:1Gi}`,
	DaemonSet: `spec:\n${indented(selected(serving), 2)}`,
	ReplicaSet: `spec:\n  replicas: \${4:2}\n${indented(selected(serving), 2)}`,
	Job: `spec:\n  backoffLimit: \${4:6}\n  template:\n    spec:\n${indented(running('Never'), 6)}`,
	CronJob: `spec:\n  schedule: "\${4:0 3 * * *}"\n  concurrencyPolicy: \${5|Forbid,Allow,Replace|}\n  jobTemplate:\n    spec:\n      template:\n        spec:\n${indented(running('OnFailure'), 10)}`,
};

const manifest = ({ apiVersion, kind }: Kind): string => `apiVersion: ${apiVersion}\nkind: ${kind}\n${afterKind(kind)}`;
const afterKind = (kind: KindName): string => `metadata:\n  name: \${1:app}\n${SPECS[kind]}`;

interface Part {
	readonly label: string;
	/** The struct whose fields it is written among. */
	readonly at: string;
	/** The field it begins with: not offered where that stands already. */
	readonly first: string;
	readonly text: string;
	readonly title: Bilingual;
}

const PARTS: readonly Part[] = [
	{
		label: 'probes',
		at: 'Container',
		first: 'startupProbe',
		text: [
			`startupProbe:\n${indented(`${httpGet('${1:/healthz}', '${2:http}')}\nperiodSeconds: 5\nfailureThreshold: \${3:30}`, 2)}`,
			`livenessProbe:\n${indented(httpGet('${1:/healthz}', '${2:http}'), 2)}`,
			`readinessProbe:\n${indented(`${httpGet('${4:/ready}', '${2:http}')}\nperiodSeconds: 5`, 2)}`,
		].join('\n'),
		title: { en: 'startup, liveness and readiness probes', ko: '시작·활성·준비성 프로브' },
	},
	{
		label: 'restricted securityContext',
		at: 'Container',
		first: 'securityContext',
		text: 'securityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: ${1|true,false|}\n  runAsNonRoot: true\n  capabilities:\n    drop: [ALL]\n  seccompProfile:\n    type: RuntimeDefault',
		title: { en: 'what the Pod Security level restricted asks for', ko: '파드 시큐리티 수준 restricted가 요구하는 설정' },
	},
	{
		label: 'graceful stop',
		at: 'Container',
		first: 'lifecycle',
		text: 'lifecycle:\n  preStop:\n    sleep:\n      seconds: ${1:5}',
		title: { en: 'waits before SIGTERM, until no traffic comes', ko: '트래픽이 끊길 때까지 SIGTERM을 늦춘다' },
	},
	{
		label: 'sidecar',
		at: 'PodSpec',
		first: 'initContainers',
		text: 'initContainers:\n- name: ${1:proxy}\n  image: ${2:envoyproxy/envoy:v1.35.0}\n  restartPolicy: Always\n  startupProbe:\n    httpGet:\n      path: ${3:/ready}\n      port: ${4:9901}\n    periodSeconds: 2\n    failureThreshold: 30',
		title: { en: 'runs beside the app, starts before it, ends after it', ko: '앱보다 먼저 시작해 나중에 끝나는 사이드카' },
	},
	{
		label: 'init chain',
		at: 'PodSpec',
		first: 'initContainers',
		text: 'initContainers:\n- name: ${1:wait-for-db}\n  image: ${2:busybox:1.37}\n  command: ["sh", "-c", "until nc -z ${3:db} ${4:5432}; do sleep 2; done"]\n- name: ${5:migrate}\n  image: ${6:app:1.0}\n  command: [${7:"./migrate"}]',
		title: { en: 'containers that run one after another before the app', ko: '앱보다 먼저 차례로 실행되는 초기화 컨테이너' },
	},
	{
		label: 'restricted securityContext',
		at: 'PodSpec',
		first: 'securityContext',
		text: 'securityContext:\n  runAsNonRoot: true\n  runAsUser: ${1:1000}\n  fsGroup: ${2:1000}\n  seccompProfile:\n    type: RuntimeDefault',
		title: { en: "the pod's half of the Pod Security level restricted", ko: '파드 시큐리티 수준 restricted 가운데 파드에 적는 설정' },
	},
	{
		label: 'spread over zones',
		at: 'PodSpec',
		first: 'topologySpreadConstraints',
		text: 'topologySpreadConstraints:\n- maxSkew: 1\n  topologyKey: topology.kubernetes.io/zone\n  whenUnsatisfiable: ${1|ScheduleAnyway,DoNotSchedule|}\n  labelSelector:\n    matchLabels:\n      app: ${2:app}',
		title: { en: 'about as many pods in every zone', ko: '영역(zone)마다 파드를 고르게 둔다' },
	},
];

/** Whole objects on an empty document; larger parts of a pod where they fit. */
export function scaffolds(context: Context): readonly Completion[] {
	const { spot, kind, path, range, text, settings } = context;
	if (spot.writes.what !== 'key' || spot.writes.dash || spot.writes.colonFollows || spot.flow || spot.quote) return [];
	const language = settings.language === 'en' ? 'en' : 'ko';
	if (!kind) {
		const isEmpty = path.length === 0 && spot.above.length + spot.below.length === 0 && spot.column === 0;
		return isEmpty
			? KINDS.map((one, i) => ({
					label: one.kind,
					kind: 'snippet',
					insert: shaped(manifest(one), 0, styleOf('')),
					range,
					rank: 10 + i,
					detail: one.apiVersion,
					words: { kind: one.kind },
				}))
			: [];
	}
	const struct = structAt(kind, path);
	return PARTS.filter((part) => part.at === struct && !spot.above.includes(part.first) && !spot.below.includes(part.first)).map((part, i) => ({
		label: part.label,
		kind: 'snippet',
		insert: withOwnPort(shaped(part.text, spot.column, styleOf(text)), context),
		range,
		rank: 500 + i,
		detail: part.title[language],
	}));
}

/** At `kind:`, with nothing below: the kind and the rest of the object with it. */
export function kindScaffolds({ text, spot, range }: Context): readonly Completion[] {
	if (spot.path.length > 0 || spot.below.length > 0 || spot.above.some((key) => key !== 'apiVersion') || spot.flow || spot.quote) return [];
	const apiVersion = /^apiVersion:[ \t]*["']?([\w./]+)/m.exec(text)?.[1];
	return KINDS.filter((one) => one.apiVersion === apiVersion).map((one) => ({
		label: `${one.kind} …`,
		kind: 'snippet',
		insert: (spot.bare ? ' ' : '') + shaped(`${one.kind}\n${afterKind(one.kind)}`, spot.column, styleOf('')),
		range,
		rank: 0,
		filter: one.kind,
		detail: one.apiVersion,
		words: { kind: one.kind },
	}));
}

/** A text written in steps of two columns, dashes at their key's column, in the document's own style; the lines behind the first begin at `column`. */
function shaped(text: string, column: number, style: Style): string {
	/** Lists that are open: the column of their dashes in `text`, and how far they have moved. */
	const lists: { readonly dash: number; readonly by: number }[] = [];
	return text
		.split('\n')
		.map((line, i) => {
			const spaces = /^ */.exec(line)?.[0].length ?? 0;
			const isItem = line.startsWith('- ', spaces);
			while (lists.length > 0 && (lists.at(-1)?.dash ?? 0) > spaces - (isItem ? 0 : 1)) lists.pop();
			if (isItem && lists.at(-1)?.dash !== spaces) lists.push({ dash: spaces, by: style.dash });
			// A dash always takes two columns, whatever a map takes.
			const dashes = lists.filter(({ dash }) => dash < spaces).length;
			const steps = (spaces - dashes * 2) / 2;
			const moved = lists.reduce((sum, { by }) => sum + by, 0);
			return (i === 0 ? '' : ' '.repeat(column + steps * style.map + dashes * 2 + moved)) + line.slice(spaces);
		})
		.join('\n');
}

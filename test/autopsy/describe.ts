/** What `kubectl describe pod` prints of a pod, as far as the tests need it: k8s.io/kubectl/pkg/describe describePod. */
import { age } from '../../server/src/protocol/kubectl';
import type { Container, ContainerState, ContainerStatus, Pod, Probe } from '../../server/src/schema/generated/types';

interface Event {
	readonly type: string;
	readonly reason: string;
	readonly message: string;
	readonly count: number;
	readonly firstTimestamp: string;
	readonly lastTimestamp: string;
	readonly source: { readonly component: string };
	readonly involvedObject: { readonly fieldPath?: string };
}

/** `paths`: kubectl 1.37 and newer say which container an event is about. */
export function describe(pod: Pod, events: readonly Event[], now: number, paths: boolean): string {
	const { metadata = {}, spec, status } = pod;
	const terminating = metadata.deletionTimestamp !== undefined && status?.phase !== 'Failed' && status?.phase !== 'Succeeded';
	const since = (time: string): string => age((now - Date.parse(time)) / 1000);
	const pairs: readonly (readonly [string, string])[] = [
		['Name', metadata.name ?? ''],
		['Namespace', metadata.namespace ?? ''],
		['Priority', '0'],
		['Service Account', 'default'],
		['Node', spec?.nodeName ? `${spec.nodeName}/172.18.0.3` : '<none>'],
		...(status?.startTime ? [['Start Time', rfc1123(status.startTime)] as const] : []),
		['Labels', '<none>'],
		['Annotations', '<none>'],
		['Status', terminating ? `Terminating (lasts ${since(metadata.deletionTimestamp ?? '')})` : (status?.phase ?? '')],
		...(terminating ? [['Termination Grace Period', `${metadata.deletionGracePeriodSeconds}s`] as const] : []),
		...(status?.reason ? [['Reason', status.reason] as const] : []),
		...(status?.message ? [['Message', status.message] as const] : []),
		['IP', ''],
		['IPs', '<none>'],
	];
	const lines = pairs.map(([key, value]) => `${`${key}:`.padEnd(18)}${value}`);
	for (const [title, list, statuses] of [
		['Init Containers', spec?.initContainers ?? [], status?.initContainerStatuses ?? []],
		['Containers', spec?.containers ?? [], status?.containerStatuses ?? []],
	] as const) {
		if (list.length === 0) continue;
		lines.push(
			`${title}:`,
			...list.flatMap((one) =>
				container(
					one,
					statuses.find(({ name }) => name === one.name),
				),
			),
		);
	}
	if (status?.conditions?.length)
		lines.push('Conditions:', `  ${'Type'.padEnd(28)}Status`, ...status.conditions.map(({ type, status: is }) => `  ${type.padEnd(28)}${is} `));
	lines.push(...volumes(pod), 'QoS Class:         BestEffort', 'Node-Selectors:    <none>', ...tolerations(pod));
	if (events.length === 0) return `${[...lines, 'Events:            <none>'].join('\n')}\n`;
	const rows = events.map(({ type, reason, message, count, firstTimestamp, lastTimestamp, source, involvedObject: { fieldPath } }) => {
		const when = count > 1 ? `${since(lastTimestamp)} (x${count} over ${since(firstTimestamp)})` : since(firstTimestamp);
		const said = paths && fieldPath ? `${fieldPath}: ${message}` : message;
		return `  ${type.padEnd(9)}${reason.padEnd(24)}${when.padEnd(24)}${source.component.padEnd(20)}${said}`;
	});
	return `${[...lines, 'Events:', '  Type     Reason                  Age                     From                Message', '  ----     ------                  ----                    ----                -------', ...rows].join('\n')}\n`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const rfc1123 = (time: string): string =>
	new Date(time)
		.toUTCString()
		.replace('GMT', '+0000')
		.replace(/^\w+/, DAYS[new Date(time).getUTCDay()] ?? '');

function container(spec: Container, status: ContainerStatus | undefined): readonly string[] {
	const pair = (key: string, value: string, indent = 4): string => `${' '.repeat(indent)}${`${key}:`.padEnd(16)}${value}`;
	const states = status ? [...state('State', status.state), ...(status.lastState?.terminated ? state('Last State', status.lastState) : [])] : [];
	const amounts = (['limits', 'requests'] as const).flatMap((kind) => {
		const known = Object.entries(spec.resources?.[kind] ?? {});
		return known.length === 0 ? [] : [pair(kind === 'limits' ? 'Limits' : 'Requests', ''), ...known.map(([name, amount]) => pair(name, String(amount), 6))];
	});
	return [
		`  ${spec.name}:`,
		pair('Container ID', status ? 'containerd://1' : ''),
		pair('Image', spec.image ?? ''),
		pair('Image ID', status?.imageID ?? ''),
		pair('Port', '<none>'),
		pair('Host Port', '<none>'),
		...(spec.command ? [pair('Command', ''), ...spec.command.map((one) => `      ${one}`)] : []),
		...states,
		...(status ? [pair('Ready', status.ready ? 'True' : 'False'), pair('Restart Count', String(status.restartCount))] : []),
		...amounts,
		...probe('Liveness', spec.livenessProbe),
		...probe('Readiness', spec.readinessProbe),
		...probe('Startup', spec.startupProbe),
		...(spec.envFrom
			? [
					'    Environment Variables from:',
					...spec.envFrom.map(
						({ configMapRef, secretRef }) => `      ${configMapRef?.name ?? secretRef?.name}  ${configMapRef ? 'ConfigMap' : 'Secret'}  Optional: false`,
					),
				]
			: []),
		spec.env ? '    Environment:' : '    Environment:    <none>',
		...(spec.env ?? []).map(({ name, value, valueFrom }) => {
			const { configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {};
			if (map) return `      ${name}:  <set to the key '${map.key}' of config map '${map.name}'>  Optional: false`;
			return secret ? `      ${name}:  <set to the key '${secret.key}' in secret '${secret.name}'>  Optional: false` : `      ${name}:  ${value ?? ''}`;
		}),
		'    Mounts:         <none>',
	];
}

function state(title: string, { running, waiting, terminated }: ContainerState = {}): readonly string[] {
	const head = (value: string): string => `    ${`${title}:`.padEnd(16)}${value}`;
	const row = (key: string, value: string): string => `      ${`${key}:`.padEnd(14)}${value}`;
	if (running) return [head('Running'), row('Started', rfc1123(running.startedAt ?? ''))];
	if (!terminated) return [head('Waiting'), ...(waiting?.reason ? [row('Reason', waiting.reason)] : [])];
	const { reason, message, exitCode, startedAt, finishedAt } = terminated;
	return [
		head('Terminated'),
		...(reason ? [row('Reason', reason)] : []),
		...(message ? [row('Message', message)] : []),
		row('Exit Code', String(exitCode)),
		row('Started', startedAt ? rfc1123(startedAt) : 'Mon, 01 Jan 0001 00:00:00 +0000'),
		row('Finished', finishedAt ? rfc1123(finishedAt) : 'Mon, 01 Jan 0001 00:00:00 +0000'),
	];
}

function probe(title: string, known: Probe | undefined): readonly string[] {
	if (!known) return [];
	const { initialDelaySeconds = 0, timeoutSeconds = 1, periodSeconds = 10, successThreshold = 1, failureThreshold = 3 } = known;
	return [
		`    ${`${title}:`.padEnd(16)}exec [probe] delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s #success=${successThreshold} #failure=${failureThreshold}`,
	];
}

function volumes({ spec }: Pod): readonly string[] {
	const known = spec?.volumes ?? [];
	if (known.length === 0) return ['Volumes:           <none>'];
	const one = (key: string, value: string): string => `    ${`${key}:`.padEnd(12)}${value}`;
	return [
		'Volumes:',
		...known.flatMap(({ name, configMap, secret, hostPath }) => [
			`  ${name}:`,
			...(configMap ? [one('Type', 'ConfigMap (a volume populated by a ConfigMap)'), one('Name', configMap.name ?? ''), one('Optional', 'false')] : []),
			...(secret ? [one('Type', 'Secret (a volume populated by a Secret)'), one('SecretName', secret.secretName ?? ''), one('Optional', 'false')] : []),
			...(hostPath ? [one('Type', 'HostPath (bare host directory volume)'), one('Path', hostPath.path), one('HostPathType', hostPath.type ?? '')] : []),
			...(configMap || secret || hostPath ? [] : [one('Type', "EmptyDir (a temporary directory that shares a pod's lifetime)")]),
		]),
	];
}

function tolerations({ spec }: Pod): readonly string[] {
	const lines = (spec?.tolerations ?? []).map(({ key = '', value, effect, operator, tolerationSeconds }) => {
		const seconds = tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`;
		return `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}${operator === 'Exists' ? ' op=Exists' : ''}${seconds}`;
	});
	return lines.length === 0 ? ['Tolerations:       <none>'] : lines.map((line, index) => `${(index === 0 ? 'Tolerations:' : '').padEnd(19)}${line}`);
}

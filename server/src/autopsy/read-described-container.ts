/** A container and its status, as describeContainers prints them, and the volumes of describeVolumes. Values of variables are not read. */
import type { Container, ContainerState, ContainerStatus, EnvFromSource, EnvVar, Probe, ResourceRequirements, Volume } from '../schema/generated/types';
import { type Block, textOf, timeIn } from './read-outline';

export function containerOf({ key: name, blocks }: Block): { readonly container: Container; readonly status: ContainerStatus } {
	const text = (key: string): string | undefined => textOf(blocks, key);
	const image = text('Image') ?? '';
	const lines = (key: string): readonly string[] => (blocks.find((one) => one.key === key)?.lines ?? []).map((line) => line.trim());
	const state = stateOf(blocks.find(({ key }) => key === 'State'));
	const last = stateOf(blocks.find(({ key }) => key === 'Last State'));
	const command = lines('Command');
	const args = lines('Args');
	const ready = text('Ready') === 'True';
	const container: Container = {
		name,
		image,
		...(command.length > 0 ? { command } : {}),
		...(args.length > 0 ? { args } : {}),
		resources: { ...amounts(blocks, 'Limits', 'limits'), ...amounts(blocks, 'Requests', 'requests') },
		...probe('livenessProbe', text('Liveness')),
		...probe('readinessProbe', text('Readiness')),
		...probe('startupProbe', text('Startup')),
		env: lines('Environment').flatMap(variableOf),
		envFrom: lines('Environment Variables from').flatMap(sourceOf),
	};
	const status: ContainerStatus = {
		name,
		image,
		imageID: text('Image ID') ?? '',
		ready,
		restartCount: Number(/^\d+/.exec(text('Restart Count') ?? '')?.[0] ?? 0),
		...(state ? { state } : {}),
		...(last ? { lastState: last } : {}),
		// Not printed; what runs without a startup probe has started.
		...(state?.running === undefined ? {} : { started: ready || container.startupProbe === undefined }),
	};
	return { container, status };
}

/** describeStatus */
function stateOf(block: Block | undefined): ContainerState | undefined {
	if (!block) return undefined;
	const { blocks, value } = block;
	const time = (key: string): { readonly [key: string]: string } => {
		const at = timeIn(textOf(blocks, key));
		return at === undefined ? {} : { [key === 'Started' ? 'startedAt' : 'finishedAt']: new Date(at).toISOString() };
	};
	const reason = textOf(blocks, 'Reason');
	const message = textOf(blocks, 'Message');
	switch (value) {
		case 'Running':
			return { running: time('Started') };
		case 'Terminated':
			// Cut out of the middle; how it ended nobody knows.
			if (textOf(blocks, 'Exit Code') === undefined && reason !== 'Completed') return undefined;
			return {
				terminated: {
					exitCode: Number(textOf(blocks, 'Exit Code') ?? 0) || 0,
					...(reason ? { reason } : {}),
					...(message ? { message } : {}),
					...time('Started'),
					...time('Finished'),
				},
			};
		default:
			return { waiting: reason ? { reason } : {} };
	}
}

function amounts(blocks: readonly Block[], title: string, key: 'limits' | 'requests'): ResourceRequirements {
	const found = blocks.find((one) => one.key === title)?.blocks ?? [];
	return found.length > 0 ? { [key]: Object.fromEntries(found.map(({ key: resource, value }) => [resource, value])) } : {};
}

/** DescribeProbe; before 1.37 the thresholds were `#success=1 #failure=3`. */
function probe(field: 'livenessProbe' | 'readinessProbe' | 'startupProbe', text: string | undefined): Partial<Container> {
	if (text === undefined) return {};
	const number = (pattern: RegExp): number | undefined => {
		const [, digits] = pattern.exec(text) ?? [];
		return digits === undefined ? undefined : Number(digits);
	};
	const [delay, timeout, period, failures, successes] = [
		/ delay=(\d+)s/,
		/ timeout=(\d+)s/,
		/ period=(\d+)s/,
		/(?:failureThreshold|#failure)=(\d+)/,
		/(?:successThreshold|#success)=(\d+)/,
	].map(number);
	const found: Probe = {
		exec: { command: [] },
		...(delay === undefined ? {} : { initialDelaySeconds: delay }),
		...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
		...(period === undefined ? {} : { periodSeconds: period }),
		...(failures === undefined ? {} : { failureThreshold: failures }),
		...(successes === undefined ? {} : { successThreshold: successes }),
	};
	return { [field]: found };
}

/** `KEY: <set to the key 'password' in secret 'db'>  Optional: false`; what has a value of its own is of no interest. */
function variableOf(line: string): readonly EnvVar[] {
	const [, name, key, kind, object, optional] =
		/^([^:]+):\s+<set to the key '([^']*)' (in secret|of config map) '([^']*)'>(?:\s+Optional: (true|false))?/.exec(line) ?? [];
	if (name === undefined || key === undefined || object === undefined) return [];
	const reference = { key, name: object, ...(optional === 'true' ? { optional: true } : {}) };
	return [{ name, valueFrom: kind === 'in secret' ? { secretKeyRef: reference } : { configMapKeyRef: reference } }];
}

/** `settings  ConfigMap  Optional: false` */
function sourceOf(line: string): readonly EnvFromSource[] {
	const [, name, kind, optional] = /^(\S+)\s+(ConfigMap|Secret)\b.*?(?:Optional: (true|false))?$/.exec(line) ?? [];
	if (name === undefined) return [];
	const reference = { name, ...(optional === 'true' ? { optional: true } : {}) };
	return [kind === 'Secret' ? { secretRef: reference } : { configMapRef: reference }];
}

/** describeVolumes: of those that can be missing, what they need. */
export function volumesOf(block: Block | undefined): readonly Volume[] {
	return (block?.blocks ?? []).map(({ key: name, blocks }): Volume => {
		const [type = ''] = (textOf(blocks, 'Type') ?? '').split(' ');
		const optional = textOf(blocks, 'Optional') === 'true' ? { optional: true } : {};
		switch (type) {
			case 'ConfigMap':
				return { name, configMap: { name: textOf(blocks, 'Name') ?? '', ...optional } };
			case 'Secret':
				return { name, secret: { secretName: textOf(blocks, 'SecretName') ?? '', ...optional } };
			case 'HostPath':
				return { name, hostPath: { path: textOf(blocks, 'Path') ?? '', type: textOf(blocks, 'HostPathType') ?? '' } };
			case 'PersistentVolumeClaim':
				return { name, persistentVolumeClaim: { claimName: textOf(blocks, 'ClaimName') ?? '' } };
			default:
				return { name, emptyDir: {} };
		}
	});
}

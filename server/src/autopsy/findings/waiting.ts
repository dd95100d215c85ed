/** A container that has not been created, for want of its image or of what it is configured with. */
import { newest, type SeenContainer } from '../facts';
import {
	type Advice,
	type AdviceCode,
	type Args,
	type Case,
	type Cause,
	type CauseCode,
	type Finding,
	field,
	kubectl,
	quoted,
	said,
	specField,
	statusField,
} from '../finding';
import { refersTo } from '../infer';
import { type Meant, meantBy } from '../meanings';
import { meaningOf, remedyOf } from '../remedies';

/** Undefined for a container that waits for nothing, or for the end of others. */
export function waiting(one: Case, container: SeenContainer): Finding | undefined {
	switch (container.waiting) {
		case 'ErrImagePull':
		case 'ImagePullBackOff':
			return noImage(one, container);
		case 'InvalidImageName':
			return stuck(one, container, 'image/name', 'image/name', {
				code: 'image/name',
				args: argsOf(container),
				line: { field: specField(one.facts, container.name, 'image') },
			});
		case 'ErrImageNeverPull':
			return stuck(one, container, 'image/never', 'image/never', {
				code: 'image/policy',
				args: argsOf(container),
				line: { field: specField(one.facts, container.name, 'imagePullPolicy'), value: 'IfNotPresent' },
			});
		case 'CreateContainerConfigError':
			return noConfig(one, container);
		case 'CreateContainerError':
		case 'RunContainerError':
			return notCreated(one, container);
		case undefined:
		case '':
		case 'ContainerCreating':
		case 'PodInitializing':
		case 'CrashLoopBackOff':
			return undefined;
		default:
			return held(one, container, container.waiting);
	}
}

/** The runtime could not make it, or not start it. A run that failed tells more. */
function notCreated(one: Case, container: SeenContainer): Finding | undefined {
	if (container.waiting === 'RunContainerError' && container.ended.length > 0) return undefined;
	const describe: Advice<AdviceCode> = { code: 'describe', args: argsOf(container), line: { command: kubectl(one.facts, 'describe pod') } };
	const told = stuck(one, container, 'create', 'create/refused', describe);
	const meant = meantBy('start', container.waitingMessage);
	return meant ? withMeaning(told, meant, one.facts, container) : told;
}

/** A finding with what the message in it means right behind it, and what helps before the rest. */
function withMeaning(told: Finding, meant: Meant, facts: Case['facts'], { name, spec }: SeenContainer): Finding {
	const [first, ...rest] = told.causes;
	const means = meaningOf(meant, first?.evidence ?? [], { container: name });
	const remedies = remedyOf(meant, { facts, container: name, image: spec.image ?? '' }, { container: name });
	return { ...told, causes: [...(first ? [first] : []), ...means, ...rest], advice: [...remedies, ...told.advice].slice(0, 3) };
}

/** It waits for another reason: what that means its word says. */
function held({ facts }: Case, container: SeenContainer, reason: string): Finding {
	const { name } = container;
	const { reason: why = reason, message: whole = '' } = facts.pod.status ?? {};
	const waitingMessage = container.waitingMessage || whole;
	const args = { container: name, reason, message: waitingMessage, meaning: why };
	const evidence = field(statusField(facts, name, 'state.waiting.reason'));
	const says: readonly Cause<CauseCode>[] = waitingMessage
		? [{ code: 'config/other', args, evidence: field(statusField(facts, name, 'state.waiting.message')) }]
		: [];
	return {
		headline: { code: 'held', args },
		causes: [{ code: 'means', args, evidence }, ...says],
		advice: [{ code: 'describe', args, line: { command: kubectl(facts, 'describe pod') } }],
		coming: 'unknown',
		container: name,
		healthy: false,
	};
}

const argsOf = ({ name, spec, waitingMessage }: SeenContainer): Record<string, string> => ({
	container: name,
	image: spec.image ?? '',
	message: waitingMessage,
});

/** Of an error that passed through many hands what the first of them said: `dial tcp 192.0.2.9:443: i/o timeout`. */
const lastOf = (error: string): string => error.slice(error.lastIndexOf('": ') + 1).replace(/^: /, '');

function stuck({ facts }: Case, container: SeenContainer, headline: Finding['headline']['code'], cause: CauseCode, advice: Advice<AdviceCode>): Finding {
	const args = argsOf(container);
	const place =
		headline === 'create'
			? statusField(facts, container.name, 'state.waiting.message')
			: specField(facts, container.name, headline === 'image/never' ? 'imagePullPolicy' : 'image');
	const evidence = [{ field: place }, ...said(newest(container.events.filter(({ type }) => type === 'Warning')))];
	const retry: Cause<CauseCode> = { code: 'config/retry', args, evidence: field(statusField(facts, container.name, 'state.waiting.reason')) };
	return {
		headline: { code: headline, args },
		causes: [{ code: cause, args, evidence }, retry],
		advice: [advice],
		coming: 'mend',
		container: container.name,
		healthy: false,
	};
}

function noImage({ facts, foretold }: Case, container: SeenContainer): Finding {
	const { name, spec, events, waitingMessage } = container;
	const { image = '' } = spec;
	const failed = newest(events.filter(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull image')));
	const pulling = newest(events.filter(({ reason }) => reason === 'Pulling'));
	const error = foretold.inference.scenario.world?.images?.[image]?.pullError ?? '';
	const message = (failed?.message ?? waitingMessage).replace(/^Failed to pull image "[^"]*": /, '');
	const count = failed?.count ?? pulling?.count ?? 0;
	const isUntold = message === '' || /^Back-off pulling image "[^"]*"$/.test(message);
	const meant = isUntold ? undefined : meantBy('pull', message);
	const args = { container: name, image, error: isUntold ? '' : meant ? lastOf(message) : error, count, message };
	const at = specField(facts, name, 'image');
	const backOff = newest(events.filter(({ reason, message: text }) => reason === 'BackOff' && text.startsWith('Back-off pulling')));
	const waits: Cause<CauseCode> = { code: 'image/wait', args, evidence: [{ field: statusField(facts, name, 'state.waiting.reason') }, ...said(backOff)] };
	const refused: Cause<CauseCode> = {
		code: isUntold ? 'image/untold' : 'image/refused',
		args,
		evidence: failed ? said(failed) : field(statusField(facts, name, isUntold ? 'state.waiting.reason' : 'state.waiting.message')),
	};
	const unread = newest(facts.events.filter(({ reason }) => reason === 'FailedToRetrieveImagePullSecret'));
	const secret = unread && meantBy('pull', unread.message);
	const lacks = meaningOf(secret, said(unread), args);
	const remedies = [secret, meant].flatMap((one) => remedyOf(one, { facts, container: name, image }, args));
	const usual = isUntold ? [lookAtEvents(facts, args)] : meant ? [] : imageAdvice({ facts, foretold }, args, at);
	return {
		headline: { code: 'image', args: { ...args, error: meant?.meaning ?? lastOf(args.error) } },
		causes: [{ code: 'image/wanted', args, evidence: field(at) }, ...lacks, refused, waits],
		advice: [...remedies, ...usual].slice(0, 3),
		coming: 'pull',
		container: name,
		healthy: false,
	};
}

function imageAdvice(
	{ facts }: Case,
	args: { readonly image: string; readonly error: string; readonly container: string },
	at: string,
): readonly Advice<AdviceCode>[] {
	const tags: Advice<AdviceCode> = { code: 'image/tags', args, line: { field: at } };
	const secret: Advice<AdviceCode> = { code: 'image/secret', args, line: { field: 'spec.imagePullSecrets' } };
	const reach: Advice<AdviceCode> = { code: 'image/reach', args, line: { command: kubectl(facts, 'describe pod') } };
	const look = lookAtEvents(facts, args);
	if (args.error === 'not found') return [tags, secret, look];
	return args.error === 'unauthorized' ? [secret, tags, look] : [reach, tags];
}

/** The command that lists what was said of the pod. */
export function lookAtEvents({ pod }: Case['facts'], args: Args): Advice<AdviceCode> {
	const { name = '', namespace } = pod.metadata ?? {};
	const command = [
		'kubectl get events',
		...(namespace ? ['-n', quoted(namespace)] : []),
		'--field-selector',
		quoted(`involvedObject.name=${name || 'NAME'}`),
	].join(' ');
	return { code: 'events', args, line: { command } };
}

function noConfig({ facts }: Case, container: SeenContainer): Finding {
	const { name, waitingMessage, events } = container;
	const lacks = refersTo(waitingMessage);
	const failed = newest(events.filter(({ reason, type }) => reason === 'Failed' && type === 'Warning'));
	const message: Cause<CauseCode>['evidence'] = [{ field: statusField(facts, name, 'state.waiting.message') }, ...said(failed)];
	const retry: Cause<CauseCode> = { code: 'config/retry', args: { container: name }, evidence: field(statusField(facts, name, 'state.waiting.reason')) };
	if (lacks === undefined) {
		const args = { container: name, message: waitingMessage };
		const nonRoot = /runAsNonRoot|non-root/.test(waitingMessage);
		const user: Advice<AdviceCode> = { code: 'user', args, line: { field: specField(facts, name, 'securityContext.runAsUser'), value: '> 0' } };
		const describe: Advice<AdviceCode> = { code: 'describe', args, line: { command: kubectl(facts, 'describe pod') } };
		return {
			headline: { code: 'config/other', args },
			causes: [{ code: 'config/other', args, evidence: message }, retry],
			advice: nonRoot ? [user, describe] : [describe],
			coming: 'mend',
			container: name,
			healthy: false,
		};
	}
	const { key } = lacks;
	const [kind = '', object = ''] = lacks.object.split('/');
	const args = { container: name, kind, object, namespace: facts.pod.metadata?.namespace ?? 'default', ...(key === undefined ? {} : { key }) };
	const wanted: Cause<CauseCode> = { code: 'config/wanted', args, evidence: field(referenceField(container, facts, kind, object, key)) };
	return {
		headline: { code: key === undefined ? 'config' : 'config/key', args },
		causes: [wanted, { code: key === undefined ? 'config/missing' : 'config/key', args, evidence: message }, retry],
		advice: configAdvice(facts.pod.metadata?.namespace, args, referenceField(container, facts, kind, object, key)),
		coming: 'retry',
		container: name,
		healthy: false,
	};
}

/** What to do about a ConfigMap or Secret, or a key of it, that is not there. Values are never told: of a Secret the command asks for the keys. */
export function configAdvice(
	namespace: string | undefined,
	args: { readonly kind: string; readonly object: string; readonly key?: string },
	reference: string,
): readonly Advice<AdviceCode>[] {
	const { kind, object, key = 'KEY' } = args;
	const place = namespace ? ` -n ${quoted(namespace)}` : '';
	const create = kind === 'Secret' ? 'create secret generic' : 'create configmap';
	return [
		args.key === undefined
			? { code: 'config/create', args, line: { command: `kubectl ${create} ${quoted(object)}${place} --from-literal=${quoted(key)}=…` } }
			: { code: 'config/look', args, line: { command: `kubectl describe ${kind.toLowerCase()} ${quoted(object)}${place}` } },
		{ code: 'config/optional', args, line: { field: `${reference}.optional`, value: 'true' } },
	];
}

/** Where the container refers to it. */
function referenceField({ name, spec }: SeenContainer, facts: Case['facts'], kind: string, object: string, key: string | undefined): string {
	const [all, one] = kind === 'Secret' ? (['secretRef', 'secretKeyRef'] as const) : (['configMapRef', 'configMapKeyRef'] as const);
	const from = spec.envFrom?.findIndex((source) => source[all]?.name === object) ?? -1;
	const env = spec.env?.findIndex(({ valueFrom }) => valueFrom?.[one]?.name === object && (key === undefined || valueFrom[one]?.key === key)) ?? -1;
	if (env >= 0) return specField(facts, name, `env[${env}].valueFrom.${one}`);
	return specField(facts, name, from >= 0 ? `envFrom[${from}].${all}` : 'envFrom');
}

/** What the registry and the node must have done with the images of a pod, for its events and its status to be what they are. */

import { parseDuration } from '../schema/duration';
import { kept } from '../schema/remember';
import type { ImageScript } from '../simulator/scenario';
import { type Facts, newest, type SeenContainer, type SeenEvent } from './facts';
import { meantBy } from './meanings';

/** The images of a pod by name, each with what happened to its pulls. */
export function inferImages({ containers, now, hasEvents }: Facts): Readonly<Record<string, ImageScript>> {
	const images = new Map<string, SeenContainer[]>();
	for (const container of containers) kept(images, container.spec.image ?? '', (): SeenContainer[] => []).push(container);
	return Object.fromEntries([...images].map(([image, users]) => [image, inferImage(image, users, now, hasEvents)]));
}

const WAITS_FOR_IMAGE = new Set(['ErrImagePull', 'ImagePullBackOff']);

function inferImage(image: string, users: readonly SeenContainer[], now: number, hasEvents: boolean): ImageScript {
	// Events name an image as the container does, between quotes.
	const about = users.flatMap(({ events }) => events.filter(({ message }) => message.includes(`"${image}"`)));
	const told = (reason: string, words: RegExp): SeenEvent | undefined => newest(about.filter((event) => event.reason === reason && words.test(event.message)));
	const pulling = told('Pulling', /./);
	const pulled = told('Pulled', /^Successfully pulled/);
	const failed = told('Failed', /^Failed to pull image/);
	const waits = users.find(({ waiting = '' }) => WAITS_FOR_IMAGE.has(waiting));
	if (waits !== undefined || failed !== undefined) {
		const error = failed?.message.replace(/^Failed to pull image "[^"]*": /, '') ?? waits?.waitingMessage ?? '';
		const takes = pulling === undefined || failed === undefined ? 1 : Math.max(0.5, failed.first - pulling.first);
		const over = waits === undefined && users.some(({ status }) => status?.imageID) ? { succeedAfterAttempts: failed?.count ?? 1 } : {};
		return { pullError: kindOfError(error), pullTakes: takes, ...over };
	}
	if (pulled !== undefined) {
		const took = parseDuration(/ in (\S+)/.exec(pulled.message)?.[1] ?? '');
		return { pullTakes: typeof took === 'number' ? took / 1e9 : 1 };
	}
	// Nobody knows how much longer a pull takes that is under way: as long again.
	if (pulling !== undefined) return { pullTakes: Math.max(1, 2 * (now - pulling.last)) };
	if (users.some(({ waiting }) => waiting === 'ErrImageNeverPull')) return {};
	return hasEvents && about.length === 0 ? {} : { present: true };
}

/** What the simulator's runtime knows words for, or the error as it is. */
function kindOfError(error: string): string {
	if (/not found|NotFound|manifest unknown/.test(error) && !/authoriz|denied/.test(error)) return 'not found';
	if (/authoriz|denied|authentication|forbidden/i.test(error) && meantBy('pull', error) === undefined) return 'unauthorized';
	return error || 'unknown error';
}

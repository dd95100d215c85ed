import { textOf } from '../../yaml/node';
import { nodeAt } from '../navigate/references';
import type { Context } from './context';
import { escaped } from './insert';

/** A snippet of a container that asks its port `http`, where that is the one that the container has: by another name nobody is ever asked. */
export function withOwnPort(snippet: string, { object, path }: Context): string {
	const list = nodeAt(object, [...path, 'ports']);
	const first = list?.kind === 'list' ? list.items[0]?.value : undefined;
	const port = textOf(first, 'name') ?? textOf(first, 'containerPort') ?? '8080';
	return snippet.replaceAll(':http}', `:${escaped(port)}}`);
}

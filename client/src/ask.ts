import type { CancellationToken, Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NotificationName, RequestName } from '../../server/src/protocol/requests';

/** Asks the server a question of ours. A token that is not there may not be passed on: it would be taken for a second parameter. */
export const ask = <P, A>(client: BaseLanguageClient, { method }: RequestName<P, A>, params: P, token?: CancellationToken): Promise<A> =>
	token ? client.sendRequest<A>(method, params, token) : client.sendRequest<A>(method, params);

/** Answers one of the server's. */
export const answer = <P, A>(client: BaseLanguageClient, { method }: RequestName<P, A>, handler: (params: P) => Promise<A>): Disposable =>
	client.onRequest(method, handler);

/** Hears what it tells. */
export const hear = <P>(client: BaseLanguageClient, { method }: NotificationName<P>, handler: (params: P) => void): Disposable =>
	client.onNotification(method, handler);

/** Tells the server something. */
export const tell = <P>(client: BaseLanguageClient, { method }: NotificationName<P>, params: P): Promise<void> => client.sendNotification(method, params);

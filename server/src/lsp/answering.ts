import {
	type CancellationToken,
	type Connection,
	ErrorCodes,
	LSPErrorCodes,
	ParameterStructures,
	type ProtocolNotificationType,
	type ProtocolRequestType,
	RequestType,
	ResponseError,
	type WorkDoneProgressParams,
} from 'vscode-languageserver';
import { type NotificationName, type RequestName, STATUS } from '../protocol/requests';
import { IS_AT_WORK, type Progress } from './progress';

/** LSP's own requests, and ours. */
type Question<P, R> = ProtocolRequestType<P, R, unknown, unknown, unknown> | RequestName<P, R>;
type Notice<P> = ProtocolNotificationType<P, unknown> | NotificationName<P>;

/** Where all messages come in and go out: what comes out of time is refused, what is cancelled is given up, what fails is logged with the document it was about. */
export class Answering {
	/** The client has asked to shut down: nothing more is answered. */
	isOver = false;
	/** From initialize on. */
	progress: Progress | undefined;

	constructor(private readonly connection: Connection) {}

	/** Answers a request; `token` tells a handler that takes its time whether anybody still waits. */
	answer<P, R>({ method }: Question<P, R>, handler: (params: P, token: CancellationToken) => R | Promise<R>): void {
		this.connection.onRequest(new RequestType<P, unknown, void>(method, ParameterStructures.byName), async (params, token) => {
			if (this.isOver) throw new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
			if (typeof params !== 'object' || params === null) throw invalid('params');
			try {
				giveUpIfCancelled(token);
				const begun = performance.now();
				const answer = await this.shown(method, params, handler(params, token));
				this.connection.tracer.log(`${method}${aboutWhat(params)}: ${(performance.now() - begun).toFixed(1)} ms`);
				giveUpIfCancelled(token);
				return answer;
			} catch (error) {
				if (error instanceof ResponseError) throw error;
				this.log(method, params, error);
				throw new ResponseError(ErrorCodes.InternalError, `Peapod could not answer ${method}: ${messageOf(error)}. Its log has more.`);
			}
		});
	}

	/** Shows what lasts, where somebody waits for it: requests that say so, and those of ours. The status has a sign of its own. */
	private async shown<R>(method: string, params: object, answer: R | Promise<R>): Promise<R> {
		const { workDoneToken } = params as WorkDoneProgressParams;
		const isWaitedFor = workDoneToken !== undefined || (method.startsWith('peapod/') && method !== STATUS.method);
		return isWaitedFor && this.progress && answer instanceof Promise ? this.progress.during(answer, IS_AT_WORK, workDoneToken) : answer;
	}

	/** Hears a notification. */
	hear<P>({ method }: Notice<P>, handler: (params: P) => void | Promise<void>): void {
		this.connection.onNotification(method, async (params: P) => {
			if (this.isOver) return;
			try {
				if (typeof params !== 'object' || params === null) throw invalid('params');
				await handler(params);
			} catch (error) {
				this.log(method, params, error);
			}
		});
	}

	/** Asks the client, for at most so many milliseconds. Undefined where it keeps us waiting: `late` hears the answer if it comes after all. An answer may be nothing, where it does not know the question. */
	async ask<P, R>(
		{ method }: Question<P, R>,
		params: P,
		patience: number,
		late?: (answer: R | undefined) => void,
	): Promise<{ readonly answer: R | undefined } | undefined> {
		const asked = this.connection.sendRequest<R>(method, params).then(
			(answer) => ({ answer }),
			() => ({ answer: undefined }),
		);
		const timely = await within(patience, asked);
		if (!timely && late) void asked.then(({ answer }) => late(answer));
		return timely;
	}

	private log(method: string, params: unknown, error: unknown): void {
		// What the client did wrong has no place in our code.
		const told = error instanceof Error && !(error instanceof ResponseError) ? (error.stack ?? error.message) : messageOf(error);
		this.connection.console.error(`${method}${aboutWhat(params)}: ${told}`);
	}
}

/** What was asked does not make sense: `what` is missing, or of another form than the protocol's. */
export const invalid = (what: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, `${what} is missing or malformed.`);

export function giveUpIfCancelled(token: CancellationToken): void {
	if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** What comes within so many milliseconds; undefined where nothing does. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, milliseconds, undefined);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function aboutWhat(params: unknown): string {
	const { textDocument, uri } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown }; readonly uri?: unknown };
	const named = textDocument?.uri ?? uri;
	return typeof named === 'string' ? ` of ${named}` : '';
}

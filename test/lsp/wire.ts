import { PassThrough } from 'node:stream';
import {
	type Connection,
	createConnection,
	createProtocolConnection,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';

/** Both ends of a wire in memory; neither listens yet. */
export function wire(): { readonly server: Connection; readonly client: ProtocolConnection } {
	const [up, down] = [new PassThrough(), new PassThrough()];
	return {
		server: createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
		client: createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
	};
}

import { subscribe } from 'node:diagnostics_channel';
import { particle } from '../features/particle';
import type { Bilingual, Language } from '../protocol/text';
import { options } from './options';
import { complain } from './say';

/** How an editor may talk to the server: what vscode-languageserver takes. */
const WAYS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

/** `peapod lsp`: becomes the language server, on standard input and output where nothing else is said. It ends when its editor says so, or is gone. */
export async function lsp(args: readonly string[]): Promise<number> {
	const { positionals, values, language, faults } = options(args, ['socket', 'pipe', 'clientProcessId'], ['stdio', 'node-ipc']);
	const [other] = positionals;
	if (other !== undefined) faults.push({ en: `lsp takes no files: ${other}.`, ko: `lsp에는 파일을 적지 않는다: ${other}.` });
	faults.push(...OF_EDITOR.filter((name) => values[name] !== undefined).map(saidByEditor));
	const { socket, pipe } = values;
	if (socket !== undefined && !isPort(socket))
		faults.push({ en: `--socket takes a port, not "${socket}".`, ko: `--socket에는 포트 번호를 적는다. "${socket}"${particle(socket, '은/는')} 아니다.` });
	if (faults.length > 0) {
		complain('lsp', faults, language);
		return 2;
	}
	if (socket !== undefined || pipe !== undefined) watchConnection(pipe ?? `127.0.0.1:${socket}`, language);
	if (!args.some((arg) => WAYS.test(arg))) process.argv.push('--stdio');
	await import('../main');
	return 0;
}

/** What all commands take, and an editor tells its server itself. */
const OF_EDITOR: readonly string[] = ['lang', 'kubernetes', 'color'];

const saidByEditor = (name: string): Bilingual => ({
	en: `lsp takes no --${name}: the editor's settings say it (peapod.language, peapod.kubernetesVersion).`,
	ko: `lsp에는 --${name}${particle(name, '을/를')} 적지 않는다. 편집기 설정에 적는다(peapod.language, peapod.kubernetesVersion).`,
});

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;

/** Who offered a way to talk and is not there would never know: what speaks LSP passes over a connection that fails. */
function watchConnection(way: string, language: Language): void {
	subscribe('net.client.socket', (message) => {
		const { socket } = message as { readonly socket: NodeJS.EventEmitter };
		const failed = ({ message: reason }: Error): void => {
			complain('lsp', [{ en: `cannot connect to ${way}: ${reason}.`, ko: `${way}에 연결할 수 없다: ${reason}.` }], language);
			process.exit(1);
		};
		socket.once('error', failed).once('connect', () => socket.off('error', failed));
	});
}

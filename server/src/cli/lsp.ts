import { options } from './options';
import { complain } from './say';

/** How an editor may talk to the server: what vscode-languageserver takes. */
const WAYS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

/** `peapod lsp`: becomes the language server, on standard input and output where nothing else is said. It ends when its editor says so, or is gone. */
export async function lsp(args: readonly string[]): Promise<number> {
	const { positionals, language, faults } = options(args, ['socket', 'pipe', 'clientProcessId'], ['stdio', 'node-ipc']);
	const [other] = positionals;
	if (other !== undefined) faults.push({ en: `lsp takes no files: ${other}.`, ko: `lsp에는 파일을 적지 않는다: ${other}.` });
	if (faults.length > 0) {
		complain('lsp', faults, language);
		return 2;
	}
	if (!args.some((arg) => WAYS.test(arg))) process.argv.push('--stdio');
	await import('../main');
	return 0;
}

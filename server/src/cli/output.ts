import type { Language } from '../protocol/text';
import { complain } from './say';

/** The exit code of a program that its reader left: 128 and SIGPIPE. */
const READER_LEFT = 141;

/** Ends the command when nobody reads on (`| head`), or when what it says can be written nowhere, which is said. */
export function watchOutput(language: Language): void {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit(READER_LEFT);
		complain('', [{ en: `cannot write: ${error.message}.`, ko: `쓸 수 없다: ${error.message}.` }], language);
		process.exit(2);
	});
	// Where the complaint itself can be written nowhere, the exit code is all there is.
	process.stderr.on('error', () => {});
}

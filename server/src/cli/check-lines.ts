import { type VerdictQuestion, verdicts } from '../features/diagnose/verdict';
import { mapLines } from './lines';

/** `peapod check --jsonl`: one line of questions in, one line of verdicts out. A line that is no JSON object is answered by an error of its own. */
export function checkLines(): Promise<number> {
	return mapLines((question) => {
		const { id, yaml, old, kubernetes, defaults, server } = question;
		if (typeof yaml !== 'string') return { id, error: 'The line needs "yaml", a string.' };
		const asked: VerdictQuestion = {
			yaml,
			...(typeof old === 'string' ? { old } : {}),
			...(typeof kubernetes === 'string' ? { kubernetes } : {}),
			defaults: defaults === true,
			server: server === true,
		};
		return { id, docs: verdicts(asked) };
	});
}

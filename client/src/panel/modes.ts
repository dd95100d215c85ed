import { lessonIn } from '../../../server/src/protocol/lesson-files';
import type { Mode } from '../../../server/src/protocol/mode';
import type { StatusAnswer } from '../../../server/src/protocol/requests';
import { livesIn } from '../status-text';

/** What may be asked of a file in the panel, the life of its pods first; and what is asked of it, whatever it has become meanwhile. */
export function modesOf(uri: string, status: StatusAnswer | null, asked: Mode): readonly Mode[] {
	const has: Readonly<Record<Mode, boolean>> = {
		life: livesIn(status).length > 0,
		why: status?.isLive === true,
		// The page knows: it is told which scenarios there are.
		tests: false,
		lesson: lessonIn(uri) !== undefined,
		apply: status?.differs === true,
	};
	return (Object.keys(has) as Mode[]).filter((mode) => has[mode] || mode === asked);
}

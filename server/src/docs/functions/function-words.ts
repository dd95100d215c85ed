import type { Words } from '../words';

/** What Peapod says of a function or keyword of templates. */
export interface FunctionWords extends Words {
	/** What it is given, in capital letters; `...` behind what may come more than once, brackets around what may be left out. */
	readonly takes: string;
	/** As one would write it: what stands between the braces, or with them where there are several actions. */
	readonly example: string;
	/** What the example prints; none where that is another text each time. */
	readonly gives?: string;
}

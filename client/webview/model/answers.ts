/** The lives that were told, the newest and the one before it; or why there is none. */
import type { Life, NoLife } from '../../../server/src/protocol/life';
import type { LivePod } from '../../../server/src/protocol/live';
import type { ShownApplied, ToWebview } from '../../../server/src/protocol/panel';
import { type LessonState, lessonAfter } from './lesson';

/** A refusal while typing is shown when typing rests this long. */
const REST = 400;
/** What has just been judged otherwise has an edge for so long. */
const FADES = 3000;
/** Edits nearer than this are one edit: the ghost stays the life before the first of them. */
const ONE_EDIT = 3000;

/** Elsewhere an apply is an action like others, and time counts from the creation. */
function withoutApply(life: Life): Life {
	if (life.apply === undefined) return life;
	const { apply: _, ...rest } = life;
	return rest;
}

type Answered = ToWebview & { readonly type: 'answered' };

export class Answers {
	life: Life | undefined;
	/** The life before the last edit, until something else is asked. */
	former: Life | undefined;
	none: NoLife | undefined;
	/** In the mode Why: what is told of the pod, with a life or without one. */
	live: LivePod | undefined;
	/** In the mode Lesson. */
	lesson: LessonState | undefined;
	/** In the mode Apply. */
	applied: ShownApplied | undefined;
	private fading = 0;
	failed: string | undefined;
	private edited = Number.NEGATIVE_INFINITY;
	private refusal = 0;

	constructor(private readonly changed: () => void) {}

	/** True if there is another life than before. */
	take(answered: Answered): boolean {
		const { answer, because, applied } = answered;
		clearTimeout(this.refusal);
		this.takeLesson(answered);
		this.applied = applied;
		this.failed = undefined;
		this.live = answer.kind === 'live' ? answer : undefined;
		if (answer.kind === 'live') return this.takeLive(answer);
		if (answer.kind !== 'life') {
			const show = () => {
				this.none = answer;
				this.changed();
			};
			if (because === 'edited' && this.life && !this.none) this.refusal = window.setTimeout(show, REST);
			else show();
			return false;
		}
		this.none = undefined;
		const before = this.life;
		this.life = applied ? answer : withoutApply(answer);
		if (because !== 'edited' || !before) this.former = undefined;
		else {
			const goesOn = performance.now() - this.edited < ONE_EDIT && this.former;
			if (!goesOn) this.former = before;
			this.edited = performance.now();
		}
		return true;
	}

	/** What was judged otherwise before shows for a while. */
	private takeLesson({ answer, lesson }: Answered): void {
		clearTimeout(this.fading);
		this.lesson = lesson && answer.kind !== 'live' ? lessonAfter(this.lesson, lesson, answer) : undefined;
		if (!this.lesson?.changed.size) return;
		this.fading = window.setTimeout(() => {
			if (this.lesson) this.lesson = { ...this.lesson, changed: new Set() };
			this.changed();
		}, FADES);
	}

	/** A live pod is compared with no other life. */
	private takeLive({ life }: LivePod): true {
		this.none = undefined;
		this.forget();
		this.life = life;
		return true;
	}

	forget(): void {
		this.life = undefined;
		this.former = undefined;
	}
}

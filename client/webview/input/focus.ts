/** Where the keyboard is on the stage, and where it is to be once the page is drawn. */
import type { Scene } from '../layout/scene';
import { focusIn } from './input';

export class Focus {
	private key = '';
	private wanted: 'cell' | 'stage' | undefined;

	/** The cell or name that Tab reaches. */
	in(scene: Scene): string {
		return focusIn(scene, this.key);
	}

	/** A cell or name is to have it. */
	want(key: string): void {
		this.key = key;
		this.wanted = 'cell';
	}

	/** The part of the stage that has it is about to be replaced: what comes in its place gets it. */
	keep(): void {
		if (document.activeElement?.closest('.canvas, .table-view')) this.wanted = 'stage';
	}

	/** The page is drawn. */
	give(root: Element): void {
		const { key, wanted } = this;
		this.wanted = undefined;
		if (wanted === 'cell') root.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`)?.focus();
		if (wanted === 'stage') root.querySelector<HTMLElement>('.table-view, .ruler')?.focus();
	}
}

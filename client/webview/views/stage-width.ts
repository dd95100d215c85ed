/** How wide the stage is. Sizes are told, not asked for: asking would lay the page out once more in each frame. */

/** px that the columns beside the stage take, until it is measured. */
const BESIDE = 401;

export class StageWidth {
	private measured: Element | undefined;
	private width = 0;
	private readonly sizes: ResizeObserver;

	/** `changed`: the stage or the panel has another size. */
	constructor(
		private readonly panel: Element,
		changed: () => void,
	) {
		this.sizes = new ResizeObserver((entries) => {
			for (const { target, contentRect } of entries)
				if (target !== panel) this.width = Math.round(contentRect.width) || this.width;
			changed();
		});
	}

	/** px, of a page so wide; `wide`: other columns stand beside the stage. */
	in(page: number, wide: boolean): number {
		this.width ||= wide ? page - BESIDE : page;
		return this.width;
	}

	/** The page is drawn: the stage may be another one. */
	watch(): void {
		const stage = this.panel.querySelector('.stage');
		if (this.measured !== undefined && (!stage || stage === this.measured)) return;
		this.sizes.disconnect();
		this.sizes.observe(this.panel);
		if (stage) this.sizes.observe(stage);
		this.measured = stage ?? this.panel;
	}
}

/** What a bar is, from when to when: beside the pointer once it stays on it. */
const REST = 350;

export function watchTips(root: HTMLElement): void {
	let waiting = 0;
	const show = (label: string, x = 0, y = 0) => {
		const tip = root.querySelector<HTMLElement>('.tip');
		if (!tip) return;
		tip.textContent = label;
		tip.style.left = `${Math.max(8, Math.min(x, innerWidth - tip.offsetWidth - 8))}px`;
		tip.style.top = `${y}px`;
	};
	root.addEventListener('pointerover', (event) => {
		clearTimeout(waiting);
		const cell = event.buttons ? null : (event.target as Element).closest('.cell');
		const label = cell?.getAttribute('aria-label') ?? '';
		if (!cell || !label) show('');
		else waiting = window.setTimeout(() => show(label, event.clientX, cell.getBoundingClientRect().bottom + 6), REST);
	});
	root.addEventListener('pointerleave', () => show(''));
}

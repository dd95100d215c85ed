/** The strongly connected components of what is reached from some nodes, as Tarjan finds them. */
export function components<Node>(from: Iterable<Node>, next: (node: Node) => readonly Node[]): readonly (readonly Node[])[] {
	const found: Node[][] = [];
	const order = new Map<Node, number>();
	const open: Node[] = [];
	const isOpen = new Set<Node>();
	const visit = (node: Node): number => {
		const own = order.size;
		let low = own;
		order.set(node, own);
		open.push(node);
		isOpen.add(node);
		for (const one of next(node)) {
			if (!order.has(one)) low = Math.min(low, visit(one));
			else if (isOpen.has(one)) low = Math.min(low, order.get(one) ?? low);
		}
		if (low === own) {
			const component = open.splice(open.indexOf(node));
			for (const one of component) isOpen.delete(one);
			found.push(component);
		}
		return low;
	};
	for (const node of from) if (!order.has(node)) visit(node);
	return found;
}

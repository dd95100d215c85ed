import { goValue } from './go-value';
import type { Entry, MapNode, Node, ScalarNode } from './node';
import { isMergeKey, resolve } from './scalar';

/**
 * What go-yaml's UnmarshalStrict has against a tree that Unmarshal takes: keys that are there twice, merged ones among them. A server that is sent YAML
 * refuses them; kubectl, which sends JSON, has lost them by then. Undefined where there are none.
 */
export function strictFault(root: Node, text: string, linesAbove: number): string | undefined {
	const strict = new Strict(text, linesAbove);
	strict.node(root);
	return strict.faults.length === 0 ? undefined : `yaml: unmarshal errors:\n${strict.faults.map((fault) => `  ${fault}`).join('\n')}`;
}

/** What aliases may unfold to. */
const MOST_NODES = 200_000;

class Strict {
	readonly faults: string[] = [];
	private nodes = 0;

	constructor(
		private readonly text: string,
		private readonly linesAbove: number,
	) {}

	node(node: Node | undefined): void {
		if (!node || ++this.nodes > MOST_NODES) return;
		if (node.kind === 'list') for (const { value } of node.items) this.node(value);
		else if (node.kind === 'map') this.map(node, new Set());
	}

	/** decoder.mapping and .merge: what is merged goes into the same map. */
	private map(node: MapNode, keys: Set<string>): void {
		for (const entry of node.entries) {
			if (isMergeKey(entry.key)) this.merge(entry, keys);
			else {
				this.node(entry.value);
				const key = identityOf(entry.key);
				if (keys.has(key)) this.faults.push(`line ${this.lineOf(entry)}: key ${goValue(entry.key)} already set in map`);
				keys.add(key);
			}
		}
	}

	private merge({ value }: Entry, keys: Set<string>): void {
		if (++this.nodes > MOST_NODES) return;
		const sources = value?.kind === 'list' ? value.items.map((item) => item.value).reverse() : [value];
		for (const source of sources) if (source?.kind === 'map') this.map(source, keys);
	}

	/** That of the value, or of the colon where there is none. */
	private lineOf({ key, value, alias }: Entry): number {
		const at = alias?.start ?? value?.range.start ?? key.range.end;
		let line = 1 + this.linesAbove;
		for (let end = this.text.indexOf('\n'); end >= 0 && end < at; end = this.text.indexOf('\n', end + 1)) line++;
		return line;
	}
}

/** Keys of different types are different to Go. */
function identityOf(node: ScalarNode): string {
	return `${resolve(node).kind} ${goValue(node)}`;
}

import { goValue } from './go-value';
import type { Entry, Node, Range, ScalarNode } from './node';
import { isMergeKey, resolve, resolveKey } from './scalar';

/** Something that is YAML and still does not become JSON, in kubectl's words. */
export interface ConversionFault {
	readonly part: 'key' | 'scalar';
	readonly message: string;
	readonly range: Range;
}

/**
 * What keeps a tree from becoming JSON (sigs.k8s.io/yaml YAMLToJSON), in the order in which kubectl gets there: go-yaml's decoder,
 * convertToJSONableObject, json.Marshal. It tells of the first.
 */
export function conversionFaults(root: Node): readonly ConversionFault[] {
	const converter = new Converter();
	converter.node(root);
	return [...converter.undecodable, ...converter.badKeys, ...converter.unsupported];
}

class Converter {
	readonly undecodable: ConversionFault[] = [];
	readonly badKeys: ConversionFault[] = [];
	readonly unsupported: ConversionFault[] = [];
	/** What aliases lead to again. */
	private readonly seen = new Set<Node>();

	node(node: Node): void {
		if (node.kind === 'scalar') this.scalar(node);
		else if (!this.seen.has(node)) {
			this.seen.add(node);
			if (node.kind === 'list') for (const { value } of node.items) value && this.node(value);
			else for (const entry of node.entries) this.entry(entry);
		}
	}

	private entry({ key, value }: Entry): void {
		if (isMergeKey(key)) {
			const sources = value?.kind === 'list' ? value.items.map((item) => item.value) : [value];
			if (sources.some((source) => source?.kind !== 'map'))
				this.undecodable.push({ part: 'key', message: 'yaml: map merge requires map or sequence of maps as the value', range: key.range });
		} else this.key(key, value);
		if (value) this.node(value);
	}

	private key(node: ScalarNode, value: Node | undefined): void {
		if (resolveKey(node) !== undefined) return;
		const scalar = resolve(node);
		if (scalar.kind === 'fault') {
			this.undecodable.push({ part: 'key', message: scalar.message, range: node.range });
			return;
		}
		const type = scalar.kind === 'number' ? 'uint64' : '%!s(<nil>)';
		const shown = scalar.kind === 'number' ? `0x${BigInt(scalar.digits).toString(16)}` : '<nil>';
		const message = `unsupported map key of type: ${type}, key: ${shown}, value: ${value ? goValue(value) : '<nil>'}`;
		this.badKeys.push({ part: 'key', message, range: node.range });
	}

	private scalar(node: ScalarNode): void {
		const scalar = resolve(node);
		if (scalar.kind !== 'fault') return;
		const faults = scalar.message.startsWith('json') ? this.unsupported : this.undecodable;
		faults.push({ part: 'scalar', message: scalar.message, range: node.range });
	}
}

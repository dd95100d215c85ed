/**
 * Where a value sits in a manifest, as kube-apiserver writes it: `spec.containers[0].env[1].name`, `metadata.labels[app.kubernetes.io/name]`.
 * Follows k8s.io/apimachinery/pkg/util/validation/field.Path. Paths are linked to their parents and only become text when somebody reads them.
 */
export type Segment = string | number;

export class FieldPath {
	private constructor(
		readonly parent: FieldPath | undefined,
		/** A field's name, a list index (number), or the key of a map (`isKey`). */
		readonly segment: Segment,
		readonly isKey: boolean,
		/** The key is meant, and not what stands under it. */
		readonly isKeyItself = false,
		private readonly said: FieldPath | undefined = undefined,
	) {}

	/** The path of a top-level field: `FieldPath.of('spec')`. */
	static of(name: string): FieldPath {
		return new FieldPath(undefined, name, false);
	}

	/** `path.child('image')` is `path.image`; more names go deeper. */
	child(...names: readonly [string, ...string[]]): FieldPath {
		let path: FieldPath = this;
		for (const name of names) path = new FieldPath(path, name, false);
		return path;
	}

	/** `path.index(2)` is `path[2]`, an item of a list. */
	index(index: number): FieldPath {
		return new FieldPath(this, index, false);
	}

	/** `path.key('app')` is `path[app]`, an entry of a map. */
	key(key: string): FieldPath {
		return new FieldPath(this, key, true);
	}

	/** The same place, where the key itself is at fault. */
	keyItself(): FieldPath {
		return new FieldPath(this.parent, this.segment, this.isKey, true, this.said);
	}

	/** The same place, which the server calls by another path: that of the whole list or map, or one without a step. */
	saidAs(path: FieldPath): FieldPath {
		return new FieldPath(this.parent, this.segment, this.isKey, this.isKeyItself, path);
	}

	/** Where it is, from the root down. */
	segments(): readonly Segment[] {
		const segments: Segment[] = [];
		for (let path: FieldPath | undefined = this; path; path = path.parent) segments.push(path.segment);
		return segments.reverse();
	}

	/** The server's notation, field.Path.String. */
	toString(): string {
		if (this.said) return this.said.toString();
		const own = typeof this.segment === 'number' || this.isKey ? `[${this.segment}]` : this.segment;
		if (!this.parent) return own;
		return own.startsWith('[') && (typeof this.segment === 'number' || this.isKey) ? this.parent.toString() + own : `${this.parent}.${own}`;
	}
}

/** Whether a path leads to a place or through it. */
export const startsWith = (path: readonly Segment[], start: readonly Segment[]): boolean => start.every((segment, i) => path[i] === segment);

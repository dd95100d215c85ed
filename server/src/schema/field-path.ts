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

	/** From the root down. */
	segments(): readonly Segment[] {
		const segments: Segment[] = [];
		for (let path: FieldPath | undefined = this; path; path = path.parent) segments.push(path.segment);
		return segments.reverse();
	}

	/** The server's notation, field.Path.String. */
	toString(): string {
		const own = typeof this.segment === 'number' || this.isKey ? `[${this.segment}]` : this.segment;
		if (!this.parent) return own;
		return own.startsWith('[') && (typeof this.segment === 'number' || this.isKey) ? this.parent.toString() + own : `${this.parent}.${own}`;
	}
}

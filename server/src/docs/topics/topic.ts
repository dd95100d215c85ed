import type { Words } from '../words';

/** What is about no single field: asked for by its name, by search, or from the fields it explains. The first line is one sentence that stands alone. */
export interface Topic extends Words {
	readonly title: Words;
	/** What people call it, in both languages: for search only. */
	readonly aliases: string;
	/** Fields, as `Type.field`, and kinds whose hover leads here. */
	readonly from: readonly string[];
	readonly example?: string;
	/** A page of kubernetes.io under /docs/, as FieldWords has it. */
	readonly link?: string;
}

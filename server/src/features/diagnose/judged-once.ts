import type { Manifest } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Document } from '../../yaml/parse';
import { type Judgement, judge } from './judge';

/** The verdicts on manifests, each reached once as long as its document lasts. */
export class JudgedOnce {
	private readonly judgements = new WeakMap<Document, Map<string, Judgement>>();

	judged(manifest: Manifest, version: Minor): Judgement {
		const known = this.judgements.get(manifest.document) ?? new Map<string, Judgement>();
		this.judgements.set(manifest.document, known);
		const key = `${version} ${manifest.node.range.start}`;
		const judgement = known.get(key) ?? judge(manifest, version);
		known.set(key, judgement);
		return judgement;
	}
}

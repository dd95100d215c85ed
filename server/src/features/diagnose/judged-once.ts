import type { Manifest } from '../../manifest/read';
import { kept } from '../../schema/remember';
import type { Minor } from '../../schema/schema';
import type { Document } from '../../yaml/parse';
import { type Judgement, judge } from './judge';

/** The verdicts on manifests, each reached once as long as its document lasts. */
export class JudgedOnce {
	private readonly judgements = new WeakMap<Document, Map<string, Judgement>>();

	judged(manifest: Manifest, version: Minor): Judgement {
		const known = kept(this.judgements, manifest.document, (): Map<string, Judgement> => new Map());
		return kept(known, `${version} ${manifest.node.range.start}`, () => judge(manifest, version));
	}
}

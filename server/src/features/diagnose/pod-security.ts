import { problemWords } from '../../docs/problems';
import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { FieldPath } from '../../schema/field-path';
import { shifted } from '../../yaml/node';
import { docsLink } from '../links';
import { manifestsOf } from '../manifests';
import type { Diagnostic } from './diagnostic';
import type { Judgement } from './judge';

/** A level of the Pod Security Standards that a namespace may ask for. */
export type SecurityLevel = 'off' | 'baseline' | 'restricted';

/**
 * What a namespace that enforces `level` would refuse, as warnings at the fields to look at; silent by default.
 * The sentence is the admission plugin's (k8s.io/pod-security-admission/admission EvaluatePod).
 */
export function securityDiagnostics(file: File, level: SecurityLevel, judged: (manifest: Manifest) => Judgement): readonly Diagnostic[] {
	if (level === 'off') return [];
	return manifestsOf(file).flatMap((manifest) => {
		if (manifest.document.faults.length > 0) return [];
		return judged(manifest)
			.violations()
			[level].flatMap(({ code, reason, detail, paths }) => {
				const message = `would violate PodSecurity "${level}:latest": ${reason} (${detail})`;
				const { en, ko, link } = problemWords[code] ?? { en: '', ko: '' };
				const words = { ...(en ? { why: { en, ko } } : {}), ...(link ? { link: docsLink(link) } : {}) };
				return rangesOf(manifest, paths).map((range): Diagnostic => ({ range, severity: 'warning', code, message, ...words }));
			});
	});
}

/** Each place once: what is missing in several fields of one container shows at the container. */
function rangesOf(manifest: Manifest, paths: readonly FieldPath[]): readonly Diagnostic['range'][] {
	const keys = paths.map((path) => locate(manifest.node, path).key);
	const once = new Map((keys.length > 0 ? keys : [locate(manifest.node, []).key]).map((key) => [key.start, key]));
	return [...once.values()].map((key) => shifted(key, manifest.start));
}

/** The verdict of an ordinary cluster on an object that may be there already. */
import type { File, Manifest } from '../../manifest/read';
import { FieldPath } from '../../schema/field-path';
import type { JsonMap } from '../../schema/json';
import type { Problem } from '../../schema/problem';
import type { Minor } from '../../schema/schema';
import { entryOf, textOf } from '../../yaml/node';
import { type Judgement, ordinary } from '../diagnose/judge';
import { judgeApply } from '../diagnose/judge-apply';
import { pairsOf } from './pairs';

export interface OverJudgement extends Judgement {
	/** The live object as the server stores it; none where nothing is live. */
	readonly stored?: JsonMap;
}

/**
 * What is said to `kubectl apply` of a manifest over what `old` made of it: to the create verdict, `judgement`, comes what an update is refused for.
 * `old` is undefined where it was never taken.
 */
export function judgeOver(manifest: Manifest, judgement: Judgement, old: Manifest | undefined, version: Minor): OverJudgement {
	const nameless = namelessProblem(manifest);
	if (nameless) return { ...judgement, accepted: false, problems: [...judgement.problems, nameless] };
	if (!old || manifest.document.faults.length > 0 || judgement.decoded.refusal !== undefined) return judgement;
	const { decoded, object, problems, warnings, dropped, stored } = judgeApply(manifest, old, version);
	const certain = judgement.denials.filter(({ isCertain }) => isCertain);
	const refused = ordinary(problems);
	return {
		...judgement,
		decoded,
		object,
		warnings,
		dropped,
		problems: refused,
		stored: stored as JsonMap,
		accepted: refused.length === 0 && certain.length === 0 && decoded.faults.every(({ severity }) => severity === 'repeated'),
	};
}

/** Verdicts over a text that does not change are reached once. */
const known = new WeakMap<Judgement, { readonly old: Manifest | undefined; readonly over: OverJudgement }>();

/** The verdicts on the manifests of a file that is applied over another; `judged` has those on what is created. */
export function judgedOver(file: File, old: File, version: Minor, judged: (manifest: Manifest) => Judgement): (manifest: Manifest) => Judgement {
	const formers = new Map(pairsOf(file, old).flatMap((pair) => ('left' in pair ? [] : [[pair.manifest, pair.old] as const])));
	return (manifest) => {
		const judgement = judged(manifest);
		const former = formers.get(manifest);
		const live = former && judged(former).accepted ? former : undefined;
		const found = known.get(judgement);
		if (found && found.old === live) return found.over;
		const over = live ? judgeOver(manifest, judgement, live, version) : judgement;
		known.set(judgement, { old: live, over });
		return over;
	};
}

/** ApplyOptions.applyOneObject of kubectl: what has a generated name is never there already. */
function namelessProblem({ name, node, isHeld }: Manifest): Problem | undefined {
	const generateName = textOf(entryOf(node, 'metadata')?.value, 'generateName');
	if (isHeld || name !== '' || !generateName) return undefined;
	const path = FieldPath.of('metadata').child('generateName');
	return { type: 'FieldValueForbidden', path, detail: `from ${generateName}: cannot use generate name with apply`, code: 'kubectl/generate-name' };
}

import type { FieldPath } from './field-path';

/** The causes kube-apiserver gives: k8s.io/apimachinery/pkg/util/validation/field.ErrorType, as they appear in a Status. */
export type ProblemType =
	| 'FieldValueRequired'
	| 'FieldValueInvalid'
	| 'FieldValueNotSupported'
	| 'FieldValueDuplicate'
	| 'FieldValueForbidden'
	| 'FieldValueNotFound'
	| 'FieldValueTooLong'
	| 'FieldValueTooMany'
	| 'FieldValueTypeInvalid'
	| 'InternalError';

/** A repair is data; only features/diagnose/repair.ts and yaml/edit.ts turn it into text. */
export type Repair =
	| { readonly do: 'set'; readonly path: FieldPath; readonly to: unknown }
	/** Another value for the one written; none where something else, or nothing, is written there: the server's paths do not always lead to a field. */
	| { readonly do: 'replace'; readonly path: FieldPath; readonly from: string; readonly to: unknown }
	| { readonly do: 'remove'; readonly path: FieldPath }
	| { readonly do: 'rename'; readonly path: FieldPath; readonly to: string };

/** One fault that kube-apiserver would report, in its own words. */
export interface Problem {
	readonly type: ProblemType;
	readonly path: FieldPath;
	/** The server's sentence less the field: `Invalid value: 2: must be 1`. */
	readonly detail: string;
	/** Stable, `family/fault`: `probe/liveness-succeeds-once`. Its words lie in docs/problems/. */
	readonly code: string;
	/** Where one is certain. */
	readonly repair?: Repair;
	/** The values that would do, where only some do. */
	readonly choices?: readonly string[];
}

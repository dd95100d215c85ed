import { Walk } from '../../server/src/rules/walk';
import { FieldPath } from '../../server/src/schema/field-path';
import { type Minor, NEWEST } from '../../server/src/schema/schema';

/** What a validation function finds at the path `at`, as lines `at.field: detail`. */
export function found(validate: (walk: Walk, at: FieldPath) => void, version: Minor = NEWEST): string[] {
	const walk = new Walk(version);
	validate(walk, FieldPath.of('at'));
	return walk.problems.map(({ path, detail }) => `${path.toString()}: ${detail}`);
}

import { FieldPath } from '../schema/field-path';
import type { CronJobSpec } from '../schema/generated/types';
import type { Advice } from './advice';
import type { Subject } from './subject';

/** Jobs that would begin later than this after their time are skipped, and the controller is seldom so quick; cronjob syncCronJob. */
export function startingDeadline({ kind, object }: Subject): readonly Advice[] {
	const seconds = kind === 'CronJob' ? (object['spec'] as CronJobSpec | undefined)?.startingDeadlineSeconds : undefined;
	if (seconds === undefined || seconds < 0 || seconds >= 10) return [];
	const path = FieldPath.of('spec').child('startingDeadlineSeconds');
	// At 0 it is always too late.
	return [{ path, code: 'advice/starting-deadline', severity: seconds === 0 ? 'warning' : 'information', args: { seconds } }];
}

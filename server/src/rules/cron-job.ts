import { FieldPath } from '../schema/field-path';
import type { CronJob, CronJobSpec, JobTemplateSpec } from '../schema/generated/types';
import { nearest } from '../schema/nearest';
import type { Repair } from '../schema/problem';
import { isFault, parseSchedule } from '../schema/schedule';
import { timeZoneFault, timeZones } from '../schema/time-zone';
import { printed } from './internal-form';
import { NO_SPEC, validateJobSpecWithoutSelector } from './job';
import { byteLength, nameIsDNSSubdomain } from './names';
import { validateNonnegativeField } from './numbers';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { Typed, toChoice, type Walk } from './walk';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** The controller appends the time to it, which takes 11 of the 63 characters a job's name may have. */
const LONGEST_NAME = 52;

/** batch validation.ValidateCronJobCreate */
export function validateCronJob(walk: Walk, { metadata = {}, spec }: CronJob): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validateCronJobSpec(walk, spec, undefined, SPEC);
	if (byteLength(metadata.name ?? '') > LONGEST_NAME) {
		walk.invalid(METADATA.child('name'), metadata.name, `must be no more than ${LONGEST_NAME} characters`, 'cronjob/name-length');
	}
}

/** batch validation.ValidateCronJobUpdate */
export function validateCronJobUpdate(walk: Walk, { metadata = {}, spec }: CronJob, old: CronJob): void {
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	validateCronJobSpec(walk, spec, old.spec, SPEC);
}

/** batch validation.validateCronJobSpec */
function validateCronJobSpec(walk: Walk, spec: CronJobSpec, old: CronJobSpec | undefined, path: FieldPath): void {
	if (spec.schedule === '') walk.required(path.child('schedule'), '', 'cronjob/schedule-required');
	else validateScheduleFormat(walk, spec.schedule, old?.schedule.includes('TZ') ?? false, spec.timeZone, path.child('schedule'));
	validateNonnegativeField(walk, spec.startingDeadlineSeconds, path.child('startingDeadlineSeconds'), 'cronjob/negative');
	if (spec.timeZone !== undefined && (!old || old.timeZone !== spec.timeZone)) validateTimeZone(walk, spec.timeZone, path.child('timeZone'));
	validateConcurrencyPolicy(walk, spec.concurrencyPolicy ?? '', path.child('concurrencyPolicy'));
	validateJobTemplateSpec(walk, spec.jobTemplate, path.child('jobTemplate'));
	validateNonnegativeField(walk, spec.successfulJobsHistoryLimit, path.child('successfulJobsHistoryLimit'), 'cronjob/negative');
	validateNonnegativeField(walk, spec.failedJobsHistoryLimit, path.child('failedJobsHistoryLimit'), 'cronjob/negative');
}

/** batch validation.validateScheduleFormat */
function validateScheduleFormat(walk: Walk, schedule: string, allowZone: boolean, timeZone: string | undefined, path: FieldPath): void {
	const parsed = parseSchedule(schedule);
	if (isFault(parsed)) walk.invalid(path, schedule, parsed.fault, 'cronjob/schedule');
	if (!schedule.includes('TZ')) return;
	if (!allowZone) walk.invalid(path, schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead', 'cronjob/zone-in-schedule');
	else if (timeZone !== undefined) walk.invalid(path, schedule, 'cannot use both timeZone field and TZ or CRON_TZ in schedule', 'cronjob/zone-in-schedule');
}

/** Abbreviations that are no zones and stand for one only. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
	KST: 'Asia/Seoul',
	JST: 'Asia/Tokyo',
	SGT: 'Asia/Singapore',
	HKT: 'Asia/Hong_Kong',
	PST: 'America/Los_Angeles',
	PDT: 'America/Los_Angeles',
	EDT: 'America/New_York',
	BST: 'Europe/London',
	CEST: 'Europe/Berlin',
	AEST: 'Australia/Sydney',
};

/** The zone that was meant: its abbreviation, its city alone, or its name with a slip. */
function zoneRepair(path: FieldPath, zone: string): Repair | undefined {
	const [city, ...cities] = [...timeZones()].filter((name) => name.toLowerCase().endsWith(`/${zone.trim().toLowerCase().replaceAll(' ', '_')}`));
	const abbreviation = zone.toUpperCase();
	const known = Object.hasOwn(ABBREVIATIONS, abbreviation) ? ABBREVIATIONS[abbreviation] : cities.length === 0 ? city : undefined;
	const to = known ?? (zone.includes('/') ? nearest(zone, timeZones()) : undefined);
	return toChoice(path, zone, timeZones()) ?? (to === undefined ? undefined : { do: 'replace', path, from: zone, to });
}

const ZONE_PART = /^[A-Za-z._0-9+-]{1,14}$/;

/** batch validation.validateTimeZone */
function validateTimeZone(walk: Walk, zone: string, path: FieldPath): void {
	const invalid = (detail: string): void => walk.invalid(path, new Typed(zone), detail, 'cronjob/time-zone', zoneRepair(path, zone));
	if (zone === '') invalid('timeZone must be nil or non-empty string');
	else if (!zone.split('/').every((part) => ZONE_PART.test(part) && part !== '.' && part !== '..' && !part.startsWith('-')))
		invalid(`unknown time zone ${zone}`);
	else {
		if (zone.toLowerCase() === 'local') invalid('timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones');
		const fault = timeZoneFault(zone);
		if (fault !== undefined) invalid(fault);
	}
}

/** batch validation.validateConcurrencyPolicy */
function validateConcurrencyPolicy(walk: Walk, policy: string, path: FieldPath): void {
	const policies = ['Allow', 'Forbid', 'Replace'];
	if (policy === '') walk.required(path, '', 'cronjob/concurrency-policy');
	else walk.oneOf(path, policy, policies, 'cronjob/concurrency-policy');
}

/** batch validation.ValidateJobTemplateSpec */
function validateJobTemplateSpec(walk: Walk, { spec = NO_SPEC }: JobTemplateSpec, path: FieldPath): void {
	validateJobSpecWithoutSelector(walk, spec, path.child('spec'));
	const selector = path.child('spec', 'selector');
	if (spec.selector) {
		walk.invalid(selector, printed(walk, '*LabelSelector', spec.selector), '`selector` will be auto-generated', 'cronjob/selector', {
			do: 'remove',
			path: selector,
		});
	}
	if (!spec.manualSelector) return;
	walk.notSupported(path.child('spec', 'manualSelector'), true, ['nil', 'false'], 'cronjob/manual-selector', {
		do: 'remove',
		path: path.child('spec', 'manualSelector'),
	});
}

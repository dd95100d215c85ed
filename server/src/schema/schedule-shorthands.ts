/** robfig/cron/v3 parseDescriptor: what the names of schedules stand for. */
export const SHORTHANDS: ReadonlyMap<string, string> = new Map([
	['@yearly', '0 0 1 1 *'],
	['@annually', '0 0 1 1 *'],
	['@monthly', '0 0 1 * *'],
	['@weekly', '0 0 * * 0'],
	['@daily', '0 0 * * *'],
	['@midnight', '0 0 * * *'],
	['@hourly', '0 * * * *'],
]);

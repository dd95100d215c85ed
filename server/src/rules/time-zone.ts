import { timeZones as table } from '../schema/generated/time-zones';

let names: ReadonlySet<string> | undefined;

/** time.LoadLocation: what is wrong with the name of a time zone; undefined if nothing is. The server knows the zones it carries, in exactly this spelling. */
export function timeZoneFault(name: string): string | undefined {
	if (name === '' || name === 'UTC' || name === 'Local') return undefined;
	if (name.includes('..') || name.startsWith('/') || name.includes('\\')) return 'time: invalid location name';
	return timeZones().has(name) ? undefined : `unknown time zone ${name}`;
}

export function timeZones(): ReadonlySet<string> {
	names ??= readNames();
	return names;
}

function readNames(): ReadonlySet<string> {
	const lines = table.trim().split('\n');
	return new Set(
		lines.flatMap((line) => {
			const [region = '', ...places] = line.split(' ');
			return places.map((place) => (region ? `${region}/${place}` : place));
		}),
	);
}

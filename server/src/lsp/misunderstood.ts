import { isKnown, RATINGS } from '../features/diagnose/severity';
import { minorOf, NEWEST, OLDEST } from '../schema/schema';

/** Settings that take one of a few words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { language: ['auto', 'en', 'ko', 'both'], podSecurity: ['off', 'baseline', 'restricted'] };

/** A line for each value that is set and means nothing: it is as if it were not set, and nobody would know why. */
export function misunderstood(set: (name: string) => unknown): readonly string[] {
	const severity = set('severity');
	return [
		...Object.entries(CHOICES).flatMap(([name, allowed]) => among(name, set(name), allowed)),
		...ofVersion(set('kubernetesVersion')),
		...(typeof severity === 'object' && severity !== null ? Object.entries(severity).flatMap(ofSeverity) : []),
	];
}

const line = (name: string, value: unknown, allowed: string): string => `The setting peapod.${name} does not understand ${JSON.stringify(value)}: ${allowed}.`;

const among = (name: string, value: unknown, allowed: readonly unknown[]): readonly string[] =>
	value === undefined || allowed.includes(value) ? [] : [line(name, value, allowed.join(', '))];

const ofVersion = (value: unknown): readonly string[] =>
	value === undefined || minorOf(String(value)) !== undefined ? [] : [line('kubernetesVersion', value, `1.${OLDEST} to 1.${NEWEST}`)];

function ofSeverity([name, rating]: readonly [string, unknown]): readonly string[] {
	return name === '*' || isKnown(name)
		? among(`severity, ${name},`, rating, RATINGS)
		: [line('severity', name, 'a code as it stands behind a message (probe/negative), a family (probe/*), or *')];
}

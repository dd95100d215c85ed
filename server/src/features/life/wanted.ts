import type { Scenario } from '../../simulator/scenario';

/** What a workload is asked for, as far as its outcome is measured by it. */
export interface Wanted {
	readonly replicas: number;
	readonly completions?: number;
	readonly backoffLimit?: number;
	readonly activeDeadlineSeconds?: number;
}

type Plain = Readonly<Record<string, unknown>>;

/** Read off the judged object, and off what the scenario makes of its replicas. */
export function wantedOf(object: Plain, scenario: Scenario): Wanted {
	const spec = within(object, 'spec');
	const job = within(within(spec, 'jobTemplate'), 'spec');
	const scaled = (scenario.actions ?? []).flatMap(({ do: what, target, body }) =>
		what === 'patch' && target === 'owner' && isPlain(body) ? (number(within(body, 'spec')['replicas']) ?? []) : [],
	);
	const [completions, backoffLimit, activeDeadlineSeconds] = (['completions', 'backoffLimit', 'activeDeadlineSeconds'] as const).map(
		(field) => number(spec[field]) ?? number(job[field]),
	);
	return {
		replicas: scaled.at(-1) ?? number(spec['replicas']) ?? 1,
		...(completions !== undefined && { completions }),
		...(backoffLimit !== undefined && { backoffLimit }),
		...(activeDeadlineSeconds !== undefined && { activeDeadlineSeconds }),
	};
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (value: Plain, key: string): Plain => (isPlain(value[key]) ? value[key] : {});
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

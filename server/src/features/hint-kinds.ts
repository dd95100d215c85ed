/** What may be shown, and whether it is where nobody says otherwise. */
export const HINT_KINDS = {
	qos: true,
	requests: true,
	probes: true,
	shutdown: true,
	schedule: true,
	imagePullPolicy: true,
	units: false,
	defaults: false,
} as const;
export type HintKind = keyof typeof HINT_KINDS;

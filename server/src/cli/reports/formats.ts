import type { Format } from './report';
import { text } from './text';

/** What `check --format` takes; what is seldom asked for is loaded when it is. */
export const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
	text: async () => text,
	json: async () => (await import('./json')).json,
	sarif: async () => (await import('./sarif')).sarif,
	github: async () => (await import('./github')).github,
	gitlab: async () => (await import('./gitlab')).gitlab,
	junit: async () => (await import('./junit')).junit,
};

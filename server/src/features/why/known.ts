/** Of a pod of which nobody can tell why it is as it is: what is certain of it, and what its dump does not say. */
import { type TableRow, timeOf } from '../../autopsy/dump';
import type { Facts } from '../../autopsy/facts';
import type { Args } from '../../autopsy/finding';
import { certainWords, missingWords } from '../../docs/why-known';
import type { LiveKnown } from '../../protocol/live';
import { said } from './examine';
import { timeOfDay } from './telling';

const certain = (code: keyof typeof certainWords, args: Args) => said(certainWords[code], args);
const missing = (code: keyof typeof missingWords) => said(missingWords[code], {});

/** `zone`: minutes from UTC to the reader's clock. */
export function knownOf({ pod, hasEvents }: Facts, isCut: boolean, zone: number): LiveKnown {
	const { metadata, spec, status } = pod;
	const at = timeOf(metadata?.creationTimestamp);
	const names = (spec?.containers ?? []).map(({ name }) => `\`${name}\``);
	return {
		certain: [
			...(at === undefined ? [] : [certain('created', { at: timeOfDay(at, zone) })]),
			...(names.length > 0 ? [certain('containers', { names: names.join(', ') })] : []),
			...(spec?.nodeName ? [certain('node', { node: spec.nodeName })] : []),
			...(status?.phase === undefined ? [] : [certain('phase', { phase: status.phase })]),
		],
		missing: [
			...(isCut ? [missing('end')] : []),
			...(names.length === 0 ? [missing('spec')] : []),
			...(status?.phase === undefined
				? [missing('status')]
				: (status.containerStatuses ?? []).every(({ state }) => state === undefined)
					? [missing('containerStatuses')]
					: []),
			...(hasEvents ? [] : [missing('events')]),
		],
	};
}

/** Of a pod of which only the columns of `kubectl get pods` are known. */
export const knownOfRow = ({ ready, status, restarts }: TableRow): LiveKnown => ({
	certain: [certain('row', { ready, status, restarts })],
	missing: [missing('containerStatuses'), missing('events')],
});

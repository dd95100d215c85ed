/** What holds a pod: the first of the findings that fits, the one that explains the others. */
import type { SeenContainer } from './facts';
import { type Case, type Finding, kubectl } from './finding';
import { crash, stayedDown } from './findings/crash';
import { ended } from './findings/ended';
import { withJob } from './findings/job';
import { deleting, nodeLost, unprepared } from './findings/pod';
import { atWork, creating, healthy, notReady, partlyDone, stopping } from './findings/running';
import { unplaced } from './findings/scheduling';
import { lookAtEvents, waiting } from './findings/waiting';

/** In the order in which one explains the next: a pod without a node has no containers, one whose volumes do not come has none that run. */
const OF_POD: readonly ((one: Case) => Finding | undefined)[] = [deleting, ended, unplaced, nodeLost, unprepared];
const OF_CONTAINERS: readonly ((one: Case, container: SeenContainer) => Finding | undefined)[] = [waiting, crash, stopping, notReady, atWork, stayedDown];

/** The finding for a pod; one that says so where nothing in the dump tells how it is. */
export const diagnose = (one: Case): Finding => withJob(found(one), one.facts);

function found(one: Case): Finding {
	const { containers, pod } = one.facts;
	if (pod.status?.phase === undefined) return unclear(one);
	for (const find of OF_POD) {
		const finding = find(one);
		if (finding) return finding;
	}
	for (const find of OF_CONTAINERS) {
		const [finding] = containers.flatMap((container) => find(one, container) ?? []);
		if (finding) return finding;
	}
	const [still] = containers.flatMap((container) => creating(one, container) ?? []);
	return healthy(one) ?? partlyDone(one) ?? still ?? unclear(one);
}

/** What brings it: the pod as the server has it, and what was said of it. */
function unclear({ facts }: Case): Finding {
	const whole = { code: 'whole', args: {}, line: { command: kubectl(facts, 'get pod', '-o', 'yaml') } } as const;
	const advice = facts.hasEvents ? [whole] : [whole, lookAtEvents(facts, {})];
	return { headline: { code: 'unclear', args: {} }, causes: [], advice, coming: 'unknown', healthy: false };
}

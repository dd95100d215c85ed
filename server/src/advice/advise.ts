import type { KindName } from '../schema/kinds';
import type { Advice } from './advice';
import { commandWords } from './command-words';
import { configKey } from './config-key';
import { hostPort } from './host-port';
import { imageReference } from './image-reference';
import { jobSidecar } from './job-sidecar';
import type { Neighbours, Other, PodMaker } from './neighbours';
import { nodeLabel } from './node-label';
import { portName } from './port-name';
import { preStop } from './pre-stop';
import { resourceAmount } from './resource-amount';
import { runAsNonRoot } from './run-as-non-root';
import { scaleTarget } from './scale-target';
import { schedule } from './schedule';
import { selectsNothing } from './selects-nothing';
import { startingDeadline } from './starting-deadline';
import { type Subject, subjectOf } from './subject';
import { targetPort } from './target-port';
import { variableReference } from './variable-reference';

/** What an object of ours says itself. All of them are asked at every keystroke: what has nothing to say costs a look at a field. */
const RULES: readonly ((subject: Subject) => readonly Advice[])[] = [
	imageReference,
	commandWords,
	portName,
	preStop,
	resourceAmount,
	runAsNonRoot,
	variableReference,
	nodeLabel,
	hostPort,
	jobSidecar,
	schedule,
	startingDeadline,
];

/** What a Service and the like say of the pods beside them. */
const RULES_OF_OTHERS: readonly ((other: Other, neighbours: Neighbours) => readonly Advice[])[] = [selectsNothing, targetPort, scaleTarget];

/** What can never work, or hardly as meant, in an object that is decoded and defaulted. */
export function advise(kind: KindName, object: Readonly<Record<string, unknown>>): readonly Advice[] {
	const subject = subjectOf(kind, object);
	const found: Advice[] = [];
	for (const rule of RULES) found.push(...rule(subject));
	return found;
}

/** The same of what it says of the others in its file. */
export const adviseBeside = (maker: PodMaker, neighbours: Neighbours): readonly Advice[] => (maker.open ? [] : configKey(maker.subject, maker, neighbours));

/** The same of an object that is none of ours. */
export const adviseOther = (other: Other, neighbours: Neighbours): readonly Advice[] => RULES_OF_OTHERS.flatMap((rule) => rule(other, neighbours));

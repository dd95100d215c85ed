import type { Lesson } from './lesson';
import { deadline } from './lessons/deadline/lesson';
import { firstManifest } from './lessons/first-manifest/lesson';
import { gracePeriod } from './lessons/grace-period/lesson';
import { howToAsk } from './lessons/how-to-ask/lesson';
import { initContainers } from './lessons/init-containers/lesson';
import { liveness } from './lessons/liveness/lesson';
import { memory } from './lessons/memory/lesson';
import { missingConfig } from './lessons/missing-config/lesson';
import { oneHouse } from './lessons/one-house/lesson';
import { owner } from './lessons/owner/lesson';
import { pending } from './lessons/pending/lesson';
import { readiness } from './lessons/readiness/lesson';
import { restartPolicy } from './lessons/restart-policy/lesson';
import { rollOut } from './lessons/roll-out/lesson';
import { sidecar } from './lessons/sidecar/lesson';
import { silentNode } from './lessons/silent-node/lesson';
import { slowStart } from './lessons/slow-start/lesson';
import { workThatEnds } from './lessons/work-that-ends/lesson';

/** The course: each lesson needs only those before it. */
export const LESSONS: readonly Lesson[] = [
	firstManifest,
	pending,
	missingConfig,
	workThatEnds,
	restartPolicy,
	readiness,
	liveness,
	slowStart,
	howToAsk,
	gracePeriod,
	initContainers,
	sidecar,
	oneHouse,
	memory,
	owner,
	rollOut,
	deadline,
	silentNode,
];

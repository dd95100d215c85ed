import { adviceProblems } from './problems/advice';
import { chartProblems } from './problems/chart';
import { containerProblems } from './problems/container';
import { decodeProblems } from './problems/decode';
import { envProblems } from './problems/env';
import { headProblems } from './problems/head';
import { jobProblems } from './problems/job';
import { metadataProblems } from './problems/metadata';
import { mountProblems } from './problems/mount';
import { networkProblems } from './problems/network';
import { overlayProblems } from './problems/overlay';
import { podProblems } from './problems/pod';
import { podSecurityProblems } from './problems/pod-security';
import { portProblems } from './problems/port';
import { probeProblems } from './problems/probe';
import { resourceProblems } from './problems/resource';
import { schedulingProblems } from './problems/scheduling';
import { securityProblems } from './problems/security';
import { selectorProblems } from './problems/selector';
import { serverProblems } from './problems/server';
import { storageProblems } from './problems/storage';
import { volumeProblems } from './problems/volume';
import { workloadProblems } from './problems/workload';
import { yamlProblems } from './problems/yaml';
import type { ProblemWords } from './words';

/**
 * Why the server says what it says and what to do, a sentence or two a code; the codes stand beside the checks in rules/ and manifest/decode.ts.
 * A code is public: it stays as it is once it has been released.
 */
export const problemWords: Readonly<Record<string, ProblemWords>> = {
	...yamlProblems,
	...headProblems,
	...decodeProblems,
	...probeProblems,
	...portProblems,
	...envProblems,
	...mountProblems,
	...containerProblems,
	...podProblems,
	...metadataProblems,
	...selectorProblems,
	...schedulingProblems,
	...networkProblems,
	...volumeProblems,
	...storageProblems,
	...resourceProblems,
	...securityProblems,
	...podSecurityProblems,
	...jobProblems,
	...workloadProblems,
	...overlayProblems,
	...chartProblems,
	...serverProblems,
	...adviceProblems,
};

import { flow } from './flow';
import { labelsOrAnnotations } from './labels-or-annotations';
import { patterns } from './patterns';
import { probes } from './probes';
import { sandbox } from './sandbox';
import { staticPods } from './static-pods';
import { statuses } from './statuses';
import type { Topic } from './topic';
import { updates } from './updates';
import { whyPods } from './why-pods';

/** All topics, by the name that `explain` takes. */
export const topics: Readonly<Record<string, Topic>> = {
	'why-pods': whyPods,
	patterns,
	sandbox,
	flow,
	probes,
	statuses,
	updates,
	'static-pods': staticPods,
	'labels-or-annotations': labelsOrAnnotations,
};

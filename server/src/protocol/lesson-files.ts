/** By which names the files of lessons are known, on both sides of the wire: a learner's file says itself which lesson it is of. */

/** `lesson-07-liveness.yaml`, of the seventh lesson. `index` counts from 0. */
export const lessonFile = (index: number, id: string): string => `lesson-${String(index + 1).padStart(2, '0')}-${id}.yaml`;

/** The scenario beside it. */
export const scenarioFileOf = (lesson: string): string => lesson.replace(/\.yaml$/, '.scenario.yaml');

/** The id of the lesson that a file is of; undefined where it is of none. Takes a name, a path or a URI. */
export const lessonIn = (file: string): string | undefined => /(?:^|[/:])lesson-\d\d-([a-z-]+)\.yaml$/.exec(file)?.[1];

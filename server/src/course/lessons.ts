import type { Lesson } from './lesson';
import { firstManifest } from './lessons/first-manifest/lesson';

/** The course: each lesson needs only those before it. */
export const LESSONS: readonly Lesson[] = [firstManifest];

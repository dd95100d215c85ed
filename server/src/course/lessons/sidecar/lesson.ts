import type { Lesson } from '../../lesson';
import ko from './lesson.ko.md';
import en from './lesson.md';
import solution from './solution.yaml';
import scenario from './start.scenario.yaml';
import start from './start.yaml';
import whatIf from './what-if.scenario.yaml';

export const sidecar: Lesson = { id: 'sidecar', start, scenario, solution, whatIf, en, ko };

import type { Lesson } from '../../lesson';
import ko from './lesson.ko.md';
import en from './lesson.md';
import solution from './solution.yaml';
import scenario from './start.scenario.yaml';
import start from './start.yaml';

export const deadline: Lesson = { id: 'deadline', start, scenario, solution, en, ko };

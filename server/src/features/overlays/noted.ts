import type { Origin } from '../../built/origin';
import { overlayProblems } from '../../docs/problems/overlay';
import { type Finding, ownFinding } from '../built/finding';
import { filled } from '../diagnose/advice';
import type { Severity } from '../diagnose/diagnostic';

/** What is told of an overlay in our own words. */
export const noted = (code: keyof typeof overlayProblems, severity: Severity, at: Origin, args: Readonly<Record<string, string>>): Finding =>
	ownFinding(code, severity, at, filled(overlayProblems[code].said, args));

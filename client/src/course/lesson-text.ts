import * as vscode from 'vscode';
import { lessonIn, scenarioFileOf } from '../../../server/src/protocol/lesson-files';
import { nameOf } from '../files';

/** Texts of lessons that lie in no file: pages, scenarios, solutions. */
export const LESSON_TEXT = 'peapod-lesson';

/** The scenario that a learner's file is played in; undefined where it is of no lesson. */
export const lessonScenario = (uri: vscode.Uri): vscode.Uri | undefined =>
	lessonIn(nameOf(uri)) === undefined ? undefined : vscode.Uri.from({ scheme: LESSON_TEXT, path: `/${scenarioFileOf(nameOf(uri))}` });

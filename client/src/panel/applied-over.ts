import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Against, ShownApplied } from '../../../server/src/protocol/panel';
import { APPLY } from '../../../server/src/protocol/requests';
import { ask } from '../ask';
import { committedOf } from '../committed';
import { nameOf, savedText } from '../files';
import type { Compared } from './conversation';

/** What applying a file does over what was chosen, else over its last commit, else over what is saved; what nobody has is taken to be nothing. What was chosen for a neighbour may be there no longer. */
export async function appliedOver(
	client: BaseLanguageClient,
	file: string,
	compared: Compared | undefined,
): Promise<{ readonly applied: ShownApplied; readonly old: string }> {
	const uri = vscode.Uri.parse(file);
	const [committed, saved] = await Promise.all([committedOf(client, uri), savedText(uri)]);
	const choices: readonly Against[] = [...(committed === undefined ? [] : ['HEAD' as const]), ...(saved === undefined ? [] : ['saved' as const]), 'file'];
	const other = compared?.file === undefined ? undefined : vscode.Uri.parse(compared.file);
	const texts: Readonly<Record<Against, string | null | undefined>> = { HEAD: committed, saved, file: other && (await savedText(other)) };
	const against = compared && texts[compared.against] !== undefined ? compared.against : (choices[0] ?? 'file');
	const old = texts[against] ?? '';
	const { answer } = await ask(client, APPLY, { uri: file, old });
	return { applied: { answer, against, choices, ...(against === 'file' && other && { name: nameOf(other) }) }, old };
}

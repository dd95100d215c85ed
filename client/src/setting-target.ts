/** Where a setting stands already. */
export interface WhereSet {
	readonly workspaceFolderValue?: unknown;
	readonly workspaceValue?: unknown;
}

/** Where to write a setting: where it is set already, the narrowest first, or else a change would not show; a version and values belong to a project, a language to the user. */
export function settingTarget(
	set: WhereSet | undefined,
	setting: 'language' | 'kubernetesVersion' | 'helm.values',
	hasWorkspace: boolean,
): 'folder' | 'workspace' | 'user' {
	if (set?.workspaceFolderValue !== undefined) return 'folder';
	return set?.workspaceValue !== undefined || (setting !== 'language' && hasWorkspace) ? 'workspace' : 'user';
}

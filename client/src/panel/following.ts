/** What a panel shows, and whether it follows the editor. */
export interface Showing {
	/** The manifest's URI. */
	readonly uri: string;
	/** It stays with its file. */
	readonly isLocked: boolean;
}

/** The panel that a file is shown in when it is asked for: the one that has it, or else the newest that is free. Undefined where a new one is needed. */
export function panelFor<P extends Showing>(panels: readonly P[], uri: string): P | undefined {
	return panels.find((panel) => panel.uri === uri) ?? panels.findLast((panel) => !panel.isLocked);
}

/** The panel that turns to the file that is edited now: the newest that is free, unless some panel has that file already. */
export function follower<P extends Showing>(panels: readonly P[], uri: string): P | undefined {
	const panel = panelFor(panels, uri);
	return panel?.uri === uri ? undefined : panel;
}

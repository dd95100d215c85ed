/** The disk, and whoever is asked about it. URIs throughout. */
export interface SaveDisk {
	readonly exists: (uri: string) => Promise<boolean>;
	/** A dialog that proposes a file and asks before it overwrites one; undefined where it is called off. */
	readonly choose: (proposed: string) => Promise<string | undefined>;
}

/**
 * Where a scenario is saved: in the file that this panel has read or written, or else beside the manifest.
 * Nothing that was there before is overwritten without a question. Undefined where the user calls it off.
 */
export async function placeToSave(mine: string | undefined, beside: string, disk: SaveDisk): Promise<string | undefined> {
	if (mine !== undefined) return mine;
	return (await disk.exists(beside)) ? disk.choose(beside) : beside;
}

/** `web` of `web.yaml`: what its scenarios are named after. */
export const stemOf = (name: string): string => name.replace(/\.ya?ml$/, '') || 'pod';

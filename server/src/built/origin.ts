/** A place in a file where somebody typed what stands in something built. */
export interface Origin {
	/** The path of the file, from the root of all files. */
	readonly file: string;
	/** In UTF-16 units from the file's start. */
	readonly range: { readonly start: number; readonly end: number };
	/** What led there, nearest first: what a transformer changed, the value that an action printed, where a file was included. */
	readonly via?: readonly Origin[];
}

/** An origin with something more behind all that led there. */
export function behind(origin: Origin, further: Origin | undefined): Origin {
	return further ? { ...origin, via: [...(origin.via ?? []), ...wayOf(further)] } : origin;
}

/** An origin and what led there, nearest first, each alone. */
export const wayOf = ({ via = [], ...own }: Origin): readonly Origin[] => [own, ...via];

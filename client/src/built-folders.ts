import type { SeenFile } from '../../server/src/protocol/requests';
import { Resting, TYPING_RESTS } from './resting';

/** The file that makes a folder an overlay or a chart, and the name under which the menus of the explorer know such folders. */
const KINDS = [
	{ name: 'peapod.overlays', file: /\/(?:kustomization\.ya?ml|Kustomization)$/ },
	{ name: 'peapod.charts', file: /\/Chart\.yaml$/ },
];

/** The folders of overlays and charts among the files that are seen: what they build is shown from the explorer. */
export class BuiltFolders {
	private readonly files = new Set<string>();
	private readonly telling = new Resting(TYPING_RESTS, () => {
		for (const { name, file } of KINDS)
			this.tell(
				name,
				[...this.files].flatMap((one) => (file.test(one) ? one.replace(file, '') : [])),
			);
	});

	constructor(private readonly tell: (name: string, folders: readonly string[]) => void) {}

	/** A file is there, or is gone; or a folder with all that lay in it. URIs. */
	note({ uri, text }: SeenFile): void {
		const known = this.files.size;
		if (text === null) for (const one of this.files) if (one === uri || one.startsWith(`${uri}/`)) this.files.delete(one);
		if (text !== null && KINDS.some(({ file }) => file.test(uri))) this.files.add(uri);
		if (this.files.size !== known) this.telling.soon();
	}

	dispose(): void {
		this.telling.dispose();
	}
}

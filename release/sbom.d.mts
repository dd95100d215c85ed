export interface Component {
	readonly name: string;
	readonly version: string;
	readonly purl: string;
	readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}
export function sbom(lock: unknown): { readonly components: readonly Component[] };

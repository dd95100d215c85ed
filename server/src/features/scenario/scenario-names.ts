import type { Around } from '../../manifest/around';
import { locate } from '../../manifest/locate';
import { type File, read } from '../../manifest/read';
import { itemsOf, textOf } from '../../yaml/node';
import { manifestsOf } from '../manifests';

/** The manifest that a scenario is played on: its file's name, and its text. */
export interface Beside extends ManifestText {
	readonly name: string;
}

/** A manifest, and how it is read where it is no file. */
export interface ManifestText {
	readonly text: string;
	readonly around?: Around;
}

/** A manifest as it is read. */
export const fileOf = ({ text, around }: ManifestText): File => read(text, undefined, around);

/** What a scenario may speak of by name. */
export interface PodNames {
	/** By container name, init and ephemeral ones included: the image, '' where none is written. */
	readonly containers: ReadonlyMap<string, string>;
	readonly gates: readonly string[];
	/** Conditions named by readiness gates. */
	readonly conditions: readonly string[];
	/** All of it is there: the text is sound, and holds a pod. */
	readonly isComplete: boolean;
}

/** The names in every pod of a manifest. */
export function podNames(manifest: ManifestText): PodNames {
	const file = fileOf(manifest);
	const manifests = manifestsOf(file);
	const containers = new Map<string, string>();
	const gates: string[] = [];
	const conditions: string[] = [];
	for (const { node, kind } of manifests) {
		const spec = locate(node, [...kind.template, 'spec']);
		if (!spec.exact) continue;
		for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
			for (const item of itemsOf(spec.value, list)) {
				const name = textOf(item, 'name');
				if (name) containers.set(name, textOf(item, 'image') ?? '');
			}
		}
		gates.push(...itemsOf(spec.value, 'schedulingGates').flatMap((item) => textOf(item, 'name') ?? []));
		conditions.push(...itemsOf(spec.value, 'readinessGates').flatMap((item) => textOf(item, 'conditionType') ?? []));
	}
	const isSound = file.sections.every(({ document, separatorFault }) => document.faults.length === 0 && !separatorFault);
	return { containers, gates, conditions, isComplete: isSound && containers.size > 0 };
}

/** What the actions of a scenario bring: images and containers in the bodies of patches and in created manifests. */
export function broughtBy(actions: readonly { readonly body?: unknown; readonly manifest?: string }[]): {
	readonly containers: readonly string[];
	readonly images: readonly string[];
} {
	const containers: string[] = [];
	const images: string[] = [];
	const visit = (value: unknown, key: string): void => {
		if (Array.isArray(value)) for (const item of value) visit(item, key);
		else if (typeof value === 'object' && value !== null) {
			const { name, path } = value as { readonly name?: unknown; readonly path?: unknown };
			if (typeof name === 'string' && /containers$/i.test(key)) containers.push(name);
			// An operation of a JSON patch: what lies at its path.
			const at = typeof path === 'string' ? (path.split('/').findLast((part) => !/^(?:\d+|-)$/.test(part)) ?? '') : undefined;
			for (const [inner, child] of Object.entries(value)) visit(child, inner === 'value' && at !== undefined ? at : inner);
		} else if (typeof value === 'string' && key === 'image') images.push(value);
	};
	for (const { body, manifest } of actions) {
		visit(body, '');
		for (const [name, image] of manifest ? podNames({ text: manifest }).containers : []) {
			containers.push(name);
			images.push(image);
		}
	}
	return { containers, images };
}

/** Whether a key under `images` means this image: the tag `latest` may be left out on either side. */
export function isImage(key: string, image: string): boolean {
	const isTagged = image.includes('@') || image.slice(image.lastIndexOf('/') + 1).includes(':');
	const full = isTagged ? image : `${image}:latest`;
	return key === full || key === full.replace(/:latest$/, '');
}

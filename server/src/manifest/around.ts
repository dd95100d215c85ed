import { type Changes, isKustomization, type Kustomization, type PatchOf, type Target } from '../overlays/kustomization';
import { roleOf } from '../overlays/role';
import type { OwnKinds } from '../schema/embedded';
import { DELETE_FROM, DIRECTIVE, RETAIN_KEYS, SET_ORDER } from '../schema/patch-meta';
import type { Node } from '../yaml/node';
import type { Document } from '../yaml/parse';

/** What a file does not say itself: the files around it do. */
export interface Around {
	/** It lies in the templates/ of a chart. */
	readonly isInChart?: boolean;
	/** It is what templates rendered, and goes to the server as it is: braces in it are nobody's actions any more. */
	readonly isRendered?: boolean;
	/** It is built of what was read as YAML: braces in it make no other file of it, though somebody may still fill in values. */
	readonly isBuilt?: boolean;
	/** It is called as kustomizations are. */
	readonly isKustomization?: boolean;
	/** It is a Chart.yaml. */
	readonly isChart?: boolean;
	/** A kustomization lists it as a patch. */
	readonly isPatch?: boolean;
	/** The objects that it is a patch for, where one says so. */
	readonly targets?: readonly Target[];
	/** What the kustomizations that build on it write into its objects. */
	readonly changes?: Changes;
	/** Kinds that hold pods, as the user says. */
	readonly kinds?: OwnKinds;
	/** What they merge into the objects that it names, with its text. */
	readonly patches?: readonly PatchOf[];
}

/** Nothing is known of any other file. */
export const ALONE: Around = {};

/** What overlays build, and what charts render, wherever it is read. */
export const BUILT: Around = { isBuilt: true };
export const RENDERED: Around = { isRendered: true };

/** Whether a document is merged into an object: somebody says so, or it has a directive of a strategic merge patch, as no object has. */
export const isPart = (document: Document, { isPatch }: Around): boolean => isPatch === true || carriesDirectives(document);

function carriesDirectives({ text, root }: Document): boolean {
	return root !== undefined && text.includes('$') && DIRECTIVE_TEXT.test(text) && hasDirective(root, new Set());
}

const DIRECTIVE_TEXT = /\$(?:patch|retainKeys)\b|\$(?:setElementOrder|deleteFromPrimitiveList)\//;

const isDirective = (key: string): boolean => key === DIRECTIVE || key === RETAIN_KEYS || key.startsWith(SET_ORDER) || key.startsWith(DELETE_FROM);

function hasDirective(node: Node | undefined, seen: Set<Node>): boolean {
	if (!node || node.kind === 'scalar' || seen.has(node)) return false;
	seen.add(node);
	if (node.kind === 'list') return node.items.some(({ value }) => hasDirective(value, seen));
	return node.entries.some(({ key, value }) => isDirective(key.text) || hasDirective(value, seen));
}

/** ytt merges the documents of such a file into others. */
export const isOverlayOfYtt = (text: string): boolean => text.includes('#@overlay/') && /^[ \t]*#@overlay\//m.test(text);

/** The files of a workspace that say what others are. */
export interface Surroundings {
	readonly kustomizations: readonly Kustomization[];
	/** Folders that hold a Chart.yaml. */
	readonly charts: ReadonlySet<string>;
	/** The text of a patch, where it is known. */
	readonly textOf?: (path: string) => string | undefined;
}

/** What is around the file at a path, `/` between its parts. */
export function aroundOf(path: string, { kustomizations, charts, textOf = () => undefined }: Surroundings): Around {
	const { isPatch, targets, changes } = roleOf(path, kustomizations);
	const withText = (patch: PatchOf): PatchOf | readonly PatchOf[] => {
		const text = patch.text ?? (patch.path === undefined ? undefined : textOf(patch.path));
		return text === undefined ? [] : { ...patch, text };
	};
	const patches = changes?.patches.flatMap(withText) ?? [];
	return {
		...(isInChart(path, charts) ? { isInChart: true } : {}),
		...(isKustomization(path) ? { isKustomization: true } : {}),
		...(isChart(path) ? { isChart: true } : {}),
		...(isPatch ? { isPatch } : {}),
		...(targets ? { targets } : {}),
		...(changes ? { changes } : {}),
		...(patches.length > 0 ? { patches } : {}),
	};
}

function isInChart(path: string, charts: ReadonlySet<string>): boolean {
	for (let at = path.indexOf('/templates/'); at >= 0; at = path.indexOf('/templates/', at + 1)) if (charts.has(path.slice(0, at))) return true;
	return false;
}

/** Whether the file at a path says what others are. */
export const isSurrounding = (path: string): boolean => isKustomization(path) || isChart(path);

const CHART_FILE = '/Chart.yaml';

/** The folder of the chart that a file says what it is; undefined for other files. */
export const chartAt = (path: string): string | undefined => (path.endsWith(CHART_FILE) ? path.slice(0, -CHART_FILE.length) : undefined);

const isChart = (path: string): boolean => chartAt(path) !== undefined;

import type { Origin } from '../../built/origin';
import { scalarText as goScalar } from '../../yaml/go-yaml';
import { type Fields, fieldsAt, get, isFields, mapAt, put, scalarText, textAt, textsAt, type Value } from './object';
import { type Place, trailTo } from './place';
import { idOf, type Resource } from './resource';
import { homeOf, mark, traceOf, writtenText } from './written';

const ORIGIN = 'config.kubernetes.io/origin';
const TRANSFORMATIONS = 'alpha.config.kubernetes.io/transformations';

/** resource.BuildAnnotations: what kustomize keeps in annotations while it builds. */
const BUILD_ANNOTATIONS: ReadonlySet<string> = new Set(
	'previousKinds previousNames prefixes suffixes previousNamespaces allowNameChange allowKindChange refBy generatorBehavior needsHashSuffix'
		.split(' ')
		.map((name) => `internal.config.kubernetes.io/${name}`),
);

/** The version that kubectl 1.37 carries, as it names itself (provenance.Semver). */
const MANAGED_BY = { key: 'app.kubernetes.io/managed-by', value: 'kustomize-v5.8.1' };

/** Whether the outermost kustomization wants it to be told how an object came to be (makeCustomizedResMap). */
export const tellsOrigins = (kustomization: Fields): boolean => textsAt(kustomization, 'buildMetadata').length > 0;

/** accumulateFile: objects of a file say which it is. */
export function tellFile(resources: readonly Resource[], { trail }: Place, path: string): void {
	if (trail === undefined) return;
	for (const resource of resources) {
		resource.file = trailTo(trail, path);
		annotate(resource, ORIGIN, `${field('path', resource.file)}\n`);
	}
}

/** Objects that are written out in a list of plug-ins are of the kustomization. */
export function tellInline(resources: readonly Resource[], place: Place, kustomization: Fields): void {
	tellFile(resources, place, fileOf(kustomization));
}

/** ResMap.AddOriginAnnotation: what is generated is by a field of a kustomization, or by an object of `generators`. */
export function tellGenerator(made: Resource, place: Place, kustomization: Fields, by: string | Resource): void {
	if (place.trail !== undefined && textAt(annotationsOf(made), ORIGIN) === '') annotate(made, ORIGIN, configuredBy(place.trail, kustomization, by));
}

/** ResMap.AddTransformerAnnotation: all that were there when it ran, changed or not. */
export function tellTransformer(resources: readonly Resource[], { trail }: Place, kustomization: Fields, by: string | Resource): void {
	if (trail === undefined) return;
	const text = configuredBy(trail, kustomization, by);
	for (const resource of resources) {
		const annotations = annotationsOf(resource);
		if (get(annotations, ORIGIN) === undefined) annotate(resource, ORIGIN, text);
		else annotate(resource, TRANSFORMATIONS, `${textAt(annotations, TRANSFORMATIONS)}- ${text.replace(/\n(?=.)/g, '\n  ')}`);
	}
}

/** appendReplaceOrMerge: what is merged into keeps its origin. */
export function keepOrigin(made: Resource, former: Resource): void {
	const origin = get(annotationsOf(former), ORIGIN);
	if (origin !== undefined) annotate(made, ORIGIN, scalarText(origin) ?? '');
}

/** The end of Kustomizer.Run: the label that is asked for, and of annotations those that are asked for, as texts. */
export function finishMetadata(resources: readonly Resource[], kustomization: Fields): void {
	const wanted = textsAt(kustomization, 'buildMetadata');
	const isLeft = (key: string): boolean =>
		!BUILD_ANNOTATIONS.has(key) &&
		(key !== ORIGIN || wanted.includes('originAnnotations')) &&
		(key !== TRANSFORMATIONS || wanted.includes('transformerAnnotations'));
	const by = traceOf(kustomization, 'buildMetadata')?.key;
	for (const { fields } of resources) {
		const metadata = fieldsAt(fields, 'metadata');
		if (wanted.includes('managedByLabel')) told(metadata, 'labels', MANAGED_BY.key, MANAGED_BY.value, by);
		const annotations = get(metadata, 'annotations');
		if (isFields(annotations))
			for (const [key, value] of Object.entries(annotations)) {
				if (!isLeft(key)) delete annotations[key];
				else if (key === ORIGIN || key === TRANSFORMATIONS) told(metadata, 'annotations', key, value, by);
				else if (typeof value !== 'string') put(annotations, key, writtenText(annotations, key) ?? scalarText(value) ?? '');
			}
		if (Object.keys(annotations ?? {}).length === 0) delete metadata['annotations'];
	}
}

/** What the build tells is there because a line asks for it. */
function told(metadata: Fields, field: 'labels' | 'annotations', key: string, value: Value, by: Origin | undefined): void {
	const holder = fieldsAt(metadata, field);
	put(holder, key, value);
	mark(holder, key, by);
	if (!traceOf(metadata, field)) mark(metadata, field, by);
}

const annotationsOf = ({ fields }: Resource): Fields => mapAt(mapAt(fields, 'metadata'), 'annotations');

const annotate = ({ fields }: Resource, key: string, text: string): void => put(fieldsAt(fieldsAt(fields, 'metadata'), 'annotations'), key, text);

const fileOf = (kustomization: Fields): string => {
	const file = homeOf(kustomization)?.file ?? '';
	return file.slice(file.lastIndexOf('/') + 1);
};

/** resource.Origin.String, of what is configured in a kustomization (configureBuiltinTransformers) or by an object (OriginFromCustomPlugin). */
function configuredBy(trail: string, kustomization: Fields, by: string | Resource): string {
	const { apiVersion, kind, name, namespace } =
		typeof by === 'string' ? { apiVersion: 'builtin', kind: by, name: '', namespace: '' } : { ...idOf(by), apiVersion: textAt(by.fields, 'apiVersion') };
	const file = typeof by === 'string' ? trailTo(trail, fileOf(kustomization)) : (by.file ?? '');
	const identity = Object.entries({ apiVersion, kind, name, namespace }).filter(([, text]) => text !== '');
	return [field('configuredIn', file), 'configuredBy:', ...identity.map(([key, text]) => `  ${field(key, text)}`), ''].join('\n');
}

const field = (key: string, text: string): string => `${key}: ${goScalar(text, { indent: 2, column: 0, isKey: false, version: 3 })}`;

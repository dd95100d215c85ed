import type { Segment } from '../../schema/field-path';
import { merged, renameKey } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf } from '../../yaml/node';
import { schedules, zoneApart } from './schedule';
import { type Candidate, containerOf, podSpecOf, type Site } from './site';
import { uniqueName } from './spelling';
import { changingTitle, removalTitle, settingTitle } from './titles';
import { itemsAt, put, remove, replace, textAt, valueAt } from './write';

/** What cannot stand beside something else. */
export function clashes(site: Site): readonly Candidate[] {
	return [...repeatedName(site), ...(BY_CODE[site.code]?.(site) ?? []), ...othersBeside(site)];
}

/** The second of a name gets a number. */
function repeatedName({ manifest, path, type, value, place }: Site): readonly Candidate[] {
	const index = path.findLastIndex((segment) => typeof segment === 'number');
	if (type !== 'FieldValueDuplicate' || place?.type.kind !== 'string' || value?.kind !== 'scalar' || index < 0) return [];
	const rest = path.slice(index + 1);
	const taken = itemsAt(manifest, path.slice(0, index)).flatMap((item) => textAt(manifest, [...item, ...rest]) ?? []);
	const name = uniqueName(value.text, taken);
	const edit = replace(manifest, path, name);
	return edit ? [{ title: settingTitle(path.at(-1), name), edits: [edit] }] : [];
}

/** Where only one of several may be: without the others. Some are told of as a whole. */
function othersBeside({ manifest, path, type, code }: Site): readonly Candidate[] {
	if ((type !== 'FieldValueForbidden' && type !== 'FieldValueInvalid') || !/one-|once|exclusive|value-and/.test(code)) return [];
	return [path.slice(0, -1), path].flatMap((whole) => {
		const map = valueAt(manifest, whole);
		const others = map?.kind === 'map' ? map.entries.map(({ key }) => key.text).filter((key) => key !== 'name' && key !== path.at(-1)) : [];
		return others.flatMap((key) => {
			const edit = remove(manifest, [...whole, key]);
			return edit ? { title: removalTitle(key), edits: [edit] } : [];
		});
	});
}

const BY_CODE: Readonly<Record<string, (site: Site) => readonly Candidate[]>> = {
	'env/one-source': twoSources,
	'env/name': assignment,
	'container/sidecar-only': sidecar,
	'security/unmasked-host-users': (site) => setting(site, [...podSpecOf(site.manifest), 'hostUsers'], false),
	'resource/hugepages-alone': (site) => [
		...setting(site, [...site.path, 'requests', 'cpu'], '100m'),
		...setting(site, [...site.path, 'limits', 'memory'], '128Mi'),
	],
	'resource/request-over-limit': raisedLimit,
	'resource/request-equals-limit': raisedLimit,
	'resource/limit-required': sameLimits,
	'resource/container-name': plainResource,
	'resource/name': plainResource,
	'selector/matches-template': selectorFromTemplate,
	'selector/required': selectorFromTemplate,
	'toleration/key-required': (site) => setting(site, [...site.path.slice(0, -1), 'operator'], 'Exists'),
	'cronjob/schedule': schedules,
	'cronjob/zone-in-schedule': zoneApart,
	'lifecycle/sleep-seconds': sleeping,
	'selector/values-forbidden': (site) => setting(site, [...site.path.slice(0, -1), 'operator'], 'In'),
	'job/restart-policy': (site) => setting(site, site.path, 'Never'),
};

function setting({ manifest }: Site, path: readonly Segment[], value: unknown): readonly Candidate[] {
	const edit = put(manifest, path, value);
	return edit ? [{ title: settingTitle(path.at(-1), value), edits: [edit] }] : [];
}

/** Two sources in one entry of envFrom are two entries. */
function twoSources({ manifest, path }: Site): readonly Candidate[] {
	const secret = valueAt(manifest, [...path, 'secretRef']);
	const gone = secret && remove(manifest, [...path, 'secretRef']);
	const list = path.slice(0, -1);
	const added = secret && put(manifest, [...list, itemsAt(manifest, list).length], { secretRef: toJson(secret) });
	const title = { en: 'Make it two entries', ko: '두 항목으로 나누기' };
	return gone && added ? [{ title, edits: merged(manifest.document.text, gone, added) }] : [];
}

/** `- name: A=B` */
function assignment({ manifest, path, value }: Site): readonly Candidate[] {
	const [, name, assigned] = (value?.kind === 'scalar' && /^([A-Za-z_]\w*)=(.*)$/s.exec(value.text)) || [];
	if (name === undefined || assigned === undefined) return [];
	const item = path.slice(0, -1);
	if (valueAt(manifest, [...item, 'value']) || valueAt(manifest, [...item, 'valueFrom'])) return [];
	const edit = replace(manifest, item, { name, value: assigned });
	return edit ? [{ title: changingTitle({ name, value: assigned }), edits: [edit] }] : [];
}

/** An init container that always restarts is a sidecar. */
function sidecar(site: Site): readonly Candidate[] {
	const container = containerOf(site);
	const edit = container && put(site.manifest, [...container, 'restartPolicy'], 'Always');
	return edit ? [{ title: { en: 'Make it a sidecar: restartPolicy: Always', ko: '사이드카로 만들기: restartPolicy: Always' }, edits: [edit] }] : [];
}

/** What is asked for is also the limit. */
function raisedLimit(site: Site): readonly Candidate[] {
	const resource = site.path.at(-1);
	const request = site.value?.kind === 'scalar' ? site.value.text : undefined;
	return request === undefined || resource === undefined ? [] : setting(site, [...site.path.slice(0, -2), 'limits', resource], request);
}

function sameLimits(site: Site): readonly Candidate[] {
	const owner = site.path.at(-1) === 'limits' ? site.path.slice(0, -1) : site.path;
	const requests = valueAt(site.manifest, [...owner, 'requests']);
	if (requests?.kind !== 'map') return [];
	return requests.entries
		.filter(({ key }) => key.text !== 'cpu' && key.text !== 'memory')
		.flatMap(({ key, value }) => setting(site, [...owner, 'limits', key.text], toJson(value)));
}

const RESOURCES = ['memory', 'cpu', 'ephemeral-storage', 'nvidia.com/gpu'];

/** `requests.memory`, as quotas have it, `mem`, and what is called otherwise of a claim or by its vendor. */
function plainResource({ manifest, path }: Site): readonly Candidate[] {
	const map = valueAt(manifest, path.slice(0, -1));
	const entry = entryOf(map, String(path.at(-1)));
	const key = entry?.key.text.toLowerCase() ?? '';
	const meant = RESOURCES.find((one) => key.endsWith(one) || one.endsWith(`-${key}`) || one.endsWith(`/${key}`) || (key.length > 2 && one.startsWith(key)));
	return entry && meant && !entryOf(map, meant) ? [{ title: changingTitle(meant), edits: [renameKey(manifest.document.text, entry, meant)] }] : [];
}

/** A selector that finds the labels of the template; where it has none, both are written. */
function selectorFromTemplate(site: Site): readonly Candidate[] {
	const { manifest } = site;
	const labels = valueAt(manifest, [...manifest.kind.template, 'metadata', 'labels']);
	const found = labels ? toJson(labels) : undefined;
	const matchLabels =
		typeof found === 'object' && found !== null && Object.keys(found).length > 0 ? found : { app: textAt(manifest, ['metadata', 'name']) ?? 'app' };
	const selector = put(manifest, ['spec', 'selector'], { matchLabels });
	const template = matchLabels === found ? undefined : put(manifest, [...manifest.kind.template, 'metadata', 'labels'], matchLabels);
	return selector ? [{ title: settingTitle('selector', matchLabels), edits: template ? merged(manifest.document.text, selector, template) : [selector] }] : [];
}

/** How long a pod waits for its end: v1 defaults SetDefaults_PodSpec. */
const GRACE = 30;

/** A hook may sleep as long as the pod waits for its end. */
function sleeping(site: Site): readonly Candidate[] {
	const { manifest, path } = site;
	const [grace, seconds] = [
		[...podSpecOf(manifest), 'terminationGracePeriodSeconds'],
		[...path, 'seconds'],
	];
	const [wait, sleep] = [Number(textAt(manifest, grace) ?? GRACE), Number(textAt(manifest, seconds))];
	if (!Number.isSafeInteger(sleep) || !Number.isSafeInteger(wait)) return [];
	return sleep > wait ? [...setting(site, grace, sleep + GRACE), ...setting(site, seconds, wait)] : setting(site, seconds, 1);
}

import type { Bilingual } from '../../protocol/text';
import { type Complaints, isConfigMapKey, isDNS1035Label, isDNS1123Label, isDNS1123Subdomain, isEnvVarName, isValidPortName } from '../../rules/names';
import { gateOn, type Minor } from '../../schema/schema';
import { type Range, shifted } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import { quoted, scalarText } from '../../yaml/write';
import { particle } from '../particle';
import { inKorean } from './in-korean';
import { own, PARTS, type Thing } from './naming';
import { labelAt } from './navigate';
import type { Occurrence } from './occurrence';
import { alike, definitionsOf, folderOf, isBeside, type Site, sitesAt, type Workspace, type WorkspaceFile } from './workspace';

/** What a rename changes in a file; offsets of the file. */
export interface FileEdits {
	readonly file: WorkspaceFile;
	readonly edits: readonly Edit[];
}

/** The name at an offset, if it is given in the workspace and may be another one. */
export function renamable(workspace: Workspace, file: WorkspaceFile, offset: number): { readonly name: string; readonly range: Range } | undefined {
	const sites = together(workspace, file, offset);
	const [site] = sites;
	return !site || cannotFollow(workspace, sites) ? undefined : { name: site.occurrence.name, range: shifted(site.occurrence.range, site.start) };
}

/** What a rename of the name at an offset changes, the file itself first; undefined where there is none to rename. Whether it may be done, renameRefusal says. */
export function rename(workspace: Workspace, file: WorkspaceFile, offset: number, name: string): readonly FileEdits[] | undefined {
	const sites = together(workspace, file, offset);
	if (sites.length === 0 || name.trim() === '') return undefined;
	// Within a text nothing can be put in quotes.
	if (sites.some(({ occurrence: { thing, written } }) => thing === 'variable' && written === 'within') && isEnvVarName(name).length > 0) return undefined;
	return [...new Set(sites.map((site) => site.file))].map((one) => ({
		file: one,
		edits: sites.flatMap((site) => (site.file === one ? renamed(site, name) : [])).sort((a, b) => a.range.start - b.range.start),
	}));
}

/** Another name, and the version of Kubernetes that is to take it. */
interface NewName {
	readonly name: string;
	readonly version: Minor;
}

/** Why the name at an offset cannot become another one; undefined where it can. Without one: why it can become none at all. */
export function renameRefusal(workspace: Workspace, file: WorkspaceFile, offset: number, wanted?: NewName): Bilingual | undefined {
	const sites = together(workspace, file, offset);
	const [site] = sites;
	if (!site) return whyNot(file, offset);
	const stuck = cannotFollow(workspace, sites);
	if (stuck) return stuck;
	if (!wanted || wanted.name === site.occurrence.name) return undefined;
	const { name, version } = wanted;
	const [complaint] = rule(site.occurrence.thing, version)(name);
	if (complaint !== undefined)
		return { en: `"${name}" cannot be a name here: ${complaint}`, ko: `"${name}"${particle(name, '은/는')} 여기서 이름이 될 수 없다: ${complaint}` };
	if (!sites.some((one) => one.occurrence.gives && isTaken(workspace, one, name))) return undefined;
	return { en: `"${name}" is the name of another one already.`, ko: `"${name}"${particle(name, '은/는')} 이미 다른 것의 이름이다.` };
}

/** Why one of the names that would have to change along cannot. */
function cannotFollow(workspace: Workspace, sites: readonly Site[]): Bilingual | undefined {
	const fixed = sites.find(({ occurrence }) => occurrence.isFixed);
	if (fixed) {
		const [{ name }, its] = [fixed.occurrence, nameOf(fixed.file)];
		return {
			en: `"${name}" stands in ${its} as well, in a text in quotes with escapes, and would be left behind there. Write that text as a block (\`|\`) first.`,
			ko: `${its}의 따옴표 안에 이스케이프로 적은 텍스트에도 "${name}"${particle(name, '이/가')} 있어 함께 바꿀 수 없다. 먼저 그 텍스트를 블록(\`|\`)으로 바꿔 적는다.`,
		};
	}
	const shared = sites.find((site) => isOfMany(workspace, site));
	if (!shared) return undefined;
	const [{ name, thing }, { kind }, its] = [shared.occurrence, shared.object, nameOf(shared.file)];
	const korean = inKorean(thing);
	return {
		en: `${its} speaks of the ${thing} "${name}" of every ${kind} at once: if one of them called it otherwise, the build would break. Say there which ${kind} is meant (\`name\`) first.`,
		ko: `${its}${particle(its, '이/가')} 모든 ${kind}의 ${korean} "${name}"${particle(name, '을/를')} 한꺼번에 가리킨다. 하나만 이름을 바꾸면 빌드가 깨진다. 먼저 그곳에 어느 ${kind}인지 \`name\`을 적는다.`,
	};
}

/** Whether somebody speaks of a part of several objects, of which it names none. */
const isOfMany = (workspace: Workspace, site: Site): boolean =>
	site.object.isPatch === true && site.object.name === '' && new Set(definitionsOf(workspace, site).map(({ object }) => object)).size > 1;

const nameOf = ({ uri }: WorkspaceFile): string => uri.slice(uri.lastIndexOf('/') + 1);

/** The names at an offset with all that change along with them, the one at the offset first; none where they are given nowhere, or are numbers. */
function together(workspace: Workspace, file: WorkspaceFile, offset: number): readonly Site[] {
	const sites = sitesAt(file, offset).filter(({ occurrence }) => isRenamable(occurrence));
	// Where one of several kinds may be meant, it is one that there is.
	const meant = sites.find((site) => definitionsOf(workspace, site).length > 0);
	const all = meant ? alike(workspace, [meant]) : [];
	return all.some(({ occurrence }) => occurrence.gives) ? all : [];
}

const isRenamable = ({ thing }: Occurrence): boolean => !thing.endsWith('port number') && thing !== 'image';

const NO_NAME: Bilingual = {
	en: 'Only names can be renamed, and only where the workspace has what they name.',
	ko: '이름만 바꿀 수 있다. 그 이름을 가진 것이 워크스페이스에 있어야 한다.',
};

function whyNot(file: WorkspaceFile, offset: number): Bilingual {
	const [site] = sitesAt(file, offset);
	if (!site) return labelAt(file, offset) ? LABEL : NO_NAME;
	const { thing, name } = site.occurrence;
	const korean = inKorean(thing);
	if (thing === 'image')
		return {
			en: `"${name}" is where the image is pulled from: another name is another image. A kustomization changes it with \`newName\`.`,
			ko: `"${name}"${particle(name, '은/는')} 이미지를 가져오는 곳이다. 이름이 다르면 다른 이미지다. kustomization에서는 \`newName\`으로 바꾼다.`,
		};
	if (!isRenamable(site.occurrence))
		return {
			en: `${name} is a port's number, not its name: what listens there would have to change as well.`,
			ko: `${name}${particle(name, '은/는')} 포트 이름이 아니라 번호다. 그 포트를 여는 프로그램도 함께 바뀌어야 한다.`,
		};
	if (thing === 'variable')
		return {
			en: `This container's env does not give "${name}": a variable that envFrom brings has the name of its key.`,
			ko: `이 컨테이너의 env에는 "${name}"${particle(name, '이/가')} 없다. envFrom으로 들어오는 변수의 이름은 그 키가 정한다.`,
		};
	if (PARTS.has(thing) && !site.occurrence.selector)
		return { en: `This pod has no ${thing} named "${name}".`, ko: `이 파드에는 이름이 "${name}"인 ${korean}${particle(korean, '이/가')} 없다.` };
	return {
		en: `The workspace has no ${thing} named "${name}". If the cluster has it, it would keep its name.`,
		ko: `워크스페이스에 이름이 "${name}"인 ${korean}${particle(korean, '이/가')} 없다. 클러스터에 있다면 그 이름은 바뀌지 않는다.`,
	};
}

const LABEL: Bilingual = {
	en: 'Labels are not renamed: the selector of a live workload cannot change, and others may select by them.',
	ko: '레이블은 한꺼번에 바꾸지 않는다. 이미 있는 워크로드의 셀렉터는 바꿀 수 없고, 다른 것이 이 레이블로 고르고 있을 수도 있다.',
};

/** What may be a name: of objects mostly ValidateObjectMeta with NameIsDNSSubdomain, of Services ValidateServiceCreate (k8s.io/kubernetes/pkg/apis/core/validation). */
const RULES: Readonly<Record<Thing, (name: string) => Complaints>> = {
	'ConfigMap key': isConfigMapKey,
	'Secret key': isConfigMapKey,
	'Service port': isDNS1123Label,
	claim: isDNS1123Label,
	container: isDNS1123Label,
	port: isValidPortName,
	variable: isEnvVarName,
	volume: isDNS1123Label,
};
function rule(thing: Thing, version: Minor): (name: string) => Complaints {
	if (thing === 'Service') return gateOn('RelaxedServiceNameValidation', version) ? isDNS1123Label : isDNS1035Label;
	return own(RULES, thing) ?? isDNS1123Subdomain;
}

/** Whether something else in the same place has the name: of objects, one in the same folder. */
function isTaken(workspace: Workspace, site: Site, name: string): boolean {
	const { thing, owner, namespace } = site.occurrence;
	return workspace.called(thing, name).some(({ occurrence, object, file }) => {
		if (!occurrence.gives || occurrence.owner !== owner) return false;
		if (PARTS.has(thing)) return object === site.object;
		return isBeside(namespace, occurrence.namespace) && folderOf(file) === folderOf(site.file);
	});
}

function renamed({ occurrence: { whole, prefix, written, quotedIn }, start }: Site, name: string): Edit {
	return { range: shifted(whole, start), text: (quotedIn ?? []).reduce(escapedIn, textOf(prefix + name, written)) };
}

/** Text as it stands in quotes. */
const escapedIn = (text: string, quote: '"' | "'"): string => (quote === '"' ? quoted(text).slice(1, -1) : text.replaceAll("'", "''"));

/** In the quotes it had, if it had any. */
function textOf(name: string, written: Occurrence['written']): string {
	switch (written) {
		case 'within':
			return name;
		case '"':
			return quoted(name);
		case "'":
			// In single quotes there is no way to write what cannot be seen.
			return /^[\x20-\x7e]*$/.test(name) ? `'${name.replaceAll("'", "''")}'` : quoted(name);
		default:
			return scalarText(name, written);
	}
}

/** Scenarios that are played on what an overlay builds or a chart renders. */
import type { Bilingual, Language } from '../../protocol/text';
import { nearest } from '../../schema/nearest';
import { readScenario } from '../../simulator/read-scenario';
import type { Plays } from '../../simulator/scenario';
import { addEntry, replaceValue } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf, type MapNode, type Node, type Range } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import type { Edit } from '../../yaml/text-edit';
import { scalarText } from '../../yaml/write';
import { type Diagnostic, inLanguage } from '../diagnose/diagnostic';
import { type Fix, fixLater } from '../diagnose/repair';
import { manifestsOf } from '../manifests';
import { particle } from '../particle';
import { settingTitle } from '../repair/titles';
import { type Beside, fileOf, type ManifestText } from './scenario-names';

export type { Plays };

/** Why there is no manifest to play a scenario on. */
export interface NotBuilt {
	readonly fault: Bilingual;
	/** What is built and might be meant, as `plays.target` names it. */
	readonly targets?: readonly string[];
	/** Somebody else may be able to build it: nothing is wrong with the scenario. */
	readonly isUnknown?: boolean;
}

/** Of a folder that has to be built, as the scenario names it. */
export const nothingIn = (folder: string): Bilingual => ({
	en: `There is no kustomization.yaml and no Chart.yaml in ${folder}.`,
	ko: `${folder} 폴더에 kustomization.yaml이나 Chart.yaml이 없다.`,
});

export const unseen = (folder: string): Bilingual => ({
	en: `What lies in ${folder} cannot be seen from here. Open a folder around it, or run peapod test on the command line.`,
	ko: `${folder} 폴더 안은 여기서 볼 수 없다. 그 폴더를 감싸는 폴더를 열거나, 명령줄에서 peapod test로 실행한다.`,
});

/** Where a scenario says what it is played on, or else what it expects. */
export const playsAt = (text: string): Range => placeIn(parse(text).root);

const placeIn = (root: Node | undefined): Range => (entryOf(root, 'plays') ?? entryOf(root, 'expect'))?.key.range ?? { start: 0, end: 0 };

/** What is wrong where nothing was built: at `plays`, else at what is expected. */
export function notBuiltAt(text: string, { fault, isUnknown, targets = [] }: NotBuilt, language: Language): Diagnostic {
	const { root } = parse(text);
	const target = entryOf(entryOf(root, 'plays')?.value, 'target')?.value;
	const written = target?.kind === 'scalar' && targets.length > 0 ? target : undefined;
	const range = written?.range ?? placeIn(root);
	const fixes =
		root?.kind === 'map'
			? targets.map((one) =>
					fixLater(
						() => settingTitle('target', one),
						() => playing(text, root, one),
					),
				)
			: [];
	const message = inLanguage(fault, language).join('\n');
	return { range, severity: isUnknown ? 'information' : 'error', code: 'expect/no-manifest', message, ...chosenOf(fixes, targets, written?.text) };
}

/** A name that is nearly one of them was meant for it; nobody knows which of several was meant that does not say so. */
function chosenOf(fixes: readonly Fix[], targets: readonly string[], written = ''): Pick<Diagnostic, 'fix' | 'otherFixes'> {
	const near = nearest(written, targets, MOST_LETTERS);
	const fix = near === undefined ? undefined : fixes[targets.indexOf(near)];
	return { ...(fix && { fix }), otherFixes: fixes.filter((one) => one !== fix) };
}

/** The scenario says what lives; where it does not say what is built, that is its own folder. */
function playing(text: string, root: MapNode, target: string): Edit {
	const plays = entryOf(root, 'plays');
	const map = plays?.value?.kind === 'map' ? plays.value : undefined;
	const written = entryOf(map, 'target');
	if (map) return written ? replaceValue(text, map, written, target) : addEntry(text, map, 'target', target);
	const [first] = root.entries;
	if (plays) return replaceValue(text, root, plays, { target });
	if (root.flow || !first) return addEntry(text, root, 'plays', { target });
	const { start } = first.key.range;
	return { range: { start, end: start }, text: `plays: { target: ${scalarText(target, 'flow')} }\n` };
}

/** What a scenario says it is played on; undefined where it says nothing of it. */
export function playsOf(text: string): Plays | undefined {
	if (!text.includes('plays')) return undefined;
	const { root, faults } = parse(text);
	return root && faults.length === 0 ? readScenario(toJson(root)).scenario.plays : undefined;
}

/**
 * What an overlay or a chart makes, as the manifest of a scenario. What lives is the first pod or workload of a text, so the one that is meant is put first: the one that `target`
 * (`Kind/NAME`) names, else the only one. `name` is what people call the folder.
 */
export function besideBuilt(name: string, made: ManifestText, target: string | undefined): Beside | NotBuilt {
	const parts = split(made.text).map(({ text }) => {
		const [first] = manifestsOf(fileOf({ ...made, text }));
		return { text, called: first && `${first.kind.kind}/${first.name}` };
	});
	const living = parts.filter(({ called }) => called !== undefined);
	const meant = target === undefined ? living : living.filter(({ called }) => called === target);
	const [one] = meant;
	if (!one || meant.length > 1) {
		const names = living.map(({ called }) => called ?? '');
		return {
			fault: unclear(name, target, [...new Set(names)]),
			targets: names.filter((one) => one !== target && names.indexOf(one) === names.lastIndexOf(one)),
		};
	}
	const text = [one, ...parts.filter((part) => part !== one)].map((part) => (part.text.endsWith('\n') ? part.text : `${part.text}\n`)).join('---\n');
	return { ...made, name, text };
}

/** So many letters may be wrong in a name that is still that name. */
const MOST_LETTERS = 2;

/** More names nobody reads. */
const MOST_NAMES = 6;

function unclear(name: string, target: string | undefined, living: readonly string[]): Bilingual {
	if (living.length === 0) return { en: `${name} makes no pod and no workload.`, ko: `${name}에서 만들어지는 파드나 워크로드가 없다.` };
	const more = living.length - MOST_NAMES;
	const list = living.slice(0, MOST_NAMES).join(', ');
	const names = { en: more > 0 ? `${list} and ${more} more` : list, ko: more > 0 ? `${list} 외 ${more}개` : list };
	if (target !== undefined)
		return {
			en: `${name} makes no ${target}; there is ${names.en}.`,
			ko: `${name}에서 ${target}${particle(target, '이/가')} 만들어지지 않는다. 있는 것: ${names.ko}.`,
		};
	return {
		en: `${name} makes several: say which one lives in plays.target: ${names.en}.`,
		ko: `${name}에서 여럿이 만들어진다. 어느 것을 재생할지 plays.target에 적는다: ${names.ko}.`,
	};
}

import { ConfigurationRequest, type Connection } from 'vscode-languageserver';
import type { SecurityLevel } from '../features/diagnose/pod-security';
import { type Ratings, ratingsOf } from '../features/diagnose/severity';
import { matchesGlob } from '../features/glob';
import { HINT_KINDS, type HintKind } from '../features/hint-kinds';
import type { Around } from '../manifest/around';
import type { Language } from '../protocol/text';
import { type OwnKinds, ownKindsOf, ownPartsOf } from '../schema/embedded';
import { type Minor, minorOf, NEWEST } from '../schema/schema';
import { within } from './answering';
import { type Client, languageIn } from './client';
import { misunderstood } from './misunderstood';
import { remembered } from './remembered';
import { pathIn } from './workspace';

/** What the user set for a file. */
export interface Settings {
	readonly language: Language;
	readonly version: Minor;
	readonly codeLens: boolean;
	readonly hints: readonly HintKind[];
	readonly podSecurity: SecurityLevel;
	/** Diagnostics tell what an apply over the former text is refused for. */
	readonly applyPreview: boolean;
	readonly severity: Ratings;
	readonly helm: HelmSettings;
	/** Kinds of the user's own that hold pods. */
	readonly podTemplates?: OwnKinds;
	/** Nothing is said of it. */
	readonly isIgnored: boolean;
}

/** What charts are rendered with. */
export interface HelmSettings {
	/** Values files over the chart's own, from its folder or from that of the workspace. */
	readonly values: readonly string[];
	readonly release: string;
	readonly namespace: string;
}

/** What Helm takes where nobody says otherwise. */
export const PLAIN_HELM: HelmSettings = { values: [], release: 'release', namespace: 'default' };

/** The kinds of a user's own, for who reads what is built. */
export const aroundOf = ({ podTemplates: kinds }: Pick<Settings, 'podTemplates'>): Around => (kinds ? { kinds } : {});

/** Settings as they come: nothing is known of them yet. */
type Bag = Readonly<Record<string, unknown>>;

/** How long the client may take to answer before what was pushed, or the defaults, do for the time being. In milliseconds. */
const PATIENCE = 1000;
/** In so many ways may folders of a workspace set the kinds that hold pods and none be read anew. */
const MOST_KINDS = 16;

/**
 * The settings of each file. A client that answers workspace/configuration is asked, once a file until something changes;
 * of the others what initialize and didChangeConfiguration bring along counts. Nobody is waited for without end.
 */
export class SettingsByFile {
	private readonly known = new Map<string, Promise<Settings>>();
	private readonly kinds = new Map<string, OwnKinds>();
	/** Brought by didChangeConfiguration. */
	private pushed: Bag = {};
	/** It was waited for in vain: from now on an answer is welcome when it comes. */
	private isSlow = false;
	private hasComplained = false;
	/** What was said of values that nobody understands, since something was set last. */
	private readonly said = new Set<string>();

	constructor(
		private readonly connection: Connection,
		private readonly client: Client,
		/** URIs of the folders that are open. */
		private readonly folders: () => readonly string[],
		/** An answer came later than it was needed. */
		private readonly changed: () => void,
	) {}

	/** `keep`: whether the answer is remembered, as for a file that is open; it is forgotten with `forget`. */
	of(uri: string, keep: boolean): Promise<Settings> {
		const known = this.known.get(uri);
		if (known) return known;
		const asked = this.ask(uri);
		if (keep) this.known.set(uri, asked);
		return asked;
	}

	forget(uri: string): void {
		this.known.delete(uri);
	}

	/** What didChangeConfiguration says; clients that are asked say nothing with it. */
	push(settings: unknown): void {
		if (isBag(settings)) this.pushed = sectionOf(settings);
		this.known.clear();
		this.said.clear();
	}

	private async ask(uri: string): Promise<Settings> {
		if (!this.client.configuration.answers) return this.read(uri, undefined);
		const item = { section: 'peapod', ...(uri ? { scopeUri: uri } : {}) };
		const answer = this.connection.sendRequest(ConfigurationRequest.type, { items: [item] }).then(
			// Some answer with one item where a list is due, or with nothing.
			(items: unknown): Settings => this.read(uri, Array.isArray(items) ? items[0] : items),
			(error: unknown): Settings => {
				this.complain(`could not answer it: ${String(error)}`);
				// The next request asks again.
				this.known.delete(uri);
				return this.read(uri, undefined);
			},
		);
		const timely = await within(this.isSlow ? 0 : PATIENCE, answer);
		if (timely) return timely;
		this.isSlow = true;
		this.complain('has not answered it yet');
		void answer.then((late) => {
			if (!this.known.has(uri)) return;
			this.known.set(uri, Promise.resolve(late));
			this.changed();
		});
		return this.read(uri, undefined);
	}

	/** Of files for which the same is set they are the same object: verdicts hang on it. */
	private kindsOf(set: unknown): Pick<Settings, 'podTemplates'> {
		const parts = ownPartsOf(set);
		return parts.length > 0 ? { podTemplates: remembered(this.kinds, JSON.stringify(parts), MOST_KINDS, () => ownKindsOf(parts)) } : {};
	}

	private complain(what: string): void {
		if (!this.hasComplained) this.connection.console.warn(`workspace/configuration: ${this.client.name} ${what}. What it pushed holds, or the defaults.`);
		this.hasComplained = true;
	}

	private sayOnce(line: string): void {
		if (!this.said.has(line)) this.connection.console.warn(line);
		this.said.add(line);
	}

	/** The settings, the nearest first: those that were asked for, pushed, given at initialize. */
	private read(uri: string, asked: unknown): Settings {
		const bags = [isBag(asked) ? asked : {}, this.pushed, sectionOf(this.client.configuration.given)];
		const set = (name: string): unknown => bags.map((bag) => bag[name]).find((value) => value !== undefined && value !== null);
		for (const line of misunderstood(set)) this.sayOnce(line);
		return {
			language: languageOf(set('language'), this.client.locale),
			version: minorOf(String(set('kubernetesVersion') ?? '')) ?? NEWEST,
			codeLens: set('codeLens') !== false,
			hints: hintsOf(set('hints')),
			podSecurity: levelOf(set('podSecurity')),
			applyPreview: set('applyPreview') === true,
			severity: ratingsOf(set('severity')),
			helm: helmOf(set('helm')),
			...this.kindsOf(set('podTemplates')),
			isIgnored: set('enable') === false || textsOf(set('ignore')).some((pattern) => matchesGlob(pattern, pathIn(this.folders(), uri))),
		};
	}
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ peapod: { language } }`, or the section alone. */
function sectionOf(settings: unknown): Bag {
	if (!isBag(settings)) return {};
	return isBag(settings['peapod']) ? settings['peapod'] : settings;
}

const textsOf = (set: unknown): readonly string[] => (Array.isArray(set) ? set.filter((one) => typeof one === 'string') : []);

/** All kinds in one word, or each by its own. */
function hintsOf(set: unknown): readonly HintKind[] {
	if (set === false) return [];
	const own = isBag(set) ? set : {};
	return (Object.keys(HINT_KINDS) as HintKind[]).filter((kind) => (typeof own[kind] === 'boolean' ? own[kind] : HINT_KINDS[kind]));
}

function helmOf(set: unknown): HelmSettings {
	const own = isBag(set) ? set : {};
	const text = (name: string, otherwise: string): string => (typeof own[name] === 'string' && own[name] !== '' ? own[name] : otherwise);
	return { values: textsOf(own['values']), release: text('release', PLAIN_HELM.release), namespace: text('namespace', PLAIN_HELM.namespace) };
}

const levelOf = (set: unknown): SecurityLevel => (set === 'baseline' || set === 'restricted' ? set : 'off');

function languageOf(set: unknown, locale: string): Language {
	if (set === 'en' || set === 'ko' || set === 'both') return set;
	return languageIn(locale);
}

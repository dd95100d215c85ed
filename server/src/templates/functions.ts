import { BUILTIN } from './builtin';
import { ENCODINGS } from './functions/base';
import { DATES } from './functions/dates';
import { DICTS } from './functions/dicts';
import { HASHES } from './functions/hashes';
import { helmFunctions } from './functions/helm';
import { JSONS } from './functions/json';
import { LISTS } from './functions/lists';
import { MATH } from './functions/math';
import { PATHS } from './functions/paths';
import { REFLECTION } from './functions/reflection';
import { REGEXPS } from './functions/regexps';
import { SECRETS } from './functions/secrets';
import { SEMVERS } from './functions/semvers';
import { STRINGS } from './functions/strings';
import { URLS } from './functions/urls';
import type { GoFunction } from './signature';

/** Whether a template may call it. */
export const isFunction = (name: string): boolean => name === 'and' || name === 'or' || FUNCTIONS.has(name);

/** All that a template of Helm may call but `and` and `or`, which do not evaluate all they are given: text/template's own, Sprig's over them, Helm's over those. */
export const FUNCTIONS: ReadonlyMap<string, GoFunction> = new Map(
	Object.entries({
		...BUILTIN,
		...STRINGS,
		...LISTS,
		...DICTS,
		...MATH,
		...REFLECTION,
		...ENCODINGS,
		...JSONS,
		...HASHES,
		...SECRETS,
		...SEMVERS,
		...REGEXPS,
		...DATES,
		...PATHS,
		...URLS,
		...helmFunctions(isFunction),
	}),
);

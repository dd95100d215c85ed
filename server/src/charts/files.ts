import { decode } from '../templates/bytes';
import { base64 } from '../templates/functions/base';
import { fn } from '../templates/signature';
import { toYaml } from '../templates/to-yaml';
import { type Dict, listOf, type Method, mapOf, TypedMap, texts, type Value } from '../templates/value';
import type { Files } from './chart';
import { globPattern, matches } from './match';

/** engine.files: a chart's files as templates see them, `.Files`. What a file holds is not looked at before it is asked for. */
export class FileMap extends TypedMap {
	constructor(private readonly files: Files) {
		super(
			'[]uint8',
			[...files.keys()].map((path) => [path, null]),
			'engine.files',
			methodsOf(files),
		);
	}

	override get(path: string): Value | undefined {
		const bytes = this.files.get(path);
		return bytes && listOf(bytes);
	}

	override *entries(): MapIterator<[string, Value]> {
		for (const [path, bytes] of this.files) yield [path, listOf(bytes)];
	}

	override [Symbol.iterator](): MapIterator<[string, Value]> {
		return this.entries();
	}

	override *values(): MapIterator<Value> {
		for (const bytes of this.files.values()) yield listOf(bytes);
	}
}

function methodsOf(files: Files): ReadonlyMap<string, Method> {
	const read = (path: string): string => decode(files.get(path) ?? new Uint8Array());
	return mapOf({
		Get: fn('s', read),
		GetBytes: fn('s', (path: string) => listOf(files.get(path) ?? new Uint8Array())),
		Lines: fn('s', (path: string) => texts(read(path) === '' ? [] : read(path).replace(/\n$/, '').split('\n'))),
		Glob: fn('s', (pattern: string) => new FileMap(matching(files, pattern))),
		AsConfig: fn('', () => toYaml(byName(files, decode))),
		AsSecrets: fn('', () => toYaml(byName(files, base64))),
	});
}

/** files.Glob; a pattern that is none takes all. */
function matching(files: Files, text: string): Files {
	const pattern = globPattern(text);
	return pattern ? new Map([...files].filter(([path]) => matches(pattern, path))) : files;
}

/** Of files with one name in several folders Helm keeps any; this is the last. */
const byName = (files: Files, shown: (bytes: Uint8Array) => string): Dict =>
	new Map([...files].map(([path, bytes]) => [path.slice(path.lastIndexOf('/') + 1), shown(bytes)]));

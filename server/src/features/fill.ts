import { particle } from './particle';

/** Words with their arguments: `{name}` is the argument, `{name:을/를}` the Korean particle that fits it; what happened one time happened once. */
export function filledIn(text: string, argument: (name: string) => string): string {
	const said = text.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, name: string, forms: string | undefined) => {
		const value = argument(name);
		return forms === undefined ? value : particle(value, forms);
	});
	return said
		.trimEnd()
		.replace(/ 1 times\b( in a row)?/g, ' once')
		.replace(/ 1 (replica|restart|tries)\w*/, (_, what: string) => (what === 'tries' ? ' 1 try' : ` 1 ${what}`));
}

import { type Field, structOf, type Type } from '../schema/schema';

/** A field as a snippet in the shape it needs, its key at `column`: `name: `, a map on the next line, a list's first item with what it cannot do without. */
export function shapeOf(field: Field, column: number): string {
	return `${field.name}:${below(field.type, column + 2, { next: 1 })}`;
}

function below(type: Type, column: number, stops: { next: number }): string {
	const pad = ' '.repeat(column);
	switch (type.kind) {
		case 'struct':
			return `\n${pad}${requiredOf(type.name, column, stops) || `$${stops.next++}`}`;
		case 'map':
		case 'object':
			return `\n${pad}$${stops.next++}`;
		case 'list':
			return type.of.kind === 'struct' ? `\n${pad.slice(2)}- ${requiredOf(type.of.name, column, stops) || `$${stops.next++}`}` : `\n${pad.slice(2)}- $${stops.next++}`;
		default:
			return ` $${stops.next++}`;
	}
}

/** The required fields of a struct, one a line: structs among them only where nothing simpler is required. */
function requiredOf(struct: string, column: number, stops: { next: number }): string {
	const required = [...(structOf(struct)?.values() ?? [])].filter((field) => field.required);
	const ordered = [...required.filter((field) => field.name === 'name'), ...required.filter((field) => field.name !== 'name')];
	return ordered.map((field) => `${field.name}:${below(field.type, column + 2, stops)}`).join(`\n${' '.repeat(column)}`);
}

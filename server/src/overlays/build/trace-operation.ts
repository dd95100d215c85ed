import { behind } from '../../built/origin';
import { unescapedName } from '../../schema/json-pointer';
import { get, isFields, textAt, type Value } from './object';
import { setTrace, type Trace, traceOf } from './written';

/** Notes where that came from what an operation (RFC 6902) has put into an object. A list that changed is another one, whose items have all moved. */
export function traceOperation(before: Value, after: Value, operation: Value): void {
	const [name, path] = [textAt(operation, 'op'), textAt(operation, 'path')];
	const keys = path.split('/').slice(1).map(unescapedName);
	const last = keys.pop();
	const [old, holder] = [below(before, keys), below(after, keys)];
	if (last === undefined || !isFields(operation) || typeof holder !== 'object' || holder === null) return;
	const written = traceOf(operation, 'value') ?? traceOf(operation, 'from');
	const named = traceOf(operation, 'path');
	const trace = written && named && { key: named.value, value: written.value };
	if (!Array.isArray(holder)) {
		const former = old !== undefined && isFields(old) ? traceOf(old, last)?.value : undefined;
		if (name !== 'test' && name !== 'remove') setTrace(holder, last, trace && { key: trace.key, value: behind(trace.value, former) });
	} else if (Array.isArray(old) && old !== holder) {
		const moved: (Trace | undefined)[] = old.map((_, index) => traceOf(old, index));
		const index = last === '-' ? old.length : Number(last) < 0 ? Number(last) + old.length : Number(last);
		moved.splice(index, holder.length > old.length ? 0 : 1, ...(holder.length < old.length ? [] : [trace]));
		for (const [at, one] of moved.entries()) setTrace(holder, at, one);
	}
}

const below = (value: Value, keys: readonly string[]): Value | undefined =>
	keys.reduce<Value | undefined>((now, key) => (Array.isArray(now) ? now.at(Number(key)) : get(now, key)), value);

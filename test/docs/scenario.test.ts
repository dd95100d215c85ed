import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { entryWords, scenarioValues, scenarioWords } from '../../server/src/docs/scenario';
import { diagnoseScenario } from '../../server/src/features/scenario/scenario-file';
import { readScenario } from '../../server/src/simulator/read-scenario';
import { type Shape, scenarioShape } from '../../server/src/simulator/scenario-shape';

/** Every struct of the shape, by name. */
function structs(shape: Shape, found = new Map<string, Shape & { readonly kind: 'struct' }>()): ReadonlyMap<string, Shape & { readonly kind: 'struct' }> {
	if (shape.kind === 'list' || shape.kind === 'map') structs(shape.of, found);
	if (shape.kind === 'struct') {
		found.set(shape.name, shape);
		for (const field of Object.values(shape.fields)) structs(field, found);
	}
	return found;
}
const all = structs(scenarioShape);
const every = Object.entries(scenarioWords).flatMap(([type, fields]) => Object.entries(fields).map(([key, words]) => ({ type, key, words })));

describe('words of scenarios', () => {
	it('are there for every key in the pages as well', () => {
		for (const language of ['', '.ko']) {
			for (const [name, { fields }] of all) {
				const page = `docs/${name === 'Expectation' ? 'expectations' : 'scenarios'}${language}.md`;
				const text = readFileSync(page, 'utf8');
				for (const key of Object.keys(fields)) assert.match(text, new RegExp(`[\`\n {]${key}[\`:]`), `${page}: ${name}.${key}`);
			}
		}
	});

	it('are there for every key, and for no other', () => {
		const shape = [...all].map(([name, { fields }]) => [name, Object.keys(fields).sort()]);
		const words = Object.entries(scenarioWords).map(([name, fields]) => [name, Object.keys(fields).sort()]);
		assert.deepEqual(words.sort(), shape.sort());
	});

	it('are there for every value of a choice and every map of names', () => {
		for (const [name, { fields }] of all) {
			for (const [key, field] of Object.entries(fields)) {
				if (field.kind === 'one of') assert.deepEqual(Object.keys(scenarioValues[`${name}.${key}`] ?? {}), field.values, `${name}.${key}`);
				if (field.kind === 'map') assert.ok(entryWords[key], key);
			}
		}
		for (const place of Object.keys(scenarioValues)) {
			const [name = '', key = ''] = place.split('.');
			assert.ok(all.get(name)?.fields[key], place);
		}
	});

	it('are in their own language', () => {
		const texts = [
			...every.map(({ words }) => words),
			...Object.values(entryWords),
			...Object.values(scenarioValues).flatMap((values) => Object.values(values)),
		];
		for (const { en, ko } of texts) {
			assert.match(ko, /[가-힣]/);
			assert.doesNotMatch(en, /[가-힣]/);
			assert.ok(
				[en, ko].every((text) => text.split('`').length % 2 === 1 && text === text.trim()),
				en,
			);
		}
	});

	it('have examples that a scenario may hold', () => {
		for (const { type, key, words } of every) {
			if (words.example === undefined) continue;
			const document = parseDocument(words.example);
			assert.deepEqual(document.errors, [], words.example);
			const value: unknown = document.toJS();
			assert.deepEqual(Object.keys(value as object), [key]);
			const within: Readonly<Record<string, (inner: unknown) => unknown>> = {
				Scenario: (inner) => inner,
				World: (inner) => ({ world: inner }),
				ImageScript: (inner) => ({ world: { images: { x: inner } } }),
				ContainerScript: (inner) => ({ world: { containers: { x: inner } } }),
				Run: (inner) => ({ world: { containers: { x: { runs: [inner] } } } }),
				OnTerm: (inner) => ({ world: { containers: { x: { onTerm: inner } } } }),
				ProbeStep: (inner) => ({ world: { containers: { x: { startup: [inner] } } } }),
				Hook: (inner) => ({ world: { containers: { x: { preStop: inner } } } }),
				NodeScript: (inner) => ({ world: { node: inner } }),
				NodePool: (inner) => ({ world: { nodes: [inner] } }),
				NodeTaint: (inner) => ({ world: { nodes: [{ taints: [inner] }] } }),
				Pressure: (inner) => ({ world: { node: { pressure: inner } } }),
				Action: (inner) => ({ actions: [inner] }),
				Expectation: (inner) => ({ expect: [inner] }),
			};
			assert.deepEqual(readScenario(within[type]?.(value)).faults, [], `${type}.${key}`);
		}
	});
});

describe('the pages about scenarios', () => {
	for (const page of ['docs/scenarios.md', 'docs/scenarios.ko.md']) {
		const text = readFileSync(page, 'utf8');

		it(`${page} names every key and every choice`, () => {
			const choices = [...all.values()]
				.filter(({ name }) => name !== 'Expectation')
				.flatMap(({ fields }) => Object.values(fields).flatMap((field) => (field.kind === 'one of' ? field.values : [])));
			const inCode = new Set([...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/: ?/)));
			const missing = [...every.flatMap(({ type, key }) => (type === 'Expectation' ? [] : key)), ...choices].filter((word) => !inCode.has(word));
			assert.deepEqual(missing, []);
		});

		it(`${page} has examples that hold`, () => {
			const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
			assert.equal(examples.length, 3);
			for (const yaml of examples) assert.deepEqual(diagnoseScenario(yaml, 'en'), []);
		});
	}
});

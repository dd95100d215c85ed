/** Asks a program that renders charts as Helm does; each template is a chart of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VALUES } from './cases';

/** What comes of a template: what it prints, or why it does not. */
export interface Answer {
	readonly text?: string;
	readonly error?: string;
}

/** ORACLE reads lines {"id", "chart"} and writes lines {"id", "files"} or {"id", "error"}. */
export function askHelm(oracle: string, templates: readonly string[]): readonly Answer[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-templates-'));
	try {
		const lines = templates.map((template, i) => {
			const chart = path.join(folder, String(i));
			mkdirSync(path.join(chart, 'templates'), { recursive: true });
			writeFileSync(path.join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: c\nversion: 1.0.0\n');
			writeFileSync(path.join(chart, 'values.yaml'), VALUES);
			writeFileSync(path.join(chart, 'templates', 't.yaml'), template);
			return JSON.stringify({ id: String(i), chart });
		});
		const { stdout } = spawnSync(oracle, [], { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 });
		const rows = stdout
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line) as { id: string; files?: Record<string, string>; error?: string });
		const byId = new Map(rows.map((row) => [row.id, row]));
		return templates.map((_, i) => {
			const row = byId.get(String(i));
			return row?.error === undefined ? { text: row?.files?.['c/templates/t.yaml'] ?? '' } : { error: row.error };
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** How scenario files and manifests find one another: by their names, on both sides of the wire by the same rule. */

const SCENARIO = /\.scenario\.ya?ml$/i;

/** A scenario tells itself by its name: `web.scenario.yaml`. Takes a name, a path or a URI. */
export const isScenario = (name: string): boolean => SCENARIO.test(name);

/** Where its manifest may be, the likeliest first: `web.crash.scenario.yaml` is played on `web.crash.yaml`, or else on `web.yaml`. Takes a name, a path or a URI. */
export function manifestsBeside(scenario: string): readonly string[] {
	const slash = scenario.lastIndexOf('/') + 1;
	const parts = scenario.slice(slash).replace(SCENARIO, '').split('.');
	const stems = parts.map((_, i) => parts.slice(0, parts.length - i).join('.')).filter(Boolean);
	return stems.flatMap((stem) => [`${scenario.slice(0, slash)}${stem}.yaml`, `${scenario.slice(0, slash)}${stem}.yml`]);
}

/** Of the files in its folder, by name, those that may be played on a manifest: its own, then the ones that no manifest there is the manifest of. */
export function scenariosOf(manifest: string, files: readonly string[]): readonly string[] {
	const there = new Set([...files, manifest]);
	const owned = files.filter(isScenario).map((name) => ({ name, owner: manifestsBeside(name).find((one) => there.has(one)) }));
	const inOrder = (owner: string | undefined) => owned.flatMap((one) => (one.owner === owner ? one.name : [])).sort((a, b) => a.localeCompare(b));
	return [...inOrder(manifest), ...inOrder(undefined)];
}

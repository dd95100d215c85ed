/** The changelog with the day at which a version came; undefined where it says nothing of it, or has its day already. */
export function dated(changelog, version, day) {
	const heading = `\n## ${version} (unreleased)\n`;
	return changelog.includes(heading) ? changelog.replace(heading, `\n## ${version} (${day})\n`) : undefined;
}

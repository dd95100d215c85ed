/** Text as people paste it, back to what kubectl printed: quoted or bold in Markdown, out of a JSON string, moved to the right, or with its indentation gone. */

/** Without what Markdown and mail put around lines. Texts of which this is no part stay as they are. */
export function plainLines(text: string): readonly string[] {
	const lines = text.split(/\r?\n/);
	const isQuoted = lines.filter((line) => line.trim() !== '').every((line) => line.startsWith('>'));
	return lines.map((line) => (isQuoted ? line.replace(/^> ?/, '') : line).replaceAll('**', '').replaceAll('\\"', '"'));
}

/** Lines of a description moved back to the left, as far as the second of them is: the first is often copied from its first letter on. */
export function dedented(lines: readonly string[]): readonly string[] {
	const by = lines[1]?.search(/\S/) ?? 0;
	return by <= 0 ? lines : movedLeft(lines, by);
}

/** Each line so many columns to the left, or as many as it has blanks. */
export const movedLeft = (lines: readonly string[], by: number): readonly string[] =>
	lines.map((line) => line.slice(Math.min(by, Math.max(0, line.search(/\S/)))));

const OF_CONTAINER =
	/^(?:Container ID|Image|Image ID|Ports?|Host Ports?|SeccompProfile|Command|Args|State|Last State|Ready|Restart Count|Limits|Requests|QoS Tier|Liveness|Readiness|Startup|Environment(?: Variables)?(?: from)?|Mounts):/;
const OF_POD =
	/^(?:(?:Init |Ephemeral )?Containers|Conditions|Volumes|QoS Class|Node-Selectors|Tolerations|Events|Readiness Gates|Topology Spread Constraints|Name|Namespace|Priority(?: Class Name)?|PriorityClassName|Service Account|Node|Start Time|Labels|Annotations|Status|Reason|Message|IPs?|(?:Controlled|Created) By):/;
const OF_STATE = /^(?:Reason|Message|Exit Code|Signal|Started|Finished):/;

/** Whether a description lost its indentation, as what a browser shows does when it is copied: what stands below `Containers:` stands no deeper. */
export const isFlat = (lines: readonly string[]): boolean => {
	const at = lines.findIndex((line) => /^(?:Init )?Containers:\s*$/.test(line));
	return at >= 0 && /^[a-z0-9]\S*:\s*$/.test(lines[at + 1] ?? '');
};

/** Its indentation again, by what kubectl prints where: describe.go describePod, describeContainers. */
export function reindented(lines: readonly string[]): readonly string[] {
	let section = '';
	return lines.map((line, index) => {
		const text = line.trim();
		const isOwn = section.endsWith('Containers:') ? OF_CONTAINER.test(text) || OF_STATE.test(text) : section === 'Volumes:' && text.startsWith('Name:');
		if (OF_POD.test(text) && !isOwn) {
			section = text;
			return text;
		}
		if (section === 'Volumes:') return `${/^[a-z0-9]\S*:$/.test(text) ? '  ' : '    '}${text}`;
		if (!section.endsWith('Containers:')) return section === '' ? text : `  ${text}`;
		if (/^[a-z0-9]\S*:$/.test(text) && /^(?:Container ID|Image):/.test(lines[index + 1]?.trim() ?? '')) return `  ${text}`;
		return `${OF_CONTAINER.test(text) ? '    ' : '      '}${text}`;
	});
}

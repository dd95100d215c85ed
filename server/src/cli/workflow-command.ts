/** A workflow command of GitHub Actions, escaped as @actions/core does (issueCommand): `::error file=a.yaml,line=3::…`. */
export function workflowCommand(name: 'error' | 'warning' | 'notice', properties: Readonly<Record<string, string | number>>, message: string): string {
	const given = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
	return `::${name} ${given.join(',')}::${escaped(message)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

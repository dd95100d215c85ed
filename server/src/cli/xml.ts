/** Attributes of an XML element, each after a blank. */
export const xmlAttributes = (all: Readonly<Record<string, string | number>>): string =>
	Object.entries(all)
		.map(([name, value]) => ` ${name}="${xmlText(String(value)).replaceAll('\n', '&#10;')}"`)
		.join('');

/** Text within XML 1.0, which has no way to write most control characters, nor half a surrogate pair. */
export function xmlText(text: string): string {
	return text
		.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

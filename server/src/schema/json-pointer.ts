/** Names within a JSON pointer (RFC 6901). */

/** A name as it is written there. */
export const escapedName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A name that is written so. */
export const unescapedName = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

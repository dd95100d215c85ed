export function dated(changelog: string, version: string, day: string): string | undefined;

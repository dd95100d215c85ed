export const FILES: readonly string[];
export function addressOf(packageText: string): string;
export function moved(text: string, from: string, to: string): string;

export function settingsPages(read: (file: string) => string): readonly { readonly file: string; readonly text: string }[];

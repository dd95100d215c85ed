/** What is left out of the packages that speak LSP, each with what the server would have to offer for it. */
export declare const LEFT_OUT: Readonly<Record<string, readonly string[]>>;

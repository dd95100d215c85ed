import type { Plugin } from 'esbuild';

/** What is left out of the packages that speak LSP, each with what the server would have to offer for it. */
export declare const LEFT_OUT: Readonly<Record<string, readonly string[]>>;
/** Globs that the client reads, with minimatch's options. */
export declare const GLOBS: Readonly<Record<string, { readonly dot?: boolean; readonly noext?: boolean }>>;
/** CommonJS that stands for minimatch, which lies at `of`. */
export declare function globs(of: string): string;
/** For esbuild: leaves it out of what is built from one of our folders on these packages. */
export declare function leftOut(folder: string, ...packages: readonly string[]): Plugin;
/** One of the client's converters, a file, with what is asked for by features that ship and by our files in a folder. */
export declare function askedConverter(file: string, folder: string): string;

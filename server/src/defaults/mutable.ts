/** A type of schema/generated without its `readonly`: defaulting changes the freshly decoded object in place, as the server does. */
export type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

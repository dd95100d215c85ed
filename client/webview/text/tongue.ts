/** The language that the panel speaks: one, also where the editor shows both. */
export type Tongue = 'en' | 'ko';

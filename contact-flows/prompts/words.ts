/** What a flow says in its language, and the messages that a language must have: English sets the names. */
import type { english } from './en.ts';
import type { Spoken } from './spoken.ts';
import type { Translation } from './translation.ts';

export type Words = { readonly [Name in keyof typeof english]: Spoken<(typeof english)[Name]> };

/** The messages of another language: each that English has, and no other. */
export type Messages = Translation<typeof english>;

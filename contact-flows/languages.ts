/** The languages in which callers are spoken to, and their words. */
import { prompts as english } from './prompts/en.ts';
import type { Words } from './prompts/words.ts';

export const LANGUAGES = ['en'] as const;

export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, Words>> = { en: english };

/** What flows say in a language. */
export const wordsOf = (language: Language): Words => WORDS[language];

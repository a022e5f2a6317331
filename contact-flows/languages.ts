/** The languages in which callers are spoken to, and their words. */
import { greek } from './prompts/el.ts';
import { english } from './prompts/en.ts';
import { hungarian } from './prompts/hu.ts';
import { romanian } from './prompts/ro.ts';
import { spoken } from './prompts/spoken.ts';
import type { Messages, Words } from './prompts/words.ts';

/** ISO 639-1; functions know the same ones (lambdas/domain/language.ts). */
export const LANGUAGES = ['en', 'el', 'hu', 'ro'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What agents call it, who speak English with the centre. */
export const languageName = (language: Language): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** What callers hear, message by message. */
export const MESSAGES: Readonly<Record<Language, Messages>> = {
  en: english,
  el: greek,
  hu: hungarian,
  ro: romanian,
};

/** What flows say in a language. A translation has the arguments of the English message (prompts/message-faults.ts). */
export const wordsOf = (language: Language): Words => spoken(english, MESSAGES[language]);

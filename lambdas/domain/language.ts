/** The languages in which callers are spoken to. */

export const LANGUAGES = ['en', 'el', 'hu', 'ro'] as const;

/** ISO 639-1. */
export type Language = (typeof LANGUAGES)[number];

/** What agents call it, who speak English with the centre. */
export const languageName = (language: Language): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** Every caller whose language is not known, or no longer spoken, is spoken to in this one. */
export const DEFAULT_LANGUAGE = 'en' satisfies Language;

/** @param text a contact attribute or what a table holds; anything but a language is none */
export function readLanguage(text: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/** What the words of a message are made of, whatever they are about. */

import type { Language } from './language.ts';

/** What the words are filled with. */
export type Fields = Readonly<Record<string, string>>;

export interface Written {
  readonly subject: (fields: Fields) => string;
  readonly text: (fields: Fields) => string;
}

/** A field of a message; one that is missing leaves a gap that nobody trips over. */
export const of = (fields: Fields, name: string): string => fields[name] ?? '…';

export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-US',
  el: 'el-GR',
  hu: 'hu-HU',
  ro: 'ro-RO',
};

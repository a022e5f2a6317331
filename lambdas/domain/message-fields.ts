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

/** Moments come as ISO 8601 in `at` and are written as people of the language write them. */
export const moment = (fields: Fields, locale: string): string => {
  const atMs = Date.parse(of(fields, 'at'));
  if (Number.isNaN(atMs)) return of(fields, 'at');
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: fields['timeZone'] ?? 'UTC',
  }).format(atMs);
};

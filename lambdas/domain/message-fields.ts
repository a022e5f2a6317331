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

/** An amount in minor units, as people of the language write money. */
export const money = (fields: Fields, locale: string): string => {
  const { amountMinor = '', currency = '' } = fields;
  return /^\d+$/.test(amountMinor) && /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amountMinor) / 100)
    : '…';
};

/** A day comes as `2026-11-27` and is written as people of the language write days; nothing where there is none. */
export const day = (fields: Fields, name: string, locale: string): string | undefined => {
  const atMs = Date.parse(fields[name] ?? '');
  if (Number.isNaN(atMs)) return undefined;
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(atMs);
};

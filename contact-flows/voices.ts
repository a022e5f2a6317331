/** Who speaks a language: one of Amazon Polly's voices (polly/dg/available-voices), which has none for Greek and Hungarian. */
import { action } from '../engine/authoring/any-action.ts';
import { setVoice } from '../engine/authoring/contact.ts';
import type { Language } from './languages.ts';
import { type RecordedLanguage, unsaid } from './prompts/unsaid.ts';

interface Speaker {
  /** As Connect names a language. */
  readonly code: string;
  readonly voice?: { readonly voice: string; readonly engine: 'Standard' | 'Neural' };
}

export const SPEAKERS: Readonly<Record<Language, Speaker>> = {
  en: { code: 'en-US', voice: { voice: 'Joanna', engine: 'Neural' } },
  el: { code: 'el-GR' },
  hu: { code: 'hu-HU' },
  ro: { code: 'ro-RO', voice: { voice: 'Carmen', engine: 'Standard' } },
};

/** Languages that no voice speaks: their prompts are recordings. */
export const isRecorded = (language: Language): language is RecordedLanguage =>
  Object.hasOwn(unsaid, language);

/** The voice of the language from here on; without one the step says the language alone, so that a recording needs none. */
export function speakAs<const Target extends string>(language: Language, next: Target) {
  const { voice, code } = SPEAKERS[language];
  return voice === undefined ? setLanguage(code, next) : setVoice({ ...voice, next });
}

/** What Connect itself takes the contact's language to be: for its bots, its transcripts, its records. */
export const setLanguage = <const Target extends string>(code: string, next: Target) =>
  action('UpdateContactData', {
    parameters: { LanguageCode: code },
    next,
    errors: { NoMatchingError: next },
  });

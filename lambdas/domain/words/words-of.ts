/** The words of functions by language. */
import type { Language } from '../language.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import type { FunctionWords } from './function-words.ts';
import { hungarian } from './hu.ts';
import { romanian } from './ro.ts';

const WORDS: Readonly<Record<Language, FunctionWords>> = {
  en: english,
  el: greek,
  hu: hungarian,
  ro: romanian,
};

export const functionWords = (language: Language): FunctionWords => WORDS[language];

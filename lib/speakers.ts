/** In which languages callers wait first for agents who speak them: only where that can help. */
import { LANGUAGES, type Language } from '../contact-flows/languages.ts';
import { SERVES_FROM_LEVEL } from '../contact-flows/who-first.ts';
import type { Configuration } from './config.ts';

type Settings = Pick<Configuration, 'agents' | 'languages'>;

/**
 * A language that somebody serves callers in, and not everybody. Of agents outside cdk.json we know no more than that
 * `languages.answered` names what some of them speak. A centre of one language has nothing to choose.
 */
export function waitsForSpeakers(
  { agents, languages: { answered = [] } }: Settings,
  language: Language,
  spoken: readonly string[],
): boolean {
  if (spoken.length < 2 || !spoken.includes(language)) return false;
  const speaking = agents.filter(({ languages = {} }) => (languages[language] ?? 0) >= SERVES_FROM_LEVEL);
  const everybodyIsKnown = answered.length === 0;
  if (everybodyIsKnown && speaking.length === agents.length) return false;
  return speaking.length > 0 || answered.includes(language);
}

/** What flows are told of each language: its code, or `none` (contact-flows/resources.ts). */
export const speakerReferences = (settings: Settings, spoken: readonly string[]): [string, string][] =>
  LANGUAGES.map((language) => [
    `speakers.${language}`,
    waitsForSpeakers(settings, language, spoken) ? language : 'none',
  ]);

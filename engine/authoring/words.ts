/** What can be said to somebody: words, SSML, or a recording by name. */
import type { ReferenceText } from './contract.ts';
import type { ResourceReference } from './resource.ts';

/** Text may hold references such as `$.External.status`. */
export type Words =
  | string
  | { readonly ssml: string }
  | { readonly recording: ResourceReference<'prompt'> | ReferenceText };

/** The one parameter of a speaking action that the words become. */
export function speech(words: Words): { Text: string } | { SSML: string } | { PromptId: string } {
  if (typeof words === 'string') return { Text: words };
  return 'ssml' in words ? { SSML: words.ssml } : { PromptId: words.recording };
}

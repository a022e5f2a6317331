/** The four ways in which blocks say something: text, SSML, a recorded prompt, or audio from S3. */

import type { Json } from '../language/flow.ts';
import { choice, type FieldGroup, object, optional, required, text } from '../language/parameters.ts';
import { PROMPT_BILLED_CHARACTERS_MAX, PROMPT_CHARACTERS_MAX } from '../limits.ts';
import type { BlockStep, Speech } from './step.ts';
import { recordOf, scalar } from './wire-values.ts';

/** Parameters of every speaking block (devguide/participant-actions-messageparticipant). */
export const SPEECH_FIELDS = {
  Text: optional(text('text', { maxLength: PROMPT_CHARACTERS_MAX })),
  SSML: optional(text('text', { maxLength: PROMPT_CHARACTERS_MAX })),
  PromptId: optional(text('reference')),
  Media: optional(
    object({
      Uri: required(text('text')),
      SourceType: required(choice(['S3'])),
      MediaType: required(choice(['Audio'])),
    }),
  ),
} as const;

export const SPEECH_NAMES: readonly string[] = ['Text', 'SSML', 'PromptId', 'Media'];
/** The service: "Only one of these properties may be defined." */
export const ONE_SPEECH: FieldGroup = { names: SPEECH_NAMES, rule: 'exactly-one' };

/**
 * What the parameters say now, with references put in.
 * @returns a sentence for the error branch where nothing can be said: an unknown prompt, too long a text, broken SSML.
 */
export function speechOf(
  step: BlockStep,
  parameters: Readonly<Record<string, Json>>,
  interruptible: boolean,
): Speech | string {
  const given = SPEECH_NAMES.filter((name) => parameters[name] !== undefined);
  if (given.length !== 1) return `needs exactly one of ${SPEECH_NAMES.join(', ')}, has ${given.length}`;
  const promptId = scalar(parameters['PromptId']);
  if (promptId !== undefined) {
    const id = step.value(promptId);
    const name = id === undefined ? undefined : step.instance.promptName(id);
    return name === undefined
      ? `prompt '${id ?? promptId}' does not exist`
      : { text: name, form: 'prompt', interruptible };
  }
  if (parameters['Media'] !== undefined) {
    const uri = step.text(scalar(recordOf(parameters['Media'])['Uri']) ?? '');
    return uri === '' ? 'the address of the audio is empty' : { text: uri, form: 'media', interruptible };
  }
  const ssml = scalar(parameters['SSML']);
  const words = step.text(ssml ?? scalar(parameters['Text']) ?? '');
  // The console writes SSML into Text in some versions (adminguide/play).
  const form = ssml !== undefined || words.trimStart().startsWith('<speak') ? 'ssml' : 'text';
  return problemOf(words, form) ?? { text: words, form, interruptible };
}

function problemOf(words: string, form: 'text' | 'ssml'): string | undefined {
  if (words.length > PROMPT_CHARACTERS_MAX) {
    return `the text has ${words.length} characters; ${PROMPT_CHARACTERS_MAX} are allowed`;
  }
  const billed = form === 'ssml' ? words.replaceAll(/<[^>]*>/g, '').length : words.length;
  if (billed > PROMPT_BILLED_CHARACTERS_MAX) {
    return `the text has ${billed} spoken characters; ${PROMPT_BILLED_CHARACTERS_MAX} are allowed`;
  }
  return form === 'ssml' && !isBalanced(words) ? 'the SSML is not well formed' : undefined;
}

/** Every tag is closed, in order, and `<speak>` is around it all. What Connect does otherwise is not documented. */
function isBalanced(ssml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, empty] of ssml.matchAll(/<(\/?)([a-zA-Z][\w:-]*)[^<>]*?(\/?)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else if (empty !== '/' && name !== undefined) open.push(name);
  }
  return open.length === 0 && /^\s*<speak[\s>/]/.test(ssml) && !/[<>]/.test(ssml.replaceAll(/<[^<>]*>/g, ''));
}

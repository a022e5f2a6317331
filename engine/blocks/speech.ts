/** The four ways in which blocks say something: text, SSML, a recorded prompt, or audio from S3. */

import type { Json } from '../language/flow.ts';
import { isPlain } from '../language/jsonpath.ts';
import { choice, type FieldGroup, object, optional, required, text } from '../language/parameters.ts';
import { PROMPT_BILLED_CHARACTERS_MAX, PROMPT_CHARACTERS_MAX } from '../limits.ts';
import { speechDurationMs } from './speech-duration.ts';
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

/** What is said to a contact now, or a sentence for the error branch where nothing can be said. */
export type Utterance = (step: BlockStep) => Speech | string;

/**
 * What the parameters say, with references put in for each contact; words without references are judged once.
 * Nothing can be said with an unknown prompt, too long a text, or broken SSML.
 */
export function prepareSpeech(parameters: Readonly<Record<string, Json>>, interruptible: boolean): Utterance {
  const given = SPEECH_NAMES.filter((name) => parameters[name] !== undefined);
  if (given.length !== 1) {
    const problem = `needs exactly one of ${SPEECH_NAMES.join(', ')}, has ${given.length}`;
    return () => problem;
  }
  const promptId = scalar(parameters['PromptId']);
  if (promptId !== undefined) return (step) => promptOf(step, promptId, interruptible);
  if (parameters['Media'] !== undefined) {
    const address = scalar(recordOf(parameters['Media'])['Uri']) ?? '';
    return (step) => {
      if (step.channel === 'CHAT') return NO_SOUND;
      const text = step.text(address);
      return text === '' ? 'the address of the audio is empty' : { text, form: 'media', interruptible };
    };
  }
  const ssml = scalar(parameters['SSML']);
  const template = ssml ?? scalar(parameters['Text']) ?? '';
  if (!isPlain(template)) return (step) => wordsOf(step.text(template), ssml !== undefined, interruptible);
  const words = wordsOf(template, ssml !== undefined, interruptible);
  return () => words;
}

/** Recordings are for voice (devguide/participant-actions-messageparticipant). */
const NO_SOUND = 'nobody hears a recording in a chat';

function promptOf(step: BlockStep, promptId: string, interruptible: boolean): Speech | string {
  if (step.channel === 'CHAT') return NO_SOUND;
  const id = step.value(promptId);
  const prompt = id === undefined ? undefined : step.instance.prompt(id);
  if (prompt === undefined) return `prompt '${id ?? promptId}' does not exist`;
  const { name, words } = prompt;
  return words === undefined
    ? { text: name, form: 'prompt', interruptible }
    : { text: words, form: 'prompt', recording: name, interruptible };
}

/** The console writes SSML into Text in some versions (adminguide/play). */
function wordsOf(text: string, asSsml: boolean, interruptible: boolean): Speech | string {
  const form = asSsml || text.trimStart().startsWith('<speak') ? 'ssml' : 'text';
  return problemOf(text, form) ?? { text, form, interruptible, durationMs: speechDurationMs(text, form) };
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

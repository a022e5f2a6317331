/** Plays a sentence with values in a language that no voice speaks: one recording after another. */
import { call } from '../../engine/authoring/calling.ts';
import { setAttributes } from '../../engine/authoring/contact.ts';
import { count, decide } from '../../engine/authoring/deciding.ts';
import { flow } from '../../engine/authoring/flow.ts';
import { endModule } from '../../engine/authoring/handing-over.ts';
import { say } from '../../engine/authoring/speaking.ts';
import type { AnyStep } from '../../engine/authoring/step.ts';
import { findRecordings, PIECES_PER_ANSWER } from '../../lambdas/find-recordings/contract.ts';
import { type AttributeValues, attributes } from '../attributes.ts';
import { type RecordedLanguage, unsaid } from '../prompts/unsaid.ts';

/** What the attribute holds once all of it has been heard: whoever left it there can tell. */
export const HEARD = 'heard';

const heard: AttributeValues = { saying: HEARD };
const findFrom = (from: string) =>
  call(findRecordings, {
    parameters: { language: attributes.language, words: attributes.saying, from },
    outcomes: { found: 'piece-1' },
    onFault: 'unsaid',
  });

/** What nobody has recorded, the name of a product say, is said by the voice that speaks to agents. */
const pieces: Readonly<Record<string, AnyStep>> = Object.fromEntries(
  Array.from({ length: PIECES_PER_ANSWER }, (_, index) => index + 1).flatMap((slot): [string, AnyStep][] => {
    const next = slot === PIECES_PER_ANSWER ? 'more' : `piece-${slot + 1}`;
    return [
      [
        `piece-${slot}`,
        decide<string>({
          value: `$.External.kind${slot}`,
          cases: { recording: `play-${slot}`, words: `say-${slot}` },
          // There is always a first one.
          otherwise: slot === 1 ? 'unsaid' : 'heard',
        }),
      ],
      [
        `play-${slot}`,
        say<string>({ prompt: { recording: `$.External.piece${slot}` }, next, onError: 'unsaid' }),
      ],
      [`say-${slot}`, say<string>({ prompt: `$.External.piece${slot}`, next, onError: 'unsaid' })],
    ];
  }),
);

/** A sentence has a few dozen pieces. */
const ROUNDS_MAX = 20;

/** The text is in `saying`, and is `heard` afterwards; what could not be played leaves it there. */
export const sayRecorded = (language: RecordedLanguage) =>
  flow<string, 'MODULE'>({
    name: 'say-recorded',
    title: 'Say in recordings',
    description: 'Plays a sentence with values as recordings, one after another.',
    type: 'MODULE',
    start: 'find',
    steps: {
      find: findFrom('0'),
      ...pieces,
      more: decide<string>({ value: '$.External.next', cases: { end: 'heard' }, otherwise: 'rounds' }),
      rounds: count<string>({ times: ROUNDS_MAX, again: 'find-more', done: 'unsaid' }),
      'find-more': findFrom('$.External.next'),
      heard: setAttributes({ attributes: heard, next: 'end', onError: 'end' }),
      unsaid: say({ prompt: unsaid[language], next: 'end' }),
      end: endModule(),
    },
    accept: ['find', 'find-more'].map((step) => ({
      rule: 'posture/not-verified',
      step,
      reason:
        'It finds recordings of words that the flow says, whoever hears them, and reads nothing of anybody.',
    })),
  });

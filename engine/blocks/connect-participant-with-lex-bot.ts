/** ConnectParticipantWithLexBot: lets a bot talk with the customer and branches on the intent. */
import { map, number, object, optional, required, text } from '../language/parameters.ts';
import { CHAT_MESSAGE_CHARACTERS_MAX, LEX_TIMEOUT_SECONDS_MAX, LEX_TIMEOUT_SECONDS_MIN } from '../limits.ts';
import { defineBlock } from './block.ts';
import { branchesBy, LEADING_FLOWS } from './forms.ts';
import { prepareConversation } from './lex-conversation.ts';
import { SPEECH_FIELDS, SPEECH_NAMES } from './speech.ts';

const INTENTS = { kind: 'any', operators: ['Equals'] } as const;

/**
 * Sources disagree on whether a bot without a time-out must declare InputTimeLimitExceeded: of 85 real ones only those
 * with a time-out do.
 */
export const connectParticipantWithLexBot = defineBlock({
  type: 'ConnectParticipantWithLexBot',
  purpose: 'Hands the conversation to a Lex bot and goes on by the intent that it found.',
  see: 'devguide/participant-actions-connectparticipantwithlexbot',
  parameters: object(
    {
      ...SPEECH_FIELDS,
      LexInitializationData: optional(
        object({ InitialMessage: required(text('text', { maxLength: CHAT_MESSAGE_CHARACTERS_MAX })) }),
      ),
      LexV2Bot: optional(object({ AliasArn: required(text('text')) })),
      LexBot: optional(
        object({
          Name: required(text('text')),
          Region: required(text('text')),
          Alias: required(text('text')),
        }),
      ),
      LexSessionAttributes: optional(map(text('text'))),
      LexTimeoutSeconds: optional(
        object({
          Text: required(number('static', { min: LEX_TIMEOUT_SECONDS_MIN, max: LEX_TIMEOUT_SECONDS_MAX })),
        }),
      ),
    },
    [
      { names: [...SPEECH_NAMES, 'LexInitializationData'], rule: 'exactly-one' },
      { names: ['LexV2Bot', 'LexBot'], rule: 'exactly-one' },
    ],
  ),
  branches: (parameters) =>
    parameters['LexTimeoutSeconds'] === undefined
      ? branchesBy(INTENTS, ['NoMatchingError', 'NoMatchingCondition'], ['InputTimeLimitExceeded'])
      : branchesBy(INTENTS, ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded']),
  flowTypes: LEADING_FLOWS,
  channels: ['VOICE', 'CHAT'],
  facts: { speaks: true, listens: true, terminal: false },
  logName: 'GetUserInput',
  prepare: prepareConversation,
});

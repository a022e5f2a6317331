/** ConnectParticipantWithAgenticCX: lets an AI agent talk with the customer. */
import { json, map, object, optional, text } from '../language/parameters.ts';
import { CONTEXT_VARIABLES_MAX } from '../limits.ts';
import { asks, keepAs } from './asking.ts';
import { defineBlock } from './block.ts';
import { branchesBy } from './forms.ts';
import { recordOf } from './wire-values.ts';

/** The settings of the audio filler are real booleans and numbers, unlike all other scalars. */
export const connectParticipantWithAgenticCX = defineBlock({
  type: 'ConnectParticipantWithAgenticCX',
  purpose: 'Hands the conversation to an AI agent until it is done or asks for a person.',
  see: 'adminguide/agentic-cx-block',
  parameters: object({
    AgentConfiguration: optional(
      object({
        WorkspaceId: optional(text('text')),
        ApplicationId: optional(text('text')),
        Alias: optional(text('text')),
        ContextVariables: optional(map(text('text'), { maxEntries: CONTEXT_VARIABLES_MAX })),
      }),
    ),
    SpeechRecognitionConfiguration: optional(object({ SpeechRecognitionEngine: optional(text('static')) })),
    AudioFillerConfiguration: optional(
      object({
        Enabled: optional(json()),
        AudioType: optional(json()),
        StartDelayInMilliseconds: optional(json()),
        MinimumPlayDurationInMilliseconds: optional(json()),
        ResponseDeliveryDelayInMilliseconds: optional(json()),
      }),
    ),
  }),
  branches: () =>
    branchesBy({ kind: 'among', operands: ['Escalation'] }, [
      'NoMatchingError',
      'NoMatchingCondition',
      'InputTimeLimitExceeded',
    ]),
  flowTypes: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'MODULE',
  ],
  channels: ['VOICE', 'CHAT'],
  facts: { speaks: true, listens: true, terminal: false },
  logName: 'ConnectParticipantWithAgenticCX',
  prepare(parameters) {
    const agent = recordOf(parameters['AgentConfiguration']);
    return asks({
      service: 'ai-agent',
      operation: 'ConnectParticipantWithAgenticCX',
      input: (step) => recordOf(step.json(agent)),
      limitMs: 'forever',
      errors: { 'time-is-up': 'InputTimeLimitExceeded' },
      keep: keepAs('AgenticCX', 'ContextVariables'),
      branches: true,
    });
  },
});

/** Wait: pauses a flow; on a voice call the error branch is taken. */

import { choice, list, number, object, optional, required } from '../language/parameters.ts';
import { WAIT_SECONDS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { branchesBy, EVERY_FLOW, failed } from './forms.ts';
import type { BlockResult } from './step.ts';
import { listOf, scalar, wholeNumber } from './wire-values.ts';

const NO_BOT: BlockResult = {
  kind: 'error',
  error: 'ParticipantNotFound',
  because: 'no bot of somebody else is in the chat',
};

/** Forms: until the time is over or an event comes; and the undocumented one that continues meanwhile. */
export const wait = defineBlock({
  type: 'Wait',
  purpose: 'Pauses a chat, task or e-mail until time is over or something happens.',
  see: 'devguide/flow-control-actions-wait',
  parameters: object({
    TimeLimitSeconds: required(number('reference', { min: 1, max: WAIT_SECONDS_MAX })),
    Events: optional(list(choice(['CustomerReturned', 'BotParticipantDisconnected']))),
    ContinueExecution: optional(choice(['True', 'False'])),
    MinimumWaitTimeSeconds: optional(number('static', { min: 1, max: WAIT_SECONDS_MAX })),
  }),
  branches(parameters) {
    const events = Array.isArray(parameters['Events']) ? parameters['Events'].map(String) : [];
    if (parameters['ContinueExecution'] === 'True') {
      return branchesBy({ kind: 'exactly', operands: ['Continue', 'WaitCompleted'] }, ['NoMatchingError']);
    }
    const conditions = { kind: 'exactly', operands: ['WaitCompleted', ...events] } as const;
    return events.includes('BotParticipantDisconnected')
      ? branchesBy(conditions, ['NoMatchingError'], ['ParticipantNotFound'])
      : branchesBy(conditions, ['NoMatchingError']);
  },
  flowTypes: EVERY_FLOW,
  channels: ['CHAT', 'TASK', 'EMAIL'],
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'Wait',
  formNotRunBecause: ({ ContinueExecution }) =>
    ContinueExecution === 'True'
      ? 'what becomes of a flow that goes on while it waits (ContinueExecution) is not published'
      : undefined,
  run(step) {
    const seconds = wholeNumber(
      step.value(scalar(step.parameters['TimeLimitSeconds']) ?? ''),
      1,
      WAIT_SECONDS_MAX,
    );
    if (seconds === undefined) return failed('TimeLimitSeconds is no number of seconds up to seven days');
    const events = listOf(step.parameters['Events']);
    if (events.length > 0 && step.channel !== 'CHAT')
      return failed('waiting for an event is not possible on this contact');
    const forBot = events.includes('BotParticipantDisconnected');
    if (forBot && !step.botIsThere()) return NO_BOT;
    step.startTimer('wait', seconds * 1000);
    return {
      kind: 'wait',
      waiting: { kind: 'waiting', forCustomer: events.includes('CustomerReturned'), forBot },
    };
  },
  resume(_step, waiting, happened) {
    switch (happened.kind) {
      case 'time':
        return { kind: 'compare', value: 'WaitCompleted' };
      case 'said':
        return { kind: 'compare', value: 'CustomerReturned' };
      case 'bot-left':
        return { kind: 'compare', value: 'BotParticipantDisconnected' };
      default:
        return { kind: 'wait', waiting };
    }
  },
});

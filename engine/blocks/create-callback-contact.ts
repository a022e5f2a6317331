/** CreateCallbackContact: promises to call back, and keeps the place in the queue. */
import { number, object, optional, required, text } from '../language/parameters.ts';
import { CALLBACK_DELAY_SECONDS_MAX } from '../limits.ts';
import { declareBlock } from './block.ts';
import { goesOn, LEADING_FLOWS, SILENT } from './forms.ts';
import { QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';

/** The page wants at least 1 connection attempt; five of seven real flows have 0, and the console counts retries. */
export const createCallbackContact = declareBlock({
  type: 'CreateCallbackContact',
  purpose: 'Puts a callback into a queue, so that an agent calls the customer later.',
  see: 'devguide/interactions-createcallbackcontact',
  parameters: object(
    {
      ...QUEUE_FIELDS,
      InitialCallDelaySeconds: required(number('static', { min: 1, max: CALLBACK_DELAY_SECONDS_MAX })),
      MaximumConnectionAttempts: required(number('static', { min: 0 })),
      RetryDelaySeconds: required(number('static', { min: 1, max: CALLBACK_DELAY_SECONDS_MAX })),
      ContactFlowId: optional(text('reference')),
      CallerId: optional(text('reference')),
    },
    [QUEUE_OR_AGENT],
  ),
  branches: () => goesOn(),
  flowTypes: LEADING_FLOWS,
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'CreateCallback',
  notRunBecause: 'nobody is called back',
});

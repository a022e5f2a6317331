/** CreateCallbackContact: promises to call back, and keeps the place in the queue. */
import { number, object, optional, required, text } from '../language/parameters.ts';
import { CALLBACK_DELAY_SECONDS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, LEADING_FLOWS, NEXT, SILENT } from './forms.ts';
import { chosenQueue, QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';
import { scalar } from './wire-values.ts';

/**
 * The page wants at least 1 connection attempt; five of seven real flows have 0, for the console counts retries: after
 * the first attempt there are as many more (adminguide/about-queued-callbacks).
 */
export const createCallbackContact = defineBlock({
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
  run(step) {
    const queue = chosenQueue(step);
    if (queue.kind === 'unknown') return failed(queue.because);
    const given = (name: string) => {
      const reference = scalar(step.parameters[name]);
      return reference === undefined ? undefined : (step.value(reference) ?? '');
    };
    const flowId = given('ContactFlowId');
    const callerNumber = given('CallerId');
    const problem = step.createCallback({
      ...(queue.kind === 'queue' ? { queueId: queue.queueId } : {}),
      delayMs: Number(scalar(step.parameters['InitialCallDelaySeconds'])) * 1000,
      retries: Number(scalar(step.parameters['MaximumConnectionAttempts'])),
      retryDelayMs: Number(scalar(step.parameters['RetryDelaySeconds'])) * 1000,
      ...(flowId === undefined ? {} : { flowId }),
      ...(callerNumber === undefined ? {} : { callerNumber }),
    });
    return problem === undefined ? NEXT : failed(problem);
  },
});

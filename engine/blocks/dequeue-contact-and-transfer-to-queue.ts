/** DequeueContactAndTransferToQueue: the caller leaves the queue for another, the console's Transfer to queue in a queue flow. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, failed } from './forms.ts';
import { chosenQueue, QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';

/** Where it fails the caller stays in the present queue (adminguide/transfer-to-queue), with this flow. */
export const dequeueContactAndTransferToQueue = defineBlock({
  type: 'DequeueContactAndTransferToQueue',
  purpose: 'Moves the waiting caller to another queue, at its end; the queue flow starts again there.',
  see: 'devguide/contact-actions-dequeuecontactandtransfertoqueue',
  parameters: object(QUEUE_FIELDS, [QUEUE_OR_AGENT]),
  branches: () => ({
    next: 'required',
    errors: { required: ['NoMatchingError', 'QueueAtCapacity'], optional: [] },
    conditions: { kind: 'none' },
  }),
  flowTypes: ['CUSTOMER_QUEUE', 'MODULE'],
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Transfer',
  run(step) {
    const queue = chosenQueue(step);
    if (queue.kind === 'unknown') return failed(queue.because);
    const problem = step.instance.whyNotMoved();
    if (problem !== undefined) return failed(problem);
    const queueId = queue.kind === 'queue' ? queue.queueId : undefined;
    switch (step.instance.queueRoom(queueId)) {
      case undefined:
        return failed('no queue is set');
      case 'disabled':
        return failed('the queue is disabled');
      case 'full':
        return { kind: 'error', error: 'QueueAtCapacity', because: 'the queue is full' };
      case 'room':
        if (queueId !== undefined) step.state.setQueue(queueId);
        return { kind: 'queue' };
    }
  },
});

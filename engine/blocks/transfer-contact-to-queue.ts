/** TransferContactToQueue: the caller joins the queue. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { BEFORE_QUEUE_FLOWS, EVERY_CHANNEL, failed } from './forms.ts';

/** A full queue leaves the caller in the flow, on the QueueAtCapacity branch; a disabled one is an error (adminguide/transfer-to-queue). */
export const transferContactToQueue = defineBlock({
  type: 'TransferContactToQueue',
  purpose: 'Puts the caller into the target queue; this flow ends and the queue flow starts.',
  see: 'devguide/contact-actions-transfercontacttoqueue',
  parameters: object({}),
  branches: () => ({
    next: 'required',
    errors: { required: ['NoMatchingError', 'QueueAtCapacity'], optional: [] },
    conditions: { kind: 'none' },
  }),
  flowTypes: BEFORE_QUEUE_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Transfer',
  run(step) {
    switch (step.instance.queueRoom()) {
      case undefined:
        return failed('no queue is set; use UpdateContactTargetQueue before');
      case 'disabled':
        return failed('the queue is disabled');
      case 'full':
        return { kind: 'error', error: 'QueueAtCapacity', because: 'the queue is full' };
      case 'room':
        return { kind: 'queue' };
    }
  },
});

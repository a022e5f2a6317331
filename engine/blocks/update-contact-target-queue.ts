/** UpdateContactTargetQueue: chooses the queue that a later transfer goes to, the console's Set working queue. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { BEFORE_QUEUE_FLOWS, EVERY_CHANNEL, failed, goesOn, NEXT } from './forms.ts';
import { prepareQueue, QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';

export const updateContactTargetQueue = defineBlock({
  type: 'UpdateContactTargetQueue',
  purpose: 'Chooses the queue, or the agent, that the contact is for.',
  see: 'devguide/contact-actions-updatecontacttargetqueue',
  parameters: object(QUEUE_FIELDS, [{ ...QUEUE_OR_AGENT, rule: 'exactly-one' }]),
  branches: () => goesOn(),
  flowTypes: BEFORE_QUEUE_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetQueue',
  prepare(parameters) {
    const chosen = prepareQueue(parameters);
    return {
      run(step) {
        const queue = chosen(step);
        if (queue.kind !== 'queue') {
          return failed(queue.kind === 'unknown' ? queue.because : 'neither QueueId nor AgentId is given');
        }
        step.state.setQueue(queue.queueId);
        return NEXT;
      },
    };
  },
});

/** GetMetricData: puts a queue's present figures into `$.Metrics`. */
import { choice, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { chosenQueue, QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';
import { scalar } from './wire-values.ts';

/**
 * Without a channel the figures are those of all. Real values lag 5 to 10 seconds (adminguide/get-queue-metrics); here
 * they are those of this moment, the contact's own position and estimate always among them.
 */
export const getMetricData = defineBlock({
  type: 'GetMetricData',
  purpose: "Reads a queue's present figures, for later comparison or speech.",
  see: 'devguide/flow-control-actions-getmetricdata',
  parameters: object({ ...QUEUE_FIELDS, QueueChannel: optional(choice(['Voice', 'Chat'], 'reference')) }, [
    QUEUE_OR_AGENT,
  ]),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'GetMetricData',
  run(step) {
    const queue = chosenQueue(step);
    if (queue.kind === 'unknown') return failed(queue.because);
    const given = scalar(step.parameters['QueueChannel']);
    const channel = given === undefined ? undefined : (step.value(given) ?? '').toUpperCase();
    if (channel !== undefined && channel !== 'VOICE' && channel !== 'CHAT')
      return failed(`there are no figures of the channel '${channel}'; use 'Voice' or 'Chat'`);
    const metrics = step.instance.metrics(queue.kind === 'queue' ? queue.queueId : undefined, channel);
    if (metrics === undefined) return failed('no queue is set');
    step.state.setMetrics(metrics);
    return NEXT;
  },
});

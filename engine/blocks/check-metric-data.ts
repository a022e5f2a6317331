/** CheckMetricData: branches on agents and contacts of a queue, the console's Check staffing and Check queue status. */
import { choice, object, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, failed, LEADING_FLOWS } from './forms.ts';
import { chosenQueue, QUEUE_FIELDS, QUEUE_OR_AGENT } from './queue-choice.ts';
import { scalar } from './wire-values.ts';

const AGENTS = ['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline'] as const;
const CONTACTS = ['OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue'] as const;
const NUMBERS = [
  'Equals',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;

/** The operand of OldestContactInQueueAgeSeconds is in milliseconds on the wire (console 300 s is written '300000'). */
export const checkMetricData = defineBlock({
  type: 'CheckMetricData',
  purpose: 'Branches on how many agents a queue has, or how many callers wait and for how long.',
  see: 'devguide/flow-control-actions-checkmetricdata',
  parameters: object({ MetricType: required(choice([...AGENTS, ...CONTACTS])), ...QUEUE_FIELDS }, [
    QUEUE_OR_AGENT,
  ]),
  branches: (parameters) => ({
    next: 'optional',
    errors: { required: ['NoMatchingError', 'NoMatchingCondition'], optional: [] },
    conditions: AGENTS.some((metric) => metric === parameters['MetricType'])
      ? { kind: 'matching', operators: ['NumberGreaterThan'], operand: /^0$/ }
      : { kind: 'any', operators: NUMBERS, atLeast: 1 },
  }),
  flowTypes: LEADING_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'CheckMetricData',
  run(step) {
    const queue = chosenQueue(step);
    if (queue.kind === 'unknown') return failed(queue.because);
    const metric = scalar(step.parameters['MetricType']) ?? '';
    const value = step.instance.metric(metric, queue.kind === 'queue' ? queue.queueId : undefined);
    return value === undefined
      ? failed(`'${metric}' has no value: the metric is unknown, or no queue is set`)
      : { kind: 'compare', value: String(value) };
  },
});

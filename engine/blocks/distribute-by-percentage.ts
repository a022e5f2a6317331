/** DistributeByPercentage: sends contacts down branches by chance. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, LEADING_FLOWS } from './forms.ts';

/** Thresholds are cumulative: 3 %, 6 % and 8 % are written as less than 4, 10 and 18. */
export const distributeByPercentage = defineBlock({
  type: 'DistributeByPercentage',
  purpose: 'Draws a whole number from 1 to 100 and takes the first branch whose threshold it is below.',
  see: 'devguide/flow-control-actions-distributebypercentage',
  parameters: object({}),
  branches: () => ({
    next: 'optional',
    errors: { required: ['NoMatchingCondition'], optional: [] },
    conditions: { kind: 'matching', operators: ['NumberLessThan'], operand: /^\d{1,3}$/ },
  }),
  flowTypes: [...LEADING_FLOWS, 'OUTBOUND_WHISPER'],
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'PercentileBranching',
  run: (step) => ({ kind: 'compare', value: String(step.random(1, 100)) }),
});

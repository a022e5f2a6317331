/** Loop: counts rounds. */

import { number, object, required } from '../language/parameters.ts';
import { LOOP_COUNT_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed } from './forms.ts';
import type { BlockResult } from './step.ts';
import { scalar, wholeNumber } from './wire-values.ts';

const CONTINUE: BlockResult = { kind: 'compare', value: 'ContinueLooping' };
const DONE: BlockResult = { kind: 'compare', value: 'DoneLooping' };

/** The count belongs to the step in this run of the flow and starts again after the last round (adminguide/loop). */
export const loop = defineBlock({
  type: 'Loop',
  purpose: 'Takes the looping branch a number of times, then the other.',
  see: 'devguide/flow-control-actions-loop',
  parameters: object({ LoopCount: required(number('reference', { min: 0, max: LOOP_COUNT_MAX })) }),
  branches: () => ({
    next: 'required',
    errors: { required: [], optional: ['NoMatchingError'] },
    conditions: { kind: 'exactly', operands: ['ContinueLooping', 'DoneLooping'] },
  }),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'Loop',
  prepare(parameters) {
    const reference = scalar(parameters['LoopCount']) ?? '';
    const fixed = wholeNumber(reference, 0, LOOP_COUNT_MAX);
    return {
      run(step) {
        const rounds = fixed ?? wholeNumber(step.value(reference), 0, LOOP_COUNT_MAX);
        if (rounds === undefined)
          return failed(`LoopCount '${step.value(reference) ?? reference}' is no number from 0 to 100`);
        const count = step.state.loopCount();
        step.state.setLoopCount(count >= rounds ? 0 : count + 1);
        return count >= rounds ? DONE : CONTINUE;
      },
    };
  },
});

/** EndFlowExecution: the end of a flow, the console's End flow / Resume. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { ENDS, EVERY_CHANNEL, EVERY_FLOW } from './forms.ts';

/**
 * In a queue flow an interrupted loop of prompts goes on; a whisper is over; in an inbound or disconnect flow the
 * contact ends, as with Disconnect (adminguide/end-flow-resume, which allows it in all flows).
 */
export const endFlowExecution = defineBlock({
  type: 'EndFlowExecution',
  purpose: 'Ends this flow: a whisper is over, an interrupted loop of prompts goes on.',
  see: 'devguide/flow-control-actions-endflowexecution',
  parameters: object({}),
  branches: () => ENDS,
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'Resume',
  run: () => ({ kind: 'end-flow' }),
});

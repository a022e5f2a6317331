/** UpdateFlowLoggingBehavior: turns the flow log on or off. */
import { choice, object, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, NEXT } from './forms.ts';

export const updateFlowLoggingBehavior = defineBlock({
  type: 'UpdateFlowLoggingBehavior',
  purpose: 'Turns the flow log of this contact on or off; while it is off, keys pressed are shown to nobody.',
  see: 'devguide/flow-control-actions-updateflowloggingbehavior',
  parameters: object({ FlowLoggingBehavior: required(choice(['Enabled', 'Disabled'])) }),
  branches: () => goesOn([]),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetLoggingBehavior',
  prepare(parameters) {
    // Anything else than Enabled keeps keys secret.
    const enabled = parameters['FlowLoggingBehavior'] === 'Enabled';
    return {
      run(step) {
        step.state.setFlowLogging(enabled);
        return NEXT;
      },
    };
  },
});

/** TransferToFlow: goes on in another flow. */
import { object, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { BEFORE_QUEUE_FLOWS, EVERY_CHANNEL, failed } from './forms.ts';
import { scalar } from './wire-values.ts';

/** NextAction mirrors the error branch; it is no way to success (188 of 188 real actions). */
export const transferToFlow = defineBlock({
  type: 'TransferToFlow',
  purpose: 'Leaves this flow for the start of another.',
  see: 'devguide/flow-control-actions-transfertoflow',
  parameters: object({ ContactFlowId: required(text('reference')) }),
  branches: () => ({
    next: 'required',
    errors: { required: ['NoMatchingError'], optional: [] },
    conditions: { kind: 'none' },
  }),
  flowTypes: BEFORE_QUEUE_FLOWS,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'TransferToFlow',
  prepare(parameters) {
    const reference = scalar(parameters['ContactFlowId']) ?? '';
    return {
      run(step) {
        const flowId = step.value(reference);
        const type = flowId === undefined ? undefined : step.instance.flowType(flowId);
        if (flowId === undefined || type === undefined)
          return failed(`flow '${flowId ?? reference}' does not exist`);
        return BEFORE_QUEUE_FLOWS.some((own) => own === type) && type !== 'MODULE'
          ? { kind: 'transfer-to-flow', flowId }
          : failed(`flow '${flowId}' is a ${type}; only inbound and transfer flows can be gone to`);
      },
    };
  },
});

/** UpdateFlowAttributes: remembers values for the rest of this flow. */
import { map, object, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { recordOf, scalar } from './wire-values.ts';

/** On the wire each value is `{ "Value": "…" }` (61 of 61 real actions). */
export const updateFlowAttributes = defineBlock({
  type: 'UpdateFlowAttributes',
  purpose: 'Sets attributes that only this flow sees.',
  see: 'devguide/flow-control-actions-updateflowattributes',
  parameters: object({
    FlowAttributes: required(map(object({ Value: required(text('text')) }), { minEntries: 1 })),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetFlowAttributes',
  run(step) {
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(recordOf(step.parameters['FlowAttributes']))) {
      const template = scalar(recordOf(value)['Value']);
      if (template === undefined) return failed(`flow attribute '${name}' has no Value`);
      values[name] = step.text(template);
    }
    if (!step.state.setFlowAttributes(values)) return failed('flow attributes would pass 32 KB');
    for (const [Key, Value] of Object.entries(values)) step.log({ Parameters: { Key, Value } });
    return NEXT;
  },
});

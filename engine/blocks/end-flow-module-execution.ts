/** EndFlowModuleExecution: returns from a module. */
import { json, object, optional, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { ENDS, EVERY_CHANNEL } from './forms.ts';
import { scalar } from './wire-values.ts';

export const endFlowModuleExecution = defineBlock({
  type: 'EndFlowModuleExecution',
  purpose: 'Goes back to the flow that invoked this module.',
  see: 'devguide/endflowmoduleexecution',
  parameters: object({ Result: optional(text('reference')), ResultData: optional(json()) }),
  branches: () => ENDS,
  flowTypes: ['MODULE'],
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: true },
  logName: 'EndFlowModuleExecution',
  run(step) {
    const reference = scalar(step.parameters['Result']);
    const result = reference === undefined ? undefined : step.value(reference);
    const data = step.parameters['ResultData'];
    return {
      kind: 'end-module',
      ...(result === undefined ? {} : { result }),
      ...(data === undefined ? {} : { resultData: step.json(data) }),
    };
  },
});

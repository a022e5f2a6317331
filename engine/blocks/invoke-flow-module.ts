/** InvokeFlowModule: runs a module and comes back. */
import { json, map, object, optional, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, NEXT } from './forms.ts';
import { scalar } from './wire-values.ts';

/**
 * A module shares the contact's attributes but sees nothing of the caller's functions and input; five levels, never
 * itself (adminguide/contact-flow-modules). Branches that the module declares are conditions on its result.
 */
export const invokeFlowModule = defineBlock({
  type: 'InvokeFlowModule',
  purpose: 'Runs a module, then goes on here.',
  see: 'devguide/flow-language-actions-invoke-flow-module',
  parameters: object({ FlowModuleId: required(text('reference')), Input: optional(map(json())) }),
  branches: () => ({
    next: 'required',
    errors: { required: ['NoMatchingError'], optional: ['NoMatchingCondition'] },
    conditions: { kind: 'any', operators: ['Equals'] },
  }),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'InvokeFlowModule',
  run(step) {
    const reference = scalar(step.parameters['FlowModuleId']) ?? '';
    const moduleId = step.value(reference);
    if (moduleId === undefined || step.instance.flowType(moduleId) !== 'MODULE') {
      return failed(`module '${moduleId ?? reference}' does not exist`);
    }
    return { kind: 'enter-module', moduleId, input: step.json(step.parameters['Input'] ?? {}) };
  },
  resume(_step, waiting, happened) {
    if (happened.kind !== 'module-ended') return { kind: 'wait', waiting };
    return happened.result === undefined ? NEXT : { kind: 'compare', value: happened.result };
  },
});

/** UpdateContactEventHooks: names the flow that runs at a later event of the contact. */
import type { FlowType } from '../language/flow.ts';
import { choice, type FieldGroup, object, optional, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import type { BlockResult, BlockStep } from './step.ts';
import { flag, recordOf, scalar } from './wire-values.ts';

/** Each hook takes flows of one type (adminguide/set-whisper-flow, set-hold-flow, set-customer-queue-flow, set-disconnect-flow, set-event-flow). */
export const HOOK_FLOW_TYPES: Readonly<Record<string, FlowType>> = {
  CustomerQueue: 'CUSTOMER_QUEUE',
  CustomerRemaining: 'CONTACT_FLOW',
  CustomerHold: 'CUSTOMER_HOLD',
  AgentHold: 'AGENT_HOLD',
  CustomerWhisper: 'CUSTOMER_WHISPER',
  AgentWhisper: 'AGENT_WHISPER',
  DefaultAgentUI: 'CONTACT_FLOW',
  DisconnectAgentUI: 'CONTACT_FLOW',
  PauseContact: 'CONTACT_FLOW',
  ResumeContact: 'CONTACT_FLOW',
};

const flowId = optional(text('reference'));
const settings = optional(object({ DisableExecution: required(choice(['true', 'false'])) }));
const ONE_HOOK: FieldGroup = { names: Object.keys(HOOK_FLOW_TYPES), rule: 'exactly-one' };

export const updateContactEventHooks = defineBlock({
  type: 'UpdateContactEventHooks',
  purpose:
    'Names the flow that runs while the caller waits, is whispered to, is on hold, or is left by the agent.',
  see: 'devguide/contact-actions-updatecontacteventhooks',
  parameters: object({
    EventHooks: required(
      object(
        {
          CustomerQueue: flowId,
          CustomerRemaining: flowId,
          CustomerHold: flowId,
          AgentHold: flowId,
          CustomerWhisper: flowId,
          AgentWhisper: flowId,
          DefaultAgentUI: flowId,
          DisconnectAgentUI: flowId,
          PauseContact: flowId,
          ResumeContact: flowId,
        },
        [ONE_HOOK],
      ),
    ),
    EventHooksConfiguration: optional(object({ AgentWhisper: settings, CustomerWhisper: settings })),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetEventHook',
  prepare(parameters) {
    const hooks = Object.entries(recordOf(parameters['EventHooks']));
    const [first] = hooks;
    if (first === undefined || hooks.length > 1)
      return { run: () => failed(`exactly one event is needed, not ${hooks.length}`) };
    const [hook, value] = first;
    const wanted = HOOK_FLOW_TYPES[hook];
    if (wanted === undefined) return { run: () => failed(`'${hook}' is no event`) };
    const configuration = recordOf(recordOf(parameters['EventHooksConfiguration'])[hook]);
    const flow = flag(configuration['DisableExecution']) ? null : (scalar(value) ?? '');
    return { run: (step) => setHook(step, hook, wanted, flow) };
  },
});

/** `reference` null: nothing runs at the event. */
function setHook(step: BlockStep, hook: string, wanted: FlowType, reference: string | null): BlockResult {
  if (reference === null) {
    step.state.setEventHook(hook, null);
    return NEXT;
  }
  const id = step.value(reference);
  const type = id === undefined ? undefined : step.instance.flowType(id);
  if (id === undefined || type === undefined) return failed(`flow '${id ?? reference}' does not exist`);
  if (type !== wanted) return failed(`flow '${id}' is a ${type}; ${hook} needs a ${wanted}`);
  step.state.setEventHook(hook, id);
  return NEXT;
}

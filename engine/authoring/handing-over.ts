/** Steps with which a flow ends: the caller goes to a queue, another flow, back to the calling flow, or home. */
import type { BlockDeclaration } from '../blocks/block.ts';
import { disconnectParticipant } from '../blocks/disconnect-participant.ts';
import { endFlowExecution } from '../blocks/end-flow-execution.ts';
import { endFlowModuleExecution } from '../blocks/end-flow-module-execution.ts';
import { invokeFlowModule } from '../blocks/invoke-flow-module.ts';
import { transferContactToQueue } from '../blocks/transfer-contact-to-queue.ts';
import { transferToFlow } from '../blocks/transfer-to-flow.ts';
import { renderAction } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import type { ReferenceText } from './contract.ts';
import type { ResourceReference } from './resource.ts';
import { exitsOf, type Step, stepOf } from './step.ts';

/** A flow by reference, or by an attribute that an earlier flow has set: so that flows can lead back to each other. */
export type FlowDestination = ResourceReference<'flow'> | `$.Attributes.${string}`;

/** Puts the caller into the queue that `setQueue` chose. */
export function joinQueue<const Target extends string>(terms: {
  readonly onFull: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'TransferContactToQueue'>> {
  const { onFull, onError } = terms;
  return stepOf(
    () => exitsOf({ onFull, onError }),
    (name) => [
      renderAction(transferContactToQueue, name, {
        parameters: {},
        errors: { QueueAtCapacity: onFull, NoMatchingError: onError },
      }),
    ],
  );
}

/** Goes on in another flow and does not come back. */
export function goToFlow<const Target extends string>(terms: {
  readonly flow: FlowDestination;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'TransferToFlow'>> {
  const { flow, onError } = terms;
  return stepOf(
    () => exitsOf({ onError }),
    (name) => [
      renderAction(transferToFlow, name, {
        parameters: { ContactFlowId: flow },
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

/** Runs a module and comes back. What it found out it leaves in contact attributes. */
export function runModule<const Target extends string>(terms: {
  readonly module: ResourceReference<'module'> | ReferenceText;
  readonly next: Target;
  readonly onError: Target;
}): Step<Target> {
  const { module, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(invokeFlowModule, name, {
        parameters: { FlowModuleId: module },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

const ending = (block: BlockDeclaration<Record<never, never>>): Step<never> => ({
  exits: [],
  actions: (name) => [renderAction(block, name, { parameters: {} })],
});

/** Goes back to the flow that runs the module. */
export const endModule = (): Step<never, FlowTypesOf<'EndFlowModuleExecution'>> => ({
  exits: [],
  actions: (name) => [renderAction(endFlowModuleExecution, name, { parameters: {} })],
});

/** Ends a whisper, or lets the prompts of a queue flow begin again. */
export const endFlow = (): Step<never> => ending(endFlowExecution);

/** Hangs up. Say goodbye before. */
export const hangUp = (): Step<never, FlowTypesOf<'DisconnectParticipant'>> => ending(disconnectParticipant);

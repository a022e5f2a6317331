/** What the probed blocks share: who is asked, and the answers that are the same for all. */
import { type Behaviour, type Block, behaviourOf } from '../blocks/block.ts';
import type { BlockResult, BlockStep } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import type { Answer, Probe, ReachedAction } from './probe.ts';
import type { FlowActionType, Strategy } from './test-case.ts';
import { withChanges } from './with-changes.ts';

/** The block's behaviour at a step that would have these parameters, whatever the flow's step has. */
export function behaviourWith(block: Block, parameters: Readonly<Record<string, Json>>): Behaviour {
  const behaviour = behaviourOf(block, parameters);
  return {
    run: (step) => behaviour.run(withChanges(step, { parameters })),
    resume: (step, waiting, happened) =>
      behaviour.resume?.(withChanges(step, { parameters }), waiting, happened) ?? { kind: 'wait', waiting },
  };
}

/** The flow waits here for what never comes: the test ends the call, or its caller hangs up. */
export const STAND_STILL: BlockResult = { kind: 'wait', waiting: { kind: 'test-over' } };

export function reachedAction(
  step: BlockStep,
  type: FlowActionType,
  resource: string | undefined,
): ReachedAction {
  return {
    contactId: step.value('$.InitialContactId') ?? '',
    type,
    resource,
    value: (reference) => step.value(reference),
  };
}

export const ask = (
  probe: Probe,
  step: BlockStep,
  type: FlowActionType,
  resource: string | undefined,
): Answer => probe.reached(reachedAction(step, type, resource));

/** The error branch that a test case asks for. */
export const mockedError = ({ error }: Extract<Strategy, { kind: 'error' }>): BlockResult => ({
  kind: 'error',
  error,
  because: `the test case answers with ${error}`,
});

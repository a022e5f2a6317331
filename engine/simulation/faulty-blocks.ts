/** Blocks of a centre with faults: hours that cannot be looked up, words that are not spoken, transfers that fail. */
import { type AnyBlock, type Block, behaviourOf, isExecutable } from '../blocks/block.ts';
import { blockOf } from '../blocks/catalogue.ts';
import { failed } from '../blocks/forms.ts';
import type { BlockResult, BlockStep } from '../blocks/step.ts';
import type { FindBlock } from '../contact/compiled-flow.ts';
import type { FaultName, Where } from './fault-catalogue.ts';

/** Whether a fault happens at this block now. */
export type Strike = (where: Where | 'callback', contactId: string) => FaultName | undefined;

/** Who cannot be called back is decided when they call. */
const PLACES: Readonly<Record<string, Where | 'callback'>> = {
  CheckHoursOfOperation: 'hours',
  MessageParticipant: 'prompt',
  TransferContactToQueue: 'transfer',
  UpdateContactCallbackNumber: 'callback',
};

/** For `createWorld`, once per world. */
export function faultyBlocks(strike: Strike): FindBlock {
  const made = new Map<string, AnyBlock | undefined>();
  return (type) => {
    if (!made.has(type)) {
      const block = blockOf(type);
      const where = PLACES[type];
      made.set(
        type,
        block === undefined || where === undefined || !isExecutable(block)
          ? block
          : faulty(block, where, strike),
      );
    }
    return made.get(type);
  };
}

const faulty = (block: Block, where: Where | 'callback', strike: Strike): Block => ({
  ...block,
  prepare(parameters) {
    const behaviour = behaviourOf(block, parameters);
    return {
      ...behaviour,
      run: (step) => broken(strike(where, contactOf(step))) ?? behaviour.run(step),
      resume: (step, waiting, happened) =>
        behaviour.resume?.(step, waiting, happened) ?? { kind: 'wait', waiting },
    };
  },
});

const contactOf = (step: BlockStep): string => step.value('$.InitialContactId') ?? '';

function broken(fault: FaultName | undefined): BlockResult | undefined {
  switch (fault) {
    case 'hours-end-mid-call':
      return { kind: 'compare', value: 'False' };
    case 'queue-full':
      return { kind: 'error', error: 'QueueAtCapacity', because: 'the queue is full' };
    case 'callback-not-dialable':
      return {
        kind: 'error',
        error: 'CallbackNumberNotDialable',
        because: 'the centre may not dial the number',
      };
    case 'hours-lookup-fails':
    case 'prompt-fails':
    case 'transfer-fails':
      return failed(`the fault '${fault}' of the simulated day`);
    default:
      return undefined;
  }
}

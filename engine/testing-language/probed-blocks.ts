/** The blocks of a centre under test: those that a test can observe or override ask the test first. */
import { type AnyBlock, type Block, isExecutable } from '../blocks/block.ts';
import { blockOf } from '../blocks/catalogue.ts';
import type { FindBlock } from '../contact/compiled-flow.ts';
import type { Probe } from './probe.ts';
import { probeAgenticCx, probeLex } from './probe-bots.ts';
import { probeFunction } from './probe-function.ts';
import { probeHours } from './probe-hours.ts';
import { probeDequeue, probeQueue } from './probe-queues.ts';

type Wrap = (block: AnyBlock, probe: Probe) => Block;

const WRAPS: Readonly<Record<string, Wrap>> = {
  InvokeLambdaFunction: executable(probeFunction),
  CheckHoursOfOperation: executable(probeHours),
  TransferContactToQueue: executable(probeQueue),
  DequeueContactAndTransferToQueue: executable(probeDequeue),
  ConnectParticipantWithLexBot: probeLex,
  ConnectParticipantWithAgenticCX: probeAgenticCx,
};

/** For `createWorld`: flows are compiled with these blocks, so that a centre without tests pays nothing for them. */
export function probedBlocks(probe: Probe): FindBlock {
  const made = new Map<string, AnyBlock | undefined>();
  return (type) => {
    if (!made.has(type)) {
      const block = blockOf(type);
      const wrap = WRAPS[type];
      made.set(type, block === undefined || wrap === undefined ? block : wrap(block, probe));
    }
    return made.get(type);
  };
}

function executable(wrap: (block: Block, probe: Probe) => Block): Wrap {
  return (block, probe) => {
    if (!isExecutable(block)) throw new Error(`${block.type} cannot be run, so no test can override it`);
    return wrap(block, probe);
  };
}

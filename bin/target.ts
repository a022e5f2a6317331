/** Turns `--target local|STACK` into the stack that a command works on. */
import type { Target } from '../lib/commands/target.ts';
import { CommandFailure } from '../local/commands/failure.ts';
import { findRunningCentre, readRunningStack } from '../local/commands/running-centre.ts';

const NOTHING_RUNS = 1;

/** @throws CommandFailure or TargetError with one sentence */
export async function findTarget(name = 'local'): Promise<Target> {
  if (name !== 'local') return (await import('../lib/commands/target.ts')).deployedStack(name);
  const running = await findRunningCentre();
  const stack = running === undefined ? undefined : await readRunningStack(running);
  if (stack !== undefined) return { ...stack, name: stack.stackName };
  throw new CommandFailure(
    'No contact centre takes calls on this machine: run npm start first, or give --target STACK for a deployed one.',
    NOTHING_RUNS,
  );
}

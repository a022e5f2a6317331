/** How long a simulated day takes, on our own flows with functions modelled: a whole one, and whether it is linear. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Figures } from './area.ts';

const CALLS = 100_000;
const AGENTS = 500;
const PROGRAM = fileURLToPath(new URL('simulated-day.ts', import.meta.url));

const run = promisify(execFile);
const taken = z.strictObject({ seconds: z.number(), processorSeconds: z.number(), mebibytes: z.number() });

/**
 * `simulation.<calls>-calls` is the time by the clock, `.cpu` that of the processor. The whole day is run where
 * `CALLWRIGHT_COUNTS` is `full`; else a tenth of it, with a tenth of the agents, and the whole by ten times its time.
 * Memory is that of the process of the largest day that was run.
 */
export async function benchSimulation(): Promise<Figures> {
  const scale = process.env['CALLWRIGHT_COUNTS'] === 'full' ? 1 : 10;
  const quarter = await day(CALLS / scale / 4);
  const whole = await day(CALLS / scale);
  return {
    ...figuresOf(CALLS / scale / 4, quarter),
    ...figuresOf(CALLS / scale, whole),
    // Cost is linear in calls: a smaller day says what the whole one takes.
    ...figuresOf(CALLS, whole, scale),
    'simulation.memory': { value: whole.mebibytes, unit: 'MiB' },
  };
}

/** With as many agents for each call as the whole day has. */
async function day(calls: number): Promise<z.output<typeof taken>> {
  const { stdout } = await run(process.execPath, [PROGRAM, `${calls}`, `${(AGENTS * calls) / CALLS}`]);
  return taken.parse(JSON.parse(stdout));
}

function figuresOf(calls: number, { seconds, processorSeconds }: z.output<typeof taken>, times = 1): Figures {
  return {
    [`simulation.${calls}-calls`]: { value: seconds * times, unit: 's' },
    [`simulation.${calls}-calls.cpu`]: { value: processorSeconds * times, unit: 's' },
  };
}

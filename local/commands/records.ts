/** `callwright records`: the contact records of the running centre, a line of JSON each. */
import * as z from 'zod/mini';
import { CommandFailure } from './failure.ts';
import { readOptions } from './options.ts';
import { type CentreNote, findRunningCentre } from './running-centre.ts';

const NOTHING_RUNS = 1;
const LOOKS_EVERY_MS = 500;

const recent = z.object({ count: z.number(), records: z.array(z.unknown()) });

/**
 * @returns the exit code, with `--follow` when the centre has stopped
 * @throws CommandFailure when no centre runs
 */
export async function records(args: readonly string[]): Promise<number> {
  const { flags } = readOptions('records', args, { values: [], flags: ['follow'], words: 0 });
  const running = await findRunningCentre();
  const first = running === undefined ? undefined : await look(running, 0);
  if (running === undefined || first === undefined) {
    throw new CommandFailure(
      'No contact centre takes calls on this machine: run npm start first.',
      NOTHING_RUNS,
    );
  }
  let shown = print(first);
  while (flags.follow === true) {
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    const next = await look(running, shown);
    if (next === undefined) break;
    shown = print(next);
  }
  return 0;
}

function print({ count, records: lines }: z.output<typeof recent>): number {
  for (const record of lines) process.stdout.write(`${JSON.stringify(record)}\n`);
  return count;
}

/** Undefined when the centre does not answer any more, or takes no calls yet. */
async function look({ port }: CentreNote, after: number): Promise<z.output<typeof recent> | undefined> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${port}/records.json?after=${after}`);
  } catch {
    // Nobody listens there any more: the centre was stopped.
    return undefined;
  }
  return response.ok ? z.parse(recent, await response.json()) : undefined;
}

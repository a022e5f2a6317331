/** `callwright dial`: a telephone in the terminal. */
import type { TelephoneSays } from '../web/protocol.ts';
import { type CallerNumber, readCallerNumber, readTelephoneNumber } from '../web/telephone-number.ts';
import { openSocketLine } from './call-by-socket.ts';
import { callOnWallTime } from './call-on-wall-time.ts';
import { createCallPrinter } from './call-printer.ts';
import type { Caller, CallResult } from './call-result.ts';
import { CommandFailure } from './failure.ts';
import { listenToKeyboard, patientCaller } from './keyboard.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { prepareAssembly } from './prepare.ts';
import { findRunningCentre } from './running-centre.ts';
import { readScript } from './script.ts';
import { createScriptedCaller } from './scripted-caller.ts';
import type { Surroundings } from './surroundings.ts';

const ENDED_BEFORE_SCRIPT = 1;
/** As of a command that was used wrongly: no call came about. */
const NO_CALL = WRONG_USE;

const note = (text: string): void => {
  process.stdout.write(`[${text}]\n`);
};

/**
 * @returns the exit code: 0 the script was used up (or the person's call is over), 1 the call ended before, or its line broke
 * @throws CommandFailure with exit code 2 when no call came about
 */
export async function dial(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { values } = readOptions('dial', args, { values: ['from', 'to', 'script'], flags: [], words: 0 });
  const { from, to, script } = values;
  if (from !== undefined) refuseUnlessNumber(readCallerNumber(from));
  if (to !== undefined) refuseUnlessNumber(readTelephoneNumber(to));
  const message = {
    type: 'dial' as const,
    playback: 'estimated' as const,
    ...(to === undefined ? {} : { to }),
    ...(from === undefined ? {} : { from }),
  };
  if (script === undefined) {
    if (!process.stdin.isTTY) {
      throw new CommandFailure(
        'There is no keyboard here to press keys on: give --script "1,4711#,hangup".',
        NO_CALL,
      );
    }
    note('Press 0-9, * and #; h hangs up');
    return (await made(call(message, patientCaller, surroundings, false))) === 'broken'
      ? ENDED_BEFORE_SCRIPT
      : 0;
  }
  const items = readScript(script, NO_CALL);
  const caller = createScriptedCaller(items);
  const became = await made(call(message, caller, surroundings, true));
  const left = caller.itemsLeft();
  process.stderr.write(
    left === 0
      ? 'The script was used up.\n'
      : `The call ended before the script was used up: ${left} of its ${items.length} items ${left === 1 ? 'was' : 'were'} left.\n`,
  );
  return left === 0 && became === 'ended' ? 0 : ENDED_BEFORE_SCRIPT;
}

/** What the line would refuse is refused before anything is started for the call. */
function refuseUnlessNumber(read: CallerNumber): void {
  if (read.kind === 'wrong') throw new CommandFailure(read.sentence, NO_CALL);
}

/** @throws CommandFailure when there was no call */
async function made(calling: Promise<CallResult>): Promise<'ended' | 'broken'> {
  let result: CallResult;
  try {
    result = await calling;
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      `The call could not be made: ${error instanceof Error ? error.message : error}`,
      NO_CALL,
    );
  }
  if (result.kind === 'refused') throw new CommandFailure(result.sentence, NO_CALL);
  if (result.kind === 'broken') process.stderr.write(`${result.sentence}\n`);
  return result.kind;
}

async function call(
  message: Extract<TelephoneSays, { type: 'dial' }>,
  caller: Caller,
  surroundings: Surroundings,
  scripted: boolean,
): Promise<CallResult> {
  const printer = createCallPrinter((text) => process.stdout.write(text));
  const person = scripted
    ? {}
    : { listenToPerson: (say: (said: TelephoneSays) => void) => listenToKeyboard(process.stdin, say) };
  const running = await findRunningCentre();
  if (running !== undefined) {
    return callOnWallTime({
      open: (heard, broken) => openSocketLine(running.port, heard, broken),
      dial: message,
      caller,
      printer,
      readsAtOnce: scripted,
      ...person,
    });
  }
  note('No contact centre is running here: this call gets one of its own');
  await prepareAssembly(surroundings, note);
  const { callScripted, callByHand } = await import('./call-alone.ts');
  return scripted
    ? callScripted(message, caller, printer, surroundings)
    : callByHand({ dial: message, caller, printer, readsAtOnce: false, ...person }, surroundings);
}

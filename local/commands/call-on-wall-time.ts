/** A call at the speed of life. */
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';
import type { OpenLine } from './call-by-socket.ts';
import type { CallPrinter } from './call-printer.ts';
import { type Caller, type CallResult, resultOf } from './call-result.ts';

/** Opens a line; `broken` when it is gone without our doing. */
export type Open = (
  heard: (message: TelephoneHears) => void,
  broken: (sentence: string) => void,
) => Promise<OpenLine>;

export interface WallCall {
  readonly open: Open;
  readonly dial: TelephoneSays;
  readonly caller: Caller;
  readonly printer: CallPrinter;
  /** Lets a person at the keyboard say something. @returns how to stop */
  readonly listenToPerson?: (say: (message: TelephoneSays) => void) => () => void;
}

/** @throws what opening the line throws */
export async function callOnWallTime(call: WallCall): Promise<CallResult> {
  const { caller, printer } = call;
  let dialled = false;
  let line: OpenLine | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;
  const finished = Promise.withResolvers<CallResult>();

  const say = (messages: readonly TelephoneSays[]): void => {
    for (const message of messages) line?.say(message);
  };
  const waitPatiently = (): void => {
    clearTimeout(patience);
    const endsMs = caller.patienceEndsMs();
    if (endsMs === undefined) return;
    patience = setTimeout(() => say(caller.lostPatience()), Math.max(0, endsMs - Date.now()));
  };
  const heard = (message: TelephoneHears): void => {
    printer.heard(message);
    dialled ||= message.type === 'ringing';
    const result = resultOf(message, dialled);
    if (result !== undefined) {
      finished.resolve(result);
      return;
    }
    say(caller.heard(message, Date.now()));
    waitPatiently();
  };

  line = await call.open(heard, (sentence) => finished.resolve({ kind: 'refused', sentence }));
  stopListening = call.listenToPerson?.((message) => say([message]));
  try {
    line.say(call.dial);
    return await finished.promise;
  } finally {
    clearTimeout(patience);
    stopListening?.();
    line.close();
  }
}

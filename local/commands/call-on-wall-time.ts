/** A call at the speed of life. */
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';
import type { OpenLine } from './call-by-socket.ts';
import type { CallPrinter } from './call-printer.ts';
import { type Caller, type CallResult, hangsUp, resultOf } from './call-result.ts';

/** Our flows say less than that between two questions, unless they wait for something. */
const SAID_AT_ONCE_MAX = 3;

type Prompt = Extract<TelephoneHears, { type: 'prompt' }>;

/** Opens a line; `broken` when it is gone without our doing. */
export type Open = (
  heard: (message: TelephoneHears) => void,
  broken: (sentence: string) => void,
) => Promise<OpenLine>;

export interface WallCall {
  readonly open: Open;
  readonly dial: Extract<TelephoneSays, { type: 'dial' }>;
  readonly caller: Caller;
  readonly printer: CallPrinter;
  /** Reports words as heard as soon as they are printed: nobody listens who would need the time. */
  readonly readsAtOnce: boolean;
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
    for (const message of messages) {
      printer.said(message);
      line?.say(message);
    }
  };
  const waitPatiently = (): void => {
    clearTimeout(patience);
    const endsMs = caller.patienceEndsMs();
    if (endsMs === undefined) return;
    patience = setTimeout(
      () => {
        const says = caller.lostPatience();
        say(says);
        // Nothing may come of keys that nobody waits for.
        if (!says.some(hangsUp)) waitPatiently();
      },
      Math.max(0, endsMs - Date.now()),
    );
  };
  const reports = new Set<ReturnType<typeof setTimeout>>();
  let waiting = false;
  /** What was said since the flow last asked for keys. */
  const said = new Set<string>();
  const reportHeard = (prompt: Prompt): void => {
    // What is repeated until somebody comes would be repeated without end; and a flow that says one thing after the other
    // without asking waits for something that is done meanwhile, such as the answer of a bank, and gives it their time.
    const isWait = said.has(prompt.text) || said.size >= SAID_AT_ONCE_MAX;
    said.add(prompt.text);
    const takesTime = waiting || isWait || prompt.form === 'prompt' || prompt.form === 'media';
    const lengthMs = takesTime ? prompt.durationMs : 0;
    const report = setTimeout(() => {
      reports.delete(report);
      say([{ type: 'playback-ended', promptId: prompt.promptId }]);
    }, lengthMs);
    reports.add(report);
  };
  const heard = (message: TelephoneHears): void => {
    printer.heard(message);
    dialled ||= message.type === 'ringing';
    const result = resultOf(message, dialled);
    if (result !== undefined) {
      finished.resolve(result);
      return;
    }
    waiting ||= message.type === 'queued';
    if (message.type === 'listening') said.clear();
    if (call.readsAtOnce && message.type === 'prompt') reportHeard(message);
    say(caller.heard(message, Date.now()));
    waitPatiently();
  };

  line = await call.open(heard, (sentence) =>
    finished.resolve({ kind: dialled ? 'broken' : 'refused', sentence }),
  );
  stopListening = call.listenToPerson?.((message) => say([message]));
  try {
    line.say({ ...call.dial, playback: call.readsAtOnce ? 'reported' : 'estimated' });
    return await finished.promise;
  } finally {
    clearTimeout(patience);
    for (const report of reports) clearTimeout(report);
    stopListening?.();
    line.close();
  }
}

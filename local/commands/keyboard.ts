/** A person at the terminal: number keys are pressed, h or Ctrl-C hangs up. */
import type { TelephoneSays } from '../web/protocol.ts';
import type { Caller } from './call-result.ts';

/** All the time in the world, and decides nothing by itself. */
export const patientCaller: Caller = {
  heard: () => [],
  patienceEndsMs: () => undefined,
  lostPatience: () => [],
};

const HANG_UP = new Set(['h', 'H', '\u0003', '\u0004']);

/** @returns how to give the terminal back */
export function listenToKeyboard(
  input: NodeJS.ReadStream,
  say: (message: TelephoneSays) => void,
): () => void {
  const typed = (data: Buffer): void => {
    for (const key of data.toString()) {
      if (HANG_UP.has(key)) say({ type: 'hang-up' });
      else if (/^[0-9*#]$/.test(key)) say({ type: 'key', key });
    }
  };
  input.setRawMode(true);
  input.on('data', typed);
  input.resume();
  return () => {
    input.off('data', typed);
    input.setRawMode(false);
    input.pause();
  };
}

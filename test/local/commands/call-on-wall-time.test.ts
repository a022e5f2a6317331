/** A call from the terminal whose line breaks. */
import { expect, test } from '@jest/globals';
import { callOnWallTime } from '../../../local/commands/call-on-wall-time.ts';
import { patientCaller } from '../../../local/commands/keyboard.ts';
import type { TelephoneHears } from '../../../local/web/protocol.ts';

const SENTENCE = 'The line to the contact centre broke.';
const ringing: TelephoneHears = { type: 'ringing', contactId: 'c', to: '+12025550100' };

/** Calls a centre that says this, and is gone then. */
const callTo = (...says: readonly TelephoneHears[]) =>
  callOnWallTime({
    open: async (heard, broken) => ({
      say: () => {
        for (const message of says) heard(message);
        broken(SENTENCE);
      },
      close: () => undefined,
    }),
    dial: { type: 'dial', playback: 'estimated' },
    caller: patientCaller,
    printer: { heard: () => undefined, said: () => undefined },
    readsAtOnce: false,
  });

test('a line that breaks in the middle of a call has broken the call', async () => {
  expect(await callTo(ringing)).toEqual({ kind: 'broken', sentence: SENTENCE });
});

test('a line that breaks before anything rings has made no call', async () => {
  expect(await callTo()).toEqual({ kind: 'refused', sentence: SENTENCE });
});

test('a line that breaks once the call is over changes nothing', async () => {
  expect(await callTo(ringing, { type: 'ended', reason: 'CONTACT_FLOW_DISCONNECT' })).toEqual({
    kind: 'ended',
  });
});

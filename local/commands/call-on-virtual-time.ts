/** A call in which waiting takes no time: for a script and a contact centre of its own. */
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import type { Cloud } from '../cloud.ts';
import { openLine } from '../web/line.ts';
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';
import type { CallPrinter } from './call-printer.ts';
import { type Caller, type CallResult, hangsUp, resultOf } from './call-result.ts';

export async function callOnVirtualTime(
  { centre, driver }: Cloud<VirtualDriver>,
  dial: TelephoneSays,
  caller: Caller,
  printer: CallPrinter,
): Promise<CallResult> {
  // Heard in the middle of a step of the engine; answered after it.
  const inbox: TelephoneHears[] = [];
  const line = openLine({ centre, say: (message) => inbox.push(message), audioOf: () => undefined });
  const say = (messages: readonly TelephoneSays[]): void => {
    for (const message of messages) {
      printer.said(message);
      line.hear(message);
    }
  };
  let dialled = false;
  line.hear(dial);
  try {
    for (;;) {
      for (let message = inbox.shift(); message !== undefined; message = inbox.shift()) {
        printer.heard(message);
        dialled ||= message.type === 'ringing';
        const result = resultOf(message, dialled);
        if (result !== undefined) return result;
        say(caller.heard(message, driver.nowMs()));
      }
      await driver.settle();
      if (inbox.length > 0) continue;
      const patienceMs = (caller.patienceEndsMs() ?? driver.nowMs()) - driver.nowMs();
      if (patienceMs > 0 && (await driver.advanceToNext(patienceMs))) continue;
      const says = caller.lostPatience();
      say(says);
      // Nothing may come of keys that nobody waits for.
      if (inbox.length === 0 && (says.length === 0 || says.some(hangsUp))) return { kind: 'ended' };
    }
  } finally {
    line.close();
  }
}

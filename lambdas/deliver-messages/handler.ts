/** Sends what is written in the outbox. */

import { connectClient } from '../runtime/connect-client.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { messagesIn } from '../tables/messages.ts';
import { deliverMessages } from './contract.ts';
import { deliver } from './delivery.ts';

const client = openDatabase(deliverMessages);
const parts = {
  client: connectClient(deliverMessages),
  sending: environmentValue(deliverMessages, 'SENDING'),
  messages: { client, name: tableName('messages') },
  customers: { client, name: tableName('customers') },
};

/** Of one look; after these the outbox is looked at again, as long as there is time. */
const PAGE = 25;

export const handler = scheduledFunction(deliverMessages, async ({ now, signal, hasTime }) => {
  const outcomes: Record<string, number> = {};
  const done = new Set<string>();
  const faults: unknown[] = [];
  for (;;) {
    const due = await messagesIn(parts.messages, 'due', { untilMs: now().getTime(), limit: PAGE }, signal);
    // The index follows the table: what was done a moment ago may still be in it.
    const fresh = due.filter(({ messageId, atMs }) => !done.has(`${messageId} ${atMs}`));
    if (fresh.length === 0) break;
    for (const message of fresh) {
      if (!hasTime()) break;
      done.add(`${message.messageId} ${message.atMs}`);
      try {
        const outcome = await deliver(message, parts, now, signal);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      } catch (fault) {
        // One that cannot be sent must not keep the others waiting; it is told at the end, and due still.
        faults.push(fault);
      }
    }
    if (!hasTime()) break;
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} messages could not be delivered; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return (
    Object.entries(outcomes)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ') || 'nothing due'
  );
});

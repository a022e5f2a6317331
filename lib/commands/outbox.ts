/** What customers were told and departments were given to do, and what is still to be sent. */
import { MESSAGE_STATES, messagesIn } from '../../lambdas/tables/messages.ts';
import { clientOf, type Target, tableOf } from './target.ts';

/** So many of each state, the latest first. */
const SHOWN = 100;

/** What is due first, then what was sent, then what no channel took. */
export async function* outboxOf(target: Target): AsyncGenerator<object> {
  const client = clientOf(target);
  try {
    const table = { client, name: tableOf(target, 'MessagesTable') };
    const { signal } = new AbortController();
    // A message that failed is due at a time to come.
    const untilMs = Date.now() + 24 * 60 * 60_000;
    for (const state of MESSAGE_STATES) {
      yield* await messagesIn(table, state, { untilMs, limit: SHOWN, latest: true }, signal);
    }
  } finally {
    client.destroy();
  }
}

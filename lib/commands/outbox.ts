/** What customers were told and departments were given to do, and what is still to be sent. */
import { MESSAGE_STATES, messagesIn } from '../../lambdas/tables/messages.ts';
import { clientOf, type Target, tableOf } from './target.ts';

/** So many of each state, the latest first. */
const SHOWN = 100;

/** What a message said, and to whom. */
export interface SentWords {
  readonly to: string;
  readonly subject?: string | undefined;
  readonly text: string;
}

/**
 * What is due first, then what was sent, then what no channel took.
 * @param wordsOf what went out under the id of a message, where that is known: only the local centre keeps it
 */
export async function* outboxOf(
  target: Target,
  wordsOf: (messageId: string) => readonly SentWords[] = () => [],
): AsyncGenerator<object> {
  const client = clientOf(target);
  try {
    const table = { client, name: tableOf(target, 'MessagesTable') };
    const { signal } = new AbortController();
    // A message that failed is due at a time to come.
    const untilMs = Date.now() + 24 * 60 * 60_000;
    for (const state of MESSAGE_STATES) {
      for (const message of await messagesIn(table, state, { untilMs, limit: SHOWN, latest: true }, signal)) {
        const words = wordsOf(message.messageId);
        yield words.length === 0 ? message : { ...message, words };
      }
    }
  } finally {
    client.destroy();
  }
}

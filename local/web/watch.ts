/** Pages that watch: they learn of every contact that begins or changes, and all that happens to one of them. */
import type { RunningCentre } from '../connect/running-centre.ts';
import { type ContactBook, type Known, NOTHING_KNOWN } from './contact-book.ts';
import type { WatcherHears, WatcherSays } from './contact-shown.ts';
import { WATCH_EVERY_MS } from './limits.ts';

export interface Watch {
  open(say: (message: WatcherHears) => void): { hear(message: WatcherSays): void; close(): void };
  /** Tells nobody anything any more. */
  close(): void;
}

interface Watcher {
  readonly say: (message: WatcherHears) => void;
  followed: { readonly contactId: string; known: Known } | undefined;
}

/** @param onFault a fault in a timer, where nobody else would see it */
export function createWatch(
  centre: RunningCentre,
  book: ContactBook,
  onFault: (fault: unknown) => void,
): Watch {
  const watchers = new Set<Watcher>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  // An instant of a call has many effects, and a busy centre many calls: watchers are told a few times a second.
  const stopObserving = centre.observe(({ effect }) => {
    if (watchers.size === 0 || !('contactId' in effect)) return;
    changed.add(effect.contactId);
    timer ??= setTimeout(tellChanges, WATCH_EVERY_MS);
  });

  function tellChanges(): void {
    timer = undefined;
    const contactIds = [...changed];
    changed.clear();
    try {
      for (const contactId of contactIds) {
        const contact = book.summary(contactId);
        for (const watcher of watchers) {
          if (contact !== undefined) watcher.say({ type: 'contact', contact });
          if (watcher.followed?.contactId === contactId) tellProgress(watcher);
        }
      }
    } catch (fault) {
      onFault(fault);
    }
  }

  function tellProgress(watcher: Watcher): void {
    const { followed } = watcher;
    if (followed === undefined) return;
    const { contactId } = followed;
    const news = book.progress(contactId, followed.known);
    if (news === undefined) {
      watcher.followed = undefined;
      const message = 'There is no such contact, or it ended long ago.';
      watcher.say({ type: 'unknown', contactId, message });
      return;
    }
    followed.known = news.known;
    watcher.say({ type: 'progress', progress: news.progress });
  }

  return {
    open(say) {
      const watcher: Watcher = { say, followed: undefined };
      watchers.add(watcher);
      say({ type: 'ready', nowMs: book.nowMs(), contacts: book.list() });
      return {
        hear(message) {
          if (message.type === 'unfollow') {
            watcher.followed = undefined;
            return;
          }
          watcher.followed = { contactId: message.contactId, known: NOTHING_KNOWN };
          tellProgress(watcher);
        },
        close() {
          watchers.delete(watcher);
        },
      };
    },
    close() {
      stopObserving();
      clearTimeout(timer);
      watchers.clear();
    },
  };
}

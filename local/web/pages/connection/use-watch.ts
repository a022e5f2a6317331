/** Joins a page to what the centre tells about its contacts, live. */
import { useEffect, useReducer, useRef } from 'react';
import { WATCH_PATH } from '../../addresses.ts';
import type { WatcherHears, WatcherSays } from '../../contact-shown.ts';
import { type Connection, connect } from './socket.ts';
import { nothingHeard, type Watched, watchedAfter } from './watched.ts';

/** @param contactId whose walk to follow; undefined for none */
export function useWatch(contactId: string | undefined): Watched {
  const [watched, happen] = useReducer(watchedAfter, nothingHeard);
  const line = useRef<Connection<WatcherSays>>(undefined);
  const wanted = useRef(contactId);
  wanted.current = contactId;

  useEffect(() => {
    const follow = (): void => {
      if (wanted.current !== undefined) line.current?.send({ type: 'follow', contactId: wanted.current });
    };
    const connection = connect<WatcherSays, WatcherHears>(WATCH_PATH, {
      heard(message) {
        happen({ kind: 'heard', message, nowMs: Date.now() });
        // After a break the walk is told from its beginning.
        if (message.type === 'ready') follow();
      },
      lost: () => happen({ kind: 'lost' }),
    });
    line.current = connection;
    return () => connection.close();
  }, []);

  useEffect(() => {
    line.current?.send(contactId === undefined ? { type: 'unfollow' } : { type: 'follow', contactId });
  }, [contactId]);

  return watched.walk?.progress.contact.contactId === contactId ? watched : { ...watched, walk: undefined };
}

/** Joins an agent's page to the contact centre, through reloads and restarts. */
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { AGENT_PATH } from '../../addresses.ts';
import type { AgentHears, AgentSays } from '../../protocol.ts';
import { type Connection, connect } from '../connection/socket.ts';
import { atRest, contactsOf, type DeskState, deskAfter } from './desk-state.ts';
import { ring } from './ring.ts';

/** The sign-in lasts as long as the tab; another tab may be another agent. */
const TOKEN_KEY = 'callwright.sign-in';

/** A new token of the API is asked for so long before the last one works no more. */
const RENEWED_BEFORE_MS = 60_000;

export interface Desk {
  readonly state: DeskState;
  say(message: AgentSays): void;
}

export function useDesk(): Desk {
  const [state, happen] = useReducer(deskAfter, atRest);
  const connection = useRef<Connection<AgentSays>>(undefined);

  useEffect(() => {
    let renewal: ReturnType<typeof setTimeout> | undefined;
    const desk = connect<AgentSays, AgentHears>(AGENT_PATH, {
      heard(message) {
        happen({ kind: 'heard', message, nowMs: Date.now() });
        if (message.type === 'signed-in') {
          sessionStorage.setItem(TOKEN_KEY, message.token);
          desk.send({ type: 'ask-api-token' });
        }
        if (message.type === 'signed-out') sessionStorage.removeItem(TOKEN_KEY);
        if (message.type === 'signed-out' || message.type === 'api-token') clearTimeout(renewal);
        if (message.type === 'api-token' && message.access !== undefined) {
          const againMs = Math.max(RENEWED_BEFORE_MS, message.access.lastsMs - RENEWED_BEFORE_MS);
          renewal = setTimeout(() => desk.send({ type: 'ask-api-token' }), againMs);
        }
        if (message.type !== 'ready') return;
        const token = sessionStorage.getItem(TOKEN_KEY);
        if (token === null) happen({ kind: 'heard', message: { type: 'signed-out' }, nowMs: Date.now() });
        else desk.send({ type: 'resume', token });
      },
      lost() {
        happen({ kind: 'link-lost' });
      },
    });
    connection.current = desk;
    return () => {
      clearTimeout(renewal);
      desk.close();
    };
  }, []);

  const rings = state.agent !== undefined && contactsOf(state.agent).some((one) => one.state === 'ringing');
  const ringing = rings && state.link === 'open';
  useEffect(() => (ringing ? ring() : undefined), [ringing]);

  return useMemo(
    () => ({
      state,
      say(message) {
        happen({ kind: 'acted' });
        connection.current?.send(message);
      },
    }),
    [state],
  );
}

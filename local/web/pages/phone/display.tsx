/** The telephone's display: what the call is doing, for how long, and the words of this moment. */
import type { ReactNode } from 'react';
import { shownNumber } from '../../telephone-number.ts';
import { clockText } from '../look/duration.ts';
import { useNow } from '../look/use-now.ts';
import { type CallState, inCall } from './call-state.ts';

export function Display({ state }: { readonly state: CallState }): ReactNode {
  const running = inCall(state);
  const nowMs = useNow(running);
  const lengthMs = (running ? nowMs : state.endedAtMs) - state.startedAtMs;
  const last = state.entries.findLast(({ kind }) => kind !== 'pressed');
  const keys = state.entries.at(-1)?.kind === 'pressed' ? state.entries.at(-1)?.text : undefined;

  return (
    <div
      className={`display display-${state.phase === 'called' ? 'ringing' : running ? state.phase : 'rest'}`}
    >
      <p className="display-state">
        <span className="display-lamp" aria-hidden="true" />
        <span role="status">{stateText(state)}</span>
        {state.phase !== 'idle' && state.phase !== 'called' && (
          <span className="display-time digits">{clockText(lengthMs)}</span>
        )}
      </p>
      <p className="display-words" aria-hidden="true">
        {running ? (last?.text ?? '') : restText(state)}
      </p>
      <p className="display-keys digits" aria-hidden="true">
        {running && keys !== undefined
          ? keys
          : running && state.listening !== undefined
            ? listeningText(state)
            : ''}
      </p>
    </div>
  );
}

const listeningText = ({ listening }: CallState): string =>
  listening?.masked === true ? 'Enter digits, they stay hidden' : 'Press a key';

function stateText({ link, phase, agent, calledBy }: CallState): string {
  if (link === 'lost' && phase !== 'ended') return 'No line';
  switch (phase) {
    case 'idle':
      return link === 'opening' ? 'Opening the line' : 'Ready';
    case 'called':
      return calledBy === undefined ? 'Somebody calls' : `${shownNumber(calledBy)} calls`;
    case 'ringing':
      return 'Ringing';
    case 'talking':
      return 'In a call';
    case 'queued':
      return 'In the queue';
    case 'connected':
      return `With ${agent ?? 'an agent'}`;
    case 'ended':
      return 'Call ended';
  }
}

function restText({ link, phase, entries }: CallState): string {
  if (link === 'lost') return 'The contact centre cannot be reached.';
  if (phase === 'called') return 'Answer to hear who it is.';
  if (phase === 'ended') return entries.at(-1)?.text ?? '';
  return 'Dial, then use the keypad or your keyboard.';
}

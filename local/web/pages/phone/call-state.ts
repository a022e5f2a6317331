/** What a telephone shows, from what it heard and did: one pure step. */
import type { TelephoneHears } from '../../protocol.ts';
import { shownRecording } from '../../shown-recording.ts';

/** `called` while the centre calls this telephone; `ringing` until the first word; `talking` with the menu; `queued` for a person; `connected` with a person. */
export type Phase = 'idle' | 'called' | 'ringing' | 'talking' | 'queued' | 'connected' | 'ended';

export interface Entry {
  readonly id: number;
  readonly kind: 'heard' | 'pressed' | 'said' | 'event';
  readonly text: string;
  /** Since the call was dialled. */
  readonly afterMs: number;
}

export interface CallState {
  /** Whether the contact centre can be reached at all. */
  readonly link: 'opening' | 'open' | 'lost';
  readonly numbers: readonly string[];
  readonly phase: Phase;
  /** Of this call or the last one. */
  readonly contactId: string | undefined;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly entries: readonly Entry[];
  /** Keys are wanted now; masked ones appear as dots. */
  readonly listening: { readonly masked: boolean; readonly words: boolean } | undefined;
  /** What the caller says is recorded now. */
  readonly recorded: boolean;
  readonly agent: string | undefined;
  /** Who calls this telephone. */
  readonly calledBy: string | undefined;
  /** One sentence about what went wrong last. */
  readonly refusal: string | undefined;
}

export type Happening =
  | { readonly kind: 'heard'; readonly message: TelephoneHears; readonly nowMs: number }
  /** The caller says something in writing. */
  | { readonly kind: 'said'; readonly text: string; readonly nowMs: number }
  | { readonly kind: 'link-lost'; readonly nowMs: number };

export const atRest: CallState = {
  link: 'opening',
  numbers: [],
  phase: 'idle',
  contactId: undefined,
  startedAtMs: 0,
  endedAtMs: 0,
  entries: [],
  listening: undefined,
  recorded: false,
  agent: undefined,
  calledBy: undefined,
  refusal: undefined,
};

export const inCall = ({ phase }: CallState): boolean =>
  phase !== 'idle' && phase !== 'called' && phase !== 'ended';

function shownPrompt({ form, text }: Extract<TelephoneHears, { type: 'prompt' }>): string {
  if (form === 'prompt') return shownRecording(text);
  return form === 'media' ? `♪ a recording (${text})` : text;
}

export function callAfter(state: CallState, happening: Happening): CallState {
  const { nowMs } = happening;
  if (happening.kind === 'link-lost') {
    if (!inCall(state)) return { ...(state.phase === 'called' ? atRest : state), link: 'lost' };
    return {
      ...ended(state, 'The line to the contact centre broke: the call is over.', nowMs),
      link: 'lost',
    };
  }
  if (happening.kind === 'said') return withEntry(state, 'said', happening.text, nowMs);
  const { message } = happening;
  switch (message.type) {
    case 'ready':
      return { ...state, link: 'open', numbers: message.numbers };
    case 'ringing':
      return {
        ...atRest,
        link: 'open',
        numbers: state.numbers,
        phase: 'ringing',
        contactId: message.contactId,
        startedAtMs: nowMs,
      };
    case 'called':
      return {
        ...atRest,
        link: 'open',
        numbers: state.numbers,
        phase: 'called',
        contactId: message.contactId,
        calledBy: message.from,
        startedAtMs: nowMs,
      };
    case 'called-no-more':
      return { ...atRest, link: 'open', numbers: state.numbers };
    case 'picked-up':
      return { ...state, phase: 'talking', startedAtMs: nowMs };
    case 'prompt':
      return withEntry(answered(state), 'heard', shownPrompt(message), nowMs);
    case 'listening':
      return { ...answered(state), listening: { masked: message.masked, words: message.words === true } };
    case 'listening-ended':
      return { ...state, listening: undefined };
    case 'recording':
      return { ...state, recorded: message.on };
    case 'key-heard':
      return withKey(state, message.key, nowMs);
    case 'queued':
      return withEntry(
        { ...state, phase: 'queued', listening: undefined },
        'event',
        'You are in the queue.',
        nowMs,
      );
    case 'connected':
      return withEntry(
        { ...state, phase: 'connected', agent: message.agent, listening: undefined, recorded: false },
        'event',
        `${message.agent} is on the line.`,
        nowMs,
      );
    case 'agent-left':
      return withEntry({ ...state, phase: 'talking' }, 'event', `${message.agent} has left the call.`, nowMs);
    case 'ended':
      return ended(state, endSentence(message.reason), nowMs);
    case 'refused':
      return { ...state, refusal: message.message };
    case 'prompt-stopped':
      return state;
  }
}

const answered = (state: CallState): CallState =>
  state.phase === 'ringing' ? { ...state, phase: 'talking' } : state;

function ended(state: CallState, sentence: string, nowMs: number): CallState {
  const over: CallState = {
    ...state,
    phase: 'ended',
    endedAtMs: nowMs,
    listening: undefined,
    recorded: false,
  };
  return withEntry(over, 'event', sentence, nowMs);
}

function endSentence(reason: string): string {
  switch (reason) {
    case 'CUSTOMER_DISCONNECT':
      return 'You hung up.';
    case 'AGENT_DISCONNECT':
      return 'The agent hung up.';
    case 'CONTACT_FLOW_DISCONNECT':
      return 'The contact centre ended the call.';
    default:
      return `The call ended (${reason}).`;
  }
}

function withEntry(state: CallState, kind: Entry['kind'], text: string, nowMs: number): CallState {
  const last = state.entries.at(-1);
  // Music that begins again is the same music.
  if (kind === 'heard' && last?.kind === 'heard' && last.text === text) return state;
  const entry = { id: (last?.id ?? 0) + 1, kind, text, afterMs: nowMs - state.startedAtMs };
  return { ...state, entries: [...state.entries, entry] };
}

/** Keys pressed one after the other make one line. */
function withKey(state: CallState, key: string, nowMs: number): CallState {
  const last = state.entries.at(-1);
  if (last?.kind !== 'pressed') return withEntry(state, 'pressed', key, nowMs);
  return { ...state, entries: [...state.entries.slice(0, -1), { ...last, text: `${last.text}${key}` }] };
}

/** A caller who follows a script: one item for each input, patience for everything else. Pure; time is given. */
import { speakingMs } from '../connect/records/call-sound.ts';
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';
import type { ScriptItem } from './script.ts';

export interface ScriptedCaller {
  /** What the caller does about what was heard. */
  heard(message: TelephoneHears, nowMs: number): readonly TelephoneSays[];
  /** When the caller's patience ends; undefined before the call. */
  patienceEndsMs(): number | undefined;
  /** The patience has ended. */
  lostPatience(): readonly TelephoneSays[];
  /** How many items the caller has not come to. */
  itemsLeft(): number;
}

/** In a queue or with an agent nothing more is asked: the rest of the script is waited for no longer than this. */
const QUEUED_WITH_ITEMS_MS = 60_000;
/** … and with nothing left to do, just long enough to hear where the call has come to. */
const QUEUED_WITHOUT_ITEMS_MS = 4_000;
/** Outside a queue a flow speaks or asks again within this time, or it never will. */
const SILENCE_MS = 60_000;

export function createScriptedCaller(script: readonly ScriptItem[]): ScriptedCaller {
  let next = 0;
  let queued = false;
  let lastMs: number | undefined;
  let queuedMs = 0;
  /** What is done when the words are over that the caller is saying. */
  let speaking: { readonly untilMs: number; readonly after: readonly TelephoneSays[] } | undefined;
  const left = (): number => script.length - next;
  const onlyHangUpLeft = (): boolean => left() === 1 && script[next]?.kind === 'hang-up';

  function answer(nowMs: number): readonly TelephoneSays[] {
    const item = script[next];
    if (item === undefined) return [{ type: 'hang-up' }];
    next += 1;
    if (item.kind === 'hang-up') return [{ type: 'hang-up' }];
    if (item.kind === 'words') {
      const { text, after } = item;
      if (after !== undefined)
        speaking = {
          untilMs: nowMs + speakingMs(text),
          after: after === 'hang-up' ? [{ type: 'hang-up' }] : after.map((key) => ({ type: 'key', key })),
        };
      return [{ type: 'words', text }];
    }
    return item.kind === 'wait' ? [] : item.keys.map((key) => ({ type: 'key', key }));
  }

  return {
    heard(message, nowMs) {
      lastMs = nowMs;
      if ((message.type === 'queued' || message.type === 'connected') && !queued) {
        queued = true;
        queuedMs = nowMs;
      }
      if (message.type === 'ended') lastMs = undefined;
      if (message.type !== 'listening') return [];
      queued = false;
      return answer(nowMs);
    },
    patienceEndsMs() {
      if (lastMs === undefined) return undefined;
      if (speaking !== undefined) return speaking.untilMs;
      if (!queued) return lastMs + SILENCE_MS;
      return queuedMs + (left() === 0 || onlyHangUpLeft() ? QUEUED_WITHOUT_ITEMS_MS : QUEUED_WITH_ITEMS_MS);
    },
    lostPatience() {
      if (speaking !== undefined) {
        const { after } = speaking;
        speaking = undefined;
        return after;
      }
      if (onlyHangUpLeft()) next += 1;
      return [{ type: 'hang-up' }];
    },
    itemsLeft: left,
  };
}

/** What every call keeps, whatever happens in it; the kit holds all calls of all tests to it. */
import { LANGUAGES, wordsOf } from '../../contact-flows/languages.ts';
import type { Effect } from '../../engine/contact/events.ts';
import type { Moment } from '../../local/connect/centre.ts';

/** Longest time in which a caller hears nothing and is asked nothing, ms. */
export const SILENCE_MS_MAX = 4_000;
/** How often in a row a question may come that does not offer a person. */
export const SAME_QUESTION_MAX = 3;

/** The same promises in every language. */
const GOODBYE = /(?:goodbye|γεια σας|viszonthallásra|la revedere)\.$/i;
const PERSON = /press 0|πατήστε 0|a 0-t|apăsați 0/;
const NOTICES: ReadonlySet<string> = new Set(
  LANGUAGES.map(wordsOf).flatMap(({ recordingNotice, voicemailHow }) => [recordingNotice, voicemailHow]),
);

type Heard = Extract<Effect, { kind: 'prompt' }>;

const isHeard = ({ effect }: Moment): boolean => effect.kind === 'prompt' && effect.party === 'customer';

const heardIn = (moments: readonly Moment[]): readonly { readonly atMs: number; readonly heard: Heard }[] =>
  moments.flatMap(({ atMs, effect }) =>
    effect.kind === 'prompt' && effect.party === 'customer' ? [{ atMs, heard: effect }] : [],
  );

/**
 * What a call has failed to keep, one sentence each.
 * @param nowMs the moment up to which the call is judged
 */
export function brokenPromises(moments: readonly Moment[], nowMs: number): string[] {
  return [
    ...silence(moments, nowMs),
    ...bareEnd(moments),
    ...unannouncedRecording(moments),
    ...insistence(moments),
  ];
}

function silence(moments: readonly Moment[], nowMs: number): string[] {
  const longestMs = longestSilenceMs(moments, nowMs);
  return longestMs > SILENCE_MS_MAX ? [`the caller hears nothing for ${longestMs} ms`] : [];
}

/** Longest time without speech, music, a person or a wait for keys, ms. */
export function longestSilenceMs(moments: readonly Moment[], nowMs: number): number {
  let soundUntilMs = moments[0]?.atMs ?? nowMs;
  let longestMs = 0;
  const quietUntil = (atMs: number): void => {
    longestMs = Math.max(longestMs, atMs - soundUntilMs);
  };
  for (const { atMs, effect } of moments) {
    if (effect.kind === 'prompt' && effect.party === 'customer') {
      quietUntil(atMs);
      if (soundUntilMs !== Number.POSITIVE_INFINITY) soundUntilMs = atMs + effect.durationMs;
    } else if (effect.kind === 'listening' || effect.kind === 'connected') {
      quietUntil(atMs);
      soundUntilMs = Number.POSITIVE_INFINITY;
    } else if (effect.kind === 'listening-ended') soundUntilMs = atMs;
    else if (effect.kind === 'prompt-stopped' && effect.party === 'customer') {
      if (soundUntilMs !== Number.POSITIVE_INFINITY) soundUntilMs = atMs;
    } else if (effect.kind === 'contact-ended') {
      quietUntil(atMs);
      return longestMs;
    }
  }
  quietUntil(nowMs);
  return longestMs;
}

/** A call that we end is ended with a goodbye. */
function bareEnd(moments: readonly Moment[]): string[] {
  const ended = moments.findLast(({ effect }) => effect.kind === 'contact-ended')?.effect;
  if (ended?.kind !== 'contact-ended') return [];
  if (ended.reason !== 'CONTACT_FLOW_DISCONNECT' && ended.reason !== 'AGENT_DISCONNECT') return [];
  if (ended.reason === 'AGENT_DISCONNECT' && isCutOff(moments)) return [];
  const last = heardIn(moments).at(-1)?.heard.text ?? '';
  return GOODBYE.test(last) ? [] : [`the call ends without a goodbye, after "${last}"`];
}

/**
 * Once the agent has left, the reason is the agent's, whoever ends the call: no flow does while it asks or speaks, so that
 * the caller has.
 */
function isCutOff(moments: readonly Moment[]): boolean {
  const isAsking =
    moments.findLast(({ effect }) => effect.kind === 'listening' || effect.kind === 'step-taken')?.effect
      .kind === 'listening';
  const endedAtMs = moments.findLast(({ effect }) => effect.kind === 'contact-ended')?.atMs ?? 0;
  const last = heardIn(moments).at(-1);
  const isSpeaking = last !== undefined && last.atMs + last.heard.durationMs > endedAtMs;
  return isAsking || isSpeaking;
}

function unannouncedRecording(moments: readonly Moment[]): string[] {
  const begins = moments.findIndex(
    ({ effect }) => effect.kind === 'recording' && effect.participants.length > 0,
  );
  if (begins < 0) return [];
  const beginsMs = moments[begins]?.atMs ?? 0;
  const before = moments.slice(0, begins);
  const cut = new Set(
    before.flatMap(({ effect }) => (effect.kind === 'prompt-stopped' ? [effect.promptId] : [])),
  );
  const isAnnounced = heardIn(before).some(
    ({ atMs, heard }) =>
      NOTICES.has(heard.text) && atMs + heard.durationMs <= beginsMs && !cut.has(heard.promptId),
  );
  return isAnnounced ? [] : ['recording begins before the caller has heard that calls are recorded'];
}

/**
 * The same question is not put again and again to somebody who cannot answer it, without a way to a person. Who waits
 * in the queue is on the way to one.
 */
function insistence(moments: readonly Moment[]): string[] {
  let last = '';
  let times = 0;
  for (const [index, { effect }] of moments.entries()) {
    if (effect.kind === 'queued') return [];
    if (effect.kind !== 'listening') continue;
    const question = moments.slice(0, index).findLast(isHeard)?.effect;
    const text = question?.kind === 'prompt' ? question.text : '';
    times = text === last ? times + 1 : 1;
    last = text;
    if (times > SAME_QUESTION_MAX && !PERSON.test(text))
      return [`"${text}" is asked more than ${SAME_QUESTION_MAX} times without offering a person`];
  }
  return [];
}

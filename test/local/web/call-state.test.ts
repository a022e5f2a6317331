/** What the telephone's page shows. */
import { describe, expect, test } from '@jest/globals';
import { atRest, type CallState, callAfter, inCall } from '../../../local/web/pages/phone/call-state.ts';
import { DTMF } from '../../../local/web/pages/phone/tones.ts';
import type { TelephoneHears } from '../../../local/web/protocol.ts';

const hearing = (...messages: TelephoneHears[]): CallState =>
  messages.reduce<CallState>(
    (state, message, index) => callAfter(state, { kind: 'heard', message, nowMs: 1_000 * index }),
    atRest,
  );

const ready = { type: 'ready' as const, numbers: ['+12025550100'] } satisfies TelephoneHears;
const ringing = { type: 'ringing', contactId: 'c', to: '+12025550100' } as const;
const prompt = (text: string, form: 'text' | 'prompt' = 'text') =>
  ({ type: 'prompt', promptId: text, text, form, durationMs: 1_000 }) as const;

describe('the telephone', () => {
  test('rings until the first word', () => {
    expect(hearing(ready, ringing).phase).toBe('ringing');
    expect(hearing(ready, ringing, prompt('Hello.')).phase).toBe('talking');
  });
  test('that is called shows who calls, and begins the call when it is picked up', () => {
    const called = { type: 'called', contactId: 'c', from: '+12025550100' } as const;
    const ringing = hearing(ready, called);
    expect([ringing.phase, ringing.calledBy, inCall(ringing)]).toEqual(['called', '+12025550100', false]);
    const answered = hearing(ready, called, { type: 'picked-up' });
    expect([answered.phase, answered.contactId, answered.startedAtMs]).toEqual(['talking', 'c', 2_000]);
    expect(hearing(ready, called, { type: 'called-no-more' })).toEqual({
      ...atRest,
      link: 'open',
      numbers: ready.numbers,
    });
    const lost = callAfter(ringing, { kind: 'link-lost', nowMs: 5_000 });
    expect([lost.link, lost.phase]).toEqual(['lost', 'idle']);
  });
  test('writes keys that follow each other on one line, and dots for masked ones', () => {
    const state = hearing(
      ready,
      ringing,
      prompt('PIN?'),
      { type: 'key-heard', key: '•' },
      { type: 'key-heard', key: '•' },
    );
    expect(state.entries.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(['heard: PIN?', 'pressed: ••']);
  });
  test('writes music that begins again once', () => {
    const state = hearing(ready, ringing, prompt('queue-music', 'prompt'), prompt('queue-music', 'prompt'));
    expect(state.entries.map(({ text }) => text)).toEqual(['♪ queue music']);
  });
  test('says who hung up', () => {
    const last = (reason: string) => hearing(ready, ringing, { type: 'ended', reason }).entries.at(-1)?.text;
    expect([
      last('CUSTOMER_DISCONNECT'),
      last('AGENT_DISCONNECT'),
      last('CONTACT_FLOW_DISCONNECT'),
      last('OTHER'),
    ]).toEqual([
      'You hung up.',
      'The agent hung up.',
      'The contact centre ended the call.',
      'The call ended (OTHER).',
    ]);
  });
  test('records what is said until the recording, or the call, is over', () => {
    const on = hearing(ready, ringing, { type: 'recording', on: true });
    expect(on.recorded).toBe(true);
    const said = callAfter(on, { kind: 'said', text: 'Please call me.', nowMs: 9_000 });
    expect(said.entries.at(-1)).toMatchObject({ kind: 'said', text: 'Please call me.' });
    const recorded = { type: 'recording', on: true } as const;
    const recordedAfter = (message: TelephoneHears) => hearing(ready, ringing, recorded, message).recorded;
    expect(recordedAfter({ type: 'recording', on: false })).toBe(false);
    expect(recordedAfter({ type: 'ended', reason: 'CUSTOMER_DISCONNECT' })).toBe(false);
    expect(recordedAfter({ type: 'connected', agent: 'Sam' })).toBe(false);
  });
  test('asks for no key in a queue or with an agent', () => {
    const listening = { type: 'listening', maxDigits: 1, terminator: '#', masked: false } as const;
    expect(hearing(ready, ringing, listening).listening).toEqual({ masked: false, words: false });
    expect(
      hearing(ready, ringing, listening, { type: 'queued', queue: 'support' }).listening,
    ).toBeUndefined();
    expect(hearing(ready, ringing, listening, { type: 'connected', agent: 'Sam' }).listening).toBeUndefined();
  });
  test('is with nobody any more once the agent has gone, and says so', () => {
    const alone = hearing(
      ready,
      ringing,
      { type: 'connected', agent: 'Sam' },
      { type: 'agent-left', agent: 'Sam' },
    );
    expect([alone.phase, alone.entries.at(-1)?.text]).toEqual(['talking', 'Sam has left the call.']);
  });
  test('ends the call when the line breaks, keeps what was said, and is ready when it is back', () => {
    const lost = callAfter(hearing(ready, ringing, prompt('Hello.')), { kind: 'link-lost', nowMs: 9_000 });
    expect([lost.link, lost.phase, lost.endedAtMs]).toEqual(['lost', 'ended', 9_000]);
    const back = callAfter(lost, { kind: 'heard', message: ready, nowMs: 10_000 });
    expect([back.link, inCall(back), back.entries[0]?.text]).toEqual(['open', false, 'Hello.']);
  });
  test('begins a new call with a clean page', () => {
    const state = hearing(ready, ringing, prompt('Hello.'), { type: 'refused', message: 'No.' }, ringing);
    expect([state.entries, state.refusal]).toEqual([[], undefined]);
  });
});

test('each key has the two tones of ITU-T Q.23, one of each group', () => {
  const pairs = Object.values(DTMF);
  expect(pairs).toHaveLength(12);
  expect(new Set(pairs.map(String)).size).toBe(12);
  expect(
    pairs.every(([low, high]) => [697, 770, 852, 941].includes(low) && [1209, 1336, 1477].includes(high)),
  ).toBe(true);
  expect(DTMF['5']).toEqual([770, 1336]);
});

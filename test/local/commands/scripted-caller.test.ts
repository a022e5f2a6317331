/** A script for a call, and the caller who follows it. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { callOnWallTime } from '../../../local/commands/call-on-wall-time.ts';
import { createCallPrinter } from '../../../local/commands/call-printer.ts';
import { readScript } from '../../../local/commands/script.ts';
import { createScriptedCaller } from '../../../local/commands/scripted-caller.ts';
import type { TelephoneHears, TelephoneSays } from '../../../local/web/protocol.ts';

const listening = { type: 'listening', maxDigits: 1, terminator: '#', masked: false } as const;
const queued = { type: 'queued', queue: 'support' } as const;
const prompt: TelephoneHears = {
  type: 'prompt',
  promptId: 'p',
  text: 'Hello.',
  form: 'text',
  durationMs: 1_000,
};
const callerOf = (script: string) => createScriptedCaller(readScript(script, 2));

describe('a script', () => {
  test('has keys, waiting and hanging up', () => {
    expect(readScript('1, 47#,wait,hangup', 2)).toEqual([
      { kind: 'keys', keys: ['1'] },
      { kind: 'keys', keys: ['4', '7', '#'] },
      { kind: 'wait' },
      { kind: 'hang-up' },
    ]);
  });
  test('has words in quotes', () => {
    expect(readScript('1,"where is my order"', 2)[1]).toEqual({ kind: 'words', text: 'where is my order' });
  });
  test('has words that are followed by keys, or by hanging up', () => {
    expect(readScript('"call me"#,"and again"hangup', 2)).toEqual([
      { kind: 'words', text: 'call me', after: ['#'] },
      { kind: 'words', text: 'and again', after: 'hang-up' },
    ]);
  });
  test.each(['"a"b', '"a" #', '', ',', '""', '" "', '"one', '"a, b"', '1,', '1,hang up', '12a', '1;2'])(
    '%j is refused by the place of the item',
    (text) => {
      expect(() => readScript(text, 2)).toThrow(/^Item \d of the script is neither keys/);
    },
  );
  test('of any text is read or refused, and a refusal repeats none of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        try {
          expect(readScript(text, 2).length).toBe(text.split(',').length);
        } catch (error) {
          expect(String(error)).toMatch(
            /^CommandFailure: Item \d+ of the script is neither keys \(0-9 \* #\) nor/,
          );
        }
      }),
    );
  });
});

describe('a scripted caller', () => {
  test('says words where the flow listens', () => {
    expect(callerOf('"where is my order"').heard(listening, 0)).toEqual([
      { type: 'words', text: 'where is my order' },
    ]);
  });
  test('says them to the end before the keys that follow', () => {
    const caller = callerOf('"where is my order"#,"call me"hangup');
    expect(caller.heard(listening, 1_000)).toEqual([{ type: 'words', text: 'where is my order' }]);
    expect(caller.patienceEndsMs()).toBe(1_000 + 4 * 380);
    expect(caller.lostPatience()).toEqual([{ type: 'key', key: '#' }]);
    expect(caller.heard(listening, 5_000)).toEqual([{ type: 'words', text: 'call me' }]);
    expect(caller.lostPatience()).toEqual([{ type: 'hang-up' }]);
    expect(caller.itemsLeft()).toBe(0);
  });
  test('gives one item at each input', () => {
    const caller = callerOf('1,47#');
    expect(caller.heard(prompt, 0)).toEqual([]);
    expect(caller.heard(listening, 0)).toEqual([{ type: 'key', key: '1' }]);
    expect(caller.heard(prompt, 0)).toEqual([]);
    expect(caller.heard(listening, 0)).toHaveLength(3);
    expect(caller.itemsLeft()).toBe(0);
  });
  test('waits when the script says so, and hangs up when asked with nothing left', () => {
    const caller = callerOf('wait');
    expect(caller.heard(listening, 0)).toEqual([]);
    expect(caller.heard(listening, 0)).toEqual([{ type: 'hang-up' }]);
  });
  test('hangs up soon in a queue when the script is used up, or hanging up is all that is left', () => {
    for (const script of ['0', '0,hangup']) {
      const caller = callerOf(script);
      caller.heard(listening, 0);
      caller.heard(queued, 1_000);
      caller.heard(prompt, 3_000);
      expect(caller.patienceEndsMs()).toBe(5_000);
      expect(caller.lostPatience()).toEqual([{ type: 'hang-up' }]);
      expect(caller.itemsLeft()).toBe(0);
    }
  });
  test('waits longer in a queue with keys left, and they stay left', () => {
    const caller = callerOf('0,1');
    caller.heard(listening, 0);
    caller.heard(queued, 1_000);
    expect(caller.patienceEndsMs()).toBe(61_000);
    caller.lostPatience();
    expect(caller.itemsLeft()).toBe(1);
  });
  test('gives a silent flow a minute after its last word', () => {
    const caller = callerOf('1');
    expect(caller.patienceEndsMs()).toBeUndefined();
    caller.heard(prompt, 5_000);
    expect(caller.patienceEndsMs()).toBe(65_000);
  });
});

describe('a scripted call at the speed of life', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A line on which the test is the centre. */
  async function onTheLine(script: string) {
    const said: TelephoneSays[] = [];
    const printed: string[] = [];
    let hears: (message: TelephoneHears) => void = () => undefined;
    const call = callOnWallTime({
      async open(heard) {
        hears = heard;
        return { say: (message) => said.push(message), close: () => undefined };
      },
      dial: { type: 'dial', playback: 'estimated' },
      caller: callerOf(script),
      printer: createCallPrinter((text) => printed.push(text)),
      readsAtOnce: true,
    });
    await jest.advanceTimersByTimeAsync(0);
    return { call, hears, said, printed };
  }

  test('reads at once, but gives a flow that says the same again the time of its words', async () => {
    const { call, hears, said } = await onTheLine('9');
    const played = async (promptId: string, text: string, afterMs: number) => {
      hears({ ...prompt, promptId, text });
      await jest.advanceTimersByTimeAsync(afterMs);
      return said.some((each) => each.type === 'playback-ended' && each.promptId === promptId);
    };
    expect(await played('a', 'We are asking your bank.', 0)).toBe(true);
    expect(await played('b', 'Your bank is still working on it.', 0)).toBe(true);
    expect(await played('c', 'Your bank is still working on it.', 999)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(said.at(-1)).toEqual({ type: 'playback-ended', promptId: 'c' });
    hears(listening);
    expect(await played('d', 'Your bank is still working on it.', 0)).toBe(true);
    hears({ type: 'ended', reason: 'CONTACT_FLOW_DISCONNECT' });
    await call;
  });
  test('gives a flow that says a fourth thing without asking the time of its words: it waits for something', async () => {
    const { call, hears, said } = await onTheLine('9');
    const isOver = (promptId: string) =>
      said.some((each) => each.type === 'playback-ended' && each.promptId === promptId);
    for (const promptId of ['a', 'b', 'c', 'd']) {
      hears({ ...prompt, promptId, text: `We are still at it: ${promptId}.` });
      await jest.advanceTimersByTimeAsync(0);
    }
    expect(['a', 'b', 'c', 'd'].map(isOver)).toEqual([true, true, true, false]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(isOver('d')).toBe(true);
    hears(listening);
    hears({ ...prompt, promptId: 'e', text: 'Thank you.' });
    await jest.advanceTimersByTimeAsync(0);
    expect(isOver('e')).toBe(true);
    hears({ type: 'ended', reason: 'CONTACT_FLOW_DISCONNECT' });
    await call;
  });
  test('shows the words, and hangs up a minute after a key that nobody waited for', async () => {
    const { call, hears, said, printed } = await onTheLine('"call me"#,1');
    hears(listening);
    await jest.advanceTimersByTimeAsync(760);
    expect(said.slice(1)).toEqual([
      { type: 'words', text: 'call me' },
      { type: 'key', key: '#' },
    ]);
    expect(printed).toEqual(['> "call me"\n']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(said.slice(3)).toEqual([{ type: 'hang-up' }]);
    hears({ type: 'ended', reason: 'CUSTOMER_DISCONNECT' });
    await call;
  });
  test('shows no words that are kept from every screen', async () => {
    const { call, hears, printed } = await onTheLine('"4711"');
    hears({ ...listening, masked: true });
    expect(printed).toEqual(['> "•"\n']);
    hears({ type: 'ended', reason: 'CUSTOMER_DISCONNECT' });
    await call;
  });
});

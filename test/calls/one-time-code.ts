/** Callers without a PIN: verified by a code to a number that has been theirs for some time. */
import { describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { writeCustomer } from '../../lambdas/tables/customer-changes.ts';
import { readCustomer, saveCustomer } from '../../lambdas/tables/customers.ts';
import { claimMessage, readMessage } from '../../lambdas/tables/messages.ts';
import { tryCode } from '../../lambdas/tables/one-time-codes.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, throttled, throwsAtOnce } from '../kit/faults.ts';
import { stranger } from '../kit/people.ts';
import { atLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';

const { signal } = new AbortController();
let people = 0;

export function describeOneTimeCode(the: () => ContactCentre): void {
  const { runs, sentTo } = deskOf(the);
  /** Somebody with a number and no PIN. */
  const somebody = async () => {
    people += 1;
    const one = { customerId: `c-code-${people}`, from: `+120255501${70 + people}` };
    const { customerId, from } = one;
    await saveCustomer(the().table('CustomersTable'), {
      customerId,
      name: 'Somebody Invented',
      phoneNumbers: [from],
    });
    return one;
  };
  const asksForCode = async (person: { readonly from?: string }): Promise<Call> => {
    const call = the().dial(person);
    await call.presses('1');
    await call.hears(prompts.askPin);
    await call.presses('1#');
    await call.hears(prompts.askCode);
    return call;
  };
  const codeTo = async (from: string): Promise<string> => {
    await runs('deliver-messages');
    return sentTo(from).at(-1)?.text.match(/\d{6}/)?.[0] ?? 'none';
  };
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  describe('a caller without a PIN', () => {
    test('is verified by the code that was sent to their number, which is kept as a hash alone', async () => {
      const one = await somebody();
      const call = await asksForCode(one);
      const code = await codeTo(one.from);
      const kept = [...(await the().items('CustomersTable')), ...(await the().items('MessagesTable'))];
      expect(JSON.stringify(kept)).not.toContain(code);
      await call.staysSilent();
      await call.hears(prompts.codeAwaited);
      await call.presses(`${code}#`);
      await call.hears(prompts.askOrder);
      expect(call.attributes).toMatchObject({ verified: 'true', verificationOutcome: 'verified' });
      // It was good for that call alone.
      const other = await asksForCode(one);
      await other.presses(`${code}#`);
      await other.hears(prompts.codeWrong);
    });
    test('has it at once, without the schedule, and once', async () => {
      const one = await somebody();
      await asksForCode(one);
      await the().passes(1_000);
      expect(sentTo(one.from)).toHaveLength(1);
      expect(await codeTo(one.from)).toMatch(/^\d{6}$/);
      expect(sentTo(one.from)).toHaveLength(1);
    });
    test('has it from the schedule where it could not be sent at once, and one code where both send it', async () => {
      const one = await somebody();
      the().fault('deliver-code', throwsAtOnce());
      const call = await asksForCode(one);
      await the().passes(1_000);
      the().withdrawFaults();
      expect(sentTo(one.from)).toEqual([]);
      const { functions, centre } = the().cloud;
      const chance = { nowMs: centre.nowMs(), seed: 'both' };
      const event = JSON.stringify({ messageId: `code-${call.contactId}` });
      const starts = () => functions.invokeAsOwner(the().functionName('deliver-code'), event, chance);
      await Promise.all([starts(), runs('deliver-messages'), starts()]);
      expect(sentTo(one.from)).toHaveLength(1);
      await call.presses(`${await codeTo(one.from)}#`);
      await call.hears(prompts.pinRight);
    });
    atLength(
      'has no second code while somebody is sending one, and has it after all where that one never ends',
      async () => {
        const one = await somebody();
        the().fault('deliver-code', throwsAtOnce());
        const call = await asksForCode(one);
        await the().passes(1_000);
        the().withdrawFaults();
        const { functions, centre } = the().cloud;
        const messages = the().table('MessagesTable');
        const messageId = `code-${call.contactId}`;
        const seen = await readMessage(messages, messageId, signal);
        if (seen === undefined) throw new Error('nothing is to be sent');
        await claimMessage(messages, seen, centre.nowMs() + 60_000, signal);
        const chance = { nowMs: centre.nowMs(), seed: 'second' };
        await functions.invokeAsOwner(
          the().functionName('deliver-code'),
          JSON.stringify({ messageId }),
          chance,
        );
        expect(sentTo(one.from)).toEqual([]);
        await the().passes(61_000);
        await runs('deliver-messages');
        expect(sentTo(one.from)).toHaveLength(1);
      },
    );
    test('may mistype it twice, and is refused the right one after three', async () => {
      const one = await somebody();
      const call = await asksForCode(one);
      const code = await codeTo(one.from);
      await call.presses(`${wrong(code)}#`);
      await call.presses(`${wrong(code)}#`);
      await call.hears(prompts.codeWrong);
      await call.presses(`${code}#`);
      await call.hears(prompts.pinRight);
      const other = await asksForCode(one);
      const next = await codeTo(one.from);
      for (let count = 0; count < 3; count += 1) await other.presses(`${wrong(next)}#`);
      await other.hears(prompts.codeRefused);
      await other.isQueuedIn('orders');
      expect(other.attributes).toMatchObject({ verified: 'false', reason: 'wrong-pin' });
    });
    atLength('cannot use it after five minutes, or in another call', async () => {
      const one = await somebody();
      const call = await asksForCode(one);
      await codeTo(one.from);
      const holder = { customerId: one.customerId, callerNumber: one.from, contactId: call.contactId };
      const table = the().table('CustomersTable');
      const soon = the().cloud.centre.nowMs() + 5 * 60_000;
      expect(await tryCode(table, { ...holder, contactId: 'other' }, soon - 1_000, signal)).toBeUndefined();
      expect(await tryCode(table, holder, soon - 1_000, signal)).toBeDefined();
      expect(await tryCode(table, holder, soon, signal)).toBeUndefined();
    });
    atLength('gets one code for a call and three a day, whatever Connect repeats', async () => {
      const one = await somebody();
      the().fault('send-code', answerLost(2));
      await asksForCode(one);
      for (let calls = 0; calls < 3; calls += 1) {
        await codeTo(one.from);
        await asksForCode(one);
      }
      await codeTo(one.from);
      expect(sentTo(one.from)).toHaveLength(3);
    });
    test('is verified where the answer to the right code was lost', async () => {
      const one = await somebody();
      const call = await asksForCode(one);
      const code = await codeTo(one.from);
      the().fault('check-code', answerLost(1));
      await call.presses(`${code}#`);
      await call.hears(prompts.pinRight);
    });
  });

  describe('no code is sent, and the words are the same,', () => {
    test('to somebody whom we do not know', async () => {
      const call = await asksForCode(stranger);
      expect(await codeTo(stranger.from ?? '')).toBe('none');
      await call.presses('123456#');
      await call.hears(prompts.codeWrong);
    });
    test('to a number that was added a day ago', async () => {
      const one = await somebody();
      const table = the().table('CustomersTable');
      const found = await readCustomer(table, one.customerId);
      if (found?.kind !== 'customer') throw new Error('there is no customer');
      const from = `${one.from.slice(0, -2)}99`;
      const after = { ...found.customer, version: 2, phoneNumbers: [from] };
      const at = new Date(the().cloud.centre.nowMs() - 86_400_000).toISOString();
      await writeCustomer(table, found.customer, after, { by: 'agent/sam', why: 'asked', at }, signal);
      await asksForCode({ from });
      expect(await codeTo(from)).toBe('none');
      expect(sentTo(one.from)).toEqual([]);
    });
  });

  test('where no code can be asked for, a person helps', async () => {
    const one = await somebody();
    the().fault('send-code', throttled());
    const call = the().dial(one);
    await call.presses('1');
    await call.presses('1#');
    await call.hears(prompts.codeUnavailable);
    await call.isQueuedIn('orders');
  });
}

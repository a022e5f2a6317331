/** From the queue to the goodbye: callers, agents, and what can go wrong between them. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { greta, imani, stranger, WRONG_PIN } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';

export const describePerson = (the: Shared): void =>
  describe('a person', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    async function waits(person: { readonly from?: string } = stranger): Promise<Call> {
      const call = centre.dial(person);
      await call.presses('0');
      await call.isQueuedIn('support');
      return call;
    }

    function isFree(username: 'sam' | 'robin'): Agent {
      const agent = centre.agent(username);
      agent.becomesAvailable();
      return agent;
    }

    async function talks(agent: Agent): Promise<Call> {
      const call = await waits();
      await agent.accepts(call);
      await agent.talksTo(call);
      return call;
    }

    describe('an agent hears before the caller', () => {
      test('that an unverified caller asked for a person', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.accepts(call);
        await sam.hears(call, 'Not verified. The caller asked for a person.');
        await sam.talksTo(call);
        call.never.hears(/verified/i);
      });

      test('that a verified caller has a question about an order', async () => {
        const sam = isFree('sam');
        const call = centre.dial(greta);
        await call.presses('1');
        await call.presses(`${greta.pin}#`);
        await call.presses('1#');
        await call.presses('0');
        await call.isQueuedIn('orders');
        await sam.accepts(call);
        await sam.hears(call, /^Verified\. The caller has a question about an order\.$/);
      });

      test('that a caller gave three wrong PINs', async () => {
        const sam = isFree('sam');
        const call = centre.dial(imani);
        await call.presses('1');
        for (let count = 0; count < 3; count += 1) await call.presses(`${WRONG_PIN}#`);
        await sam.accepts(call);
        await sam.hears(call, 'Not verified. The caller gave three wrong PINs.');
        expect(sam.state.contact?.attributes).toMatchObject({ verified: 'false', reason: 'wrong-pin' });
      });
    });

    describe('a ringing call shows the agent', () => {
      test('queue, number and reason', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.isOffered(call);
        expect(sam.state.contact).toMatchObject({
          state: 'ringing',
          queueName: 'support',
          callerNumber: stranger.from,
          attributes: { reason: 'asked-for-person', verified: 'false' },
        });
      });

      test('no number where the caller withholds it', async () => {
        const sam = isFree('sam');
        const call = await waits({});
        await sam.isOffered(call);
        expect(sam.state.contact).not.toHaveProperty('callerNumber');
      });
    });

    test('recording is set only after the caller has heard about it', async () => {
      const call = await waits();
      const told = call.moments.findIndex(
        ({ effect }) => effect.kind === 'prompt' && effect.text === prompts.recordingNotice,
      );
      const recorded = call.moments.findIndex(({ effect }) => effect.kind === 'recording');
      expect(told).toBeGreaterThan(0);
      expect(recorded).toBeGreaterThan(told);
    });

    describe('a caller who waits', () => {
      test('keeps the line for an hour', async () => {
        const call = await waits();
        await centre.passes(60 * 60_000);
        expect(call.hasEnded).toBe(false);
        const sam = isFree('sam');
        await sam.accepts(call);
        await sam.talksTo(call);
      });

      test('is not offered to an agent who is signed in but not available', async () => {
        const sam = centre.agent('sam');
        sam.signsIn();
        sam.chooses('Lunch');
        const call = await waits();
        await centre.passes(60_000);
        expect(sam.state.contact).toBeUndefined();
        expect(call.moments.some(({ effect }) => effect.kind === 'offered')).toBe(false);
      });

      test('longest goes first', async () => {
        const first = await waits();
        const second = await waits(imani);
        const sam = isFree('sam');
        await sam.isOffered(first);
        await sam.accepts(first);
        await sam.talksTo(first);
        expect(second.moments.some(({ effect }) => effect.kind === 'offered')).toBe(false);
      });
    });

    describe('two callers at once', () => {
      test('ring at two agents and talk side by side', async () => {
        const [sam, robin] = [isFree('sam'), isFree('robin')];
        const [first, second] = [await waits(), await waits(imani)];
        await sam.accepts(first);
        await robin.accepts(second);
        await sam.talksTo(first);
        await robin.talksTo(second);
        sam.hangsUp(first);
        await first.endsWithoutAnswer();
        expect(second.hasEnded).toBe(false);
      });

      test('are served by one agent one after the other', async () => {
        const sam = isFree('sam');
        const [first, second] = [await waits(), await waits(imani)];
        await sam.accepts(first);
        await sam.talksTo(first);
        sam.hangsUp(first);
        expect(sam.state.contact?.state).toBe('after-contact-work');
        expect(second.moments.some(({ effect }) => effect.kind === 'offered')).toBe(false);
        sam.finishes(first);
        await sam.accepts(second);
        await sam.talksTo(second);
      });
    });

    describe('a conversation', () => {
      test('that the agent ends is thanked for, and leaves after contact work', async () => {
        const sam = isFree('sam');
        const call = await talks(sam);
        sam.hangsUp(call);
        await call.endsWithoutAnswer();
        expect(sam.state.contact?.state).toBe('after-contact-work');
        expect(call.isCompleted).toBe(false);
        sam.finishes(call);
        expect(sam.state.contact).toBeUndefined();
        expect(call.isCompleted).toBe(true);
      });

      test('that the caller ends leaves after contact work, which ends by itself', async () => {
        const sam = isFree('sam');
        const call = await talks(sam);
        call.hangsUp();
        expect(sam.state.contact?.state).toBe('after-contact-work');
        await centre.passes(120_000);
        expect(sam.state.contact).toBeUndefined();
        const next = await waits(imani);
        await sam.isOffered(next);
      });

      test('that is cut off by the agent’s signing out is thanked for too', async () => {
        const sam = isFree('sam');
        const call = await talks(sam);
        sam.signsOut();
        await call.endsWithoutAnswer();
      });

      test('can be hung up on during the goodbye', async () => {
        const sam = isFree('sam');
        const call = await talks(sam);
        sam.hangsUp(call);
        await call.hears(prompts.surveyQuestion);
        await call.staysSilent();
        await call.hears(prompts.goodbye);
        call.hangsUp();
        sam.finishes(call);
        expect(call.isCompleted).toBe(true);
      });
    });

    describe('an agent who does not take a call', () => {
      test('for twenty seconds misses it; it rings at the other one and the caller stays', async () => {
        const [sam, robin] = [isFree('sam'), isFree('robin')];
        const call = await waits();
        await sam.isOffered(call);
        const rangMs = centre.cloud.centre.nowMs();
        await sam.misses(call);
        expect(centre.cloud.centre.nowMs() - rangMs).toBe(20_000);
        await robin.accepts(call);
        await robin.talksTo(call);
      });

      test('and is the only one gets it again after clearing the missed call', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.misses(call);
        await centre.passes(40_000);
        expect(sam.state.contact?.state).toBe('missed');
        sam.finishes(call);
        await sam.accepts(call);
        await sam.talksTo(call);
      });

      test('but rejects it passes it to the other one at once', async () => {
        const [sam, robin] = [isFree('sam'), isFree('robin')];
        const call = await waits();
        await sam.rejects(call);
        await robin.accepts(call);
        await robin.talksTo(call);
      });

      test('and signs out while it rings passes it to the other one', async () => {
        const [sam, robin] = [isFree('sam'), isFree('robin')];
        const call = await waits();
        await sam.isOffered(call);
        sam.signsOut();
        await robin.accepts(call);
        await robin.talksTo(call);
      });

      test('because of signing out during the whisper loses no caller', async () => {
        const [sam, robin] = [isFree('sam'), isFree('robin')];
        const call = await waits();
        await sam.accepts(call);
        await sam.hears(call, 'Not verified.');
        sam.signsOut();
        await robin.accepts(call);
        await robin.talksTo(call);
      });
    });

    describe('a caller who hangs up', () => {
      test('while it rings frees the agent at once', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.isOffered(call);
        call.hangsUp();
        expect(call.isCompleted).toBe(true);
        expect(sam.state.contact).toBeUndefined();
        const next = await waits(imani);
        await sam.isOffered(next);
      });

      test('during the whisper leaves the agent after contact work', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.accepts(call);
        await sam.hears(call, 'Not verified.');
        call.hangsUp();
        expect(sam.state.contact?.state).toBe('after-contact-work');
      });

      test('is not the agent’s any more, which is said in words', async () => {
        const sam = isFree('sam');
        const call = await waits();
        await sam.isOffered(call);
        call.hangsUp();
        expect(() => sam.hangsUp(call)).toThrow(`sam does not have contact '${call.contactId}'`);
      });
    });
  });

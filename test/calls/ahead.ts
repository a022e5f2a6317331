/** Who of two who wait is served first: by tier and by the severity of the case that they come about, within bounds. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { agentWords } from '../../contact-flows/prompts/agents.ts';
import type { Severity } from '../../lambdas/domain/case-types.ts';
import type { Tier } from '../../lambdas/domain/tier.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { stranger } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';
import { atCase, owner } from './escalation/people.ts';
import { wasHere } from './transitions/returning-routes.ts';

/** As docs/routing.md says. */
const TWO_MINUTES = 120_000;
const FIVE_MINUTES = 300_000;
/** Longer than a call is on its way into the queue. */
const LITTLE = 40_000;

type Caller = { readonly from: string };
/** Begins a call, and asks for a person. */
type Asks = () => Promise<Call>;

export const describeAhead = (the: Shared): void =>
  describe('of two who wait', () => {
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });
    const { change, customer } = deskOf(() => centre);

    const known = async (tier?: Tier): Promise<Caller> => {
      const { customerId, from } = owner();
      const written = { customerId, name: 'Somebody Invented', phoneNumbers: [from] };
      await saveCustomer(centre.table('CustomersTable'), {
        ...written,
        ...(tier === undefined ? {} : { tier }),
      });
      return { from };
    };
    const asks =
      (person: Caller): Asks =>
      async () => {
        const call = centre.dial(person);
        await call.presses('0');
        return call;
      };
    /** Hears how their case stands, and has a question about it. */
    const asksAboutCase = async (severity: Severity): Promise<Asks> => {
      const one = await customer();
      await change(one, 1, { action: 'describe', details: {}, severity });
      return async () => {
        const call = await atCase(centre, one);
        await call.presses('0');
        return call;
      };
    };
    /** Is back about the same. */
    const comesBack = async (severity?: Severity): Promise<Asks> => {
      const person = owner();
      const about = severity === undefined ? {} : { severity };
      await wasHere({ caseNumber: '48219307', ...about }, person.from)(centre);
      return async () => {
        const call = centre.dial(person);
        await call.presses('7');
        return call;
      };
    };

    /** Both wait; the second came so much later, or a little more. @returns who is rung through once somebody is free */
    async function served(first: Asks, laterMs: number, second: Asks): Promise<'first' | 'second'> {
      const earlier = await first();
      await earlier.isQueuedIn('support');
      const queuedMs = centre.cloud.centre.nowMs();
      await centre.passes(laterMs);
      const later = await second();
      await later.isQueuedIn('support');
      expect(centre.cloud.centre.nowMs() - queuedMs - laterMs).toBeLessThan(LITTLE);
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await centre.passes(1_000);
      const rung = sam.state.contact?.contactId ?? '';
      expect([earlier.contactId, later.contactId]).toContain(rung);
      return rung === later.contactId ? 'second' : 'first';
    }

    describe('a customer of priority', () => {
      test('is served before one who came a little earlier', async () => {
        const two = asks(await known('priority'));
        expect(await served(asks(await known('standard')), TWO_MINUTES - LITTLE, two)).toBe('second');
      });
      test('is not served before one who has waited for two minutes longer', async () => {
        const two = asks(await known('priority'));
        expect(await served(asks(await known('standard')), TWO_MINUTES, two)).toBe('first');
      });
      atLength('waits in turn with another of priority', async () => {
        const two = asks(await known('priority'));
        expect(await served(asks(await known('priority')), 1_000, two)).toBe('first');
      });
      atLength('is ahead in the queue to which an agent transfers the call, too', async () => {
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = await asks(await known('priority'))();
        await sam.accepts(call);
        await sam.talksTo(call);
        sam.chooses('Offline');
        const earlier = await asks(await known())();
        await earlier.isQueuedIn('support');
        sam.transfers(call, 'support');
        await centre.passes(20_000);
        call.never.hears(agentWords.transferDidNotWork);
        const robin = centre.agent('robin');
        robin.becomesAvailable();
        await robin.isOffered(call);
      });
    });

    test('customers of whom nobody has said a tier, and strangers, wait in turn', async () => {
      expect(await served(asks(await known()), 1_000, asks(stranger))).toBe('first');
    });

    describe('a caller who asks about an open case', () => {
      test('that is urgent is served before one who came minutes earlier', async () => {
        const two = await asksAboutCase('urgent');
        expect(await served(asks(stranger), FIVE_MINUTES - LITTLE, two)).toBe('second');
      });
      test('that is urgent is not served before one who has waited for five minutes longer', async () => {
        expect(await served(asks(stranger), FIVE_MINUTES, await asksAboutCase('urgent'))).toBe('first');
      });
      test('of high severity is two minutes ahead, and no more', async () => {
        const two = await asksAboutCase('high');
        expect(await served(asks(stranger), TWO_MINUTES - LITTLE, two)).toBe('second');
        await centre.everybodyLeaves();
        expect(await served(asks(stranger), TWO_MINUTES, await asksAboutCase('high'))).toBe('first');
      });
      test.each(['normal', 'low'] as const)('of %s severity waits in turn', async (severity) => {
        expect(await served(asks(stranger), 1_000, await asksAboutCase(severity))).toBe('first');
      });
      atLength('and then wants something else waits in turn', async () => {
        const one = await customer();
        await change(one, 1, { action: 'describe', details: {}, severity: 'urgent' });
        const somethingElse = async (): Promise<Call> => {
          const call = await atCase(centre, one);
          await call.presses('3');
          await call.presses('0');
          return call;
        };
        expect(await served(asks(stranger), 1_000, somethingElse)).toBe('first');
      });
    });

    describe('a caller who is back about the same', () => {
      test('is ahead by the case that they asked about then', async () => {
        expect(await served(asks(stranger), FIVE_MINUTES - LITTLE, await comesBack('urgent'))).toBe('second');
      });
      test('and asked about none waits in turn', async () => {
        expect(await served(asks(stranger), 1_000, await comesBack())).toBe('first');
      });
    });
  });

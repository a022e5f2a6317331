/** Customers are told what becomes of their cases, each thing once, whatever fails. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseChange } from '../../lambdas/domain/case-change-asked.ts';
import { recordConsent } from '../../lambdas/tables/customer-records.ts';
import type { ContactCentre } from '../kit/centre.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';
import { hasCase, owner } from './escalation/people.ts';

export const describeTelling = (the: Shared): void =>
  describe('telling', () => {
    const MINUTE_MS = 60_000;
    const { signal } = new AbortController();
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });

    const { change, customer, messagesOf, runs, sentTo, passes } = deskOf(() => centre);
    const asks: CaseChange = { action: 'ask-customer', words: 'Which door is it?' };

    describe('a customer is told', () => {
      test('by text message, once, a minute after the change, and the message says that it was sent', async () => {
        const one = await customer();
        await change(one, 1, asks);
        await passes(3);
        expect(sentTo(one.from)).toMatchObject([
          {
            channel: 'sms',
            from: '+12025550100',
            text: expect.stringContaining(`case ${one.caseNumber}: Which door is it?`),
          },
        ]);
        expect(await messagesOf(one)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
      });
      test('by e-mail in their own language where they prefer it so', async () => {
        const one = await customer('email', 'hu');
        await change(one, 1, asks);
        await passes();
        expect(sentTo(`${one.customerId}@example.com`)).toMatchObject([
          {
            channel: 'email',
            from: 'service@larkfield.example',
            subject: `Larkfield Supplies: Kérdésünk van az Ön ${one.caseNumber} számú ügyéről`,
          },
        ]);
      });
      test('by the other channel where the first takes nothing from us', async () => {
        const one = await customer('sms');
        centre.cloud.outbox.refuse(one.from, 'InvalidParameterException');
        await change(one, 1, asks);
        await passes(2);
        expect(sentTo(one.from)).toEqual([]);
        expect(sentTo(`${one.customerId}@example.com`)).toHaveLength(1);
      });
      atLength('in the end, where a service is down for a while, and once', async () => {
        const one = await customer('sms');
        centre.cloud.outbox.refuse(one.from, 'InternalServiceException');
        await change(one, 1, asks);
        await passes(2);
        expect(await messagesOf(one)).toMatchObject([{ state: 'due', tries: expect.any(Number) }]);
        centre.cloud.outbox.accept(one.from);
        await passes(10);
        expect(sentTo(one.from)).toHaveLength(1);
      });
      atLength('by a person where they want a call, or took their consent back', async () => {
        const called = await customer('call');
        const silent = await customer('sms');
        const at = new Date(centre.cloud.centre.nowMs()).toISOString();
        for (const purpose of ['sms', 'email']) {
          const consent = { purpose, given: false, textVersion: '1', channel: 'phone', at, by: 'sam' };
          await recordConsent(centre.table('CustomersTable'), silent.customerId, consent, signal);
        }
        await change(called, 1, asks);
        await change(silent, 1, asks);
        await passes(3);
        for (const one of [called, silent]) {
          expect(sentTo(one.from)).toEqual([]);
          // What they have heard of the case already, nobody calls them for.
          const asked = (await messagesOf(one)).filter(({ body }) => Object(body).news !== 'case-opened');
          expect(asked.map(({ state }) => state).toSorted()).toEqual(['given-up', 'sent']);
        }
        expect(centre.tasks()).toHaveLength(2);
      });
      test('whom we know by the number only, at the number', async () => {
        const one = await hasCase(centre, { ...owner(), customerId: 'unknown' });
        await change(one, 1, asks);
        await passes();
        expect(sentTo(one.from).at(-1)?.text).toContain(one.caseNumber);
      });
      atLength('once by two who deliver at the same time', async () => {
        const one = await customer();
        await change(one, 1, asks);
        await centre.passes(MINUTE_MS);
        await Promise.all([runs('deliver-messages'), runs('deliver-messages')]);
        expect(sentTo(one.from)).toHaveLength(1);
      });
    });
  });

/** What customers said of us, behind the HTTP API: for supervisors, by week, team, agent and subject, without a caller. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { erasePerson } from '../../lambdas/tables/person-erasure.ts';
import { itemsOfPerson, type PersonTables } from '../../lambdas/tables/person-items.ts';
import { updateItem } from '../../lambdas/tables/requests.ts';
import type { Call } from '../kit/call.ts';
import { Desktop } from '../kit/desktop.ts';
import { imani, stranger, withheld } from '../kit/people.ts';
import { at, type Opened, talk } from './opened.ts';

export function describeFeedback(the: Opened): void {
  let robins: Desktop;
  beforeAll(() => {
    robins = Desktop.of(the.centre, 'robin');
  });
  const report = (query?: string, by = robins) =>
    by.asks('GET', '/reports/feedback', query === undefined ? {} : { query });

  /** Talks to Sam, says how it was, and the record of the call comes. */
  async function says(key: string, person: { readonly from?: string }): Promise<Call> {
    const sam = the.centre.agent('sam');
    const call = await talk(the, sam, person);
    sam.hangsUp(call);
    await call.presses(key);
    await call.endsIn(prompts.goodbye);
    sam.finishes(call);
    sam.signsOut();
    await the.centre.passes(120_000);
    return call;
  }

  describe('what callers say of their calls', () => {
    test('comes to a supervisor by week, with team and agent, and the contacts that were not well', async () => {
      const low = await says('2', imani);
      await says('5', stranger);
      await says('4', stranger);
      const { status, body } = await report();
      const figures = { answers: 3, average: 3.7, low: 1 };
      expect([status, body]).toEqual([
        200,
        {
          week: expect.stringMatching(/^2026-W4\d$/),
          ...figures,
          teams: [{ team: 'support', ...figures }],
          agents: [{ agentId: the.centre.agent('sam').userId, ...figures }],
          lowContacts: [{ contactId: low.contactId, score: 2, at: expect.any(String) }],
          remarks: { good: 0, bad: 0, subjects: [], latest: [] },
        },
      ]);
      const week = String(Reflect.get(Object(body), 'week'));
      expect((await report(`week=${week}`)).body).toEqual(body);
      expect(JSON.stringify(body)).not.toMatch(/c-1001|\+1202/);
    });

    test('is nothing in a week in which nobody was asked', async () => {
      expect(await report('week=2020-W53')).toMatchObject({
        status: 200,
        body: {
          ...{ week: '2020-W53', answers: 0, low: 0, teams: [], agents: [], lowContacts: [] },
          remarks: { good: 0, bad: 0, subjects: [], latest: [] },
        },
      });
    });

    test.each(['week=2025-W53', 'week=now', 'week='])(
      'is not told for %s, which is no week',
      async (query) => {
        const { status, body } = await report(query);
        expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('week')]);
      },
    );

    test('is told to nobody else, and who asks is in the audit', async () => {
      const refused = await report(undefined, Desktop.of(the.centre, 'sam'));
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([
        403,
        expect.not.stringContaining('average'),
      ]);
      const entries = (await the.centre.items('AuditTable')).filter(
        ({ operation }) => operation === 'readFeedback',
      );
      expect(new Set(entries.map(({ allowed, via }) => `${allowed} ${via ?? ''}`))).toEqual(
        new Set(['false ', 'true supervisor']),
      );
    });
  });

  describe('what a customer says of us to an agent', () => {
    const ID = '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3b0';
    const late = { subject: 'delivery', opinion: 'bad', words: 'The lamp came\na week late.' };
    let sams: Desktop;
    let contactId: string;
    beforeAll(async () => {
      sams = Desktop.of(the.centre, 'sam');
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, imani);
      contactId = call.contactId;
      call.hangsUp();
      sam.finishes(call);
      sam.signsOut();
      await the.centre.passes(120_000);
    });
    const note = (id: string, body: unknown, by = sams, on = contactId) =>
      by.asks('PUT', `/contacts/${on}/remarks/${ID}${id}`, { body });
    const rows = async () =>
      (await the.centre.items('FeedbackTable')).filter(
        (item) => item['contactId'] === contactId && String(item['sk']).startsWith('REMARK#'),
      );
    const audited = async () =>
      (await the.centre.items('AuditTable')).filter(({ operation }) => operation === 'noteRemark');
    const remarks = async () => at((await report()).body, 'remarks');

    test('is noted once for an id, however often and at once it comes, and is in the report of the week', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => note('1', late)));
      for (const { status, body } of answers)
        expect([status, body]).toEqual([
          200,
          { remarkId: `${ID}1`, contactId, at: expect.any(String), ...late },
        ]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await note('2', { subject: 'service', opinion: 'good', words: 'Sam is kind.' })).toMatchObject({
        status: 200,
      });
      expect(await rows()).toHaveLength(2);
      expect(await remarks()).toMatchObject({
        good: 1,
        bad: 1,
        subjects: [
          { subject: 'delivery', good: 0, bad: 1 },
          { subject: 'service', good: 1, bad: 0 },
        ],
        latest: expect.arrayContaining([
          {
            remarkId: `${ID}1`,
            contactId,
            at: expect.any(String),
            agentId: the.centre.agent('sam').userId,
            ...late,
          },
        ]),
      });
      expect(JSON.stringify(await report())).not.toMatch(/c-1001|\+1202/);
      expect(await audited()).toContainEqual(
        expect.objectContaining({ customerId: 'c-1001', allowed: true, via: 'contact', contactId }),
      );
    });

    test('is not noted in other words under the same id: what was noted stays, and the agent is told', async () => {
      for (const other of [{ words: 'On time.' }, { opinion: 'good' }, { subject: 'price' }])
        expect(await note('1', { ...late, ...other })).toMatchObject({
          status: 409,
          body: { detail: expect.stringContaining('an id of its own') },
        });
      expect(await rows()).toContainEqual(expect.objectContaining(late));
    });

    test('is not noted on the contact of another agent, or on one that there is not, by supervisors neither', async () => {
      for (const [by, on] of [
        [robins, contactId],
        [sams, 'no-such-contact'],
        [robins, 'no-such-contact'],
      ] as const)
        expect(await note('3', late, by, on)).toMatchObject({
          status: 404,
          body: { detail: expect.stringContaining('no such contact') },
        });
      expect(await rows()).toHaveLength(2);
      expect((await audited()).filter(({ allowed }) => allowed === false)).toHaveLength(3);
    });

    test.each([
      ['of a subject that there is not', { ...late, subject: 'weather' }, 'subject'],
      ['neither good nor bad', { ...late, opinion: 'so-so' }, 'opinion'],
      ['without words', { ...late, words: ' \n ' }, 'words'],
      ['in too many words', { ...late, words: 'x'.repeat(1_001) }, 'words'],
      ['with signs that nobody sees', { ...late, words: 'a\u0000b' }, 'words'],
      ['with more than is asked', { ...late, customerId: 'c-1002' }, 'key that is not known'],
      ['without anything', {}, 'subject'],
    ])('is not noted %s', async (_what, body, told) => {
      const { status, body: problem } = await note('4', body);
      expect([status, JSON.stringify(problem)]).toEqual([400, expect.stringContaining(told)]);
      expect(await rows()).toHaveLength(2);
    });

    test('is not noted under what is no id', async () => {
      expect((await sams.asks('PUT', `/contacts/${contactId}/remarks/first`, { body: late })).status).toBe(
        400,
      );
    });

    /** The contact as if it had begun then. */
    const began = (daysAgo: number) =>
      updateItem(
        the.centre.table('DeskTable'),
        {
          Key: { pk: `AGENT#${the.centre.agent('sam').userId}`, sk: `CONTACT#${contactId}` },
          UpdateExpression: 'SET connectedAt = :at',
          ExpressionAttributeValues: {
            ':at': new Date(the.centre.cloud.centre.nowMs() - daysAgo * 86_400_000).toISOString(),
          },
        },
        new AbortController().signal,
      );

    test('and is noted after its week was told of comes with the week in which it is noted', async () => {
      await began(10);
      expect(await note('5', { ...late, subject: 'price' })).toMatchObject({ status: 200 });
      expect(at(await remarks(), 'subjects')).toContainEqual({ subject: 'price', good: 0, bad: 1 });
      // It is forgotten with its contact, and not after it.
      const found = (await rows()).find(({ subject }) => subject === 'price');
      const kept = Number(found?.['expiresAt']) * 1_000 - the.centre.cloud.centre.nowMs();
      expect(kept / 86_400_000).toBeCloseTo(720, 1);
    });

    test('is not noted where contacts of that time are not kept any more', async () => {
      await began(731);
      expect(await note('6', late)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('too long ago') },
      });
      expect(await rows()).toHaveLength(3);
    });

    test('is of whom the agent says that it was, also where that was said later, and goes with them', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, withheld);
      expect((await note('7', late, sams, call.contactId)).status).toBe(200);
      const said = async () =>
        (await the.centre.items('FeedbackTable')).filter(
          (item) => item['contactId'] === call.contactId && String(item['sk']).startsWith('REMARK#'),
        );
      expect(await said()).toEqual([expect.not.objectContaining({ customerId: expect.anything() })]);
      const body = { customerId: 'c-1003' };
      expect((await sams.asks('PUT', `/contacts/${call.contactId}/customer`, { body })).status).toBe(200);
      expect(await said()).toMatchObject([body]);
      expect((await note('8', late, sams, call.contactId)).status).toBe(200);
      expect(await said()).toMatchObject([body, body]);
      call.hangsUp();
      sam.finishes(call);
      sam.signsOut();
      await the.centre.passes(120_000);
      const tables: PersonTables = {
        customers: the.centre.table('CustomersTable'),
        orders: the.centre.table('OrdersTable'),
        cases: the.centre.table('CasesTable'),
        messages: the.centre.table('MessagesTable'),
        contacts: the.centre.table('ContactsTable'),
        desk: the.centre.table('DeskTable'),
        appointments: the.centre.table('AppointmentsTable'),
        feedback: the.centre.table('FeedbackTable'),
      };
      const exported: unknown[] = [];
      for await (const { item } of itemsOfPerson(tables, 'c-1003')) exported.push(item);
      expect(exported).toContainEqual(expect.objectContaining({ remarkId: `${ID}7`, words: late.words }));
      await erasePerson(tables, 'c-1003', async () => undefined);
      expect(await said()).toEqual([]);
      expect(JSON.stringify(await remarks())).not.toContain(call.contactId);
    });
  });
}

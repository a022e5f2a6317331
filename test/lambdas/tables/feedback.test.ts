/** What callers say of their calls: the first answer of a contact, and one task for a low one. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import type { Remark } from '../../../lambdas/domain/remark.ts';
import { keepFeedbackOnce } from '../../../lambdas/tables/feedback.ts';
import { saidIn } from '../../../lambdas/tables/feedback-reports.ts';
import { keepRemarkOnce, nameCustomerOfRemarks } from '../../../lambdas/tables/remarks.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
beforeEach(() => open.served.permit(() => ({ allowed: true })));
afterAll(() => open.served.close());

let count = 0;
const said = (score: number): Feedback => {
  count += 1;
  return { contactId: `c-${count}`, score, at: '2026-11-22T06:00:00.000Z', week: '2026-W47' };
};
const keep = (given: Feedback) => keepFeedbackOnce(open.tables, given, 10, signal);
const rowsOf = async (table: 'feedback' | 'messages', contactId: string) => {
  const { Items = [] } = await open.documents.send(
    new ScanCommand({ TableName: open.tables[table].name, ConsistentRead: true }),
  );
  return Items.filter((item) => JSON.stringify(item).includes(`${contactId}"`));
};

describe('an answer', () => {
  test.each([1, 2, 3, 4, 5])('of %i that comes twice at once is kept once', async (score) => {
    const given = said(score);
    const outcomes = await Promise.all([keep(given), keep(given)]);
    expect(outcomes.toSorted()).toEqual(['kept', 'known']);
    expect(await rowsOf('feedback', given.contactId)).toEqual([
      { ...given, sk: 'ANSWER', expiresAt: Date.parse(given.at) / 1000 + 864_000 },
    ]);
  });
  test.each([
    [5, 1],
    [1, 5],
    [1, 2],
  ])('of %i stays where another of %i follows', async (first, second) => {
    const given = said(first);
    expect(await keep(given)).toBe('kept');
    expect(await keep({ ...given, score: second, at: '2026-11-23T06:00:00.000Z', week: '2026-W48' })).toBe(
      'known',
    );
    expect(await rowsOf('feedback', given.contactId)).toMatchObject([{ score: first, week: '2026-W47' }]);
    const tasks = await rowsOf('messages', `feedback-${given.contactId}`);
    expect(tasks).toHaveLength(first <= 2 ? 1 : 0);
  });
  test('of which the task cannot be written is not kept, and is no answer', async () => {
    const given = said(1);
    open.served.permit((...asked) =>
      JSON.stringify(asked).includes(open.tables.messages.name)
        ? { allowed: false, message: 'no right' }
        : { allowed: true },
    );
    await expect(keep(given)).rejects.toThrow('no right');
    expect(await rowsOf('feedback', given.contactId)).toEqual([]);
    open.served.permit(() => ({ allowed: true }));
    expect(await keep(given)).toBe('kept');
  });
  test('is told to the supervisors with the team, or without where there was none', async () => {
    const inTeam = { ...said(1), team: 'orders' };
    await keep(inTeam);
    expect(await rowsOf('messages', `feedback-${inTeam.contactId}`)).toMatchObject([
      {
        state: 'due',
        body: {
          description: `A caller of the team orders was not content. The contact is ${inTeam.contactId}.`,
        },
      },
    ]);
    const given = said(2);
    await keep(given);
    expect(await rowsOf('messages', `feedback-${given.contactId}`)).toMatchObject([
      {
        body: {
          name: 'Feedback: 2 of 5',
          description: `A caller was not content. The contact is ${given.contactId}.`,
        },
      },
    ]);
  });
});

describe('a remark', () => {
  const noted = (change: Partial<Remark> = {}): Remark => {
    count += 1;
    return {
      remarkId: `7b8e5f8c-3a34-4b52-8f6a-${String(count).padStart(12, '0')}`,
      contactId: `r-${count}`,
      at: '2026-11-22T06:00:00.000Z',
      agentId: 'sam',
      week: '2026-W47',
      subject: 'delivery',
      opinion: 'bad',
      words: 'It came a week late.',
      ...change,
    };
  };
  const EXPIRES_MS = Date.parse('2026-12-22T06:00:00.500Z');
  const note = (given: Remark) => keepRemarkOnce(open.tables.feedback, given, EXPIRES_MS, signal);

  test('that comes many times at once is noted once, and each time is the first one', async () => {
    const given = noted();
    const again = (second: number): Remark => ({ ...given, at: `2026-11-22T06:00:0${second}.000Z` });
    const outcomes = await Promise.all([1, 2, 3, 4].map((second) => note(again(second))));
    const [row, ...others] = await rowsOf('feedback', given.contactId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ sk: `REMARK#${given.remarkId}`, expiresAt: Math.floor(EXPIRES_MS / 1000) });
    for (const outcome of outcomes)
      expect(outcome).toEqual({ kind: 'kept', remark: { ...given, at: row?.['at'] } });
  });
  test.each<Partial<Remark>>([
    { words: 'It came on time.' },
    { opinion: 'good' },
    { subject: 'price' },
    { agentId: 'robin' },
  ])('of which another says %j under its id stays as it is', async (change) => {
    const given = noted();
    await note(given);
    expect(await note({ ...given, ...change })).toEqual({ kind: 'other-content' });
    expect(await rowsOf('feedback', given.contactId)).toMatchObject([given]);
  });
  test('of two that say something else at once is one, and the other is told', async () => {
    const given = noted();
    const outcomes = await Promise.all([note(given), note({ ...given, words: 'Another thing.' })]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['kept', 'other-content']);
    expect(await rowsOf('feedback', given.contactId)).toHaveLength(1);
  });
  test('stands beside the answer of the same contact, and neither is taken for the other', async () => {
    const answer = { ...said(4), week: '2026-W31' };
    const given = noted({ contactId: answer.contactId, week: '2026-W31' });
    await note(given);
    expect(await keep(answer)).toBe('kept');
    const found = await saidIn(open.tables.feedback, '2026-W31', signal);
    expect(found).toEqual({ answers: [answer], remarks: [given] });
    expect(await saidIn(open.tables.feedback, '2026-W30', signal)).toEqual({ answers: [], remarks: [] });
  });
  test('is of the customer whom its agent says it was, and that of another agent is not', async () => {
    const given = noted();
    const { contactId } = given;
    const others = noted({ contactId, agentId: 'robin', customerId: 'c-other' });
    await note(given);
    await note(others);
    await nameCustomerOfRemarks(
      open.tables.feedback,
      { agentId: 'sam', contactId, customerId: 'c-right' },
      signal,
    );
    const rows = await rowsOf('feedback', contactId);
    expect(rows.map(({ agentId, customerId }) => [agentId, customerId]).toSorted()).toEqual([
      ['robin', 'c-other'],
      ['sam', 'c-right'],
    ]);
    // The same request again is the same, although it knows of nobody.
    expect(await note(given)).toMatchObject({ kind: 'kept', remark: { customerId: 'c-right' } });
  });
  test('that cannot be written is no remark, and is one when asked again', async () => {
    const given = noted();
    open.served.permit(() => ({ allowed: false, message: 'no right' }));
    await expect(note(given)).rejects.toThrow('no right');
    open.served.permit(() => ({ allowed: true }));
    expect(await rowsOf('feedback', given.contactId)).toEqual([]);
    expect(await note(given)).toMatchObject({ kind: 'kept' });
  });
});

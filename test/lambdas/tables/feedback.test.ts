/** What callers say of their calls: the first answer of a contact, and one task for a low one. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Feedback } from '../../../lambdas/domain/feedback.ts';
import { keepFeedbackOnce } from '../../../lambdas/tables/feedback.ts';
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
      { ...given, expiresAt: Date.parse(given.at) / 1000 + 864_000 },
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

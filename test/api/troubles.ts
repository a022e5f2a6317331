/** What customers struggle with, behind the HTTP API: counted from calls, and told to supervisors alone. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openCaseOnce } from '../../lambdas/tables/cases.ts';
import { Desktop } from '../kit/desktop.ts';
import { items, type Opened } from './opened.ts';

const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '00:00', end: '24:00' }],
  holidays: [],
};
const DAY_MS = 24 * 3_600_000;

export function describeTroubles(the: Opened): void {
  let robins: Desktop;
  let sams: Desktop;
  let nowMs: number;
  const opened: string[] = [];
  const { signal } = new AbortController();

  async function opens(contactId: string, daysAgo: number): Promise<string> {
    const wish = {
      contactId,
      reason: 'complaint-wrong-item-normal',
      customerId: 'c-1003',
      isVerified: true,
      phoneNumber: '+12025550111',
    };
    const at = new Date(nowMs - daysAgo * DAY_MS);
    const { caseNumber } = await openCaseOnce(the.centre.table('CasesTable'), wish, hours, at, signal, {
      product: 'DESK-99',
    });
    return caseNumber;
  }

  describe('what customers struggle with', () => {
    beforeAll(async () => {
      robins = Desktop.of(the.centre, 'robin');
      sams = Desktop.of(the.centre, 'sam');
      nowMs = the.centre.cloud.centre.nowMs();
      await opens('trouble-1', 7);
      for (const contactId of ['trouble-2', 'trouble-3']) opened.push(await opens(contactId, 0));
      await the.centre.passes(5 * 60_000);
    });
    const ofDesks = async (query = '') =>
      items(await robins.asks('GET', '/reports/troubles', { query })).filter(
        (one) => Reflect.get(Object(one), 'product') === 'DESK-99',
      );

    test('is what was opened this week, beside the week before, with examples', async () => {
      const [desks, ...others] = await ofDesks();
      expect(others).toEqual([]);
      expect(desks).toEqual({
        product: 'DESK-99',
        code: 'complaint/wrong-item',
        count: 2,
        weekBefore: 1,
        isNew: false,
        examples: expect.arrayContaining(opened),
      });
    });
    test('is told of an earlier week, in which it was new, and is empty where nobody called', async () => {
      expect(await ofDesks('week=2026-W45')).toMatchObject([{ count: 1, weekBefore: 0, isNew: true }]);
      const { body } = await robins.asks('GET', '/reports/troubles', { query: 'week=2026-W01' });
      expect(body).toEqual({ week: '2026-W01', items: [] });
    });
    test('has the most frequent first', async () => {
      const counts = items(await robins.asks('GET', '/reports/troubles')).map((one) =>
        Number(Reflect.get(Object(one), 'count')),
      );
      expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    });
    test.each(['2026-W54', '2025-W53', 'soon'])('is asked for no week like %s', async (week) => {
      const refused = await robins.asks('GET', '/reports/troubles', { query: `week=${week}` });
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([
        400,
        expect.stringContaining('must be a week such as 2026-W47'),
      ]);
    });
    test('is told to no agent, and that they asked is in the audit', async () => {
      const refused = await sams.asks('GET', '/reports/troubles');
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([
        403,
        expect.not.stringContaining('complaint'),
      ]);
      const entries = (await the.centre.items('AuditTable')).filter(
        ({ operation }) => operation === 'listTroubles',
      );
      expect(new Set(entries.map(({ allowed, via }) => `${allowed} ${via ?? ''}`))).toEqual(
        new Set(['false ', 'true supervisor']),
      );
    });
  });
}

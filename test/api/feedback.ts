/** What callers said of their calls, behind the HTTP API: for supervisors, by week, team and agent, without a caller. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { Desktop } from '../kit/desktop.ts';
import { imani, stranger } from '../kit/people.ts';
import { type Opened, talk } from './opened.ts';

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
        },
      ]);
      const week = String(Reflect.get(Object(body), 'week'));
      expect((await report(`week=${week}`)).body).toEqual(body);
      expect(JSON.stringify(body)).not.toMatch(/c-1001|\+1202/);
    });

    test('is nothing in a week in which nobody was asked', async () => {
      expect(await report('week=2020-W53')).toMatchObject({
        status: 200,
        body: { week: '2020-W53', answers: 0, low: 0, teams: [], agents: [], lowContacts: [] },
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
}

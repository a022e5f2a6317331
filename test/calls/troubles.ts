/** What callers complain of again and again reaches quality as one task, whatever fails on the way. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { answerLost, type PlannedFault, throwsAtOnce } from '../kit/faults.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';
import { owner } from './escalation/people.ts';

/** The batch of changes waits so long to fill, and is tried again after a while. */
const READ_MS = 5 * 60_000;

export const describeTroubles = (the: Shared): void =>
  describe('troubles', () => {
    let centre: ContactCentre;
    let orders = 7_100;
    beforeAll(() => {
      centre = the.centre;
    });
    const { runs } = deskOf(() => centre);

    /** Whatever they press leads to a case. */
    async function calls(sku: string, problem: string, keys: readonly string[]): Promise<string> {
      const { from, customerId } = owner();
      orders += 1;
      await centre.saveOrder(customerId, String(orders), { [sku]: 1 });
      const call = centre.dial({ from });
      await call.presses('3');
      await call.hears(prompts.askProblem);
      call.isGiven({ customerId });
      for (const key of [problem, ...keys]) await call.presses(key);
      await call.hears(/Your case number is/);
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
      const [opened] = await centre.casesOf(call);
      return String(opened?.['caseNumber']);
    }
    /** Says by key that the only product of their order is damaged, and wants their money back. */
    const complains = (sku: string) => calls(sku, '6', ['2', '2', '1', '1#']);
    /** Says by key that the only product of their order does not switch on, and skips the steps. */
    const cannotStart = (sku: string) => calls(sku, '2', ['1', '2', '1#']);
    const tasksAbout = async (sku: string, code = 'complaint/damage'): Promise<readonly Item[]> =>
      (await centre.items('MessagesTable')).filter(({ messageId }) =>
        String(messageId).includes(`-${sku}-${code}`),
      );
    const countOf = async (sku: string): Promise<unknown> =>
      (await centre.items('TroublesTable')).find(({ sk }) => sk === `PAIR#${sku}#complaint/damage`)?.[
        'count'
      ];

    test('five callers who complain of one product are one task for quality, and the sixth makes none', async () => {
      const numbers = [await complains('CHAIR-07'), await complains('CHAIR-07')];
      await centre.passes(READ_MS);
      expect(await tasksAbout('CHAIR-07')).toEqual([]);
      for (let caller = 3; caller <= 5; caller += 1) numbers.push(await complains('CHAIR-07'));
      await centre.passes(READ_MS);
      const [task, ...others] = await tasksAbout('CHAIR-07');
      expect(others).toEqual([]);
      expect(task).toMatchObject({
        state: 'due',
        body: {
          team: 'quality',
          name: 'New problem: CHAIR-07, complaint/damage',
          description: expect.stringMatching(/^3 cases in 2026-W46, 0 in the week before\./),
        },
      });
      expect(JSON.stringify(task)).toContain(numbers[0]);
      await runs('deliver-messages');
      await complains('CHAIR-07');
      await centre.passes(READ_MS);
      expect(await tasksAbout('CHAIR-07')).toMatchObject([{ state: 'sent' }]);
      expect(await countOf('CHAIR-07')).toBe(6);
    });

    atLength(
      'three callers whose product of one kind does not switch on are one task, which names both',
      async () => {
        await cannotStart('SHELF-03');
        // What is damaged is another problem of it.
        await complains('SHELF-03');
        await cannotStart('SHELF-03');
        await centre.passes(READ_MS);
        expect(await tasksAbout('SHELF-03', 'technical')).toEqual([]);
        const last = await cannotStart('SHELF-03');
        await centre.passes(READ_MS);
        expect(await tasksAbout('SHELF-03', 'technical')).toMatchObject([
          {
            body: {
              team: 'quality',
              name: 'New problem: SHELF-03, technical/does-not-start',
              description: expect.stringContaining(last),
            },
          },
        ]);
      },
    );

    test.each<[string, PlannedFault]>([
      ['fails twice', throwsAtOnce(2)],
      ['has counted it and cannot say so', answerLost(1)],
    ])('a complaint is counted once where the function %s', async (title, fault) => {
      const sku = title.startsWith('fails') ? 'LAMP-01' : 'PAPER-A4';
      centre.fault('follow-cases', fault);
      await complains(sku);
      await centre.passes(READ_MS);
      expect(await countOf(sku)).toBe(1);
    });
  });

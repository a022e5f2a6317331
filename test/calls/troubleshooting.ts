/** A product that does not work: what is wrong is asked, steps are tried with the caller, and what did not help is a case. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, answers, type PlannedFault, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { imani, stranger, withheld } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { rowsAtLength } from './at-length.ts';
import { owner } from './escalation/people.ts';
import { keptOf } from './trouble.ts';

export const describeTroubleshooting = (the: Shared): void =>
  describe('a product that does not work', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    /** Presses these keys once the symptoms have been named. */
    async function tells(
      keys: readonly string[],
      person: { readonly from?: string } = stranger,
    ): Promise<Call> {
      const call = centre.dial(person);
      for (const key of ['3', '2']) await call.presses(key);
      await call.hears(prompts.askSymptom);
      for (const key of keys) await (key === '' ? call.staysSilent() : call.presses(key));
      return call;
    }
    const isNoted = async (call: Call) => {
      await call.hears(prompts.problemNoting);
      await call.hears(/Your case number is .*\. .*\. .* by .*\.$/);
      return await keptOf(centre, call);
    };

    test.each([
      [
        'does not switch on',
        '1',
        'does-not-start',
        [prompts.stepPlug, prompts.stepRestart],
        'it does not switch on. Tried without success: another socket; a minute without power.',
      ],
      [
        'stops',
        '2',
        'stops',
        [prompts.stepClean, prompts.stepRestart],
        'it stops or switches itself off. Tried without success: cooled down, filter and vents cleared; a minute without power.',
      ],
      [
        'leaks',
        '3',
        'noise-or-leak',
        [prompts.stepLevel, prompts.stepHose],
        'it makes noise or leaks. Tried without success: level, with nothing touching it or stuck in it; filter, lid and hoses seated.',
      ],
      [
        'has another trouble',
        '4',
        'something-else',
        [prompts.stepRestart, prompts.stepPlug],
        'something else. Tried without success: a minute without power; another socket.',
      ],
    ])(
      'and %s is a case of the technicians once two steps have not helped',
      async (_what, key, symptom, steps, note) => {
        const call = await tells([key]);
        await call.hears(prompts.offerSteps);
        await call.presses('1');
        for (const step of steps) {
          await call.hears(step);
          await call.presses('2');
        }
        // Nobody knows whose orders these would be.
        call.never.hears(prompts.troubleOrder);
        expect(await isNoted(call)).toEqual({
          cases: [
            expect.objectContaining({
              reason: 'problem-product',
              type: 'technical',
              department: 'technical',
              status: 'open',
              details: { symptom },
              phoneNumber: stranger.from,
              isVerified: false,
            }),
          ],
          notes: [`internal: Said by key: ${note}`],
        });
      },
    );

    test.each([
      ['the first step', ['1', '1', '1'], '0'],
      ['the second step', ['1', '1', '2', '1'], '1'],
    ])(
      'and works after %s is no case; the record of the call says what was tried',
      async (_step, keys, stepsTried) => {
        const call = await tells(keys);
        await call.hears(prompts.stepHelped);
        await call.hears(prompts.afterProblem);
        expect(call.attributes).toMatchObject({
          symptom: 'does-not-start',
          stepsTried,
          troubleshooting: 'works',
        });
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
        call.never.hears(/case number/);
        expect(await centre.casesOf(call)).toEqual([]);
      },
    );

    test('is a case without a step for who would rather be called', async () => {
      const call = await tells(['2', '2']);
      expect(await isNoted(call)).toMatchObject({
        cases: [{ details: { symptom: 'stops' } }],
        notes: ['internal: Said by key: it stops or switches itself off. No step was tried.'],
      });
      call.never.hears(prompts.stepClean);
    });

    test('is tried for as long as it takes: who says nothing hears that we are there, and who asks hears it again', async () => {
      const call = await tells(['3', '1']);
      await call.staysSilent();
      await call.hears(prompts.stepSilence);
      await call.hears(prompts.stepLevel);
      await call.presses('3');
      expect(call.heard.filter((words) => words === prompts.stepLevel)).toHaveLength(3);
      await call.presses('2');
      await call.hears(prompts.stepHose);
      await call.presses('1');
      await call.hears(prompts.stepHelped);
    });

    test.each([
      ['what is wrong', [], {}, []],
      ['whether to try', ['4'], { details: { symptom: 'something-else' } }, ['No step was tried.']],
      [
        'whether the first step helped',
        ['4', '1'],
        { details: { symptom: 'something-else' } },
        ['No step was tried.'],
      ],
      [
        'whether the second step helped',
        ['4', '1', '2'],
        { details: { symptom: 'something-else' } },
        ['Tried without success: a minute without power.'],
      ],
    ])('is a case for who three times says nothing usable to %s', async (_what, keys, known, notes) => {
      for (const three of [
        ['', '', ''],
        ['7', '*', ''],
      ]) {
        const call = await tells([...keys, ...three]);
        const kept = await isNoted(call);
        expect(kept).toMatchObject({ cases: [{ type: 'technical', ...known }] });
        expect(kept.notes.map((note) => note.slice(-(notes[0]?.length ?? 0)))).toEqual(notes);
        if (keys.length === 0) expect(kept.cases[0]).not.toHaveProperty('details');
      }
    });

    test.each(rowsAtLength([['4', '1', '2'], [], ['4'], ['4', '1']]))(
      'is told to a person by who presses 0 after %s %s %s',
      async (...keys) => {
        const call = await tells([...keys.filter((key) => key !== undefined), '0']);
        await call.isQueuedIn('support');
        expect(call.attributes['reason']).toBe('problem');
        expect(await centre.casesOf(call)).toEqual([]);
      },
    );

    test('told twice in one call is one case with a note of each', async () => {
      const call = await tells(['1', '2', '3', '3', '2', '2', '1', '2', '2', '9']);
      await call.endsIn(prompts.goodbye);
      const { cases, notes } = await keptOf(centre, call);
      expect(cases).toMatchObject([{ details: { symptom: 'does-not-start' } }]);
      expect(notes.toSorted()).toEqual([
        'internal: Said by key: it does not switch on. No step was tried.',
        'internal: Said by key: it stops or switches itself off. Tried without success: cooled down, filter and vents cleared; a minute without power.',
      ]);
    });

    test('whose caller withholds the number is kept with one that they key', async () => {
      const call = await tells(['1', '2'], withheld);
      call.never.hears(prompts.troubleOrder);
      await call.hears(prompts.numberUnseen);
      await call.presses('2025550178#');
      await call.presses('1');
      await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
      expect(await keptOf(centre, call)).toMatchObject({
        cases: [
          {
            type: 'technical',
            reason: 'problem-product',
            phoneNumber: '+12025550178',
            details: { symptom: 'does-not-start' },
          },
        ],
        notes: ['internal: Said by key: it does not switch on. No step was tried.'],
      });
    });

    test('whose caller withholds the number and keys none is taken down by a person', async () => {
      const call = await tells(['1', '2'], withheld);
      await call.presses('0#');
      await call.hears(prompts.cannotCallBack);
      await call.isQueuedIn('support');
      expect(await centre.casesOf(call)).toEqual([]);
    });

    test.each<[string, () => PlannedFault]>(
      rowsAtLength([
        ['throws', throwsAtOnce],
        ['is throttled', throttled],
        ['is too slow', timeout],
        ['answers nothing', () => answers('empty-result')],
      ]),
    )('is taken down by a person where the function %s', async (_how, fault) => {
      const call = await tells(['1']);
      centre.fault('open-technical', fault());
      await call.presses('2');
      await call.hears(prompts.problemNotNoted);
      await call.isQueuedIn('support');
      call.never.hears(/case number/);
    });

    test('whose answer is lost is one case with one note', async () => {
      const call = await tells(['1', '1', '2']);
      centre.fault('open-technical', answerLost(1));
      await call.presses('2');
      const { cases, notes } = await isNoted(call);
      expect([cases.length, notes.length]).toEqual([1, 1]);
    });

    test('of a verified customer with such a case is that case, unless it is another one', async () => {
      const first = await tells(['1', '2', '#'], imani);
      await first.hears(/Your case number is/);
      const again = centre.dial(imani);
      await again.presses('3');
      again.isGiven({ verified: 'true' });
      await again.presses('2');
      await again.hears(/^You have told us of such a problem\. Case .* is about a product/);
      await again.presses('2');
      await again.hears(prompts.askSymptom);
      for (const key of ['3', '2', '#']) await again.presses(key);
      expect(await isNoted(again)).toMatchObject({
        cases: [{ customerId: imani.customerId, isVerified: true, details: { symptom: 'noise-or-leak' } }],
      });
    });

    describe('of a customer', () => {
      const buyer = owner();
      const NOTE = 'it does not switch on. No step was tried.';
      beforeAll(async () => {
        const { customerId } = buyer;
        await centre.saveOrder(customerId, '6501', { 'LAMP-01': 1, 'PAPER-A4': 2 }, { placedDaysAgo: 9 });
        await centre.saveOrder(customerId, '6502', { 'CHAIR-07': 2 });
      });
      /** Is asked which order it is, once. */
      async function isAsked({ from, customerId }: Partial<typeof buyer> = buyer): Promise<Call> {
        const call = await tells(['1'], from === undefined ? {} : { from });
        if (customerId !== undefined) call.isGiven({ customerId });
        await call.presses('2');
        await call.hears(prompts.troubleOrder);
        return call;
      }
      /** Each case of the call: what is known of it, and what stands beside it. */
      async function keptWith(call: Call) {
        const cases = await centre.casesOf(call);
        const all = await centre.items('CasesTable');
        return cases.map(({ caseNumber, details }) => ({
          details,
          beside: all
            .filter((item) => item['caseNumber'] === caseNumber && item['sk'] !== 'CASE')
            .map(({ sk, words }) => words ?? sk)
            .toSorted(),
        }));
      }
      /** Tells of another product from the menu after the last one, skipping the steps. */
      async function tellsAgain(call: Call, symptom: string, order: string): Promise<void> {
        for (const key of ['3', '3', '2', symptom, '2']) await call.presses(key);
        await call.hears(prompts.troubleOrder);
        await (order === '' ? call.staysSilent() : call.presses(order));
        await call.hears(/Your case number is/);
      }

      test.each([
        ['1#', { orderNumber: '6502', product: 'CHAIR-07' }],
        ['6502#', { orderNumber: '6502', product: 'CHAIR-07' }],
        // Which of the two it is, a person asks.
        ['6501#', { orderNumber: '6501' }],
      ])('is a case with the order named by %s, of which nothing is said to them', async (keys, order) => {
        const call = await isAsked();
        const before = call.heard.length;
        await call.presses(keys);
        await call.hears(prompts.afterProblem);
        expect(await keptWith(call)).toEqual([
          {
            details: { symptom: 'does-not-start', ...order },
            beside: [`LINK#ORDER#${order.orderNumber}`, `Said by key: ${NOTE}`],
          },
        ]);
        expect(call.heard.slice(before)).toEqual([
          prompts.problemNoting,
          expect.stringMatching(/^Thank you\. Your case number is [\d ,]+\. I repeat, [\d ,]+\. /),
          prompts.afterProblem,
        ]);
      });

      test.each(rowsAtLength(['', '#', '*#']))(
        'who keys %j is asked no more, and has the case all the same',
        async (keys) => {
          const call = await isAsked();
          await (keys === '' ? call.staysSilent() : call.presses(keys));
          await call.hears(/Your case number is/);
          expect(call.heard.filter((words) => words === prompts.troubleOrder)).toHaveLength(1);
          expect(await keptWith(call)).toEqual([
            { details: { symptom: 'does-not-start' }, beside: [`Said by key: ${NOTE}`] },
          ]);
        },
      );

      test.each(rowsAtLength(['1002#', '777777#', '2#', '12345678901234567890#']))(
        'who names the order %s, which is none of theirs, hears nothing of it, and the technicians ask',
        async (keys) => {
          const call = await isAsked();
          const before = call.heard.length;
          await call.presses(keys);
          await call.hears(prompts.afterProblem);
          expect(call.heard.slice(before)).toHaveLength(3);
          expect(await keptWith(call)).toEqual([
            {
              details: { symptom: 'does-not-start' },
              beside: [
                'Keyed the number of an order that is none of theirs: ask which one it is about.',
                `Said by key: ${NOTE}`,
              ],
            },
          ]);
        },
      );

      test('who has never ordered has a case about no order, and no note that they named one', async () => {
        const call = await isAsked({ ...owner() });
        await call.presses('1#');
        await call.hears(/Your case number is/);
        expect(await keptWith(call)).toEqual([
          { details: { symptom: 'does-not-start' }, beside: [`Said by key: ${NOTE}`] },
        ]);
      });

      test('who presses 0 there speaks with a person, and nothing is kept yet', async () => {
        const call = await isAsked();
        await call.presses('0#');
        await call.isQueuedIn('support');
        expect(await centre.casesOf(call)).toEqual([]);
      });

      test('who says nothing usable of what is wrong may still say which order it is', async () => {
        const call = await tells([''], buyer);
        call.isGiven({ customerId: buyer.customerId });
        for (const key of ['7', '']) await (key === '' ? call.staysSilent() : call.presses(key));
        await call.hears(prompts.troubleOrder);
        await call.presses('1#');
        await call.hears(/Your case number is/);
        expect(await keptWith(call)).toEqual([
          { details: { orderNumber: '6502', product: 'CHAIR-07' }, beside: ['LINK#ORDER#6502'] },
        ]);
      });

      test('with a product of each of two orders has a case of each, however often either is told', async () => {
        const call = await isAsked();
        await call.presses('1#');
        await tellsAgain(call, '2', '6501#');
        await tellsAgain(call, '2', '6501#');
        await tellsAgain(call, '1', '6502#');
        // Which of the two it is nobody knows: it stands with the first.
        await tellsAgain(call, '3', '');
        const opened = await keptWith(call);
        expect(opened).toHaveLength(2);
        expect(opened).toEqual(
          expect.arrayContaining([
            {
              details: { symptom: 'does-not-start', orderNumber: '6502', product: 'CHAIR-07' },
              beside: [
                'LINK#ORDER#6502',
                `Said by key: ${NOTE}`,
                'Said by key: it makes noise or leaks. No step was tried.',
              ],
            },
            {
              details: { symptom: 'stops', orderNumber: '6501' },
              beside: ['LINK#ORDER#6501', 'Said by key: it stops or switches itself off. No step was tried.'],
            },
          ]),
        );
      });

      test('whose answers are lost has one case with one link for each order', async () => {
        const call = await isAsked();
        centre.fault('open-technical', answerLost(1));
        await call.presses('1#');
        await call.hears(/Your case number is/);
        centre.fault('open-technical', answerLost(1));
        await tellsAgain(call, '1', '6501#');
        const opened = await keptWith(call);
        expect(opened.map(({ beside }) => beside).toSorted()).toEqual([
          ['LINK#ORDER#6501', `Said by key: ${NOTE}`],
          ['LINK#ORDER#6502', `Said by key: ${NOTE}`],
        ]);
      });

      test.each(rowsAtLength(['1#', '6501#', '#']))(
        'who keyed %s and whose case cannot be kept reaches a person',
        async (keys) => {
          const call = await isAsked();
          centre.fault('open-technical', throttled());
          await call.presses(keys);
          await call.hears(prompts.problemNotNoted);
          await call.isQueuedIn('support');
          expect(await centre.casesOf(call)).toEqual([]);
        },
      );
    });
  });

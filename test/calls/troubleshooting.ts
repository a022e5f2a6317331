/** A product that does not work: what is wrong is asked, steps are tried with the caller, and what did not help is a case. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, answers, type PlannedFault, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { imani, stranger, withheld } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { rowsAtLength } from './at-length.ts';
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

    test('whose number is withheld is taken down by a person, and nothing is kept', async () => {
      const call = await tells(['1', '2'], withheld);
      await call.hears(prompts.problemWithheld);
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
      const first = await tells(['1', '2'], imani);
      await first.hears(/Your case number is/);
      const again = centre.dial(imani);
      await again.presses('3');
      again.isGiven({ verified: 'true' });
      await again.presses('2');
      await again.hears(/^You have told us of such a problem\. Case .* is about a product/);
      await again.presses('2');
      await again.hears(prompts.askSymptom);
      for (const key of ['3', '2']) await again.presses(key);
      expect(await isNoted(again)).toMatchObject({
        cases: [{ customerId: imani.customerId, isVerified: true, details: { symptom: 'noise-or-leak' } }],
      });
    });
  });

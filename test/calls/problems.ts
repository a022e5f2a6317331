/** Problems become cases with a number and a promise, and the next call hears how they stand. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits } from '../../lambdas/domain/spoken.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, answers, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { greta, imani, stranger, tomas, WRONG_PIN, withheld } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength, rowsAtLength } from './at-length.ts';
import { hasCase, kept, type Owner, owner } from './escalation/people.ts';

export const describeProblems = (the: Shared): void =>
  describe('problems', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    async function atProblems(person: { readonly from?: string }): Promise<Call> {
      const call = centre.dial(person);
      await call.presses('3');
      await call.hears(prompts.askProblem);
      return call;
    }

    /** The PIN has tests of its own, and hashing it takes time. */
    async function isVerified(person: { readonly from?: string }): Promise<Call> {
      const call = await atProblems(person);
      call.isGiven({ verified: 'true' });
      return call;
    }

    async function reports(key: string, person: { readonly from?: string } = stranger): Promise<string> {
      const call = await atProblems(person);
      await call.presses(key);
      await call.hears(/Your case number is/);
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
      const [opened] = await centre.casesOf(call);
      return String(opened?.['caseNumber']);
    }

    describe('a problem', () => {
      test.each([
        ['1', 'problem-delivery'],
        ['3', 'problem-invoice'],
        ['4', 'problem-other'],
      ])('by %s is a case of the kind %s, told twice with the time of our call', async (key, reason) => {
        const call = await atProblems(stranger);
        await call.presses(key);
        await call.hears(prompts.problemNoting);
        await call.hears(/by .* P M today, at the number you are calling from\./);
        const cases = await centre.casesOf(call);
        expect(cases).toMatchObject([
          { reason, status: 'open', phoneNumber: stranger.from, isVerified: false },
        ]);
        const number = spokenDigits(String(cases[0]?.['caseNumber']));
        expect(call.heard.at(-1)).toContain(`Your case number is ${number}. I repeat, ${number}.`);
      });

      test.each([
        ['1', '1', 'defect', 'high'],
        ['1', '4', 'other', 'high'],
        ['2', '2', 'damage', 'normal'],
        ['2', '3', 'wrong-item', 'normal'],
      ])(
        'that is a complaint, by %s and %s, is kept with cause %s and severity %s',
        async (bad, cause, kept, severity) => {
          const call = await atProblems(stranger);
          await call.presses('6');
          await call.hears(prompts.complaintHeard);
          await call.presses(bad);
          await call.hears(prompts.complaintCause);
          await call.presses(cause);
          await call.hears(prompts.complaintWanted);
          await call.presses('4');
          await call.hears(/Your case number is/);
          // Nobody knows whose orders these would be.
          call.never.hears(prompts.complaintOrder);
          expect(await centre.casesOf(call)).toEqual([
            expect.objectContaining({
              type: 'complaint',
              severity,
              details: { cause: kept },
              department: 'support',
              status: 'open',
            }),
          ]);
        },
      );

      describe('that is a complaint of a customer', () => {
        beforeAll(async () => {
          await centre.saveOrder(
            greta.customerId,
            '6301',
            { 'LAMP-01': 1, 'PAPER-A4': 2 },
            { placedDaysAgo: 9 },
          );
          await centre.saveOrder(greta.customerId, '6302', { 'LAMP-01': 2 });
        });
        const begins = async (person: { readonly from?: string } = greta): Promise<Call> => {
          const call = await atProblems(person);
          for (const key of ['6', '1', '2']) await call.presses(key);
          await call.hears(prompts.complaintWanted);
          return call;
        };
        const complains = async (...keys: readonly string[]): Promise<Call> => {
          const call = await begins();
          for (const key of keys) await call.presses(key);
          await call.hears(/Your case number is/);
          return call;
        };
        const kept = async (call: Call) => {
          const [opened] = await centre.casesOf(call);
          const beside = (await centre.items('CasesTable')).filter(
            ({ caseNumber, sk }) => caseNumber === opened?.['caseNumber'] && sk !== 'CASE',
          );
          return { details: opened?.['details'], beside: beside.map(({ sk, words }) => words ?? sk) };
        };
        test.each([
          ['1', '1#', 'refund', { orderNumber: '6302', product: 'LAMP-01' }],
          ['2', '6302#', 'replacement', { orderNumber: '6302', product: 'LAMP-01' }],
          // Which of the two it is, a person asks.
          ['3', '6301#', 'repair', { orderNumber: '6301' }],
        ])(
          'is kept with what they want, by %s, and their order, by %s',
          async (key, keys, wantedOutcome, order) => {
            expect(await kept(await complains(key, keys))).toEqual({
              details: { cause: 'damage', wantedOutcome, ...order },
              beside: [`LINK#ORDER#${order.orderNumber}`],
            });
          },
        );
        test('who says nothing any more is kept all the same', async () => {
          const call = await begins();
          await call.staysSilent();
          await call.hears(prompts.complaintOrder);
          await call.staysSilent();
          await call.hears(/Your case number is/);
          expect(await kept(call)).toEqual({ details: { cause: 'damage' }, beside: [] });
        });
        test.each(['1002#', '777777#', '12345678901234567890#'])(
          'who names the order %s, which is none of theirs, is asked by a person, and told nothing of it',
          async (keys) => {
            const call = await complains('2', keys);
            expect(await kept(call)).toEqual({
              details: { cause: 'damage', wantedOutcome: 'replacement' },
              beside: ['Keyed the number of an order that is none of theirs: ask which one it is about.'],
            });
          },
        );
        test('who has never ordered is about no order', async () => {
          const call = await begins();
          call.isGiven({ customerId: 'c-404' });
          for (const key of ['2', '1#']) await call.presses(key);
          await call.hears(/Your case number is/);
          expect(await kept(call)).toMatchObject({ details: { wantedOutcome: 'replacement' }, beside: [] });
        });
        test('who complains of two orders in one call, or wants another thing of one, has all that they said kept', async () => {
          const call = await complains('1', '1#');
          const again = async (...keys: readonly string[]) => {
            await call.presses('3');
            for (const key of ['3', '6', '1', '2', ...keys]) await call.presses(key);
            await call.hears(/Your case number is/);
          };
          await again('1', '6301#');
          await again('2', '1#');
          // Told once more, it is the case that there is.
          await again('1', '1#');
          const opened = await centre.casesOf(call);
          expect(opened.map(({ details }) => details)).toEqual(
            expect.arrayContaining([
              { cause: 'damage', wantedOutcome: 'refund', orderNumber: '6302', product: 'LAMP-01' },
              { cause: 'damage', wantedOutcome: 'refund', orderNumber: '6301' },
              { cause: 'damage', wantedOutcome: 'replacement', orderNumber: '6302', product: 'LAMP-01' },
            ]),
          );
          expect(opened).toHaveLength(3);
        });
        test('whose answer is lost is one case with one link', async () => {
          const call = await begins();
          centre.fault('open-complaint', answerLost(1));
          for (const key of ['1', '1#']) await call.presses(key);
          await call.hears(/Your case number is/);
          expect(await centre.casesOf(call)).toHaveLength(1);
          expect((await kept(call)).beside).toEqual(['LINK#ORDER#6302']);
        });
        test('who withholds the number keys one, and whose case cannot be kept reaches a person', async () => {
          const hidden = await begins(withheld);
          await hidden.presses('1');
          await hidden.hears(prompts.numberUnseen);
          await hidden.presses('2025550178#');
          await hidden.presses('1');
          await hidden.endsIn(/^We will call you at that number by .* goodbye\.$/);
          expect(await centre.casesOf(hidden)).toMatchObject([
            {
              reason: 'complaint-damage-high',
              type: 'complaint',
              phoneNumber: '+12025550178',
              details: { cause: 'damage', wantedOutcome: 'refund' },
            },
          ]);
          const call = await begins();
          centre.fault('open-complaint', throttled());
          for (const key of ['1', '1#']) await call.presses(key);
          await call.hears(prompts.problemNotNoted);
          await call.isQueuedIn('support');
          expect(await centre.casesOf(call)).toEqual([]);
        });
      });

      test('told twice in one call is one case, another one a second', async () => {
        const call = await atProblems(stranger);
        await call.presses('1');
        await call.presses('3');
        await call.presses('3');
        await call.presses('1');
        await call.hears(prompts.problemNoting);
        await call.presses('3');
        expect(await centre.casesOf(call)).toHaveLength(1);
        await call.presses('3');
        await call.presses('4');
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
        expect(await centre.casesOf(call)).toHaveLength(2);
      });

      test('of a caller whose number is withheld is kept with the number that they key', async () => {
        const call = await atProblems(withheld);
        await call.presses('1');
        await call.hears(prompts.numberUnseen);
        await call.presses('2025550178#');
        await call.hears(/^Your number is 2 0 2 5, 5 5 0 1, 7 8\./);
        await call.presses('1');
        await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
        expect(await centre.casesOf(call)).toMatchObject([
          { reason: 'problem-delivery', phoneNumber: '+12025550178', isVerified: false },
        ]);
      });

      test.each([
        ['keys none', ['0#'], prompts.cannotCallBack],
        ['keys one that cannot be kept', ['2025550178#', '1'], prompts.problemNotNoted],
      ])(
        'of a caller who withholds the number and %s is taken down by a person',
        async (_who, keys, words) => {
          const call = await atProblems(withheld);
          if (words === prompts.problemNotNoted) centre.fault('leave-number', throttled());
          for (const key of ['1', ...keys]) await call.presses(key);
          await call.hears(words);
          await call.isQueuedIn('support');
          expect(call.attributes['reason']).toBe('problem');
          expect(await centre.casesOf(call)).toEqual([]);
        },
      );

      test.each(rowsAtLength([1, 3]))('whose answer is lost %s times is one case', async (times) => {
        const call = centre.dial({ ...stranger, faults: { 'open-case': answerLost(times) } });
        await call.presses('3');
        await call.presses('1');
        await call.hears(/Your case number is/);
        expect(await centre.casesOf(call)).toHaveLength(1);
      });

      test.each([
        ['throws', throwsAtOnce],
        ['is throttled', throttled],
        ['is too slow', timeout],
        ['answers nothing', () => answers('empty-result')],
      ])('that cannot be kept because the function %s is taken down by a person', async (_how, fault) => {
        const call = centre.dial({ ...stranger, faults: { 'open-case': fault() } });
        await call.presses('3');
        await call.presses('1');
        await call.hears(prompts.problemNotNoted);
        await call.isQueuedIn('support');
        expect(call.attributes['reason']).toBe('problem');
        call.never.hears(/case number/);
      });

      test('can be told to a person, who hears so', async () => {
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = await atProblems(stranger);
        await call.presses('0');
        await sam.accepts(call);
        await sam.hears(call, 'Not verified. The caller wants to report a problem.');
      });
    });

    describe('a caller who says nothing that we can use', () => {
      test.each([
        ['silence', ['', '', ''], prompts.problemSilence],
        ['other keys', ['7', '*', '#'], prompts.problemOtherKey],
      ])(
        'at the kinds of problems, by %s, reaches a person after three tries',
        async (_what, inputs, words) => {
          const call = await atProblems(stranger);
          for (const key of inputs) {
            await (key === '' ? call.staysSilent() : call.presses(key));
            await call.hears(words);
          }
          await call.hears(prompts.choiceGiveUp);
          await call.isQueuedIn('support');
          expect(call.attributes['reason']).toBe('problem');
        },
      );

      test.each([
        ['silence', ['', '', ''], prompts.afterProblemSilence],
        ['other keys', ['1', '*', '5'], prompts.afterProblemOtherKey],
      ])(
        'after the case, by %s, reaches a person after three tries; the case stays',
        async (_what, inputs, words) => {
          const call = await atProblems(stranger);
          await call.presses('4');
          for (const key of inputs) {
            await (key === '' ? call.staysSilent() : call.presses(key));
            await call.hears(words);
          }
          await call.hears(prompts.afterProblemGiveUp);
          await call.isQueuedIn('support');
          expect(await centre.casesOf(call)).toHaveLength(1);
        },
      );
    });

    describe('an open case', () => {
      test('is heard on the next call of a verified customer', async () => {
        const number = await reports('1', imani);
        const call = await isVerified(imani);
        await call.presses('5');
        await call.hears(
          new RegExp(
            `^Case ${spokenDigits(number)} is about a delivery, and we will call you back by .* P M today\\.$`,
          ),
        );
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
      });

      test('is heard after the PIN', async () => {
        await reports('3', tomas);
        const call = await atProblems(tomas);
        await call.presses('5');
        await call.presses(`${tomas.pin}#`);
        await call.hears(/^Case .* is about an invoice/);
      });

      atLength('is the newest of several', async () => {
        await reports('1', imani);
        await centre.passes(1_000);
        const number = await reports('3', imani);
        const call = await isVerified(imani);
        await call.presses('5');
        await call.hears(`Case ${spokenDigits(number)} is about an invoice`);
      });

      test('whose promise has passed is owned up to', async () => {
        await reports('4', imani);
        await centre.passes(7 * 60 * 60_000);
        const call = await isVerified(imani);
        await call.presses('5');
        await call.hears(/is still open\. We are sorry/);
      });

      test('is nobody’s before the PIN is right', async () => {
        await reports('1', imani);
        const call = await atProblems(imani);
        await call.presses('5');
        for (let count = 0; count < 3; count += 1) await call.presses(`${WRONG_PIN}#`);
        await call.isQueuedIn('orders');
        call.never.hears(/^Case /);
        expect(call.attributes).toMatchObject({ verified: 'false', reason: 'wrong-pin' });
      });

      test('of somebody whom we do not know is nobody’s, whatever is verified', async () => {
        await reports('1', stranger);
        const call = await isVerified({ from: '+12025550198' });
        await call.presses('5');
        await call.hears(prompts.noCase);
        await call.presses('3');
        await call.hears(prompts.mainMenu);
      });

      test('that does not exist is said in words, and a person is a key away', async () => {
        const call = await isVerified(tomas);
        call.isGiven({ customerId: 'c-1003' });
        await call.presses('5');
        await call.hears(prompts.noCase);
        await call.presses('0');
        await call.isQueuedIn('support');
        expect(call.attributes['reason']).toBe('case-question');
      });

      test.each([
        ['throws', throwsAtOnce],
        ['is throttled', throttled],
        ['is too slow', timeout],
        ['answers nothing', () => answers('empty-result')],
      ])('that cannot be looked up because the function %s leads to a person', async (_how, fault) => {
        const call = await isVerified(imani);
        centre.fault('lookup-case', fault());
        await call.presses('5');
        await call.hears(prompts.caseFault);
        await call.isQueuedIn('support');
        expect(call.attributes['reason']).toBe('case-lookup-fault');
      });
    });

    describe('a verified caller who reports a problem again', () => {
      const reportsAgain = async (one: Owner): Promise<Call> => {
        const call = centre.dial(one);
        await call.presses('3');
        await call.hears(prompts.askProblem);
        call.isGiven({ customerId: one.customerId, verified: 'true' });
        await call.presses('1');
        return call;
      };

      test('hears of the case that there is, and can have it raised', async () => {
        const one = await hasCase(centre, owner());
        const call = await reportsAgain(one);
        await call.hears(
          `You have told us of such a problem. Case ${spokenDigits(one.caseNumber)} is about a delivery`,
        );
        await call.presses('1');
        await call.hears(prompts.afterCase);
        await call.presses('1');
        await call.isQueuedIn('escalations');
        expect(await centre.casesOf(call)).toEqual([]);
        expect(await kept(centre, one)).toMatchObject({ escalations: 1 });
      });

      atLength('opens another case where it is another problem', async () => {
        const call = await reportsAgain(await hasCase(centre, owner()));
        await call.presses('2');
        await call.hears(/Your case number is/);
        expect(await centre.casesOf(call)).toHaveLength(1);
      });

      test.each([
        ['silence', ['', '', ''], prompts.knownCaseSilence],
        ['other keys', ['5', '*', '#'], prompts.knownCaseOtherKey],
      ])('and answers by %s reaches a person after three tries', async (_what, inputs, words) => {
        const call = await reportsAgain(await hasCase(centre, owner()));
        for (const key of inputs) {
          await (key === '' ? call.staysSilent() : call.presses(key));
          await call.hears(words);
        }
        await call.hears(prompts.afterProblemGiveUp);
        await call.isQueuedIn('support');
      });
    });
  });

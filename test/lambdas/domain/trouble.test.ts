/** What is counted as one problem, in which week, and from when on quality is told. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseDetails } from '../../../lambdas/domain/case-details.ts';
import { CASE_TYPES } from '../../../lambdas/domain/case-types.ts';
import { isoWeek, secondsAfterWeek, weekAt, weekBefore } from '../../../lambdas/domain/iso-week.ts';
import { isProblem, PROBLEM_CODES, problemCode } from '../../../lambdas/domain/problem-code.ts';
import {
  isToBeTold,
  type Pair,
  pairAfter,
  pairOf,
  troubleMessage,
  weeksBefore,
} from '../../../lambdas/domain/trouble.ts';
import { SYMPTOMS } from '../../../lambdas/domain/troubleshooting.ts';

const UTC = { timeZone: 'UTC' };

describe('the problem of a case', () => {
  test.each<[(typeof CASE_TYPES)[number], CaseDetails, string]>([
    ['complaint', { cause: 'damage' }, 'complaint/damage'],
    ['complaint', { deliveryProblem: 'late' }, 'complaint/unknown'],
    ['delivery', { deliveryProblem: 'late', cause: 'damage' }, 'delivery/late'],
    ['technical', { symptom: 'it smells of fish', cause: 'defect' }, 'technical/defect'],
    ['technical', { symptom: 'it smells of fish' }, 'technical/unknown'],
    ['technical', { symptom: 'does-not-start' }, 'technical/does-not-start'],
    ['technical', { symptom: 'something-else' }, 'technical/something-else'],
    ['technical', { symptom: 'stops', cause: 'defect' }, 'technical/defect'],
    ['technical', { symptom: 'unknown' }, 'technical/unknown'],
    ['technical', { symptom: 'defect' }, 'technical/unknown'],
    ['complaint', { symptom: 'stops' }, 'complaint/unknown'],
    ['billing', { invoiceProblem: 'charged-twice' }, 'billing/charged-twice'],
    ['payment', { paymentProblem: 'declined' }, 'payment/declined'],
    ['return', { cause: 'wrong-item', condition: 'opened' }, 'return/wrong-item'],
    ['return', { condition: 'damaged' }, 'return/damaged'],
    ['callback', { cause: 'defect' }, 'callback'],
    ['other', { matter: 'complaint/damage' }, 'other'],
  ])('of the type %s with %j is %s', (type, details, code) => {
    expect(problemCode(type, details)).toBe(code);
  });
  test('is one of the list, whatever anybody has written down', () => {
    const text = fc.string();
    const symptoms = fc.oneof(text, fc.constantFrom(...SYMPTOMS));
    fc.assert(
      fc.property(fc.constantFrom(...CASE_TYPES), symptoms, text, (type, symptom, matter) => {
        expect(PROBLEM_CODES).toContain(problemCode(type, { symptom, matter }));
      }),
    );
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
    expect(PROBLEM_CODES.filter((code) => !isProblem(code))).toEqual([
      'order-check',
      'callback',
      'voicemail',
      'wish',
      'other',
    ]);
  });
  test('is about the same product however its number is written, and about none where nobody knows which', () => {
    expect(pairOf('complaint', { product: 'lamp-01', cause: 'defect' })).toEqual({
      product: 'LAMP-01',
      code: 'complaint/defect',
    });
    expect(pairOf('complaint', {}).product).toBeUndefined();
  });
});

describe('a case that was counted already', () => {
  const counted = { product: 'WASH-05', code: 'technical/stops' };
  type Type = (typeof CASE_TYPES)[number];
  test.each<[string, Pair, Type, CaseDetails | undefined, Pair]>([
    [
      "keeps the symptom by key under an agent's words, and has the product that they found",
      { code: 'technical/stops' },
      'technical',
      { product: 'wash-05', symptom: 'Hums.' },
      counted,
    ],
    [
      'moves to another symptom by key',
      counted,
      'technical',
      { product: 'WASH-05', symptom: 'noise-or-leak' },
      { product: 'WASH-05', code: 'technical/noise-or-leak' },
    ],
    [
      'moves to the cause that an agent has chosen',
      counted,
      'technical',
      { product: 'WASH-05', symptom: 'stops', cause: 'defect' },
      { product: 'WASH-05', code: 'technical/defect' },
    ],
    [
      'moves from unknown to the symptom that it has, as one of before does',
      { code: 'technical/unknown' },
      'technical',
      { symptom: 'stops' },
      { product: undefined, code: 'technical/stops' },
    ],
    [
      'of words alone stays unknown',
      { code: 'technical/unknown' },
      'technical',
      { symptom: 'Hums.' },
      { product: undefined, code: 'technical/unknown' },
    ],
    [
      'takes no symptom along to another type',
      counted,
      'complaint',
      { product: 'WASH-05', symptom: 'Hums.' },
      { product: 'WASH-05', code: 'complaint/unknown' },
    ],
    ['stays where it was once its customer is erased', counted, 'technical', undefined, counted],
    [
      'stays with its symptom once its customer is erased',
      { code: 'technical/stops' },
      'technical',
      undefined,
      { code: 'technical/stops' },
    ],
  ])('%s', (_title, before, type, details, after) => {
    expect(pairAfter(before, type, details)).toEqual(after);
  });
});

describe('weeks', () => {
  test.each([
    ['2026-11-16T00:00:00Z', '2026-W47'],
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2023-01-01T00:00:00Z', '2022-W52'],
  ])('%s is in %s', (moment, week) => {
    expect(weekAt(Date.parse(moment), UTC)).toBe(week);
  });
  test('begin at midnight where the centre is', () => {
    const sundayNight = Date.parse('2026-11-23T03:00:00Z');
    expect(weekAt(sundayNight, { timeZone: 'America/New_York' })).toBe('2026-W47');
    expect(weekAt(sundayNight, { timeZone: 'Europe/Athens' })).toBe('2026-W48');
  });
  test('follow each other without a gap, over the ends of years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
        const atMs = Date.parse('2025-06-01T00:00:00Z') + days * 86_400_000;
        const week = weekAt(atMs, UTC);
        expect(weekBefore(week)).toBe(weekAt(atMs - 7 * 86_400_000, UTC));
        expect(isoWeek.safeParse(week).success).toBe(true);
      }),
    );
    expect(weeksBefore('2027-W01').slice(0, 2)).toEqual(['2026-W53', '2026-W52']);
    expect(weeksBefore('2026-W47')).toHaveLength(12);
    expect(new Date(secondsAfterWeek('2026-W47', 1) * 1_000).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });
  test.each(['2026-W54', '2025-W53', '2026-W00', '2026-47', '26-W47', ''])('%j is none', (text) =>
    expect(isoWeek.safeParse(text).success).toBe(false),
  );
});

describe('quality', () => {
  const terms = { alertFrom: 5, newAlertFrom: 3 };
  const now = new Date('2026-11-18T12:00:00Z');
  const trend = {
    week: '2026-W47',
    product: 'LAMP-01',
    code: 'complaint/damage',
    count: 5,
    examples: ['111111', '222222'],
    weekBefore: 1,
    isNew: false,
  };
  test.each([
    ['the fifth case of a pair that was there before', {}, true],
    ['not the fourth', { count: 4 }, false],
    ['the third of a pair that is new', { count: 3, weekBefore: 0, isNew: true }, true],
    ['not the second of a new one', { count: 2, weekBefore: 0, isNew: true }, false],
    ['what was counted in last week', { week: '2026-W46' }, true],
    ['not what is corrected of the week before last', { week: '2026-W45' }, false],
    ['not calls back, however many', { code: 'callback', count: 500 }, false],
  ])('is told of %s', (_title, differs, isTold) => {
    expect(isToBeTold({ ...trend, ...differs }, terms, now, UTC)).toBe(isTold);
  });
  test('reads product, problem, both weeks and examples in a task of its own', () => {
    expect(troubleMessage(trend, now)).toMatchObject({
      messageId: 'trouble-2026-W47-LAMP-01-complaint/damage',
      body: {
        kind: 'task',
        team: 'quality',
        name: 'Problem again and again: LAMP-01, complaint/damage',
        description: '5 cases in 2026-W47, 1 in the week before. Examples: 111111, 222222.',
      },
    });
    const { product: _none, ...without } = { ...trend, count: 3, weekBefore: 0, isNew: true };
    expect(troubleMessage(without, now).body).toMatchObject({
      name: 'New problem: complaint/damage',
      description:
        '3 cases in 2026-W47, 0 in the week before. None in the 12 weeks before. Examples: 111111, 222222.',
    });
  });
});

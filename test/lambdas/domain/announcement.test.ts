/** What supervisors may announce, and what callers hear of it at a moment. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { announcedOf } from '../../../lambdas/domain/announced.ts';
import {
  type Announcement,
  type AnnouncementTerms,
  announcementTerms,
  inTheWayOf,
  objectionTo,
  spokenNow,
  switchedOn,
} from '../../../lambdas/domain/announcement.ts';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';

const NOW = Date.parse('2026-11-22T06:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const texts = { en: 'A storm.', el: 'Καταιγίδα.', hu: 'Vihar.', ro: 'O furtună.' };
const terms = (change: Partial<AnnouncementTerms> = {}): AnnouncementTerms => ({
  kind: 'announcement',
  from: at(0),
  until: at(60),
  texts,
  ...change,
});
const kept = (announcementId: string, change: Partial<AnnouncementTerms> = {}): Announcement => ({
  ...terms(change),
  announcementId,
  by: 'robin',
  at: at(0),
});

describe('an announcement', () => {
  test('in all languages, or with a fallback that has a text, can be made', () => {
    expect(objectionTo(terms(), LANGUAGES, NOW)).toBeUndefined();
    expect(objectionTo(terms({ texts: { en: 'A storm.' }, fallback: 'en' }), LANGUAGES, NOW)).toBeUndefined();
    expect(objectionTo(terms({ texts: { hu: 'Vihar.' } }), ['hu'], NOW)).toBeUndefined();
  });
  test.each([
    ['a language that is missing', { texts: { en: 'A storm.' } }, /no text in el, hu, ro/],
    ['a fallback without a text', { texts: { en: 'A storm.' }, fallback: 'hu' as const }, /fallback is 'hu'/],
    ['a topic of what is no outage', { topic: 'appointments' as const }, /^Only an outage has a topic/],
    ['an end before its beginning', { from: at(60), until: at(60) }, /^It ends/],
    ['an end that has passed', { from: at(-60), until: at(0) }, /is over already/],
    ['an end beyond a year', { until: at(367 * 24 * 60) }, /more than 366 days/],
  ])('with %s is refused with a sentence', (_what, change, objection) => {
    expect(objectionTo(terms(change), LANGUAGES, NOW)).toMatch(objection);
  });
  test.each(['', ' x', 'x'.repeat(301), '<speak>', 'a\nb', '{name}', '$.Attributes.customerId'])(
    'whose words are %j is none',
    (en) => {
      expect(z.safeParse(announcementTerms, terms({ texts: { en } })).success).toBe(false);
    },
  );
  test('is in the way of another of its kind at the same time alone', () => {
    const storm = kept('storm', { from: at(0), until: at(10) });
    expect(inTheWayOf([storm], kept('b', { from: at(9) }))).toBe(storm);
    expect(inTheWayOf([storm], kept('b', { from: at(10) }))).toBeUndefined();
    expect(inTheWayOf([storm], kept('b', { kind: 'closed' }))).toBeUndefined();
    expect(inTheWayOf([storm], kept('storm', { until: at(90) }))).toBeUndefined();
  });
  test('that is over makes room as another is switched on', () => {
    const after = switchedOn([kept('old', { until: at(-1) }), kept('b'), kept('c')], kept('b'), NOW);
    expect(after.map(({ announcementId }) => announcementId)).toEqual(['c', 'b']);
  });
});

describe('callers hear', () => {
  const heard = (...all: readonly Announcement[]) => announcedOf(spokenNow(all, NOW));
  test('from its first moment on, and not at its last', () => {
    expect(heard(kept('a', { from: at(0) })).announced).toBe('yes');
    expect(heard(kept('a', { from: at(-5), until: at(0) })).announced).toBe('no');
    expect(heard(kept('a', { from: at(1) })).announced).toBe('no');
  });
  test('an outage of everything before what is new, and that of a topic at the topic', () => {
    const news = kept('news', { texts: { en: 'News.' } });
    expect(heard(news, kept('storm', { kind: 'outage' }))).toMatchObject({
      announcementEn: 'A storm. News.',
      announcementHu: 'Vihar. News.',
      outageTopic: 'none',
      outageEn: 'none',
    });
    expect(heard(news, kept('storm', { kind: 'outage', topic: 'appointments' }))).toMatchObject({
      announcementEn: 'News.',
      outageTopic: 'appointments',
      outageRo: 'O furtună.',
    });
  });
  test('that we are closed, with the moment until which it holds', () => {
    expect(heard(kept('fire', { kind: 'closed' }))).toMatchObject({
      announced: 'no',
      closedNow: 'yes',
      closedUntil: at(60),
      closingHu: 'Vihar.',
    });
  });
  test('whatever is kept, texts alone, and flags that flows know', () => {
    const any = fc.record({
      kind: fc.constantFrom('announcement' as const, 'outage' as const, 'closed' as const),
      from: fc.integer({ min: -60, max: 60 }).map(at),
      until: fc.integer({ min: -60, max: 60 }).map(at),
      texts: fc.record({ en: fc.string(), hu: fc.string() }, { requiredKeys: [] }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (all) => {
        const answer = heard(...all.map((each, index) => kept(`${index}`, each)));
        for (const value of Object.values(answer)) expect(typeof value).toBe('string');
        expect(['yes', 'no']).toContain(answer.announced);
        expect(answer.closedNow === 'yes').toBe(answer.closedUntil !== 'none');
      }),
      { numRuns: 100 },
    );
  });
});

/** What the agents' page shows of cases. */
import { describe, expect, test } from '@jest/globals';
import { inOrder, type ListedCase, playedFrom } from '../../../local/web/pages/agent/cases/case-data.ts';
import { dueText, spaced, typeText } from '../../../local/web/pages/agent/cases/case-words.ts';

const NOON_MS = new Date(2026, 10, 10, 12).getTime();
const atHour = (hour: number, day = 10): string => new Date(2026, 10, day, hour).toISOString();
const one = (caseNumber: string, more: Partial<ListedCase> = {}): ListedCase => ({
  caseNumber,
  type: 'voicemail',
  status: 'open',
  severity: 'normal',
  ...more,
});

describe('the list of cases', () => {
  test("begins with the agent's own, each part by what is due first, and shows no case twice", () => {
    const own = [one('7', { dueAt: atHour(18) }), one('8', { dueAt: atHour(17) })];
    const others = [
      one('1'),
      one('2', { dueAt: atHour(13) }),
      one('8', { dueAt: atHour(17), department: 'support' }),
      one('3', { dueAt: atHour(9) }),
      one('2', { dueAt: atHour(13) }),
    ];
    const shown = inOrder(own, others);
    expect(shown.map(({ caseNumber, isOwn }) => `${caseNumber} ${isOwn}`)).toEqual([
      '8 true',
      '7 true',
      '3 false',
      '2 false',
      '1 false',
    ]);
    // The list of one's own work does not say whose department a case is of.
    expect(shown[0]?.department).toBe('support');
  });
  test('is empty where there is nothing', () => {
    expect(inOrder([], [])).toEqual([]);
  });
});

test.each([
  [undefined, 'nothing due'],
  [atHour(13), 'due 13:00'],
  [atHour(11), 'overdue since 11:00'],
  [atHour(9, 12), 'due 12 November 2026, 09:00'],
  [atHour(9, 9), 'overdue since 9 November 2026, 09:00'],
])('a case due at %s is %s', (dueAt, words) => {
  expect(dueText(dueAt, NOON_MS)).toBe(words);
});

test('names of the API are words for a person', () => {
  expect(['voicemail', 'order-check'].map(typeText)).toEqual(['Voice message', 'Order check']);
  expect([spaced('waiting-for-customer'), spaced('wantedOutcome')]).toEqual([
    'waiting for customer',
    'wanted outcome',
  ]);
});

test('only the message is played of a file that holds all takes of a call', () => {
  expect(playedFrom({ url: 'http://here/file.wav?a=1', offsetSeconds: 4.5, seconds: 10 })).toBe(
    'http://here/file.wav?a=1#t=4.5,14.5',
  );
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { CHANNELS, newMessage } from '../../../lambdas/domain/message.ts';
import { CUSTOMER_NEWS } from '../../../lambdas/domain/message-body.ts';
import {
  afterAttempt,
  callTask,
  type Reachable,
  routeOf,
  TRY_AGAIN_AFTER_MS,
} from '../../../lambdas/domain/message-sending.ts';
import { writtenMessage } from '../../../lambdas/domain/message-words.ts';

const both = { sms: true, email: true };
const imani: Reachable = { phoneNumber: '+12025550111', email: 'imani@example.com', withdrawn: [] };
const body = { kind: 'customer', news: 'case-resolved', customerId: 'c-1001', fields: {} } as const;
const message = newMessage('case-1-v2-customer', body, 0, '48219307');

describe('a customer is reached', () => {
  test.each([
    ['as they prefer', { ...imani, preferred: 'email' }, both, [], 'email'],
    ['by text where they prefer nothing', imani, both, [], 'sms'],
    ['by e-mail where texts are off', imani, { sms: false, email: true }, [], 'email'],
    ['by a person where they prefer a call', { ...imani, preferred: 'call' }, both, [], 'call'],
    ['by the next channel where one has refused', { ...imani, preferred: 'email' }, both, ['email'], 'sms'],
    ['by a person where nothing is on', imani, { sms: false, email: false }, [], 'call'],
    ['never by what they took back', { ...imani, withdrawn: ['sms', 'email'] }, both, [], 'call'],
    ['not at all where nothing is known', { withdrawn: [] }, both, [], 'none'],
    ['not at all where nothing may be', { ...imani, withdrawn: CHANNELS }, both, [], 'none'],
  ] as const)('%s', (_how, customer, open, refused, channel) => {
    expect(routeOf(customer, open, refused).channel).toBe(channel);
  });
});

describe('a message', () => {
  const failed = { kind: 'failed', because: 'ThrottlingException' } as const;
  test('that fails is tried again, each time later, and then by another channel', () => {
    let now = message;
    for (const waitMs of TRY_AGAIN_AFTER_MS) {
      const next = afterAttempt(now, 'sms', failed, 1_000);
      if (next.kind !== 'again') throw new Error(`it is ${next.kind}`);
      expect(next.atMs).toBe(1_000 + waitMs);
      now = next.message;
    }
    expect(afterAttempt(now, 'sms', failed, 1_000)).toMatchObject({
      kind: 'again',
      atMs: 1_000,
      message: { tries: 0, refused: ['sms'] },
    });
  });
  test('that is refused goes by another channel at once', () => {
    const refused = { kind: 'refused', because: 'InvalidParameterException' } as const;
    expect(afterAttempt(message, 'email', refused, 5)).toMatchObject({
      atMs: 5,
      message: { refused: ['email'] },
    });
  });
  test('to a department is tried as long as it takes', () => {
    const tired = { ...message, tries: 99 };
    expect(afterAttempt(tired, 'task', failed, 0)).toMatchObject({ kind: 'again', message: { tries: 100 } });
  });
  test('that is sent is sent', () => {
    expect(afterAttempt(message, 'sms', { kind: 'sent', reference: 'r' }, 0)).toEqual({
      kind: 'sent',
      reference: 'r',
    });
  });
  test('that a person has to say is a task without a word of the customer', () => {
    const task = callTask(message, { ...body, phoneNumber: '+12025550111' }, 'by-call', 7);
    expect(task).toMatchObject({ messageId: 'case-1-v2-customer/by-call', body: { team: 'support' } });
    expect(JSON.stringify(task)).not.toContain('+1202');
  });
});

describe('what a customer reads', () => {
  const fields = {
    caseNumber: '48219307',
    words: 'A new lamp is on its way.',
    at: '2026-11-23T15:00:00Z',
    orderNumber: '1002',
    rmaNumber: '600102',
    newOrderNumber: '4815162342',
    items: '2 × Desk lamp, 1 × Paper, 2,500 sheets',
    others: '2',
    expectedOn: '2026-11-27',
    amountMinor: '123456',
    currency: 'USD',
    numberToCall: '+12025550100',
  };
  test('names the company and the matter in every language, and fits into three text messages', () => {
    for (const language of LANGUAGES) {
      for (const news of CUSTOMER_NEWS) {
        const { subject, text } = writtenMessage(news, fields, language, 'Larkfield Supplies');
        expect(text.startsWith('Larkfield Supplies: ')).toBe(true);
        expect(`${subject}${text}`).not.toMatch(/undefined|NaN|…/);
        const namesCase = news.startsWith('case-') || news === 'order-parcel-missing';
        expect(text.includes('48219307')).toBe(namesCase);
        // With letters beyond the common alphabet a text message has 67 signs in each of its parts.
        expect(text.length).toBeLessThan(language === 'en' ? 3 * 153 : 4 * 67);
      }
    }
  });
  test('is different in each language', () => {
    const texts = LANGUAGES.map((language) => writtenMessage('case-late', fields, language, 'L').text);
    expect(new Set(texts).size).toBe(LANGUAGES.length);
  });
  test('says a moment as its people do, in the time of the centre', () => {
    const written = (language: 'en' | 'hu') =>
      writtenMessage('callback-booked', { ...fields, timeZone: 'America/New_York' }, language, 'L').text;
    expect(written('en')).toContain('Monday, November 23 at 10:00');
    expect(written('hu')).toContain('november 23., hétfő');
  });
  test('has no Hungarian article that depends on how a number is read', () => {
    const openArticle = /(?<!\p{L})[Aa](?:z|\(z\))? \d{2,}/u;
    expect('A(z) 1002 számú rendelését töröltük').toMatch(openArticle);
    for (const news of CUSTOMER_NEWS) {
      const { subject, text } = writtenMessage(news, fields, 'hu', 'L');
      expect(`${subject} ${text}`).not.toMatch(openArticle);
    }
  });
  test('says money as its people write it', () => {
    const written = (language: 'en' | 'ro') => writtenMessage('payment-made', fields, language, 'L').text;
    expect(written('en')).toContain('$1,234.56 for order 1002');
    expect(written('ro')).toMatch(/1\.234,56/);
  });
  test('never throws, whatever it is filled with', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string()),
        fc.constantFrom(...CUSTOMER_NEWS),
        fc.constantFrom(...LANGUAGES),
        (given, news, language) => {
          expect(writtenMessage(news, { ...given, timeZone: 'UTC' }, language, 'L').text).toContain('L: ');
        },
      ),
      { numRuns: 200 },
    );
  });
});

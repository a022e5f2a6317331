/** Calls that between them take every way through calls back. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { bookCallback } from '../../../lambdas/tables/callbacks.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { withheld } from '../../kit/people.ts';
import type { Route } from './routes.ts';

/** Whom we owe one. */
const owed = { from: '+12025550180' } as const;
const { from } = owed;
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '00:00', end: '24:00' }],
  holidays: [],
};

/** We owe nobody a call. */
const forgets = (centre: ContactCentre): Promise<void> => centre.owesNobody();
/** We owe the caller one: as soon as somebody is free, or in some hours. */
const owesOne =
  (hoursAhead?: number) =>
  async (centre: ContactCentre): Promise<void> => {
    await forgets(centre);
    const nowMs = centre.cloud.centre.nowMs();
    const atMs = hoursAhead === undefined ? undefined : nowMs + hoursAhead * 3_600_000;
    const wish = { phoneNumber: from, customerId: 'unknown', contactId: 'before', atMs };
    const tables = { messages: centre.table('MessagesTable'), cases: centre.table('CasesTable') };
    await bookCallback(tables, wish, hours, nowMs, new AbortController().signal);
  };
/** As soon as somebody is free. */
const owes = owesOne();
/** We owe the caller one that nobody has made in time. */
const owedOne = async (centre: ContactCentre): Promise<void> => {
  await owes(centre);
  const { client, name: TableName } = centre.table('MessagesTable');
  for (const { messageId } of await centre.items('MessagesTable')) {
    if (!String(messageId).startsWith('CALLBACK#')) continue;
    const promised = { S: new Date(centre.cloud.centre.nowMs() - 60_000).toISOString() };
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: { messageId: { S: String(messageId) } },
        UpdateExpression: 'SET promisedAt = :promised',
        ExpressionAttributeValues: { ':promised': promised },
      }),
    );
  }
};

const asks = (...keys: Route['answers']): Route => ({
  person: { from },
  answers: ['6', ...keys],
  before: forgets,
});
const knows = (...keys: Route['answers']): Route => ({ ...asks(...keys), before: owesOne(3) });
const knowsSoon = (...keys: Route['answers']): Route => ({ ...asks(...keys), before: owes });
const knowsLate = (...keys: Route['answers']): Route => ({ ...asks(...keys), before: owedOne });
const failing = (route: Route, name: 'offer-callback' | 'book-callback' | 'cancel-callback'): Route[] => [
  { ...route, fault: { name, planned: throttled } },
  { ...route, fault: { name, planned: () => answers('empty-result') } },
];

const NUMBER = '2025550123#';
/** Whose own number does not show keys one, or none. */
export const keying = (asked: (...keys: Route['answers']) => Route): readonly Route[] => [
  asked(NUMBER, '1'),
  asked(NUMBER, ''),
  asked('', '#', '12#'),
  asked(NUMBER, '2', NUMBER, '5', '0#'),
  { ...asked(NUMBER), fault: { name: 'read-number', planned: throttled } },
  { ...asked(NUMBER), fault: { name: 'read-number', planned: () => answers('empty-result') } },
  { ...asked(NUMBER, '1'), fault: { name: 'leave-number', planned: throttled } },
  { ...asked(NUMBER, '1'), fault: { name: 'leave-number', planned: () => answers('empty-result') } },
];

export const callbackRoutes: readonly Route[] = [
  ...keying((...keys) => ({ ...asks(...keys), person: withheld })),
  asks('', '7', ''),
  asks('0'),
  asks('3', '0'),
  asks('1', '9'),
  asks('1', '0'),
  asks('1', '5', '0'),
  asks('1', '3', '0'),
  { ...asks('3'), attributes: { flowMainMenu: 'nowhere' } },
  asks('2', '9'),
  asks('4', '9'),
  asks('5', '9'),
  asks({ keys: '1', first: owes }, '9'),
  knows('', '7', ''),
  knows('0'),
  knows('1', '9'),
  knows('2', '9'),
  knowsSoon('', '7', ''),
  knowsSoon('0'),
  knowsSoon('1', '9'),
  knowsSoon('2', '9'),
  knowsLate('', '7', ''),
  knowsLate('0'),
  knowsLate('1', '9'),
  knowsLate('2', '9'),
  knows({ keys: '2', first: forgets }, '9'),
  ...failing(asks(), 'offer-callback'),
  ...failing(asks('1'), 'book-callback'),
  ...failing(knows('2'), 'cancel-callback'),
];

const nobody = (...keys: Route['answers']): Route => ({
  person: { from },
  answers: ['0', ...keys],
  before: forgets,
});
const hidden = (...keys: Route['answers']): Route => ({ person: withheld, answers: ['0', '', ...keys] });
/** In an open centre in which nobody is signed in: before the queue, and in it. */
export const unseenRoutes: readonly Route[] = [
  ...[owes, owedOne].flatMap((before): Route[] => [
    { person: owed, answers: ['0', '1'], before },
    { person: owed, answers: ['0', '', '1'], before },
  ]),
  ...[['1'], ['', '1']].flatMap((offer) =>
    keying((...keys) => ({ person: withheld, answers: ['0', ...offer, ...keys] })),
  ),
];

/** In a closed centre: a call at a time of their choice, or a number that is kept. */
export const nobodyRoutes: readonly Route[] = [
  nobody(''),
  { ...nobody(''), before: owes },
  { ...nobody(''), before: owedOne },
  nobody('7'),
  nobody('3', '0', ''),
  nobody('1', '1', '9'),
  { ...nobody('1'), person: withheld },
  { ...nobody('1'), attributes: { flowCallBack: 'nowhere' } },
  { ...nobody('1'), fault: { name: 'offer-callback', planned: throttled } },
  { ...nobody('1', '0', ''), attributes: { flowMainMenu: 'nowhere' } },
  { ...nobody('3'), attributes: { flowMainMenu: 'nowhere' } },
  ...keying(hidden),
];

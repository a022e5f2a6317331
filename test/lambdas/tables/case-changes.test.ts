import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { promisedCallback } from '../../../lambdas/domain/callback.ts';
import type { CaseChange } from '../../../lambdas/domain/case-change-asked.ts';
import type { Actor, CaseNote } from '../../../lambdas/domain/case-work.ts';
import {
  type Changed,
  changeCase,
  linkCase,
  readCase,
  readCaseFile,
} from '../../../lambdas/tables/case-changes.ts';
import { raiseCaseOnce } from '../../../lambdas/tables/case-escalations.ts';
import { caseNumbersOf } from '../../../lambdas/tables/case-links.ts';
import { listCases } from '../../../lambdas/tables/case-lists.ts';
import { addNote } from '../../../lambdas/tables/case-notes.ts';
import { resolveUntaken } from '../../../lambdas/tables/case-resolving.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { tellingOf } from '../../../lambdas/tables/message-writes.ts';
import { raiseOverdueCase } from '../../../lambdas/tables/overdue-cases.ts';
import { callbackItem, callbackItemKey, owedCall } from '../../../lambdas/tables/owed-calls.ts';
import { openOrOwe } from '../../../lambdas/tables/promised-calls.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
const NOW = new Date('2026-11-23T12:00:00Z');
const sam: Actor = { role: 'agent', id: 'sam' };
const take: CaseChange = { action: 'take' };
let served: ServedTables;
beforeAll(async () => {
  served = await serveOurTables();
});
afterAll(() => served.served.close());

const cases = () => served.tables.cases;
let opened = 0;
async function opens(customerId = `c-${opened}`, reason = 'problem-complaint'): Promise<string> {
  opened += 1;
  const wish = { contactId: `call-${opened}`, reason, customerId, isVerified: true };
  const kept = await openCaseOnce(cases(), { ...wish, phoneNumber: '+12025550111' }, hours, NOW, signal);
  return kept.caseNumber;
}
const change = (caseNumber: string, seenVersion: number, wanted: CaseChange, by = sam): Promise<Changed> =>
  changeCase(cases(), { caseNumber, seenVersion, change: wanted, by, contactId: 'call' }, hours, NOW, signal);

/** Runs something before the requests of an operation, of which `first` is counted from one. */
function before(operation: string, first: number, run: () => Promise<unknown>): () => void {
  let count = 0;
  const { middlewareStack } = cases().client;
  middlewareStack.add(
    (next, context) => async (args) => {
      count += context['commandName'] === operation ? 1 : 0;
      if (count === first && context['commandName'] === operation) await run();
      return await next(args);
    },
    { step: 'initialize', name: 'somebody-else' },
  );
  return () => middlewareStack.remove('somebody-else');
}

describe('a case whose customer nobody knows and that has no number', () => {
  const nameless = async (): Promise<string> => {
    opened += 1;
    const wish = { contactId: `call-${opened}`, reason: 'order-intake', customerId: 'unknown' };
    const nobody = { ...wish, isVerified: false, phoneNumber: 'unknown' };
    return (await openCaseOnce(cases(), nobody, hours, NOW, signal)).caseNumber;
  };
  const messagesAbout = async (caseNumber: string) => {
    const { Items = [] } = await served.documents.send(
      new ScanCommand({ TableName: served.tables.messages.name }),
    );
    return Items.filter((item) => item['caseNumber'] === caseNumber).map(({ body }) => body.kind);
  };

  test('is worked on, and nobody is sent anything to a number that is a word', async () => {
    const caseNumber = await nameless();
    const wish = { caseNumber, by: sam, contactId: 'call' };
    const telling = tellingOf(served.tables.messages);
    const make = (seenVersion: number, wanted: CaseChange) =>
      changeCase(cases(), { ...wish, seenVersion, change: wanted }, hours, NOW, signal, telling);
    expect(await make(1, take)).toMatchObject({ kind: 'changed' });
    expect(await make(2, { action: 'ask-customer', words: 'Which lamp?' })).toMatchObject({
      kind: 'changed',
    });
    expect(await messagesAbout(caseNumber)).toEqual([]);
  });
  test('is the supervisors’ when it is late, and nobody else’s', async () => {
    const caseNumber = await nameless();
    const late = new Date('2026-11-30T17:00:00Z');
    expect(await raiseOverdueCase(served.tables, caseNumber, hours, late, signal)).toBe('raised');
    expect(await messagesAbout(caseNumber)).toEqual(['task']);
  });
});

describe('a promised call that is late', () => {
  const LATE = new Date('2026-11-23T15:00:00Z');
  const promises = async (phoneNumber: string, contactId: string): Promise<string> => {
    const wish = { contactId, reason: 'left-queue', customerId: 'unknown', isVerified: false, phoneNumber };
    const done = await openOrOwe(served.tables, wish, hours, NOW, signal);
    if (done.kind !== 'opened') throw new Error('the number has a call to come');
    return done.case.caseNumber;
  };
  const owed = (phoneNumber: string) => owedCall(served.tables, phoneNumber, LATE.getTime(), signal);

  test('is owed by the time that its caller is told, to whom and for which case it was', async () => {
    const number = '+12025550181';
    const caseNumber = await promises(number, 'late-1');
    const before = await owed(number);
    expect(await raiseOverdueCase(served.tables, caseNumber, hours, LATE, signal)).toBe('raised');
    const after = await owed(number);
    expect(after?.promisedAtMs).toBeGreaterThan(LATE.getTime());
    const raised = await readCase(cases(), caseNumber, signal);
    expect(after?.promisedAtMs).toBe(raised?.due?.atMs);
    expect(after).toEqual({
      ...before,
      promisedAtMs: after?.promisedAtMs,
      openUntilMs: after?.openUntilMs,
    });
  });
  test('leaves alone what the number is owed otherwise', async () => {
    const number = '+12025550182';
    const caseNumber = await promises(number, 'late-2');
    const { name: TableName } = served.tables.messages;
    const openedAtMs = NOW.getTime();
    const other = { caseNumber: '99999999', contactId: 'other', openedAtMs, promisedAtMs: openedAtMs };
    const item = callbackItem(number, promisedCallback(other));
    await served.documents.send(new PutCommand({ TableName, Item: item }));
    expect(await raiseOverdueCase(served.tables, caseNumber, hours, LATE, signal)).toBe('raised');
    const kept = await served.documents.send(new GetCommand({ TableName, Key: callbackItemKey(number) }));
    expect(kept.Item).toEqual(item);
  });
});

describe('a case that a function has found the answer to', () => {
  const found = (caseNumber: string) => ({
    caseNumber,
    details: { orderNumber: '7009', finding: 'placed' } as const,
    words: 'It is placed.',
    by: 'settle-changes',
  });
  const resolve = (caseNumber: string) =>
    resolveUntaken(cases(), found(caseNumber), hours, () => NOW, signal);

  test('is resolved once, and is a person’s where one has taken it up or waits for its customer', async () => {
    const own = await opens('c-found', 'change-unconfirmed');
    expect([await resolve(own), await resolve(own)]).toEqual([true, true]);
    expect(await readCase(cases(), own, signal)).toMatchObject({ status: 'resolved', version: 4 });
    const taken = await opens('c-taken', 'change-unconfirmed');
    await change(taken, 1, take);
    expect(await resolve(taken)).toBe(false);
    const asked = await opens('c-asked', 'change-unconfirmed');
    await change(asked, 1, { action: 'ask-customer', words: 'Which one?' });
    expect(await resolve(asked)).toBe(false);
    expect(await readCase(cases(), asked, signal)).toMatchObject({ status: 'waiting-for-customer' });
  });
  test.each([1, 2, 3])(
    'is not taken for resolved where somebody changes it at step %d: the next run resolves it',
    async (step) => {
      const caseNumber = await opens('c-overtaken', 'change-unconfirmed');
      // Each step reads the case twice: to decide, and to change it as it was seen.
      const stop = before('GetItemCommand', step * 2, async () => {
        stop();
        await change(caseNumber, step, { action: 'describe', details: {}, severity: 'high' });
      });
      await expect(resolve(caseNumber)).rejects.toThrow(`case ${caseNumber} was changed by somebody else`);
      expect(await resolve(caseNumber)).toBe(true);
      expect(await readCase(cases(), caseNumber, signal)).toMatchObject({ status: 'resolved' });
    },
  );
});

describe('a change of a case', () => {
  test('is kept with its note, and what was opened is a case like every other', async () => {
    const caseNumber = await opens();
    expect(await readCase(cases(), caseNumber, signal)).toMatchObject({
      version: 1,
      status: 'open',
      type: 'complaint',
      severity: 'normal',
      department: 'support',
      details: {},
      due: { for: 'first-answer' },
    });
    await change(caseNumber, 1, take);
    const file = await readCaseFile(cases(), caseNumber, signal);
    expect(file?.case).toMatchObject({ version: 2, status: 'in-progress', owner: 'sam' });
    expect(file?.notes).toEqual([
      {
        atMs: NOW.getTime(),
        by: sam,
        contactId: 'call',
        visibility: 'internal',
        about: 'take',
        words: 'take',
      },
    ]);
  });
  test('is made by one of ten who make it at once, and the others see what it became', async () => {
    const caseNumber = await opens();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        change(caseNumber, 1, take, { role: 'agent', id: `agent-${index}` }),
      ),
    );
    const [winner, ...more] = all.filter(({ kind }) => kind === 'changed');
    expect(more).toEqual([]);
    const owner = winner !== undefined && 'case' in winner ? winner.case.owner : 'nobody';
    const others = all.filter((one) => one !== winner);
    for (const one of others) expect(one).toMatchObject({ kind: 'overtaken', case: { version: 2, owner } });
    expect((await readCaseFile(cases(), caseNumber, signal))?.notes).toHaveLength(1);
  });
  test('that is refused, or of no case, leaves nothing behind', async () => {
    const caseNumber = await opens();
    expect(await change(caseNumber, 1, { action: 'close' })).toMatchObject({
      kind: 'refused',
      because: 'not-in-this-state',
    });
    expect(await change('10000000', 1, take)).toEqual({ kind: 'unknown' });
    expect((await readCaseFile(cases(), caseNumber, signal))?.notes).toEqual([]);
    expect(await readCaseFile(cases(), '10000000', signal)).toBeUndefined();
  });
  test('goes the whole way to closed and back, and only what is due is in the list of the department', async () => {
    const caseNumber = await opens();
    const details = { product: 'LAMP-01', cause: 'defect', wantedOutcome: 'refund' } as const;
    const way: CaseChange[] = [
      take,
      { action: 'describe', details: { ...details, orderNumber: '1002' }, severity: 'high' },
      { action: 'pass-on', department: 'quality', handover: 'Third of this batch.' },
      { action: 'department-replied', words: 'A bad batch.' },
      { action: 'resolve', resolution: { words: 'A new lamp is on its way.' } },
      { action: 'confirm-fix' },
      { action: 'close' },
    ];
    const isDueIn = async (department: 'quality' | 'support') =>
      (await listCases(cases(), { department }, { limit: 25 }, signal)).cases.some(
        (listed) => listed.caseNumber === caseNumber,
      );
    for (const [index, wanted] of way.entries()) {
      const by: Actor = wanted.action === 'department-replied' ? { role: 'department', id: 'quinn' } : sam;
      const done = await changeCase(
        cases(),
        { caseNumber, seenVersion: index + 1, change: wanted, by: by },
        hours,
        NOW,
        signal,
      );
      expect(done.kind).toBe('changed');
      // With the reply it is back where it came from.
      expect([wanted.action, await isDueIn('quality')]).toEqual([wanted.action, index === 2]);
      expect([wanted.action, await isDueIn('support')]).toEqual([wanted.action, index < 5 && index !== 2]);
    }
    const file = await readCaseFile(cases(), caseNumber, signal);
    expect(file?.notes.map(({ about }) => about)).toEqual(way.map(({ action }) => action));
    expect(file?.orderNumbers).toEqual(['1002']);
    expect(await caseNumbersOf(cases(), { orderNumber: '1002' }, signal)).toEqual([caseNumber]);
    const reopened = await change(caseNumber, way.length + 1, { action: 'reopen', words: 'Broke again.' });
    expect(reopened).toMatchObject({
      kind: 'changed',
      case: { status: 'open', severity: 'urgent', reopened: 1 },
    });
  });
  test('keeps what was given for fixes that did not hold, so that nobody gives the limit again', async () => {
    const caseNumber = await opens();
    const details = { product: 'LAMP-01', cause: 'defect', wantedOutcome: 'refund' } as const;
    const give: CaseChange = {
      action: 'resolve',
      resolution: { words: 'Money back.', giveMinor: 5_000, currency: 'USD' },
    };
    const way: CaseChange[] = [
      take,
      { action: 'describe', details },
      give,
      { action: 'reject-fix', words: 'It is too little.' },
      take,
    ];
    for (const [index, wanted] of way.entries())
      expect((await change(caseNumber, index + 1, wanted)).kind).toBe('changed');
    expect(await change(caseNumber, way.length + 1, give)).toMatchObject({
      kind: 'refused',
      because: 'needs-approval',
    });
    expect((await readCaseFile(cases(), caseNumber, signal))?.case).toMatchObject({
      givenBeforeMinor: 5_000,
    });
  });
  test('is overtaken by a caller who had the case raised in between', async () => {
    const caseNumber = await opens('c-raised');
    const promise = {
      promisedAtMs: NOW.getTime() + 3_600_000,
      holdsUntilMs: NOW.getTime() + 7_200_000,
    };
    const wish = { caseNumber, customerId: 'c-raised', contactId: 'call' };
    await raiseCaseOnce(cases(), wish, promise, NOW, signal);
    expect(await change(caseNumber, 1, take)).toMatchObject({
      kind: 'overtaken',
      case: { version: 2, due: { atMs: promise.holdsUntilMs, for: 'escalation' } },
    });
  });
});

describe('a note', () => {
  const note = (words: string): CaseNote => ({
    atMs: NOW.getTime(),
    by: { role: 'caller', id: 'c-1' },
    contactId: 'call-note',
    visibility: 'customer',
    about: 'note',
    words,
  });
  test('is appended by ten at once, each is kept, and no change is overtaken by it', async () => {
    const caseNumber = await opens();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        addNote(cases(), { caseNumber, note: note(`No. ${index}`), mark: `m${index}` }, signal),
      ),
    );
    expect((await readCaseFile(cases(), caseNumber, signal))?.notes).toHaveLength(10);
    expect((await change(caseNumber, 1, take)).kind).toBe('changed');
  });
  const add = (caseNumber: string, change: Partial<CaseNote> = {}, mark = 'm') =>
    addNote(cases(), { caseNumber, note: { ...note('Once.'), ...change }, mark }, signal);
  const notesOf = async (caseNumber: string) => (await readCaseFile(cases(), caseNumber, signal))?.notes;
  test('written again under one mark is one however much later, and of no case is none', async () => {
    const caseNumber = await opens();
    expect(await add(caseNumber)).toBe('noted');
    expect(await add(caseNumber)).toBe('noted');
    expect(await add(caseNumber, { atMs: NOW.getTime() + 60_000 })).toBe('noted');
    expect(await add('10000000')).toBe('no-case');
    expect(await notesOf(caseNumber)).toEqual([note('Once.')]);
    expect(await readCaseFile(cases(), '10000000', signal)).toBeUndefined();
  });
  test('written ten times at once, each a moment later, is one', async () => {
    const caseNumber = await opens();
    const noted = await Promise.all(
      Array.from({ length: 10 }, (_, index) => add(caseNumber, { atMs: NOW.getTime() + index })),
    );
    expect(new Set(noted)).toEqual(new Set(['noted']));
    expect(await notesOf(caseNumber)).toHaveLength(1);
  });
  test.each<[string, Partial<CaseNote>]>([
    ['by somebody else', { by: { role: 'agent', id: 'robin' } }],
    ['in other words', { words: 'Twice.' }],
    ['for somebody else to read', { visibility: 'internal' }],
  ])(
    'under the mark of another one, %s, is refused and not written, and under its own it is',
    async (_which, change) => {
      const caseNumber = await opens();
      await add(caseNumber);
      expect(await add(caseNumber, { ...change, atMs: NOW.getTime() + 60_000 })).toBe('other-content');
      expect(await notesOf(caseNumber)).toEqual([note('Once.')]);
      expect(await add(caseNumber, change, 'm2')).toBe('noted');
      expect(await notesOf(caseNumber)).toHaveLength(2);
    },
  );
  test('of one case leaves the same mark free for another case', async () => {
    const [one, other] = [await opens(), await opens()];
    expect([await add(one), await add(other, { words: 'Another.' })]).toEqual(['noted', 'noted']);
  });
});

describe('cases are found', () => {
  test('by the contact that opened them, by one that they came up in, and by an order', async () => {
    const caseNumber = await opens();
    const first = `call-${opened}`;
    expect(await linkCase(cases(), caseNumber, { contactId: 'a-later-call' }, NOW, signal)).toBe(true);
    await linkCase(cases(), caseNumber, { orderNumber: '7001' }, NOW, signal);
    const found = (of: Parameters<typeof caseNumbersOf>[1]) => caseNumbersOf(cases(), of, signal);
    expect(await found({ contactId: first })).toEqual([caseNumber]);
    expect(await found({ contactId: 'a-later-call' })).toEqual([caseNumber]);
    expect(await found({ orderNumber: '7001' })).toEqual([caseNumber]);
    expect(await found({ contactId: 'nobody' })).toEqual([]);
    expect(await readCaseFile(cases(), caseNumber, signal)).toMatchObject({
      contactIds: [first, 'a-later-call'],
      orderNumbers: ['7001'],
    });
    expect(await linkCase(cases(), '10000000', { contactId: 'x' }, NOW, signal)).toBe(false);
  });
  test('by customer page by page, by owner, and by what a department owes by a time', async () => {
    const numbers = [await opens('c-lists'), await opens('c-lists', 'wish'), await opens('c-lists')];
    const list = (of: Parameters<typeof listCases>[1], limit = 25, from?: Record<string, unknown>) =>
      listCases(cases(), of, { limit, from }, signal);
    const first = await list({ customerId: 'c-lists' }, 2);
    const second = await list({ customerId: 'c-lists' }, 2, { ...first.next });
    expect([...first.cases, ...second.cases].map(({ caseNumber }) => caseNumber).toSorted()).toEqual(
      numbers.toSorted(),
    );
    const [number = ''] = numbers;
    await change(number, 1, take, { role: 'agent', id: 'lists' });
    expect((await list({ owner: 'lists' })).cases).toMatchObject([{ caseNumber: number, version: 2 }]);
    const owed = (dueUntilMs: number) => list({ department: 'support', dueUntilMs });
    expect((await owed(NOW.getTime())).cases).toEqual([]);
    expect((await owed(NOW.getTime() + 7_200_000)).cases.length).toBeGreaterThan(1);
  });
});

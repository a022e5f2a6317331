/** One person in all tables: given out whole, and erased so that no table knows them, wherever it is interrupted. */
import { createHash } from 'node:crypto';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Customer } from '../../../lambdas/domain/customer.ts';
import { changeCustomer } from '../../../lambdas/domain/customer-change.ts';
import { newMessage } from '../../../lambdas/domain/message.ts';
import { appointmentKey } from '../../../lambdas/tables/appointment-items.ts';
import { bookCallback } from '../../../lambdas/tables/callbacks.ts';
import { changeCase } from '../../../lambdas/tables/case-changes.ts';
import { addNote as addCaseNote } from '../../../lambdas/tables/case-notes.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { keepContact } from '../../../lambdas/tables/contacts.ts';
import { writeCustomer } from '../../../lambdas/tables/customer-changes.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { setPin } from '../../../lambdas/tables/customer-pins.ts';
import { addNote, recordConsent } from '../../../lambdas/tables/customer-records.ts';
import { readCustomer, saveCustomer } from '../../../lambdas/tables/customers.ts';
import { keepDeskContact, keepDisposition } from '../../../lambdas/tables/desk.ts';
import { keepFeedbackOnce } from '../../../lambdas/tables/feedback.ts';
import { keepFollowUp } from '../../../lambdas/tables/follow-ups.ts';
import { keepLastContact } from '../../../lambdas/tables/last-contacts.ts';
import { messageWrite } from '../../../lambdas/tables/message-writes.ts';
import { readMessage } from '../../../lambdas/tables/messages.ts';
import { keepDraft } from '../../../lambdas/tables/order-drafts.ts';
import { readOrder, saveOrder } from '../../../lambdas/tables/orders.ts';
import { owedCall } from '../../../lambdas/tables/owed-calls.ts';
import { erasePerson } from '../../../lambdas/tables/person-erasure.ts';
import { itemsOfPerson, REACHED } from '../../../lambdas/tables/person-items.ts';
import { keepRemarkOnce } from '../../../lambdas/tables/remarks.ts';
import { writeTogether } from '../../../lambdas/tables/transaction.ts';
import { beginVoicemail, keepRecording, readVoicemail } from '../../../lambdas/tables/voicemails.ts';
import { erasePerson as eraseByCommand, exportPerson } from '../../../lib/commands/person.ts';
import { tables as definitions } from '../../../lib/tables.ts';
import { isFull } from '../../calls/counts.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const at = '2026-11-22T06:00:00.000Z';
const now = new Date(at);
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
beforeEach(() => open.served.permit(() => ({ allowed: true })));
afterAll(() => open.served.close());

const asked: string[] = [];
const deletes = async (place: string): Promise<undefined> => {
  asked.push(place);
};
beforeEach(() => {
  asked.length = 0;
});

interface Somebody {
  readonly customerId: string;
  readonly name: string;
  readonly number: string;
  readonly email: string;
}

/** Leaves something of a person in every table. */
async function leaveTraces(
  { customerId, name, number, email }: Somebody,
  state: 'booked' | 'cancelled' = 'booked',
): Promise<void> {
  const { customers, orders, cases, messages, contacts, desk, appointments, feedback } = open.tables;
  const words = `${name} called from ${number} and writes from ${email}`;
  await saveCustomer(customers, {
    customerId,
    name,
    phoneNumbers: [number],
    emails: [email],
    addresses: [{ addressId: 'home', recipient: name, lines: ['1 Quay'], city: 'Larkfield', country: 'US' }],
  });
  await setPin(customers, customerId, '4711', now);
  const found = await readCustomer(customers, customerId, signal);
  const seen: Customer | undefined = found?.kind === 'customer' ? found.customer : undefined;
  if (seen === undefined) throw new Error('the customer was not saved');
  const changed = changeCustomer(seen, { kind: 'rename', name: `${name} Jr` });
  if (changed.outcome !== 'changed') throw new Error('nothing changed');
  await writeCustomer(customers, seen, changed.customer, { by: 'agent/sam', why: words, at }, signal);
  await addNote(customers, customerId, { noteId: 'n', at, by: 'agent/sam', text: words }, signal);
  const consent = { purpose: 'marketing', given: true, textVersion: '1', channel: 'call' };
  await recordConsent(customers, customerId, { ...consent, at, by: 'agent/sam' }, signal);
  await saveOrder(orders, {
    orderNumber: number.slice(-6),
    customerId,
    placedAt: at,
    status: 'delivered',
    version: 2,
    history: [
      {
        version: 2,
        event: 'deliver',
        from: 'shipped',
        to: 'delivered',
        at,
        role: 'customer',
        who: customerId,
        why: words,
      },
    ],
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
    taxMinor: 808,
    paidMinor: 10_608,
    intentId: '1.LAMP-01*2',
    intentOf: customerId,
    deliverTo: { recipient: name, lines: ['1 Quay'], city: 'Larkfield', country: 'US', instructions: words },
    billTo: { recipient: name, lines: ['1 Quay'], city: 'Larkfield', country: 'US' },
  });
  const contactId = `call-${customerId}`;
  const lines = [{ sku: 'LAMP-01', quantity: 1 }];
  await keepDraft(orders, { customerId, contactId, lines, begunAtMs: now.getTime() }, signal);
  const wish = { contactId, reason: 'problem-complaint', customerId, isVerified: true, phoneNumber: number };
  const { caseNumber } = await openCaseOnce(cases, wish, hours, now, signal);
  const by = { role: 'agent', id: 'sam' } as const;
  const note = { atMs: now.getTime(), by, visibility: 'internal', about: 'note', words } as const;
  const left = await beginVoicemail(cases, { ...wish, reason: 'voicemail' }, hours, now, signal);
  const sound = { bucket: 'b', key: `ivr/${contactId}.wav`, offsetSeconds: 0, seconds: 12.5 };
  await keepRecording(cases, left.caseNumber, sound, signal);
  await addCaseNote(cases, { caseNumber, note, mark: 'm' }, signal);
  const take = { caseNumber, seenVersion: 1, change: { action: 'take' }, by } as const;
  await changeCase(cases, take, hours, now, signal);
  const body = {
    kind: 'customer',
    news: 'case-question',
    customerId,
    phoneNumber: number,
    fields: { words },
  } as const;
  await writeTogether(messages.client, [
    messageWrite(messages, newMessage(`message-${customerId}`, body, now.getTime(), caseNumber)),
  ]);
  const kept = {
    contactId,
    version: at,
    state: 'recorded',
    channel: 'VOICE',
    initiation: 'INBOUND',
  } as const;
  const contact = {
    ...kept,
    startedAt: at,
    endedAt: at,
    agentId: 'sam',
    customerId,
    recording: `b/${contactId}.wav`,
  };
  await keepContact(contacts, contact, 30, signal);
  const ofAgent = {
    agentId: 'sam',
    contactId,
    initialContactId: contactId,
    instanceId: 'i',
    channel: 'VOICE',
  };
  await keepDeskContact(desk, { ...ofAgent, connectedAt: at, endedAt: at }, customerId, signal);
  await keepDisposition(desk, 'sam', contactId, { code: 'a/b', at, answers: { summary: words } }, signal);
  const said = { contactId, score: 5, at, week: '2026-W47', team: 'support' };
  await keepFeedbackOnce({ feedback, messages }, said, 30, signal);
  const remark = {
    contactId,
    at,
    agentId: 'sam',
    week: '2026-W47',
    subject: 'other',
    opinion: 'bad',
    words,
  } as const;
  const expiresMs = now.getTime() + 86_400_000;
  // Noted before anybody knew who it is; and on a call that Connect does not know the customer of.
  await keepRemarkOnce(feedback, { ...remark, remarkId: 'r-1' }, expiresMs, signal);
  const elsewhere = { ...remark, contactId: `other-${customerId}`, customerId, remarkId: 'r-2' };
  await keepRemarkOnce(feedback, elsewhere, expiresMs, signal);
  const dueAt = new Date(now.getTime() + 86_400_000).toISOString();
  const followUp = { followUpId: customerId, contactId, customerId, kind: 'task', dueAt, words } as const;
  const promised = { agent: { agentId: 'sam', username: 'sam' }, followUp };
  await keepFollowUp({ desk, messages, cases }, promised, hours, now.getTime(), signal);
  const booking = { phoneNumber: number, customerId, contactId, atMs: Date.parse('2026-11-23T09:00:00Z') };
  await bookCallback(open.tables, booking, hours, now.getTime(), signal);
  const startsAt = new Date(
    Date.parse('2026-11-23T23:30:00Z') + Number(number.slice(-3)) * 1_000,
  ).toISOString();
  for (const Item of [
    { ...appointmentKey(customerId), startsAt, state, place: 1, version: 1, bookedAt: at },
    // Where the customer comes to, it is the next day.
    { pk: 'DAY#2026-11-24', sk: `${startsAt}#1`, customerId },
  ])
    await open.documents.send(new PutCommand({ TableName: appointments.name, Item }));
  await keepLastContact(customers, number, { contactId, endedAt: at, team: 'support', customerId }, signal);
}

async function everything(): Promise<string[]> {
  const scanned = await Promise.all(
    Object.values(open.tables).map(({ name }) =>
      open.documents.send(new ScanCommand({ TableName: name, ConsistentRead: true })),
    ),
  );
  return scanned.flatMap(({ Items = [] }) => Items.map((item) => JSON.stringify(item)));
}

/** What tells of somebody, in whatever case and form a table writes it. */
const tellsOf = (items: readonly string[], { name, number, email }: Somebody): string[] =>
  items.filter((item) =>
    [name, number, number.slice(1), email].some((one) => item.toLowerCase().includes(one.toLowerCase())),
  );

let count = 0;
function somebody(name: string): Somebody {
  count += 1;
  const number = `+1202555${String(1_000 + count)}`;
  return { customerId: `p-${count}`, name: `${name}${count}`, number, email: `${count}.x@example.com` };
}

test('every table in which a person can be found is looked through', () => {
  const personal = definitions.filter(({ personalFields }) => personalFields.length > 0);
  expect(personal.map(({ name }) => name).filter((name) => !Object.hasOwn(REACHED, name))).toEqual([]);
});

describe('an export', () => {
  test('has something of every table, and nothing of anybody else', async () => {
    const [one, other] = [somebody('Imani'), somebody('Tomas')];
    await leaveTraces(one);
    await leaveTraces(other);
    const found: string[] = [];
    const items: string[] = [];
    for await (const { table, item } of itemsOfPerson(open.tables, one.customerId)) {
      found.push(table);
      items.push(JSON.stringify(item));
    }
    expect([...new Set(found)].sort()).toEqual(Object.keys(REACHED).sort());
    expect(new Set(items).size).toBe(items.length);
    expect(tellsOf(items, other)).toEqual([]);
    expect(tellsOf(items, one).length).toBe(tellsOf(await everything(), one).length);
  });
});

test('the commands give a person out without secrets, and say what an erasure cannot reach', async () => {
  const one = somebody('Cleo');
  await leaveTraces(one);
  const outputs = Object.entries(open.tables).map(([name, table]) => [
    `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`,
    table.name,
  ]);
  const target = {
    name: 'local',
    region: 'us-east-1',
    endpointUrl: open.served.endpoint,
    outputs: { ...Object.fromEntries(outputs), RecordingsBucket: 'recordings' },
  };
  const given = JSON.stringify(await exportPerson(target, one.customerId));
  expect(given).toContain(one.email);
  expect(given).not.toMatch(/salt|digest/);
  const report = await eraseByCommand(target, one.customerId);
  // Nobody deletes what lies in a bucket of others.
  expect(report.recordings.left.map(({ why }) => why)).toEqual(
    Array.from({ length: 2 }, () => 'it lies in another bucket than recordings'),
  );
  expect(report.notReached.map(({ what }) => what).join()).toMatch(/recordings.*Amazon Connect.*backups/);
  await expect(exportPerson(target, one.customerId)).rejects.toThrow('there is no customer');
  expect((await everything()).filter((item) => item.includes('erasePerson'))).toHaveLength(1);
  expect((await eraseByCommand(target, one.customerId)).recordings.left).toHaveLength(2);
});

describe('an erasure', () => {
  test('leaves amounts under a pseudonym, and of the person nothing; others stay as they are', async () => {
    const [one, other] = [somebody('Ödön'), somebody('Μαρία')];
    await leaveTraces(one);
    await leaveTraces(other);
    // A table gives items and attributes in whatever order it likes.
    const readOf = async () => tellsOf(await everything(), other).map((item): unknown => JSON.parse(item));
    const ofOther = await readOf();
    const { pseudonym, keptForTheBooks, recordings, removed } = await erasePerson(
      open.tables,
      one.customerId,
      deletes,
    );
    expect(tellsOf(await everything(), one)).toEqual([]);
    const left = await readOf();
    expect(left).toHaveLength(ofOther.length);
    expect(left).toEqual(expect.arrayContaining(ofOther));
    expect(await readOrder(open.tables.orders, keptForTheBooks.orders[0] ?? '', signal)).toMatchObject({
      customerId: pseudonym,
      taxMinor: 808,
      paidMinor: 10_608,
      history: [{ who: pseudonym, why: 'erased' }],
    });
    expect(keptForTheBooks.cases).toHaveLength(2);
    expect(removed).toMatchObject({ appointments: 2 });
    const named = new RegExp(`["#]${one.customerId}"`);
    expect((await everything()).filter((item) => named.test(item))).toEqual([]);
    const gone = [`b/call-${one.customerId}.wav`, `b/ivr/call-${one.customerId}.wav`];
    expect(recordings.deleted.toSorted()).toEqual(gone);
    expect(asked.toSorted()).toEqual(gone);
    expect(recordings.left).toEqual([]);
    expect(removed).toMatchObject({ messages: 5, desk: 2, feedback: 3, orders: 1 });
    await expect(erasePerson(open.tables, one.customerId, deletes)).rejects.toThrow(
      `there is no customer '${one.customerId}'`,
    );
  });
  test('takes with it what an agent noted of them under an earlier id, and nothing that was noted of others', async () => {
    const one = somebody('Noor');
    const { customers, feedback } = open.tables;
    await saveCustomer(customers, {
      customerId: one.customerId,
      name: one.name,
      phoneNumbers: [one.number],
      mergedFrom: ['noor-before'],
    });
    const remark = { at, agentId: 'sam', week: '2026-W47', subject: 'price', opinion: 'bad' } as const;
    const noted = (remarkId: string, customerId?: string) =>
      keepRemarkOnce(
        feedback,
        {
          ...remark,
          remarkId,
          contactId: `noor-${remarkId}`,
          words: `${one.name} finds it dear.`,
          ...(customerId === undefined ? {} : { customerId }),
        },
        now.getTime() + 86_400_000,
        signal,
      );
    await noted('r-1', 'noor-before');
    await noted('r-2', one.customerId);
    await noted('r-3', 'noor-neighbour');
    await noted('r-4');
    const { removed } = await erasePerson(open.tables, one.customerId, deletes);
    expect(removed).toMatchObject({ feedback: 2 });
    const left = (await everything()).filter((item) => item.includes(`${one.name} finds`));
    expect(left.map((item) => /noor-r-\d/.exec(item)?.[0]).toSorted()).toEqual(['noor-r-3', 'noor-r-4']);
  });
  test('takes a call with it that was booked before we knew whose number it is, and nobody is told of that call', async () => {
    const one = somebody('Vera');
    const { messages } = open.tables;
    const booking = {
      phoneNumber: one.number,
      customerId: 'unknown',
      contactId: 'before',
      atMs: Date.parse('2026-11-23T09:00:00Z'),
    };
    const { callback } = await bookCallback(open.tables, booking, hours, now.getTime(), signal);
    const last = { contactId: 'before', endedAt: at, team: 'support' } as const;
    await keepLastContact(open.tables.customers, one.number, last, signal);
    const pk = `CALLER#${createHash('sha256').update(one.number).digest('base64url')}`;
    const Item = { pk, sk: 'LAST', ...last, customerId: one.customerId };
    await open.documents.send(new PutCommand({ TableName: open.tables.customers.name, Item }));
    await saveCustomer(open.tables.customers, {
      customerId: one.customerId,
      name: one.name,
      phoneNumbers: [one.number],
    });
    await erasePerson(open.tables, one.customerId, deletes);
    expect(await owedCall(open.tables, one.number, now.getTime(), signal)).toBeUndefined();
    expect(await readMessage(messages, callback.taskId, signal)).toBeUndefined();
    const left = await everything();
    expect(tellsOf(left, one)).toEqual([]);
    // Kept by the version before under a hash of the number.
    expect(left.filter((item) => item.includes(pk))).toEqual([]);
  });
  test('leaves the last contact of a number with somebody else who had it before', async () => {
    const one = somebody('Bodo');
    const { customers } = open.tables;
    const last = { contactId: 'theirs', endedAt: at, team: 'support', customerId: 'p-before' } as const;
    await keepLastContact(customers, one.number, last, signal);
    await saveCustomer(customers, {
      customerId: one.customerId,
      name: one.name,
      phoneNumbers: [one.number],
    });
    await erasePerson(open.tables, one.customerId, deletes);
    expect(tellsOf(await everything(), one)).toHaveLength(1);
  });
  test('of somebody who was merged takes what they had before, too', async () => {
    const [one, former] = [somebody('Greta'), somebody('Grete')];
    await leaveTraces(one);
    await leaveTraces(former, 'cancelled');
    const note = { by: 'agent/sam', why: 'one person', at };
    const merge = { into: one.customerId, from: former.customerId, note };
    await mergeInto(
      open.tables.customers,
      { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
      merge,
      () => true,
      signal,
    );
    await expect(erasePerson(open.tables, former.customerId, deletes)).rejects.toThrow(
      `was merged into '${one.customerId}'`,
    );
    await erasePerson(open.tables, one.customerId, deletes);
    const left = await everything();
    expect(tellsOf(left, one)).toEqual([]);
    expect(tellsOf(left, former)).toEqual([]);
    expect(left.filter((item) => item.includes(`CUSTOMER#${former.customerId}"`))).toEqual([]);
  });
  test('that is interrupted anywhere is taken up by the next one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (requests) => {
        const one = somebody('Noor');
        await leaveTraces(one);
        let left = requests;
        open.served.permit(() => {
          left -= 1;
          return left > 0 ? { allowed: true } : { allowed: false, message: 'interrupted' };
        });
        const first = await erasePerson(open.tables, one.customerId, deletes).catch(() => undefined);
        open.served.permit(() => ({ allowed: true }));
        if (first === undefined) await erasePerson(open.tables, one.customerId, deletes);
        expect(tellsOf(await everything(), one)).toEqual([]);
      }),
      { numRuns: isFull ? 20 : 2 },
    );
  }, 180_000);
  test('takes recordings before what names them, names those that stay, and lets those go that are still to come', async () => {
    const one = somebody('Ilse');
    await leaveTraces(one);
    const wish = {
      contactId: 'awaited',
      customerId: one.customerId,
      isVerified: true,
      phoneNumber: one.number,
    };
    const { cases } = open.tables;
    const { caseNumber } = await beginVoicemail(cases, { ...wish, reason: 'voicemail' }, hours, now, signal);
    await expect(
      erasePerson(open.tables, one.customerId, async () => {
        throw new Error('the line is cut');
      }),
    ).rejects.toThrow('the line is cut');
    const refuses = async (place: string) => (place.includes('ivr/') ? 'S3 answered 403' : undefined);
    const { recordings } = await erasePerson(open.tables, one.customerId, refuses);
    expect(recordings).toEqual({
      deleted: [`b/call-${one.customerId}.wav`],
      left: [{ recording: `b/ivr/call-${one.customerId}.wav`, why: 'S3 answered 403' }],
    });
    expect(await readVoicemail(cases, caseNumber, signal)).toMatchObject({ state: 'deleted' });
    // Nothing names it any more but what is owed, and that names nobody.
    const naming = (await everything()).filter((item) => item.includes(`call-${one.customerId}.wav`));
    expect(naming.map((item) => Object.keys(JSON.parse(item)).toSorted())).toEqual([
      ['pk', 'recording', 'sk'],
    ]);
    expect(tellsOf(naming, one)).toEqual([]);
  });
  test('tries a recording that stayed again whenever it is asked for, until it is gone', async () => {
    const [one, other] = [somebody('Otto'), somebody('Olga')];
    await leaveTraces(one);
    await leaveTraces(other);
    const place = `b/ivr/call-${one.customerId}.wav`;
    const refuses = async (recording: string) => (recording === place ? 'S3 answered 503' : undefined);
    const owed = async () => (await everything()).filter((item) => item.includes('ERASURE#'));
    const before = (await owed()).length;
    await erasePerson(open.tables, one.customerId, refuses);
    for (const _time of [1, 2]) {
      expect(await erasePerson(open.tables, one.customerId, refuses)).toEqual({
        removed: {},
        keptForTheBooks: { orders: [], cases: [] },
        recordings: { deleted: [], left: [{ recording: place, why: 'S3 answered 503' }] },
      });
      expect(await owed()).toHaveLength(before + 1);
    }
    // What somebody else owes is another matter.
    await expect(erasePerson(open.tables, 'nobody-of-ours', deletes)).rejects.toThrow('there is no customer');
    expect((await erasePerson(open.tables, one.customerId, deletes)).recordings).toEqual({
      deleted: [place],
      left: [],
    });
    expect(asked).toEqual([place]);
    expect(await owed()).toHaveLength(before);
    await expect(erasePerson(open.tables, one.customerId, deletes)).rejects.toThrow('there is no customer');
  });
  test('owes a recording already while it is being deleted, so that no end in between forgets it', async () => {
    const one = somebody('Ana');
    await leaveTraces(one);
    const dies = async (): Promise<undefined> => {
      throw new Error('the process is killed');
    };
    await expect(erasePerson(open.tables, one.customerId, dies)).rejects.toThrow('killed');
    const named = (await everything()).filter((item) => item.includes(`ERASURE#${one.customerId}`));
    expect(named).toHaveLength(1);
    const { recordings } = await erasePerson(open.tables, one.customerId, deletes);
    expect(recordings.deleted).toHaveLength(2);
    // Each was tried once more, however many things name it.
    expect(new Set(asked).size).toBe(asked.length);
    expect((await everything()).filter((item) => item.includes(`ERASURE#${one.customerId}`))).toEqual([]);
  });
  test('of a customer with nothing is done, and of an old profile too', async () => {
    const { customers } = open.tables;
    const Item = { pk: 'CUSTOMER#bare', sk: 'PROFILE', customerId: 'bare', name: 'Bare', phoneNumbers: [] };
    await open.documents.send(new PutCommand({ TableName: customers.name, Item }));
    expect(await erasePerson(open.tables, 'bare', deletes)).toMatchObject({ removed: { customers: 1 } });
    expect(await readCustomer(customers, 'bare', signal)).toBeUndefined();
  });
});

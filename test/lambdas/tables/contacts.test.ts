/** Contacts: whatever comes twice, late or out of order, one true row is left. */

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contactOfEvent, contactOfRecord } from '../../../lambdas/domain/contact-record.ts';
import { contactsOf, keepContact } from '../../../lambdas/tables/contacts.ts';
import { isFull } from '../../calls/counts.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const signal = new AbortController().signal;
const KEPT_DAYS = 10;
let served: ServedTables;
beforeAll(async () => {
  served = await serveOurTables();
});
afterAll(() => served.served.close());

const record = (contactId: string, second: number, attributes: Readonly<Record<string, string>> = {}) => ({
  ContactId: contactId,
  LastUpdateTimestamp: `2026-11-10T17:00:${String(second).padStart(2, '0')}Z`,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-10T16:50:00Z',
  DisconnectTimestamp: '2026-11-10T16:59:00Z',
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  AgentConnectionAttempts: 1,
  Attributes: attributes,
  Queue: { Name: 'support', Duration: 12, ARN: 'arn', EnqueueTimestamp: 'x' },
  Agent: null,
  Recording: null,
  CustomerEndpoint: { Address: '+12025550123', Type: 'TELEPHONE_NUMBER' },
  SomethingNew: { nobody: 'knows' },
});
const event = (contactId: string) => ({
  eventType: 'COMPLETED',
  contactId,
  channel: 'VOICE',
  initiationMethod: 'INBOUND',
  initiationTimestamp: '2026-11-10T16:50:00.123Z',
  disconnectTimestamp: '2026-11-10T16:59:00.456Z',
});
const rowOf = async (contactId: string) =>
  (
    await served.documents.send(
      new GetCommand({ TableName: served.tables.contacts.name, Key: { contactId }, ConsistentRead: true }),
    )
  ).Item;
const keep = (contact: Parameters<typeof keepContact>[1]) =>
  keepContact(served.tables.contacts, contact, KEPT_DAYS, signal);

/** Every order of the list. */
const orders = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length <= 1
    ? [list]
    : list.flatMap((one, at) => orders(list.toSpliced(at, 1)).map((rest) => [one, ...rest]));

describe('a contact that is told of more than once', () => {
  test('is one row, the latest, in every order of an event, three versions and a duplicate', async () => {
    const told = (contactId: string) => [
      contactOfEvent(event(contactId)),
      contactOfRecord(record(contactId, 1)),
      contactOfRecord(record(contactId, 2, { customerId: 'c-1001' })),
      contactOfRecord(record(contactId, 2, { customerId: 'c-1001' })),
      contactOfRecord(record(contactId, 3, { customerId: 'c-1002', verified: 'true' })),
    ];
    // The duplicate only where there is time: it is the second of a version that is kept already.
    const all = orders(isFull ? [0, 1, 2, 3, 4] : [0, 1, 2, 4]);
    expect(all).toHaveLength(isFull ? 120 : 24);
    await Promise.all(
      all.map(async (order, number) => {
        const contactId = `all-${number}`;
        const versions = told(contactId);
        for (const at of order) {
          const version = versions[at];
          if (version !== undefined) await keep(version);
        }
        expect(await rowOf(contactId)).toEqual({ ...versions[4], expiresAt: expect.any(Number) });
      }),
    );
  });
  test('is the latest of any versions, however often and when each comes', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(59), { minLength: 1, maxLength: 8 }), async (seconds) => {
        number += 1;
        const contactId = `any-${number}`;
        const outcomes: string[] = [];
        for (const second of seconds) outcomes.push(await keep(contactOfRecord(record(contactId, second))));
        const records = seconds.filter((second, at) =>
          seconds.slice(0, at).every((before) => before < second),
        );
        expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(records.length);
        expect(await rowOf(contactId)).toMatchObject(
          contactOfRecord(record(contactId, Math.max(...seconds))),
        );
      }),
      { numRuns: isFull ? 150 : 10 },
    );
  });
});

describe('a row', () => {
  test('that waits for its record says so, and has the same moments as the record', async () => {
    await keep(contactOfEvent(event('waits')));
    expect(await rowOf('waits')).toMatchObject({
      state: 'awaiting-record',
      startedAt: '2026-11-10T16:50:00Z',
    });
    expect(await keep(contactOfRecord(record('waits', 0)))).toBe('kept');
    expect(await rowOf('waits')).toMatchObject({ state: 'recorded', queue: 'support', waitSeconds: 12 });
    expect(await keep(contactOfEvent(event('waits')))).toBe('known');
  });
  test('holds nothing that leads to a person but our own id, and goes when its time is over', async () => {
    await keep(contactOfRecord(record('private', 1, { customerId: 'c-1001', note: 'Sam called' })));
    const row = await rowOf('private');
    expect(JSON.stringify(row)).not.toMatch(/2025550123|Sam called/);
    expect(row?.['expiresAt']).toBe(Date.parse('2026-11-10T16:59:00Z') / 1000 + KEPT_DAYS * 86_400);
  });
  test('of nobody whom we know is in no customer’s list, and a list has the latest first', async () => {
    await keep(contactOfRecord(record('stranger', 1, { customerId: 'unknown' })));
    expect(await rowOf('stranger')).not.toHaveProperty('customerId');
    const later = {
      ...record('late', 1, { customerId: 'c-7' }),
      InitiationTimestamp: '2026-11-11T16:50:00Z',
    };
    await keep(contactOfRecord(record('early', 1, { customerId: 'c-7' })));
    await keep(contactOfRecord(later));
    const ids: string[] = [];
    for await (const { contactId } of contactsOf(served.tables.contacts, 'c-7', signal)) ids.push(contactId);
    expect(ids).toEqual(['late', 'early']);
  });
});

describe('what is no contact record is refused by the name of the field', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'a contact record cannot be kept: it is missing or wrong'],
    ['one without an id', { ...record('x', 1), ContactId: undefined }, 'ContactId'],
    [
      'one whose update is no time',
      { ...record('x', 1), LastUpdateTimestamp: 'yesterday' },
      'LastUpdateTimestamp',
    ],
    ['one with a negative wait', { ...record('x', 1), Queue: { Name: 'q', Duration: -1 } }, 'waitSeconds'],
  ])('%s', (_title, value, message) => {
    expect(() => contactOfRecord(value)).toThrow(message);
  });
  test('and never by a value', () => {
    const secret = { ...record('x', 1), Channel: { secret: '4711' } };
    expect(() => contactOfRecord(secret)).toThrow(/^(?!.*4711)/);
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(() => contactOfEvent(anything)).toThrow(/^a contact event cannot be kept: /);
      }),
    );
  });
});

/** Every field of every contract, with whatever may come: an outcome or a refusal, nothing twice, nothing told to the log. */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Contract } from '../../lambdas/runtime/contract.ts';
import type { HttpContract } from '../../lambdas/runtime/http-contract.ts';
import { keepDeskContact } from '../../lambdas/tables/desk.ts';
import { seedDemoWorld } from '../../lib/demo-world/seed.ts';
import { contactFunctions, eventFunctions, httpFunctions, scheduledFunctions } from '../../lib/functions.ts';
import { badOf } from '../api/odd-requests.ts';
import { isFull } from '../calls/counts.ts';
import { flowEvent } from '../lambdas/flow-event.ts';
import { BY_KEY, type Embedded, openEmbedded, WRITES } from './embedded.ts';
import { choice, Learned, odd } from './values.ts';
import { makeWhatExamplesName } from './what-examples-name.ts';

type Handler = (event: unknown, context: { getRemainingTimeInMillis: () => number }) => Promise<object>;

const RUNS = isFull ? 10_000 : 8;
/** To compare a PIN or a code with nothing takes 30 ms of a processor, on purpose; a report over all customers reads every shelf. */
const RUNS_OF: Readonly<Record<string, number>> = isFull
  ? { 'verify-caller': 100, 'check-code': 100, 'serve-reports': 200, 'serve-audit': 1_000 }
  : { 'verify-caller': 2, 'check-code': 2, 'serve-reports': 3 };
const context = { getRemainingTimeInMillis: () => 60_000 };
const SAMS_CONTACT = '00000000-0000-4000-8000-000000000000';
const seed = 20_261_122;

/** By a fault that names the field: Connect takes the error branch of the block. */
const REFUSED = '(fault)';

let embedded: Embedded;
const learned = new Learned();

beforeAll(async () => {
  embedded = await openEmbedded();
  const { tables, served } = embedded.open;
  const names = { customers: tables.customers.name, orders: tables.orders.name };
  await seedDemoWorld({ tables: names, client: served.client, pinCost: 4 });
  const contact = {
    contactId: SAMS_CONTACT,
    initialContactId: SAMS_CONTACT,
    channel: 'VOICE',
    instanceId: 'i',
  };
  const connectedAt = new Date().toISOString();
  const { signal } = new AbortController();
  for (const agentId of ['sam', 'robin'])
    await keepDeskContact(tables.desk, { ...contact, agentId, connectedAt }, 'c-1003', signal);
  await makeWhatExamplesName(embedded.open, SAMS_CONTACT, ['sam', 'robin']);
  embedded.seen();
  embedded.changes();
});
afterAll(async () => {
  await embedded.close();
});

async function handlerOf(name: string): Promise<Handler> {
  const module: { readonly handler: Handler } = await import(`../../lambdas/${name}/handler.ts`);
  return module.handler;
}

/** Whatever of what was sent stands in the log. What is as short as a status may be there for another reason. */
function told(sent: readonly unknown[]): readonly unknown[] {
  const lines = embedded.told();
  return sent.filter((value) => {
    const text = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : '';
    return text.trim().length > 5 && lines.includes(text);
  });
}

const inserted = (): readonly string[] =>
  embedded
    .changes()
    .filter(({ eventName }) => eventName === 'INSERT')
    .map(({ tableName, keys }) => `${tableName} ${JSON.stringify(keys)}`);

/** Of requests: none may read a table from end to end. */
function writesIn(name: string): number {
  const seen = embedded.seen();
  const scan = seen.find(({ operation }) => !BY_KEY.has(operation));
  if (scan !== undefined) throw new Error(`${name} asked for ${scan.operation}: ${scan.body}`);
  return seen.filter(({ operation }) => WRITES.has(operation)).length;
}

/** These come first, so that the others are asked about cases that there are. */
const FIRST = ['lookup-case', 'open-case'];
const inTurn = contactFunctions.toSorted((one, other) => FIRST.indexOf(other.name) - FIRST.indexOf(one.name));

describe('a function that a flow calls', () => {
  const cases = (contract: Contract) =>
    fc.sample(
      fc.record({
        fields: fc.record(
          Object.fromEntries(Object.keys(contract.parameters.shape).map((name) => [name, choice])),
        ),
        more: fc.oneof(
          { weight: 30, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.tuple(fc.string({ minLength: 1, maxLength: 9 }), odd) },
        ),
        address: fc.constantFrom<string | null>(
          '+12025550111',
          '+12025550121',
          '+3612345678',
          '+999',
          'anonymous',
          '',
          null,
        ),
        language: fc.oneof(fc.constantFrom('en', 'el', 'hu', 'ro', undefined), odd),
        contact: fc.nat(3),
      }),
      { numRuns: RUNS_OF[contract.name] ?? RUNS, seed },
    );

  test.each(inTurn.map((contract) => [contract.name, contract] as const))(
    '%s answers an outcome or refuses, does nothing twice, and tells the log of nobody',
    async (name, contract) => {
      const handler = await handlerOf(name);
      embedded.holdTo(contract.uses);
      const wrong: object[] = [];
      const outcomes = new Set<string>();
      for (const { fields, more, address, language, contact } of cases(contract)) {
        const parameters = Object.fromEntries(
          Object.entries(fields)
            .map(([field, made]) => [field, learned.valueOf(field, made)] as const)
            .filter(([, value]) => value !== undefined),
        );
        const contactId = `${SAMS_CONTACT.slice(0, -1)}${contact}`;
        const event = flowEvent(more === undefined ? parameters : { ...parameters, [more[0]]: more[1] }, {
          address,
          contactId,
          language,
        });
        const run = async (): Promise<string> => {
          try {
            const result = await handler(event, context);
            learned.keep(result);
            return String(Reflect.get(result, 'outcome'));
          } catch (fault) {
            if (!(fault instanceof Error) || fault.name !== 'Fault') throw fault;
            return REFUSED;
          }
        };
        const outcome = await run();
        outcomes.add(outcome);
        const writes = writesIn(name);
        if (outcome === REFUSED && writes > 0) wrong.push({ refused: event, writes });
        // Connect may invoke it again for the same wish, at once or a day later.
        inserted();
        if (writes > 0) {
          await Promise.all([run(), run()]);
          writesIn(name);
          const twice = inserted();
          if (twice.length > 0) wrong.push({ parameters, twice });
        }
        const odds = Object.values(fields).flatMap((made) => (made.kind === 'odd' ? [made.value] : []));
        const leaks = told([...odds, language, more?.[1]]);
        if (leaks.length > 0) wrong.push({ parameters, leaks });
      }
      expect(wrong.slice(0, 3)).toEqual([]);
      const isOneOfMany = Object.keys(contract.outcomes).length > 1;
      if (isFull) expect(outcomes.size).toBeGreaterThan(isOneOfMany ? 1 : 0);
    },
    600_000,
  );
});

describe('a function of the HTTP API', () => {
  const claims = (username: string) => ({
    'custom:agent_id': username,
    'cognito:username': username,
    'cognito:groups': username === 'robin' ? '[supervisors]' : '[shipping]',
  });

  test.each(httpFunctions.map((contract) => [contract.name, contract] as const))(
    '%s answers less than 500, changes nothing where it refuses, and tells the log of nobody',
    async (name, contract: HttpContract) => {
      const handler = await handlerOf(name);
      embedded.holdTo(contract.uses);
      const { audit } = embedded.open.tables;
      const requests = fc.sample(
        fc.tuple(badOf(contract), fc.constantFrom('sam', 'robin', 'robin', 'nobody')),
        { numRuns: RUNS_OF[name] ?? RUNS, seed },
      );
      const wrong: object[] = [];
      const statuses = new Set<number>();
      for (const [{ route, sent, put }, username] of requests) {
        const answer = await handler(
          {
            routeKey: `${route.method} ${route.path}`,
            headers: { 'content-type': 'application/json' },
            pathParameters: sent.parameters,
            body: JSON.stringify(sent.body ?? {}),
            isBase64Encoded: false,
            requestContext: {
              requestId: 'r-12345678',
              authorizer: { jwt: { claims: username === 'nobody' ? {} : claims(username) } },
            },
          },
          context,
        );
        const status = Number(Reflect.get(answer, 'statusCode'));
        statuses.add(status);
        if (status >= 500) wrong.push({ sent, status });
        writesIn(name);
        const changed = embedded.changes().filter(({ tableName }) => tableName !== audit.name);
        if (status >= 400 && changed.length > 0) wrong.push({ sent, status, changed });
        const leaks = told([put]);
        if (leaks.length > 0) wrong.push({ sent, leaks });
      }
      expect(wrong.slice(0, 3)).toEqual([]);
      if (isFull) expect([...statuses].some((status) => status < 300)).toBe(true);
    },
    600_000,
  );
});

describe('a function of a schedule or of events', () => {
  test.each(scheduledFunctions.map((contract) => [contract.name, contract] as const))(
    '%s finds by key what there is to do',
    async (name, contract) => {
      const handler = await handlerOf(name);
      embedded.holdTo(contract.uses);
      embedded.seen();
      for (const _run of [1, 2]) expect(typeof (await handler({}, context))).toBe('string');
      writesIn(name);
      embedded.told();
    },
  );

  const KEYS = [
    'contactId',
    'eventType',
    'channel',
    'instanceArn',
    'agentInfo',
    'initiationTimestamp',
    'ContactId',
  ];
  const record = fc.oneof(
    odd,
    fc.dictionary(fc.constantFrom(...KEYS), odd),
    fc.constant({ ContactId: SAMS_CONTACT }),
  );
  test.each(eventFunctions.map((contract) => [contract.name, contract] as const))(
    '%s takes whatever comes, or leaves it to come again, and tells the log of nobody',
    async (name, contract) => {
      const handler = await handlerOf(name);
      embedded.holdTo(contract.uses);
      const wrong: object[] = [];
      for (const sent of fc.sample(record, { numRuns: RUNS * 2, seed })) {
        const data = Buffer.from(JSON.stringify(sent) ?? '').toString('base64');
        const stream = { Records: [{ kinesis: { sequenceNumber: '1', data } }] };
        for (const event of [stream, { 'detail-type': 'Amazon Connect Contact Event', detail: sent }]) {
          const isKept = await handler(event, context).then(
            (answer) => typeof answer === 'string' || 'batchItemFailures' in answer,
            (fault: unknown) => fault instanceof Error && fault.name !== 'TypeError',
          );
          const leaks = told([sent, ...Object.values(Object(sent))]);
          if (!isKept || leaks.length > 0) wrong.push({ sent, isKept, leaks });
        }
        writesIn(name);
      }
      expect(wrong.slice(0, 3)).toEqual([]);
    },
    120_000,
  );
});

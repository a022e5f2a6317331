/** Amazon Connect Cases has each case of ours once, as it stands, whatever the stream and the service do. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CASE_STATES } from '../../lambdas/domain/case-states.ts';
import { SEVERITIES } from '../../lambdas/domain/case-types.ts';
import {
  type MirrorTerms,
  mirrorTerms,
  openedFields,
  standingFields,
} from '../../lambdas/domain/mirrored-case.ts';
import { casesApi } from '../../lambdas/mirror-cases/cases-api.ts';
import { mirrorCases } from '../../lambdas/mirror-cases/contract.ts';
import { mirror } from '../../lambdas/mirror-cases/mirror.ts';
import { caseChangeFunction } from '../../lambdas/runtime/case-change-function.ts';
import { changeCase } from '../../lambdas/tables/case-changes.ts';
import { caseKey } from '../../lambdas/tables/case-keys.ts';
import { openCaseOnce } from '../../lambdas/tables/cases.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { erasePerson } from '../../lambdas/tables/person-erasure.ts';
import { writeTogether } from '../../lambdas/tables/transaction.ts';
import { type GiveBatch, replay } from '../../lib/commands/mirror.ts';
import { type Failure, LocalCases } from '../../local/cases/cases-service.ts';
import { AccessKeys } from '../../local/endpoint/access-keys.ts';
import { type Endpoint, startEndpoint } from '../../local/endpoint/endpoint.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const terms: MirrorTerms = {
  domainId: 'd-1',
  templateId: 't-1',
  customerProfileArn: 'arn:aws:profile:us-east-1:123456789012:domains/larkfield/profiles/callers',
  fields: { caseNumber: 'f-number', state: 'f-state', severity: 'f-severity', dueAt: 'f-due' },
};
const { signal } = new AbortController();
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
const NOW = new Date('2026-11-23T12:00:00Z');
const THROTTLED: Failure = { when: 'before', status: 429, code: 'ThrottlingException' };
const LOST: Failure = { when: 'after', status: 500, code: 'InternalServerException' };
const INVALID: Failure = { when: 'before', status: 400, code: 'ValidationException' };

describe('what is told of a case', () => {
  const cases = fc.record({
    caseNumber: fc.stringMatching(/^[0-9]{6}$/),
    reason: fc.oneof(fc.constantFrom('problem-complaint', 'callback'), fc.string()),
    status: fc.constantFrom(...CASE_STATES),
    severity: fc.constantFrom(...SEVERITIES),
    dueAt: fc.option(fc.constant('2026-11-23T14:00:00.000Z'), { nil: undefined }),
  });
  test('is opened the same way however it stands, and holds no words but our codes', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const opened = openedFields(one, terms);
        expect(openedFields({ ...other, caseNumber: one.caseNumber, reason: one.reason }, terms)).toEqual(
          opened,
        );
        expect(opened[0]?.value).toEqual({ stringValue: expect.stringMatching(/^Case \d{6}: [a-z-]+$/) });
        const standing = standingFields(one, terms);
        expect(new Set([...opened, ...standing].map(({ id }) => id)).size).toBe(
          opened.length + standing.length,
        );
        expect(standing[0]?.value).toEqual({ stringValue: one.status === 'closed' ? 'closed' : 'open' });
        expect(standing.at(-1)?.value).toEqual(
          one.dueAt === undefined ? { emptyValue: {} } : { stringValue: one.dueAt },
        );
      }),
      { numRuns: 100 },
    );
  });
  test('is nothing but title, customer and status where no field is named', () => {
    const bare = mirrorTerms.parse({ ...terms, fields: {} });
    const one = { caseNumber: '123456', reason: 'callback', status: 'open', severity: 'high' } as const;
    expect([...openedFields(one, bare), ...standingFields(one, bare)].map(({ id }) => id)).toEqual([
      'title',
      'customer_id',
      'status',
    ]);
  });
});

describe('the function that mirrors', () => {
  let served: ServedTables;
  let endpoint: Endpoint;
  const local = new LocalCases({ region: 'us-east-1', accountId: '123456789012' });
  const environment = { ...process.env };
  beforeAll(async () => {
    served = await serveOurTables();
    const accessKeys = new AccessKeys('123456789012');
    endpoint = await startEndpoint({ accessKeys, services: [local.service()], onFault: console.error });
    const keys = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
    Object.assign(process.env, keys, { AWS_ENDPOINT_URL: endpoint.url, AWS_REGION: 'us-east-1' });
    for (const method of ['log', 'error'] as const) jest.spyOn(console, method).mockReturnValue();
  });
  afterAll(async () => {
    process.env = environment;
    jest.restoreAllMocks();
    await endpoint.close();
    await served.served.close();
  });

  const table = () => served.tables.cases;
  const handler = caseChangeFunction(mirrorCases, (caseNumber, run) =>
    mirror(caseNumber, { table: table(), api: casesApi(terms.domainId, 2_000), terms }, run.signal),
  );
  const change = (caseNumber: string, sk = 'CASE', eventName = 'MODIFY') => ({
    eventName,
    dynamodb: {
      SequenceNumber: `${caseNumber}-${sk}`,
      Keys: { caseNumber: { S: caseNumber }, sk: { S: sk } },
    },
  });
  const run = (...Records: readonly object[]) =>
    handler({ Records }, { getRemainingTimeInMillis: () => 60_000 });
  const ALL_DONE = { batchItemFailures: [] };
  let opened = 0;
  async function opens(): Promise<string> {
    opened += 1;
    const wish = {
      contactId: `call-${opened}`,
      reason: 'problem-complaint',
      customerId: 'c-1',
      isVerified: true,
    };
    return (await openCaseOnce(table(), { ...wish, phoneNumber: '+12025550111' }, hours, NOW, signal))
      .caseNumber;
  }
  const changes = (caseNumber: string, seenVersion: number, action: 'take' | 'ask-customer') =>
    changeCase(
      table(),
      {
        caseNumber,
        seenVersion,
        change: action === 'take' ? { action } : { action, words: 'Which colour?' },
        by: { role: 'agent', id: 'sam' },
      },
      hours,
      NOW,
      signal,
    );
  const mirrors = (caseNumber: string) =>
    local.cases.filter(({ fields }) => fields['f-number']?.['stringValue'] === caseNumber);

  test('opens a case once, with how it stands, and without number, name or words', async () => {
    const caseNumber = await opens();
    expect(await run(change(caseNumber, 'CASE', 'INSERT'), change(caseNumber, 'NOTE#1'))).toEqual(ALL_DONE);
    const [one, ...more] = mirrors(caseNumber);
    expect(more).toEqual([]);
    expect(one?.fields).toMatchObject({
      title: { stringValue: `Case ${caseNumber}: problem-complaint` },
      status: { stringValue: 'open' },
      'f-state': { stringValue: 'open' },
      'f-severity': { stringValue: 'normal' },
    });
    expect(JSON.stringify(one)).not.toContain('2025550111');
  });
  test('writes the latest state for two changes that come in the other order, and for yesterday’s again nothing', async () => {
    const caseNumber = await opens();
    await changes(caseNumber, 1, 'take');
    await run(change(caseNumber));
    await changes(caseNumber, 2, 'ask-customer');
    await run(change(caseNumber), change(caseNumber, 'CASE', 'INSERT'));
    expect(mirrors(caseNumber)[0]?.fields['f-state']).toEqual({ stringValue: 'waiting-for-customer' });
    const { requests } = local;
    expect(await run(change(caseNumber), change(caseNumber, 'MIRROR'))).toEqual(ALL_DONE);
    expect(await run(change(caseNumber, 'CASE', 'REMOVE'), change('999999'))).toEqual(ALL_DONE);
    expect(local.requests).toBe(requests);
    expect(mirrors(caseNumber)).toHaveLength(1);
  });
  describe('a replay of cases that were there before', () => {
    async function* of(numbers: readonly string[]): AsyncGenerator<string> {
      yield* numbers;
    }
    const give: GiveBatch = async (event) => {
      try {
        const [failed] = (await handler(event, { getRemainingTimeInMillis: () => 60_000 })).batchItemFailures;
        return failed === undefined ? {} : { failedFrom: failed.itemIdentifier };
      } catch (error) {
        return { error: String(error) };
      }
    };
    test('mirrors each once, in batches, and does nothing twice', async () => {
      const numbers = await Promise.all(Array.from({ length: 27 }, opens));
      expect(await replay(of(numbers), give, 1)).toBe(27);
      for (const number of numbers) expect(mirrors(number)).toHaveLength(1);
      const { requests } = local;
      expect(await replay(of(numbers), give, 1)).toBe(27);
      expect(local.requests).toBe(requests);
      expect(await replay(of([]), give, 1)).toBe(0);
    });
    test.each<[string, readonly Failure[]]>([
      ['throttles it', [THROTTLED, THROTTLED]],
      ['opens a case and does not say so', [LOST]],
    ])('goes on where it stopped when the service %s', async (_title, failures) => {
      const numbers = [await opens(), await opens(), await opens()];
      local.fail(...failures);
      expect(await replay(of(numbers), give, 1)).toBe(3);
      for (const number of numbers) expect(mirrors(number)).toHaveLength(1);
    });
    test('passes by a case that is refused for good, and mirrors the others', async () => {
      const numbers = [await opens(), await opens()];
      local.fail(INVALID);
      expect(await replay(of(numbers), give, 1)).toBe(2);
      expect(numbers.map((number) => mirrors(number).length)).toEqual([0, 1]);
    });
    test('says from where on it could not, after some tries, and goes on from there when it is run again', async () => {
      const numbers = [await opens(), await opens()];
      local.fail(...Array.from({ length: 5 }, () => THROTTLED));
      await expect(replay(of(numbers), give, 1)).rejects.toThrow(
        `2 cases from ${numbers[0]} on were not mirrored (see the log of mirror-cases): run the command again`,
      );
      expect(await replay(of(numbers), give, 1)).toBe(2);
      for (const number of numbers) expect(mirrors(number)).toHaveLength(1);
    });
  });
  test.each<[string, readonly Failure[]]>([
    ['is throttled', [THROTTLED]],
    ['opens the case and does not say so', [LOST]],
    ['has no right to it for a while', [{ when: 'before', status: 403, code: 'AccessDeniedException' }]],
  ])(
    'comes again with the record where the service %s, and there is one case in the end',
    async (_title, failures) => {
      const [before, after] = [await opens(), await opens()];
      local.fail(...failures);
      expect(await run(change(before), change(after))).toEqual({
        batchItemFailures: [{ itemIdentifier: `${before}-CASE` }],
      });
      expect(mirrors(after)).toEqual([]);
      await changes(before, 1, 'take');
      expect(await run(change(before), change(after))).toEqual(ALL_DONE);
      expect(mirrors(before)).toHaveLength(1);
      expect(mirrors(before)[0]?.fields['f-state']).toEqual({ stringValue: 'in-progress' });
      expect(mirrors(after)).toHaveLength(1);
    },
  );
  test('closes the case there where it is gone here, keeps it closed, and opens it again with it', async () => {
    const [caseNumber, other] = [await opens(), await opens()];
    await run(change(caseNumber, 'CASE', 'INSERT'));
    const TableName = table().name;
    for (const gone of [caseNumber, other])
      await writeTogether(table().client, [{ Delete: { TableName, Key: caseKey(gone) } }], signal);
    local.fail(LOST);
    expect((await run(change(caseNumber, 'CASE', 'REMOVE'))).batchItemFailures).toHaveLength(1);
    expect(await run(change(caseNumber, 'CASE', 'REMOVE'), change(other, 'CASE', 'REMOVE'))).toEqual(
      ALL_DONE,
    );
    expect(mirrors(caseNumber)).toMatchObject([{ fields: { status: { stringValue: 'closed' } } }]);
    expect(mirrors(other)).toEqual([]);
    const { requests } = local;
    await run(change(caseNumber, 'CASE', 'REMOVE'));
    expect(local.requests).toBe(requests);
    // A caller who took a message back leaves another one: it has the same number.
    opened -= 2;
    expect(await opens()).toBe(caseNumber);
    opened += 1;
    await run(change(caseNumber, 'CASE', 'INSERT'));
    expect(mirrors(caseNumber)).toMatchObject([{ fields: { status: { stringValue: 'open' } } }]);
  });
  test('knows the case of a person who was erased, and does not open it there again', async () => {
    await saveCustomer(served.tables.customers, { customerId: 'c-1', name: 'Noor Haddad', phoneNumbers: [] });
    const caseNumber = await opens();
    await run(change(caseNumber, 'CASE', 'INSERT'));
    await erasePerson(served.tables, 'c-1', async () => undefined);
    const { requests } = local;
    await run(change(caseNumber));
    // That nothing is due any more, and no request to open it.
    expect(local.requests).toBe(requests + 1);
  });
  test('ends in an error once where the case is refused for good, mirrors the others, and tries the next change', async () => {
    const [bad, good] = [await opens(), await opens()];
    local.fail(INVALID);
    await expect(run(change(bad), change(good))).rejects.toThrow(
      new RegExp(`^case ${bad} is not mirrored: .*ValidationException`),
    );
    expect(mirrors(good)).toHaveLength(1);
    expect(await run(change(bad), change(good))).toEqual(ALL_DONE);
    expect(mirrors(bad)).toEqual([]);
    await changes(bad, 1, 'take');
    expect(await run(change(bad))).toEqual(ALL_DONE);
    expect(mirrors(bad)).toHaveLength(1);
  });
  test('does not take for unchanged what a lost update may have changed there', async () => {
    const caseNumber = await opens();
    await run(change(caseNumber));
    await changes(caseNumber, 1, 'take');
    local.fail(LOST);
    expect((await run(change(caseNumber))).batchItemFailures).toHaveLength(1);
    const { requests } = local;
    await run(change(caseNumber));
    expect(local.requests).toBe(requests + 1);
  });
  test('begins nothing without time, and refuses what is no stream of a table', async () => {
    const caseNumber = await opens();
    const hurried = await handler(
      { Records: [change(caseNumber)] },
      { getRemainingTimeInMillis: () => 9_000 },
    );
    expect(hurried.batchItemFailures).toHaveLength(1);
    expect(mirrors(caseNumber)).toEqual([]);
    await expect(run({ kinesis: {} })).rejects.toThrow('mirror-cases got no records of a table');
  });
});

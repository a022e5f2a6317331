import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { defineContract } from '../../../lambdas/runtime/contract.ts';
import { verifyCaller } from '../../../lambdas/verify-caller/contract.ts';
import { contactFunctions } from '../../../lib/functions.ts';
import { tables as definitions } from '../../../lib/tables.ts';

const tables = Object.fromEntries(definitions.map((definition) => [definition.name, definition]));

const terms = {
  name: 'greet',
  purpose: 'Greets.',
  parameters: z.strictObject({ language: z.string() }),
  outcomes: { greeted: z.strictObject({ words: z.string() }) },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [],
} as const;

test('what a function may take is known before it runs', () => {
  expect(defineContract(terms)).toMatchObject({ handlerTimeoutMs: 1700, sdkAttempts: 2 });
});

describe('a contract does not load', () => {
  test('when its AWS requests could outlast the handler', () => {
    expect(() => defineContract({ ...terms, requestsInSequence: 2 })).toThrow(
      'greet: 2 requests × 2 attempts × 700 ms = 2800 ms must be less than the handler',
    );
    expect(() => defineContract({ ...terms, attemptTimeoutMs: 850 })).toThrow('must be less than');
    expect(() => defineContract({ ...terms, attemptTimeoutMs: 849 })).not.toThrow();
  });
  test('when the start of a task would not fit beside the tables, too', () => {
    const startsTask = { flow: 'a-flow', attemptTimeoutMs: 600 };
    expect(() => defineContract({ ...terms, startsTask, attemptTimeoutMs: 250 })).toThrow(
      'and 1200 ms for the task = 1700 ms must be less than',
    );
    expect(() => defineContract({ ...terms, startsTask, attemptTimeoutMs: 249 })).not.toThrow();
  });
  test('when the function could outlast half of the block', () => {
    expect(() => defineContract({ ...terms, blockTimeoutSeconds: 3 })).toThrow('at most half the block');
  });
  test('when the block waits longer than Connect does', () => {
    expect(() => defineContract({ ...terms, blockTimeoutSeconds: 9 })).toThrow('Connect waits at most 8');
  });
  test('when a number is none', () => {
    expect(() => defineContract({ ...terms, attemptTimeoutMs: Number.NaN })).toThrow('must be less than');
    expect(() => defineContract({ ...terms, functionTimeoutSeconds: Number.NaN })).toThrow();
  });
  test('when an unknown key would pass', () => {
    expect(() => defineContract({ ...terms, parameters: z.object({ language: z.string() }) })).toThrow(
      'greet: parameters: write it as z.strictObject',
    );
    const outcomes = { greeted: z.looseObject({ words: z.string() }) };
    expect(() => Reflect.apply(defineContract, undefined, [{ ...terms, outcomes }])).toThrow(
      "greet: outcome 'greeted': write it as z.strictObject",
    );
  });
  test('when a field would hide the outcome', () => {
    const outcomes = { greeted: z.strictObject({ outcome: z.string() }) };
    expect(() => defineContract({ ...terms, outcomes })).toThrow("has a field 'outcome'");
  });
});

describe.each(contactFunctions.map((contract) => [contract.name, contract] as const))(
  '%s',
  (_name, contract) => {
    test('leaves no caller in silence for more than four seconds', () => {
      expect(contract.blockTimeoutSeconds).toBeLessThanOrEqual(4);
    });
    test('uses tables and indexes that there are', () => {
      expect(contract.uses.length > 0).toBe(contract.requestsInSequence > 0);
      for (const { table, index } of contract.uses) {
        const names = tables[table]?.indexes.map(({ name }) => name);
        expect(names).toBeDefined();
        if (index !== undefined) expect(names).toContain(index);
      }
    });
    test('says in one sentence what it is for', () => {
      expect(contract.purpose).toMatch(/^[A-Z].*\.$/);
    });
  },
);

test('the function that hashes has the memory, and so the processor, for it', () => {
  expect(verifyCaller.memoryMb).toBeGreaterThanOrEqual(1024);
});

test('every table with personal fields or a date of expiry says how long it keeps what', () => {
  for (const table of Object.values(tables)) {
    expect(table.retention).not.toHaveLength(0);
    const expires = table.retention.some(({ keptDays }) => keptDays !== 'until-erased');
    expect(table.timeToLiveAttribute !== undefined).toBe(expires);
  }
});

/** The page of the HTTP API for programs. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { routeKey } from '../../lambdas/runtime/http-contract.ts';
import { fieldMasks, fieldMasksFile } from '../../lib/field-masks.ts';
import { httpFunctions } from '../../lib/functions.ts';
import { openApi, openApiFile } from '../../lib/openapi.ts';

test('is that of the contracts: where it is stale, npm run -s docs writes it', () => {
  expect(readFileSync(openApiFile, 'utf8')).toBe(openApi());
});

test('of masked fields is that of the contracts, and has the numbers of a customer', () => {
  expect(readFileSync(fieldMasksFile, 'utf8')).toBe(fieldMasks());
  expect(fieldMasks()).toContain('| `readCustomer` | `phoneNumbers[]` | the last four signs |\n');
  expect(fieldMasks()).toContain(
    '| `listCustomerChanges` | `items[].before.addresses[].lines[]` | nothing |\n',
  );
});

test('has every route with its parameters, answers and refusals, and each name once', () => {
  const page = JSON.parse(openApi());
  const names: string[] = [];
  for (const { routes } of httpFunctions) {
    for (const [operation, route] of Object.entries(routes)) {
      const shown = page.paths[route.path][route.method.toLowerCase()];
      expect([routeKey(route), shown.operationId]).toEqual([routeKey(route), operation]);
      names.push(operation);
      for (const status of [...Object.keys(route.answers), '400', '401', '429', '500', '503'])
        expect([operation, status, shown.responses[status]]).toEqual([operation, status, expect.anything()]);
    }
  }
  expect(new Set(names).size).toBe(names.length);
});

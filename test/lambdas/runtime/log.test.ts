import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { logFault, logOutcome } from '../../../lambdas/runtime/log.ts';
import { captureLog } from '../flow-event.ts';

let log = captureLog();
beforeEach(() => {
  log = captureLog();
});
afterEach(() => log.release());

const line = fc.record(
  {
    function: fc.string({ unit: 'grapheme' }),
    contactId: fc.option(fc.string(), { nil: undefined }),
    durationMs: fc.nat(),
    route: fc.string({ unit: 'binary' }),
    correlationId: fc.string(),
  },
  { requiredKeys: ['function', 'contactId', 'durationMs'] },
);
const lastLine = (): unknown => JSON.parse(log.lines().at(-1) ?? '');

test('whatever stands in it, a line is JSON of what it was given', () => {
  fc.assert(
    fc.property(line, fc.string({ unit: 'binary' }), (given, outcome) => {
      const said = JSON.parse(JSON.stringify(given));
      logOutcome(given, outcome);
      expect(lastLine()).toEqual({ level: 'INFO', ...said, outcome });
      logFault(given, new TypeError(outcome));
      expect(lastLine()).toEqual({ level: 'ERROR', ...said, fault: 'TypeError', message: outcome });
    }),
  );
});

test('what was thrown and is no error is told as such, without what it was', () => {
  logFault({ function: 'lookup-order', contactId: undefined, durationMs: 3 }, 'canary');
  expect(lastLine()).toEqual({
    level: 'ERROR',
    function: 'lookup-order',
    durationMs: 3,
    fault: 'string',
    message: 'not an Error',
  });
});

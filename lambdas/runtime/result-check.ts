/** Holds what a handler answers to its contract before Connect gets it. */

import { RESULT_BYTES_MAX } from '../domain/limits.ts';
import type { Contract, ResultOf } from './contract.ts';
import { Fault } from './fault.ts';

/** One UTF-16 unit in JSON is at most six bytes, as in `\u0000`. */
const UNIT_BYTES_MAX = 6;
/** Quotes, colon and comma of a field. */
const FIELD_BYTES = 6;

/**
 * Connect drops what it does not understand without saying why; here the key at fault is named. The contract's types
 * hold the handler to its fields; this is for what types cannot see, and takes a warm call about a microsecond: the
 * fields of every outcome are listed once, and a result is written as JSON only when it could be too large.
 * @returns a function that gives the result back, or throws a Fault
 */
export function resultCheck<C extends Contract>(contract: C): (result: ResultOf<C>) => ResultOf<C> {
  const fieldsOf = new Map(
    Object.entries(contract.outcomes).map(([outcome, { shape }]) => [outcome, new Set(Object.keys(shape))]),
  );
  return (result) => {
    const fields: Readonly<Record<string, unknown>> = result;
    const outcome = `${fields['outcome']}`;
    const expected = fieldsOf.get(outcome);
    if (expected === undefined)
      throw new Fault(`${contract.name} answered an outcome that its contract does not have`);
    const wrong = (key: string) =>
      new Fault(
        `${contract.name} answered '${outcome}' with ${key} not as its contract says; correct the handler`,
      );
    let found = 0;
    let units = 0;
    for (const key in fields) {
      if (key === 'outcome') continue;
      const value = fields[key];
      if (typeof value !== 'string' || !expected.has(key)) throw wrong(key);
      found += 1;
      units += key.length + value.length;
    }
    if (found < expected.size) {
      for (const key of expected) if (!(key in fields)) throw wrong(key);
    }
    const isSmall = units * UNIT_BYTES_MAX + (found + 2) * FIELD_BYTES + outcome.length < RESULT_BYTES_MAX;
    const bytes = isSmall ? 0 : Buffer.byteLength(JSON.stringify(result));
    if (bytes > RESULT_BYTES_MAX)
      throw new Fault(`${contract.name} answered ${bytes} bytes; Connect takes at most ${RESULT_BYTES_MAX}`);
    return result;
  };
}

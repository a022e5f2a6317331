/** Reads a telephone number that a caller keyed. */

import { keyedNumber } from '../domain/keyed-number.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { environmentValue } from '../runtime/environment.ts';
import { readNumber } from './contract.ts';

const country = environmentValue(readNumber, 'COUNTRY');

export const handler = connectFunction(readNumber, async ({ parameters: { digits } }) =>
  keyedNumber(digits, country) === undefined
    ? { outcome: 'not-a-number' }
    : { outcome: 'read', number: spokenDigits(digits) },
);

/** Agreement of the function that gets the events of files with orders which nobody could take in, with Lambda. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { fileEvent } from '../domain/order-file.ts';
import { defineBackgroundFunction } from '../runtime/background-contract.ts';

/**
 * The destination of `take-in-files` on failure: Lambda starts it with the invocation record when a file has failed
 * three times, whatever the failure was: a fault, a time-out, or a process that was killed
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html). One file is one case.
 */
export const referFile = defineBackgroundFunction({
  name: 'refer-file',
  purpose: 'Opens a case for a file with an order that could not be taken in however often it was tried.',
  payload: z.object({ requestPayload: z.object({ detail: fileEvent }) }),
  retriesMax: 2,
  /** Six hours, as long as Lambda keeps an event. */
  eventAgeMaxSeconds: 21_600,
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 10,
  memoryMb: 256,
  requestsInSequence: 5,
  attemptTimeoutMs: 800,
  othersTimeoutMs: 0,
  uses: [
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});

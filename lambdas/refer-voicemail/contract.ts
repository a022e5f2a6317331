/** Agreement of the function that gets the events of recordings which could not be kept, with Lambda. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { recordingEvent } from '../domain/voicemail.ts';
import { defineBackgroundFunction } from '../runtime/background-contract.ts';

/**
 * The destination of `keep-voicemail` on failure: Lambda starts it with the invocation record when a recording has
 * failed three times (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
export const referVoicemail = defineBackgroundFunction({
  name: 'refer-voicemail',
  purpose: 'Sees to it that there is a case for a voice message whose recording could not be kept.',
  payload: z.object({ requestPayload: z.object({ detail: recordingEvent }) }),
  retriesMax: 2,
  /** Six hours, as long as Lambda keeps an event. */
  eventAgeMaxSeconds: 21_600,
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 20,
  memoryMb: 256,
  /** The message, under one of four numbers, and the case under one of two. */
  requestsInSequence: 6,
  attemptTimeoutMs: 800,
  othersTimeoutMs: 0,
  uses: [{ table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] }],
});

/** Agreement of the function that keeps where the recording of a voice message lies. */

import { openingHours } from '../domain/opening-hours.ts';
import { defineEventFunction } from '../runtime/event-contract.ts';

export const keepVoicemail = defineEventFunction({
  name: 'keep-voicemail',
  purpose:
    'Keeps with its case where the recording of a voice message lies and how long it is, with a word to its customer, or deletes it where its caller took it back.',
  contactEvents: [],
  readsVoicemails: true,
  onFailure: 'refer-voicemail',
  environment: { OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 30,
  memoryMb: 512,
  /** The message, under one of four numbers; the head of the file; what is kept, or deleted, and a case or a word to its customer at last. */
  requestsInSequence: 10,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});

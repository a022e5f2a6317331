/** Sees to it that there is a case for a voice message whose recording could not be kept. */

import { contactOfRecording } from '../domain/voicemail.ts';
import { backgroundFunction } from '../runtime/background-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openUnmarkedVoicemail } from '../tables/voicemails.ts';
import { referVoicemail } from './contract.ts';

const cases = { client: openDatabase(referVoicemail), name: tableName('cases') };
const hours = environmentValue(referVoicemail, 'OPENING_HOURS');

export const handler = backgroundFunction(referVoicemail, async ({ payload, now, signal }) => {
  const contactId = contactOfRecording(payload.requestPayload.detail.object.key);
  if (contactId === undefined) return 'no recording of a call';
  return await openUnmarkedVoicemail(cases, contactId, hours, now(), signal);
});

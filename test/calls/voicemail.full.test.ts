/** Voice messages at length: the limit of time, speaking anew, events that come twice and late, functions that fail. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { PERFECT } from '../../local/connect/records/courier.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { describeVoicemailAtLength } from './voicemail.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ demoWorld: false, records: PERFECT });
});
afterEach(async () => {
  await centre.everybodyLeaves();
  await centre.passes(20_000);
  if (centre.cloud.records !== undefined) centre.cloud.records.courier.imperfection = PERFECT;
});
afterAll(() => centre.close());

describeVoicemailAtLength(
  () => centre,
  () => centre.passes(20_000),
);

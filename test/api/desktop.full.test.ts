/** The HTTP API at length: orders as files, announcements, and whatever anybody sends. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { PERFECT } from '../../local/connect/records/courier.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { describeAnnouncements } from './announcements.ts';
import { describeBadInput } from './bad-input.ts';
import { describeIntake } from './intake.ts';
import type { Opened } from './opened.ts';

let opened: ContactCentre | undefined;
const the: Opened = {
  get centre() {
    if (opened === undefined) throw new Error('the centre is not open yet');
    return opened;
  },
};
beforeAll(async () => {
  opened = await openCentre({ records: PERFECT });
});
afterEach(() => the.centre.everybodyLeaves());
afterAll(() => the.centre.close());

describeIntake(the);
describeAnnouncements(the);
describeBadInput(the);

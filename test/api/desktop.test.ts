/** The HTTP API on the booted centre: in one file, because a boot takes seconds. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { PERFECT } from '../../local/connect/records/courier.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { describeContacts } from './contacts.ts';
import { describeCustomers } from './customers.ts';
import type { Opened } from './opened.ts';
import { describeWork } from './work.ts';

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

describeContacts(the);
describeCustomers(the);
describeWork(the);

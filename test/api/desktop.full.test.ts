/** The HTTP API at length: orders as files, announcements, and whatever anybody sends. */
import { PERFECT } from '../../local/connect/records/courier.ts';
import { sharedCentre } from '../kit/shared-centre.ts';
import { describeAnnouncements } from './announcements.ts';
import { describeBadInput } from './bad-input.ts';
import { describeIntake } from './intake.ts';

const the = sharedCentre({ records: PERFECT });

describeIntake(the);
describeAnnouncements(the);
describeBadInput(the);

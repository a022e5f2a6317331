/** The HTTP API at length: orders as files, announcements, promises, payments, and whatever anybody sends. */
import { PERFECT } from '../../local/connect/records/courier.ts';
import { sharedCentre } from '../kit/shared-centre.ts';
import { describeAnnouncements } from './announcements.ts';
import { describeBadInput } from './bad-input.ts';
import { describeFollowUps } from './follow-ups.ts';
import { describeIntake } from './intake.ts';
import { describePayments } from './payments.ts';

const the = sharedCentre({ records: PERFECT });

describeIntake(the);
describeAnnouncements(the);
describeBadInput(the);
describeFollowUps(the);
describePayments(the);

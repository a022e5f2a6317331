/** The HTTP API on the booted centre: in one file, because a boot takes seconds. */
import { PERFECT } from '../../local/connect/records/courier.ts';
import { sharedCentre } from '../kit/shared-centre.ts';
import { describeAgents } from './agents.ts';
import { describeAppointments } from './appointments.ts';
import { describeContacts } from './contacts.ts';
import { describeCustomers } from './customers.ts';
import { describeFeedback } from './feedback.ts';
import { describeFollowUps } from './follow-ups.ts';
import { describeParcels } from './parcels.ts';
import { describePayments } from './payments.ts';
import { describeTroubles } from './troubles.ts';
import { describeWork } from './work.ts';

const the = sharedCentre({ records: PERFECT });

describeContacts(the);
describeCustomers(the);
describeWork(the);
describeFollowUps(the);
describePayments(the);
describeParcels(the);
describeAppointments(the);
describeAgents(the);
describeTroubles(the);
describeFeedback(the);

/** What callers do by themselves and how they get to a person, all at one centre. */
import { sharedCentre } from '../kit/shared-centre.ts';
import { describeChangeOrder } from './change-order.ts';
import { describeFeedback } from './feedback.ts';
import { describeInWriting } from './in-writing.ts';
import { describeMainMenu } from './main-menu.ts';
import { describeOrderStatus } from './order-status.ts';
import { describePerson } from './person.ts';
import { describePlaceOrder } from './place-order.ts';
import { describeProblems } from './problems.ts';
import { describeProductInformation } from './product-information.ts';
import { describeTroubleshooting } from './troubleshooting.ts';

const the = sharedCentre();

describePerson(the);
describeFeedback(the);
describeMainMenu(the);
describeOrderStatus(the);
describeChangeOrder(the);
describePlaceOrder(the);
describeProblems(the);
describeProductInformation(the);
describeTroubleshooting(the);
describeInWriting(the);

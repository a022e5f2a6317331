/** What becomes of cases, and of a caller with an agent, all at one centre without customers of its own. */
import { sharedCentre } from '../kit/shared-centre.ts';
import { describeAhead } from './ahead.ts';
import { describeCaseAnswers } from './case-answers.ts';
import { describeEscalation } from './escalation.ts';
import { describeHolding } from './holding.ts';
import { describeTelling } from './telling.ts';
import { describeTroubles } from './troubles.ts';

const the = sharedCentre({ demoWorld: false });

describeHolding(the);
describeTelling(the);
describeAhead(the);
describeCaseAnswers(the);
describeEscalation(the);
describeTroubles(the);

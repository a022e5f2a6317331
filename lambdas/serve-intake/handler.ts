/** Takes in orders that do not come by telephone. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, type HttpRoutes, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, keepsRefusals } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { takeInOnce } from '../tables/incoming-orders.ts';
import { serveIntake } from './contract.ts';

const client = openDatabase(serveIntake);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const doors = { audit: { client, name: tableName('audit') } };
const claims = environmentValue(serveIntake, 'AGENT_CLAIMS');
const hours = environmentValue(serveIntake, 'OPENING_HOURS');
const { basisPoints } = environmentValue(serveIntake, 'SALES_TAX');

const routes = {
  takeInOrder: async ({ body, ...call }) => {
    await audit(doors, { ...call, operation: 'takeInOrder' }, NOBODY, true, { via: 'supervisor' });
    const terms = { hours, taxBasisPoints: basisPoints, nowMs: call.now().getTime() };
    const taken = await takeInOnce(tables, body, terms, call.signal);
    switch (taken.kind) {
      case 'other-content':
        throw new HttpProblem(
          409,
          'Another order was sent with this reference: give this one a reference of its own.',
        );
      case 'taken': {
        const { orderNumber, isRepeated } = taken;
        return answer(200, { outcome: 'taken' as const, isRepeated, orderNumber });
      }
      case 'for-a-person': {
        const { caseNumber, because, isRepeated } = taken;
        return answer(200, { outcome: 'for-a-person' as const, isRepeated, caseNumber, because });
      }
    }
  },
} satisfies HttpRoutes<typeof serveIntake>;

export const handler = httpFunction(serveIntake, claims, routes, keepsRefusals(doors));

/** Takes in orders that do not come by telephone. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { addAudit, NOBODY } from '../tables/audit.ts';
import { takeInOnce } from '../tables/incoming-orders.ts';
import { serveIntake } from './contract.ts';

const client = openDatabase(serveIntake);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
};
const audit = { client, name: tableName('audit') };
const claims = environmentValue(serveIntake, 'AGENT_CLAIMS');
const hours = environmentValue(serveIntake, 'OPENING_HOURS');
const { basisPoints } = environmentValue(serveIntake, 'SALES_TAX');

export const handler = httpFunction(serveIntake, claims, {
  takeInOrder: async ({ body, agent, correlationId, now, signal }) => {
    const nowMs = now().getTime();
    const entry = {
      customerId: NOBODY,
      agentId: agent.agentId,
      at: new Date(nowMs).toISOString(),
      operation: 'takeInOrder',
      allowed: true,
      via: 'supervisor',
      correlationId,
    };
    await addAudit(audit, entry, signal);
    const terms = { hours, taxBasisPoints: basisPoints, nowMs };
    const taken = await takeInOnce(tables, body, terms, signal);
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
});

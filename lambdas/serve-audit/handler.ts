/** Tells supervisors who looked at or changed which customer; that they looked is in the audit, too. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, type HttpRoutes, httpFunction } from '../runtime/http-function.ts';
import { audit, keepsRefusals, type Visit } from '../tables/admission.ts';
import { auditOf, NOBODY } from '../tables/audit.ts';
import { serveAudit } from './contract.ts';

const doors = { audit: { client: openDatabase(serveAudit), name: tableName('audit') } };
const claims = environmentValue(serveAudit, 'AGENT_CLAIMS');

const SHOWN_MAX = 100;

const looked = (visit: Visit, customerId: string): Promise<void> =>
  audit(doors, visit, customerId, true, { via: 'supervisor' });

const routes = {
  listAuditOfCustomer: async ({ path: { customerId }, ...call }) => {
    await looked({ ...call, operation: 'listAuditOfCustomer' }, customerId);
    return answer(200, { items: [...(await auditOf(doors.audit, { customerId }, SHOWN_MAX, call.signal))] });
  },
  listAuditOfAgent: async ({ path: { agentId }, ...call }) => {
    await looked({ ...call, operation: 'listAuditOfAgent' }, NOBODY);
    return answer(200, { items: [...(await auditOf(doors.audit, { agentId }, SHOWN_MAX, call.signal))] });
  },
} satisfies HttpRoutes<typeof serveAudit>;

export const handler = httpFunction(serveAudit, claims, routes, keepsRefusals(doors));

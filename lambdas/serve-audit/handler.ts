/** Tells supervisors who looked at or changed which customer; that they looked is in the audit, too. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, type HttpRoutes, httpFunction } from '../runtime/http-function.ts';
import { audit, keepsRefusals, type Visit } from '../tables/admission.ts';
import { auditOf, NOBODY } from '../tables/audit.ts';
import { idsOfCustomer } from '../tables/customer-ids.ts';
import { serveAudit } from './contract.ts';

const client = openDatabase(serveAudit);
const customers = { client, name: tableName('customers') };
const doors = { audit: { client, name: tableName('audit') } };
const claims = environmentValue(serveAudit, 'AGENT_CLAIMS');

const SHOWN_MAX = 100;

const looked = (visit: Visit, customerId: string): Promise<void> =>
  audit(doors, visit, customerId, true, { via: 'supervisor' });

const routes = {
  listAuditOfCustomer: async ({ path: { customerId }, ...call }) => {
    await looked({ ...call, operation: 'listAuditOfCustomer' }, customerId);
    const ids = await idsOfCustomer(customers, customerId, call.signal);
    const entries = await Promise.all(
      ids.map((id) => auditOf(doors.audit, { customerId: id }, SHOWN_MAX, call.signal)),
    );
    const latest = entries.flat().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
    return answer(200, { items: latest.slice(0, SHOWN_MAX) });
  },
  listAuditOfAgent: async ({ path: { agentId }, ...call }) => {
    await looked({ ...call, operation: 'listAuditOfAgent' }, NOBODY);
    return answer(200, { items: [...(await auditOf(doors.audit, { agentId }, SHOWN_MAX, call.signal))] });
  },
} satisfies HttpRoutes<typeof serveAudit>;

export const handler = httpFunction(serveAudit, claims, routes, keepsRefusals(doors));

/** Tells supervisors who looked at or changed which customer; that they looked is in the audit, too. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import type { SignedInAgent } from '../runtime/http-agent.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { addAudit, auditOf, NOBODY } from '../tables/audit.ts';
import { serveAudit } from './contract.ts';

const audit = { client: openDatabase(serveAudit), name: tableName('audit') };
const claims = environmentValue(serveAudit, 'AGENT_CLAIMS');

const SHOWN_MAX = 100;

interface Look {
  readonly agent: SignedInAgent;
  readonly correlationId: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

const looked = (look: Look, operation: string, customerId: string): Promise<void> =>
  addAudit(
    audit,
    {
      customerId,
      agentId: look.agent.agentId,
      at: look.now().toISOString(),
      operation,
      allowed: true,
      via: 'supervisor',
      correlationId: look.correlationId,
    },
    look.signal,
  );

export const handler = httpFunction(serveAudit, claims, {
  listAuditOfCustomer: async ({ path: { customerId }, ...look }) => {
    await looked(look, 'listAuditOfCustomer', customerId);
    return answer(200, { items: [...(await auditOf(audit, { customerId }, SHOWN_MAX, look.signal))] });
  },
  listAuditOfAgent: async ({ path: { agentId }, ...look }) => {
    await looked(look, 'listAuditOfAgent', NOBODY);
    return answer(200, { items: [...(await auditOf(audit, { agentId }, SHOWN_MAX, look.signal))] });
  },
});

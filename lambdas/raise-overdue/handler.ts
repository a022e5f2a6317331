/** Raises cases whose due time has passed. */

import { DEPARTMENTS } from '../domain/case-types.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { readClosedUntil } from '../tables/announcements.ts';
import { listCases } from '../tables/case-lists.ts';
import { raiseOverdueCase } from '../tables/overdue-cases.ts';
import type { Plain } from '../tables/table.ts';
import { raiseOverdue } from './contract.ts';

const client = openDatabase(raiseOverdue);
const tables = {
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const customers = { client, name: tableName('customers') };
const openingHours = environmentValue(raiseOverdue, 'ESCALATION_HOURS');
const PAGE = 25;

export const handler = scheduledFunction(raiseOverdue, async ({ now, signal, hasTime }) => {
  const faults: unknown[] = [];
  const closedUntilMs = await readClosedUntil(customers, now().getTime(), signal);
  const hours = hoursNow(openingHours, closedUntilMs);
  let raised = 0;
  let reminded = 0;
  for (const department of DEPARTMENTS) {
    let from: Plain | undefined;
    do {
      const of = { department, dueUntilMs: now().getTime() };
      const page = await listCases(tables.cases, of, { limit: PAGE, from }, signal);
      for (const { caseNumber } of page.cases) {
        if (!hasTime()) return `${raised} raised, ${reminded} reminded; more is due`;
        try {
          const done = await raiseOverdueCase(tables, caseNumber, hours, now(), signal);
          if (done === 'raised') raised += 1;
          if (done === 'reminded') reminded += 1;
        } catch (fault) {
          // One that cannot be raised must not keep the others waiting; it is told at the end.
          faults.push(fault);
        }
      }
      from = page.next;
    } while (from !== undefined);
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} overdue cases could not be raised; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return `${raised} raised, ${reminded} reminded`;
});

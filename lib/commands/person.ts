/** `callwright export-person` and `erase-person`: everything that a centre holds of one customer, given out or erased. */
import { addAudit } from '../../lambdas/tables/audit.ts';
import { erasePerson as eraseFrom } from '../../lambdas/tables/person-erasure.ts';
import { itemsOfPerson, type PersonTables, REACHED } from '../../lambdas/tables/person-items.ts';
import { tables as allTables } from '../tables.ts';
import { deleterOfRecordings } from './stored-recordings.ts';
import { clientOf, type Target, tableOf } from './target.ts';

/** What an erasure did, what it cannot reach, and how long that is kept. */
export interface ErasureReport extends Awaited<ReturnType<typeof eraseFrom>> {
  readonly notReached: readonly { readonly what: string; readonly until: string }[];
}

/** The hash of a PIN is nobody's to take away. */
const SECRET_FIELDS = ['salt', 'digest'];

interface Opened {
  readonly tables: PersonTables;
  readonly audit: PersonTables['customers'];
  close(): void;
}

function open(target: Target): Opened {
  const client = clientOf(target);
  const table = (output: string) => ({ client, name: tableOf(target, output) });
  return {
    tables: {
      customers: table('CustomersTable'),
      orders: table('OrdersTable'),
      cases: table('CasesTable'),
      messages: table('MessagesTable'),
      contacts: table('ContactsTable'),
      desk: table('DeskTable'),
      appointments: table('AppointmentsTable'),
      feedback: table('FeedbackTable'),
    },
    audit: table('AuditTable'),
    close: () => client.destroy(),
  };
}

/** Everything by table, as it is kept. @throws one sentence where there is no such customer */
export async function exportPerson(
  target: Target,
  customerId: string,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const opened = open(target);
  try {
    const found: Record<string, object[]> = {};
    for await (const { table, item } of itemsOfPerson(opened.tables, customerId)) {
      const shown = Object.entries(item).filter(([name]) => !SECRET_FIELDS.includes(name));
      found[table] = [...(found[table] ?? []), Object.fromEntries(shown)];
    }
    await noteInAudit(opened, 'exportPerson', customerId);
    return found;
  } finally {
    opened.close();
  }
}

/** Erases a customer. @throws one sentence where there is no such customer */
export async function erasePerson(target: Target, customerId: string): Promise<ErasureReport> {
  const opened = open(target);
  const deleteRecording = deleterOfRecordings(target);
  try {
    const erased = await eraseFrom(opened.tables, customerId, deleteRecording);
    await noteInAudit(opened, 'erasePerson', customerId);
    return { ...erased, notReached: notReached(customerId) };
  } finally {
    deleteRecording.close();
    opened.close();
  }
}

const noteInAudit = ({ audit }: Opened, operation: string, customerId: string): Promise<void> =>
  addAudit(
    audit,
    {
      customerId,
      agentId: 'command-line',
      at: new Date().toISOString(),
      operation,
      allowed: true,
      via: 'command-line',
      correlationId: `${process.pid}`,
    },
    new AbortController().signal,
  );

/** What no key leads to, and what is no table. */
function notReached(customerId: string): ErasureReport['notReached'] {
  const others = allTables.filter(
    ({ name, personalFields }) => personalFields.length > 0 && !Object.hasOwn(REACHED, name),
  );
  return [
    {
      what: 'recordings that are named here under recordings.left (run the same command again until none is), and those of calls whose record has not come',
      until: 'retentionDays.recordings in cdk.json',
    },
    {
      what: "contact records in Amazon Connect, with the caller's number",
      until: '24 months after the contact',
    },
    { what: 'backups of the tables (point-in-time recovery)', until: '35 days' },
    {
      what: 'cases, messages and bookings of callers whom nobody knew, who may have been this person',
      until: 'their time to live',
    },
    { what: 'orders of the web or a feed that could not be read', until: 'their time to live' },
    { what: 'what was sent to the customer, with whoever carried it', until: 'their own retention' },
    {
      what: `audit, confirmed wishes and records that name the id ${customerId} and nothing else`,
      until: 'their time to live',
    },
    ...others.map(({ name }) => ({ what: `table ${name}`, until: 'its time to live' })),
  ];
}

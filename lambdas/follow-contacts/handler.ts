/** Keeps which agent has which contact, and with whom. */

import { GetContactAttributesCommand } from '@aws-sdk/client-connect';
import { agentsContact } from '../domain/agents-contact.ts';
import { connectClient } from '../runtime/connect-client.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { keepDeskContact } from '../tables/desk.ts';
import { followContacts } from './contract.ts';

const desk = { client: openDatabase(followContacts), name: tableName('desk') };
const connect = connectClient(followContacts);

/** What flows write for a caller whom nobody knows. */
const UNKNOWN = 'unknown';

/** Attributes are those of the whole contact, so a transfer has them too. */
async function customerOf(
  instanceId: string,
  initialContactId: string,
): Promise<{ readonly customerId?: string | undefined; readonly isVerified: boolean }> {
  const { Attributes } = await connect.send(
    new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId: initialContactId }),
  );
  const { customerId, verified } = Attributes ?? {};
  return customerId === UNKNOWN ? { isVerified: false } : { customerId, isVerified: verified === 'true' };
}

export const handler = eventFunction(followContacts, {
  record: async () => {
    throw new Fault('follow-contacts reads no contact records; the stack must not send it any');
  },
  event: async (detail, { signal, now }) => {
    const contact = agentsContact(detail, now().getTime());
    if (contact === undefined) return 'no agent';
    // At the end of a contact its attributes have told already whom it was with.
    const { customerId, isVerified } =
      contact.endedAt === undefined
        ? await customerOf(contact.instanceId, contact.initialContactId)
        : { isVerified: false };
    const { endedAt } = await keepDeskContact(desk, contact, customerId, signal, isVerified);
    return endedAt === undefined ? 'has a contact' : 'has had a contact';
  },
});

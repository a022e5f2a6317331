/** What Connect writes down of callbacks: each attempt is a contact, and hangs together with the call before. */
import { expect, test } from '@jest/globals';
import { RecordWriter } from '../../../../engine/contact/records/record-writer.ts';
import { Callbacks } from '../calling.ts';
import { CALLER, START_MS } from '../centre.ts';
import { ALL_WANTED, Shelf } from './written.ts';

const written = () => {
  const shelf = new Shelf();
  const centre: Callbacks = new Callbacks({ observe: (effect, atMs) => writer.observe(effect, atMs) });
  const writer = new RecordWriter(centre.world, { seed: 7, wanted: ALL_WANTED, write: shelf.keep });
  return { centre, shelf };
};
const second = (ms: number): string => `${new Date(START_MS + ms).toISOString().slice(0, 19)}Z`;

test('a callback that is answered at the second attempt has a record of each', async () => {
  const { centre, shelf } = written();
  const contactId = await centre.ringing();
  await centre.driver.advanceBy(660_000);
  await centre.accepted(contactId);
  centre.called(contactId, 'answers');
  await centre.driver.advanceBy(5_000);
  centre.send({ kind: 'caller-hangs-up', contactId });
  centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
  const [inbound, first, next] = shelf.records;
  const both = {
    InitiationMethod: 'CALLBACK',
    Channel: 'VOICE',
    InitialContactId: inbound?.ContactId,
    CustomerEndpoint: { Address: CALLER, Type: 'TELEPHONE_NUMBER' },
    SystemEndpoint: { Address: '+12025550111', Type: 'TELEPHONE_NUMBER' },
  };
  expect(first).toMatchObject({
    ...both,
    ContactId: contactId,
    PreviousContactId: inbound?.ContactId,
    NextContactId: next?.ContactId,
    DisconnectReason: 'TELECOM_UNANSWERED',
    Agent: null,
    AgentConnectionAttempts: 1,
    InitiationTimestamp: second(0),
    ConnectedToSystemTimestamp: null,
    Queue: { Name: 'support', EnqueueTimestamp: second(60_000) },
  });
  expect(next).toMatchObject({
    ...both,
    PreviousContactId: contactId,
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    Agent: { Username: 'sam' },
  });
  expect(next?.ConnectedToSystemTimestamp).not.toBeNull();
  expect(shelf.kindsOf(contactId)).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED']);
  expect(shelf.kindsOf(next?.ContactId ?? '')).toEqual([
    'INITIATED',
    'QUEUED',
    'CONNECTED_TO_SYSTEM',
    'CONNECTED_TO_AGENT',
    'DISCONNECTED',
    'COMPLETED',
  ]);
});

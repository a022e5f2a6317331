/** Records of transfers: one of each contact, that names the one before it and the one after. */
import { expect, test } from '@jest/globals';
import { hangUp, type Steps, toQueue } from '../centre.ts';
import { writtenCentre } from './written.ts';

const main: Steps = { ...toQueue('support', 'end'), end: hangUp };
const OUTSIDE = '+12025550177';

async function talking() {
  const one = writtenCentre({
    flows: { main },
    multiParty: true,
    quickConnects: [
      { arn: 'q:0', id: 'robin', name: 'Robin', kind: 'agent', userId: 'robin' },
      { arn: 'q:1', id: 'carrier', name: 'Carrier', kind: 'number', number: OUTSIDE },
    ],
  });
  const { centre, shelf } = one;
  const contactId = centre.dial();
  centre.available('sam');
  centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
  await centre.driver.advanceBy(10_000);
  const clear = (userId: string, id = contactId) =>
    centre.send({ kind: 'agent-clears', userId, contactId: id });
  const consult = (quickConnectId: string): string => {
    centre.send({ kind: 'agent-consults', userId: 'sam', contactId, to: { quickConnectId } });
    return centre.of('transfer-started').at(-1)?.contactId ?? '';
  };
  return {
    centre,
    shelf,
    contactId,
    clear,
    consult,
    leave: () => centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId }),
  };
}

test('of a warm transfer to an agent: the first ends with its agent, the second with the caller', async () => {
  const { centre, shelf, contactId, clear, consult, leave } = await talking();
  centre.available('robin');
  const legId = consult('robin');
  await centre.driver.advanceBy(3_000);
  centre.send({ kind: 'agent-accepts', userId: 'robin', contactId: legId });
  await centre.driver.advanceBy(10_000);
  leave();
  await centre.driver.advanceBy(5_000);
  clear('sam');
  await centre.driver.advanceBy(5_000);
  centre.send({ kind: 'caller-hangs-up', contactId });
  clear('robin');
  expect(shelf.records).toMatchObject([
    {
      ContactId: contactId,
      InitialContactId: null,
      PreviousContactId: null,
      NextContactId: legId,
      InitiationMethod: 'INBOUND',
      DisconnectReason: 'AGENT_DISCONNECT',
      Agent: { Username: 'sam', NumberOfHolds: 1, CustomerHoldDuration: 13, AfterContactWorkDuration: 5 },
      TransferredToEndpoint: null,
    },
    {
      ContactId: legId,
      InitialContactId: contactId,
      PreviousContactId: contactId,
      NextContactId: null,
      InitiationMethod: 'TRANSFER',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Queue: { Name: 'robin' },
      Agent: { Username: 'robin', NumberOfHolds: 0, AfterContactWorkDuration: 0 },
    },
  ]);
  const talk = ['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'];
  expect([shelf.kindsOf(contactId), shelf.kindsOf(legId)]).toEqual([talk, talk]);
});

test('of a caller who is left with somebody outside: the first goes on, and says where to', async () => {
  const { centre, shelf, contactId, clear, consult, leave } = await talking();
  const legId = consult('carrier');
  centre.send({ kind: 'third-party', contactId: legId, outcome: 'answers' });
  await centre.driver.advanceBy(8_000);
  leave();
  clear('sam');
  await centre.driver.advanceBy(60_000);
  centre.send({ kind: 'caller-hangs-up', contactId });
  expect(shelf.records).toMatchObject([
    {
      ContactId: contactId,
      NextContactId: null,
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      TransferredToEndpoint: { Address: OUTSIDE },
      TransferCompletedTimestamp: expect.any(String),
      Agent: { Username: 'sam', AgentInteractionDuration: 9 },
    },
    {
      ContactId: legId,
      InitialContactId: contactId,
      PreviousContactId: contactId,
      InitiationMethod: 'EXTERNAL_OUTBOUND',
      CustomerEndpoint: { Address: OUTSIDE },
      Agent: null,
    },
  ]);
});

test('of a transfer that nobody took: it has one too, and the call is as if there had been none', async () => {
  const { centre, shelf, contactId, clear, consult } = await talking();
  const legId = consult('robin');
  await centre.driver.advanceBy(5_000);
  centre.send({ kind: 'caller-hangs-up', contactId });
  clear('sam');
  expect(shelf.records).toMatchObject([
    {
      ContactId: legId,
      InitialContactId: contactId,
      DisconnectReason: 'OTHER',
      InitiationMethod: 'TRANSFER',
    },
    { ContactId: contactId, NextContactId: null, DisconnectReason: 'CUSTOMER_DISCONNECT' },
  ]);
});

test('of a conference: each party has one, that names the call it was brought into; who takes the caller follows it', async () => {
  const { centre, shelf, contactId, clear, consult, leave } = await talking();
  const carrier = consult('carrier');
  centre.send({ kind: 'third-party', contactId: carrier, outcome: 'answers' });
  centre.available('robin');
  const robin = consult('robin');
  await centre.driver.advanceBy(3_000);
  centre.send({ kind: 'agent-accepts', userId: 'robin', contactId: robin });
  await centre.driver.advanceBy(10_000);
  centre.send({ kind: 'agent-conferences', userId: 'sam', contactId });
  await centre.driver.advanceBy(60_000);
  leave();
  clear('sam');
  await centre.driver.advanceBy(5_000);
  centre.send({ kind: 'third-party', contactId: carrier, outcome: 'hangs-up' });
  centre.send({ kind: 'caller-hangs-up', contactId });
  clear('robin');
  const inCall = { InitialContactId: contactId, PreviousContactId: contactId, NextContactId: null };
  expect(shelf.records).toMatchObject([
    {
      ContactId: contactId,
      NextContactId: robin,
      DisconnectReason: 'AGENT_DISCONNECT',
      Agent: { Username: 'sam', NumberOfHolds: 1 },
    },
    {
      ContactId: carrier,
      ...inCall,
      InitiationMethod: 'EXTERNAL_OUTBOUND',
      DisconnectReason: 'THIRD_PARTY_DISCONNECT',
    },
    {
      ContactId: robin,
      ...inCall,
      InitiationMethod: 'TRANSFER',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Agent: { Username: 'robin', NumberOfHolds: 0 },
    },
  ]);
});

test('of a supervisor who listens: a contact of their own, with the call as initial and previous one', async () => {
  const { centre, shelf, contactId, clear } = await talking();
  centre.available('robin');
  centre.send({ kind: 'supervisor-monitors', userId: 'robin', contactId });
  const own = centre.of('monitor-started')[0]?.contactId ?? '';
  expect(shelf.agentEvents.at(-1)?.CurrentAgentSnapshot?.Contacts).toMatchObject([
    { ContactId: own, InitialContactId: contactId, InitiationMethod: 'MONITOR', State: 'CONNECTED' },
  ]);
  await centre.driver.advanceBy(40_000);
  for (const kind of ['stop-contact', 'caller-hangs-up'] as const)
    expect(() => centre.send({ kind, contactId: own })).toThrow("is a supervisor's");
  centre.send({ kind: 'supervisor-leaves', userId: 'robin', contactId: own });
  centre.send({ kind: 'supervisor-monitors', userId: 'robin', contactId, mayBarge: false });
  expect(() => centre.send({ kind: 'supervisor-barges', userId: 'robin', contactId })).toThrow('may listen');
  centre.send({ kind: 'caller-hangs-up', contactId });
  clear('sam');
  expect(shelf.agentEvents.at(-1)?.CurrentAgentSnapshot?.Contacts).toEqual([]);
  expect(shelf.kindsOf(own)).toEqual(['INITIATED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED']);
  expect(shelf.records).toMatchObject([
    {
      ContactId: own,
      InitiationMethod: 'MONITOR',
      InitialContactId: contactId,
      PreviousContactId: contactId,
      SystemEndpoint: null,
      Queue: null,
      DisconnectReason: 'AGENT_DISCONNECT',
      Agent: { Username: 'robin', AgentInteractionDuration: 40 },
    },
    { InitiationMethod: 'MONITOR', DisconnectReason: 'OTHER' },
    { ContactId: contactId, InitiationMethod: 'INBOUND' },
  ]);
});

test('of a call that another contact has followed has the attributes of that moment', async () => {
  const { centre, shelf, contactId, clear, consult, leave } = await talking();
  const note = (reason: string) => centre.send({ kind: 'set-attributes', contactId, attributes: { reason } });
  centre.available('robin');
  const legId = consult('robin');
  await centre.driver.advanceBy(3_000);
  centre.send({ kind: 'agent-accepts', userId: 'robin', contactId: legId });
  await centre.driver.advanceBy(3_000);
  note('before');
  leave();
  note('after');
  clear('sam');
  centre.send({ kind: 'caller-hangs-up', contactId });
  clear('robin');
  expect(shelf.records.map(({ ContactId, Attributes }) => [ContactId, Attributes['reason']])).toEqual([
    [contactId, 'before'],
    [legId, 'after'],
  ]);
});

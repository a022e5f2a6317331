/** Transfers as an agent's page shows them: whom a call can go to, and how the present one stands. */
import type { PartiesDescription } from '../../engine/contact/describe-parties.ts';
import type { Instance, User } from '../../engine/contact/instance.ts';
import type { AgentContact, AgentState } from './protocol.ts';

/** The quick connects of the queues in the agent's routing profile (adminguide/quick-connects). */
export function quickConnectsOf(instance: Instance, user: User): AgentState['quickConnects'] {
  const served = instance.routingProfiles.find(({ id }) => id === user.routingProfileId)?.queues ?? [];
  const offered = new Set(
    served.flatMap(({ queueId }) => instance.queues.find(({ id }) => id === queueId)?.quickConnectIds ?? []),
  );
  return (instance.quickConnects ?? [])
    .filter(({ id }) => offered.has(id))
    .map(({ id, name }) => ({ id, name }));
}

/** @param heard what the agent has last heard in the transfer */
export function transferOf(
  parties: PartiesDescription | undefined,
  heard: string | undefined,
): AgentContact['transfer'] {
  const { transfer, conference } = parties ?? {};
  if (transfer === undefined) return undefined;
  const { contactId, kind, name, phase, agent, isOnHold } = transfer;
  return {
    contactId,
    name,
    isOutside: kind === 'number',
    state: stateOf(phase, agent?.state === 'ringing'),
    isOnHold,
    isConference: conference === true,
    ...(agent === undefined || phase === 'queued' ? {} : { with: agent.username }),
    ...(heard === undefined ? {} : { heard }),
  };
}

/** Who was brought in before the present one. */
export const partiesOf = (parties: PartiesDescription | undefined): AgentContact['parties'] =>
  parties?.others?.map(({ agent, contactId, isOnHold, kind, name }) => ({
    contactId,
    name: agent?.username ?? name,
    isOutside: kind === 'number',
    isOnHold,
  }));

type TransferState = NonNullable<AgentContact['transfer']>['state'];

function stateOf(phase: string, rings: boolean): TransferState {
  switch (phase) {
    case 'queued':
      return rings ? 'rings' : 'waits';
    case 'dialling':
      return 'rings';
    case 'connected':
    case 'third-party':
      return 'talks';
    default:
      return 'begins';
  }
}

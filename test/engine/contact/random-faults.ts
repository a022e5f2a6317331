/** What must hold whatever happens: nobody is lost, and everybody is in one place. */
import { describeAgent, describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import type { PartiesDescription } from '../../../engine/contact/describe-parties.ts';
import type { World } from '../../../engine/contact/engine.ts';
import type { Effect } from '../../../engine/contact/events.ts';
import { ALL_QUEUES } from './random-centre.ts';

/** What must hold after every event, as the list of what does not. */
export function faults(
  world: World,
  contacts: readonly string[],
  ended: ReadonlyMap<string, number>,
): string[] {
  const queued = ALL_QUEUES.flatMap((queue) => describeQueue(world, queue)?.contactIds ?? []);
  const found: string[] = queued.length === new Set(queued).size ? [] : ['a contact is in two queues'];
  const agents = ['sam', 'robin'].flatMap((userId) => describeAgent(world, userId) ?? []);
  const idle = agents.some(
    ({ status, contact, nextStatus, monitoring }) =>
      status === 'Available' && contact === undefined && nextStatus === undefined && monitoring === undefined,
  );
  for (const { username, contacts: works, signedIn, unreachable, monitoring } of agents) {
    if (works.filter(({ channel }) => channel === 'VOICE').length > 1)
      found.push(`${username} has two calls`);
    if (works.filter(({ channel }) => channel === 'TASK').length > 2)
      found.push(`${username} has three tasks`);
    if (works.filter(({ channel }) => channel === 'CHAT').length > 2)
      found.push(`${username} has three chats`);
    if (new Set(works.map(({ contactId }) => contactId)).size < works.length) {
      found.push(`${username} has a contact twice`);
    }
    if (!signedIn && works.some(({ state }) => state === 'ringing' || state === 'connecting')) {
      found.push(`it rings at ${username}, who is out`);
    }
    if (monitoring !== undefined && describeContact(world, monitoring.contactId)?.phase !== 'connected')
      found.push(`${username} listens to nobody`);
    if (signedIn && unreachable === true) found.push(`${username} is here and gone`);
    for (const { holds, state } of works) {
      if (holds?.sinceMs !== undefined && state !== 'connected') found.push('a call is on hold with nobody');
    }
  }
  for (const contactId of contacts) {
    const { phase, agent, queue, channel, segments, parties, monitorOf } =
      describeContact(world, contactId) ?? {};
    found.push(...partyFaults(world, contactId, phase, parties));
    if ((segments?.length ?? 1) > 12) found.push(`${contactId} has more than 12 contacts in its chain`);
    const inQueue = phase === 'queued' || phase === 'agent-whisper';
    if (queued.includes(contactId) !== inQueue)
      found.push(`${contactId} is ${phase}, and the queues do not agree`);
    const withAgent = phase === 'connected' || phase === 'customer-whisper' || phase === 'agent-whisper';
    if (monitorOf !== undefined) {
      if (phase === 'connected' && !agents.some(({ monitoring }) => monitoring?.ownContactId === contactId))
        found.push(`${contactId} is a supervisor's who listens to nobody`);
      continue;
    }
    if (withAgent && agent === undefined) found.push(`${contactId} is ${phase} with nobody`);
    if (
      agent !== undefined &&
      !agents.some(
        (one) => one.contacts.some((work) => work.contactId === contactId) && one.userId === agent.userId,
      )
    ) {
      found.push(`${contactId} has an agent who does not have it`);
    }
    const served = queue?.id === 'support' || (queue?.id === 'orders' && channel === 'VOICE');
    if (idle && phase === 'queued' && agent === undefined && served) {
      found.push(`${contactId} waits although an agent is free`);
    }
    if ((ended.get(contactId) ?? 0) !== (phase === 'ended' ? 1 : 0))
      found.push(`${contactId} ended ${ended.get(contactId)} times`);
  }
  return found;
}

/** A transfer and what it comes from name each other, and nobody is with somebody outside who is not there. */
function partyFaults(
  world: World,
  contactId: string,
  phase: string | undefined,
  parties: PartiesDescription | undefined,
): string[] {
  const { others = [], transfer, transferOf } = parties ?? {};
  const legs = transfer === undefined ? others : [...others, transfer];
  const found: string[] = [];
  if (transferOf !== undefined && phase === 'ended')
    found.push(`${contactId} has ended and is a transfer still`);
  const call = transferOf === undefined ? undefined : describeContact(world, transferOf)?.parties;
  if (
    transferOf !== undefined &&
    ![call?.transfer, ...(call?.others ?? [])].some((leg) => leg?.contactId === contactId)
  )
    found.push(`${contactId} is a transfer of a contact that does not know of it`);
  if (legs.some((leg) => leg.phase === 'ended')) found.push(`${contactId} has a transfer that has ended`);
  if (legs.length > 4) found.push(`${contactId} has more than six parties`);
  const isOutside =
    legs.some(({ kind }) => kind === 'number') || (transferOf !== undefined && phase !== 'ended');
  if (phase === 'third-party' && !isOutside)
    found.push(`${contactId} is with somebody outside who is not there`);
  return found;
}

/** Nothing that no person has ended is over before the caller has heard why. */
export function untold(effects: readonly Effect[], stopped: ReadonlySet<string>): string[] {
  const told = new Set<string>();
  const legs = new Set<string>();
  const found: string[] = [];
  for (const effect of effects) {
    if (
      effect.kind === 'transfer-started' ||
      effect.kind === 'monitor-started' ||
      effect.kind === 'callback-created' ||
      effect.kind === 'call-started'
    )
      legs.add(effect.contactId);
    if (effect.kind === 'customer-answered') legs.delete(effect.contactId);
    if (effect.kind === 'prompt' && effect.party === 'customer') told.add(effect.contactId);
    if (effect.kind === 'connected' || effect.kind === 'transferred-outside') told.delete(effect.contactId);
    if (effect.kind !== 'contact-ended' || legs.has(effect.contactId) || stopped.has(effect.contactId))
      continue;
    if (/^(OTHER|TELECOM_)/.test(effect.reason) && !told.has(effect.contactId))
      found.push(`${effect.contactId} ended with ${effect.reason}, and the caller was not told`);
  }
  return found;
}

/** Calls that begin in the centre: the API calls a customer for a flow, or an agent dials. */
import { CUSTOMER_RING_MS, CUSTOMER_RING_SECONDS_MAX, CUSTOMER_RING_SECONDS_MIN } from '../limits.ts';
import { startForCustomer } from './call.ts';
import { callCustomer, outboundWhisper } from './calling.ts';
import { agentNamed, mustBeSignedIn } from './commanded.ts';
import { attributesOf, badAttributeName, setAttributes } from './contact-state.ts';
import { copyAttributes } from './created-callbacks.ts';
import { mayBeCalled } from './dialable.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact } from './model.ts';
import { newContact } from './new-contact.ts';
import { updateFreedom } from './offering.ts';
import type { Outward } from './outward.ts';
import type { AgentDials, StartCall } from './outward-messages.ts';
import { AccessDenied, DestinationNotAllowed, InvalidParameter, InvalidState, NotFound } from './refusals.ts';
import { agentChanged } from './works.ts';
import type { World } from './world.ts';

/**
 * StartOutboundVoiceContact of the API: the flow begins when somebody answers.
 * @throws NotFound, InvalidParameter, DestinationNotAllowed
 */
export function startOutgoingCall(world: World, event: StartCall): void {
  const { attributes = {}, queueId, relatedContactId, ringSeconds } = event;
  mustBeAllowed(world, event.to);
  const flow = flowNamed(world, event.flowId);
  if (flow === undefined) throw new NotFound(`there is no flow '${event.flowId}' to call with`);
  if (flow.type !== 'CONTACT_FLOW')
    throw new InvalidParameter(`flow '${flow.name}' is a ${flow.type}; a call begins with an inbound flow`);
  const queue = queueId === undefined ? undefined : world.queues.get(queueId);
  if (queueId !== undefined && queue === undefined) throw new NotFound(`there is no queue '${queueId}'`);
  const callerNumber = queue?.queue.outboundCallerNumber ?? event.from;
  if (callerNumber === undefined)
    throw new InvalidParameter('there is no number to show: give a source number, or a queue that has one');
  const related = relatedContactId === undefined ? undefined : world.contacts.get(relatedContactId);
  if (relatedContactId !== undefined && related === undefined)
    throw new NotFound(`there is no contact '${relatedContactId}' to relate a call to`);
  if (
    ringSeconds !== undefined &&
    !(ringSeconds >= CUSTOMER_RING_SECONDS_MIN && ringSeconds <= CUSTOMER_RING_SECONDS_MAX)
  ) {
    throw new InvalidParameter(
      `${ringSeconds} seconds is no time to ring; give ${CUSTOMER_RING_SECONDS_MIN} to ${CUSTOMER_RING_SECONDS_MAX}`,
    );
  }
  const bad = badAttributeName(attributes);
  if (bad !== undefined) throw new InvalidParameter(`'${bad}' is no name of an attribute; leave out $ and .`);
  const contact = newContact(world, 'VOICE', 'API', 'estimated', event.to, callerNumber, related?.segmentId);
  contact.target = queue;
  if (related !== undefined) copyAttributes(related, contact);
  if (!setAttributes(world, contact, attributesOf(attributes))) {
    world.contacts.delete(contact.id);
    throw new InvalidParameter('the attributes of the call would pass 32 KB; nobody is called');
  }
  const outward: Outward = {
    ...newOutward(event.to, callerNumber),
    detectsMachines: event.detectsMachines === true,
    ringMs: ringSeconds === undefined ? CUSTOMER_RING_MS : ringSeconds * 1000,
    flow,
  };
  contact.outward = outward;
  if (event.name !== undefined) contact.data = new Map([['Name', event.name]]);
  if (event.description !== undefined) {
    contact.data ??= new Map();
    contact.data.set('Description', event.description);
  }
  started(world, contact);
  callCustomer(world, contact, outward);
}

/**
 * An agent calls a number from the desk; the outbound whisper of the queue runs first.
 * @throws NotFound, InvalidState while the agent has a call or one rings, AccessDenied, DestinationNotAllowed
 */
export function agentDials(world: World, event: AgentDials): void {
  const agent = agentNamed(world, event.userId);
  mustBeSignedIn(agent);
  if (agent.user.mayCallOut === false)
    throw new AccessDenied(
      `${agent.user.username} may not make calls: no security profile of theirs has the permission OutboundCallAccess`,
    );
  mustBeAllowed(world, event.to);
  if (agent.works.some((work) => work.contact.channel === 'VOICE'))
    throw new InvalidState(`${agent.user.username} has a call, or one to clear; end it before calling`);
  const queueId = event.queueId ?? agent.profile.profile.defaultOutboundQueueId;
  const queue = queueId === undefined ? undefined : world.queues.get(queueId);
  if (queue === undefined)
    throw new NotFound(`there is no queue '${queueId ?? ''}' for which ${agent.user.username} could call`);
  const callerNumber = queue.queue.outboundCallerNumber ?? world.instance.phoneNumbers[0]?.number;
  const contact = newContact(world, 'VOICE', 'OUTBOUND', 'estimated', event.to, callerNumber);
  contact.target = queue;
  contact.outward = newOutward(event.to, callerNumber);
  contact.agent = agent;
  agent.works.push({
    contact,
    queueName: queue.queue.name,
    state: 'connecting',
    sinceMs: world.nowMs,
    timer: undefined,
  });
  started(world, contact, event.userId);
  updateFreedom(world, agent);
  agentChanged(world, agent);
  contact.phase = 'outbound-whisper';
  startForCustomer(world, contact, outboundWhisper(world, contact));
}

function mustBeAllowed({ instance }: World, number: string): void {
  if (!/^\+[1-9]\d{1,14}$/.test(number))
    throw new InvalidParameter(`'${number}' is no telephone number; write it as +12025550100`);
  if (instance.callsOut === false)
    throw new DestinationNotAllowed('outbound calls are switched off in this instance');
  if (!mayBeCalled(instance.region, number))
    throw new DestinationNotAllowed(`an instance in ${instance.region} may not call ${number}`);
}

const newOutward = (number: string, callerNumber: string | undefined): Outward => ({
  number,
  callerNumber,
  state: 'not-called',
  answeredBy: undefined,
  detectsMachines: false,
  ringMs: CUSTOMER_RING_MS,
  flow: undefined,
  callback: undefined,
});

function started(world: World, { id, outward, relatedContactId, to }: Contact, userId?: string): void {
  world.effects.push({
    kind: 'call-started',
    contactId: id,
    ...(to === undefined ? {} : { callerNumber: to }),
    ...(relatedContactId === undefined ? {} : { relatedContactId }),
    ...(userId === undefined ? {} : { userId }),
    ...(outward?.detectsMachines === true ? { detectsMachines: true } : {}),
  });
}

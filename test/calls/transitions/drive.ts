/** Makes the call of a route and tells which transitions it has taken. */
import { prompts } from '../../../contact-flows/prompts/en.ts';
import type { Agent } from '../../kit/agent.ts';
import type { Call } from '../../kit/call.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { withheld } from '../../kit/people.ts';
import { follows } from '../../kit/scripted-caller.ts';
import type { Route } from './routes.ts';

/** Long enough to hear all that a hold has to say. */
const HELD_MS = 90_000;
/** Long enough to hear what a transfer has to say. */
const TRANSFER_MS = 20_000;
/** The estimate is made from so many, so that what happened before does not count. */
const LEAVERS = 10;

/** The agent talks to somebody; where a pace is given, callers leave the queue at it, so that a wait can be estimated. */
async function setsPace(centre: ContactCentre, agent: Agent, paceMs: number | undefined): Promise<void> {
  agent.becomesAvailable();
  const first = centre.dial(withheld);
  await first.presses('0');
  await agent.accepts(first);
  await agent.talksTo(first);
  const leavers = Array.from({ length: paceMs === undefined ? 0 : LEAVERS }, () => centre.dial(withheld));
  for (const leaver of leavers) await leaver.presses('0');
  for (const leaver of leavers) {
    await centre.passes(paceMs ?? 0);
    leaver.hangsUp();
  }
}

/** @param begins is called when everything is ready for the call itself */
export async function drive(
  centre: ContactCentre,
  route: Route,
  begins: () => void = () => undefined,
): Promise<Call> {
  await route.before?.(centre);
  if (route.fullOfEscalations !== undefined) {
    const first = centre.dial({ from: '+12025550191' });
    first.isGiven(route.fullOfEscalations);
    await first.presses('0');
    await first.isQueuedIn('escalations');
  }
  if (route.full === true) {
    const first = centre.dial({ from: '+12025550190' });
    await first.presses('0');
    await first.isQueuedIn('support');
  }
  const sam = centre.agent('sam');
  if (route.agent === true || route.hold === true || route.transfer !== undefined) sam.becomesAvailable();
  if (route.busy === true) await setsPace(centre, sam, route.paceMs);
  begins();
  const call = centre.dial(route.person);
  const { contactId } = call;
  for (const fault of [route.fault, route.secondFault])
    if (fault !== undefined) centre.fault(fault.name, fault.planned());
  if (route.attributes !== undefined) call.isGiven(route.attributes);
  let heldSinceMs: number | undefined;
  let transferredSinceMs: number | undefined;
  const agentActs = async (): Promise<void> => {
    if (route.agent !== true && route.hold !== true && route.transfer === undefined) return;
    const { userId } = sam;
    const event = { userId, contactId } as const;
    // A task may ring beside the call, and is taken like it.
    const ringing = sam.state.contacts?.find(({ state }) => state === 'ringing');
    if (ringing !== undefined)
      centre.cloud.centre.send({ kind: 'agent-accepts', userId, contactId: ringing.contactId });
    const contact = sam.state.contacts?.find((each) => each.contactId === contactId);
    if (contact?.state !== 'connected') return;
    if (route.transfer !== undefined && transferredSinceMs === undefined) {
      transferredSinceMs = call.lastsMs;
      const { quickConnects = [] } = centre.cloud.centre.instance;
      const quickConnectId = quickConnects.find(({ name }) => name === route.transfer)?.id ?? '';
      const kind = route.leaves === 'at-once' ? 'agent-transfers' : 'agent-consults';
      centre.cloud.centre.send({ kind, ...event, to: { quickConnectId } });
      if (typeof route.leaves !== 'number') return;
      await centre.passes(route.leaves);
      centre.cloud.centre.send({ kind: 'agent-hangs-up', ...event });
    } else if (transferredSinceMs !== undefined && call.lastsMs - transferredSinceMs < TRANSFER_MS) return;
    else if (route.hold !== true) centre.cloud.centre.send({ kind: 'agent-hangs-up', ...event });
    else if (heldSinceMs === undefined) {
      heldSinceMs = call.lastsMs;
      centre.cloud.centre.send({ kind: 'agent-holds', ...event });
    } else if (call.lastsMs - heldSinceMs > HELD_MS)
      centre.cloud.centre.send({ kind: 'agent-hangs-up', ...event });
  };
  const meanwhile = async (): Promise<void> => {
    await agentActs();
    await route.meanwhile?.(centre, call);
  };
  const hasWaited = (): boolean => call.heard.filter((text) => text.includes(prompts.waitOffer)).length > 1;
  const answers = route.answers.map((answer) =>
    typeof answer === 'string'
      ? answer
      : async (): Promise<string> => {
          if (typeof answer === 'function') return await answer(centre);
          await answer.first(centre);
          return answer.keys;
        },
  );
  await follows(centre, call, { answers, thinksMs: 200, meanwhile, until: hasWaited });
  return call;
}

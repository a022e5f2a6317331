/** Makes the call of a route and tells which transitions it has taken. */
import { prompts } from '../../../contact-flows/prompts/en.ts';
import type { Call } from '../../kit/call.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { follows } from '../../kit/scripted-caller.ts';
import type { Route } from './routes.ts';

export async function drive(centre: ContactCentre, route: Route): Promise<Call> {
  if (route.full === true) {
    const first = centre.dial({ from: '+12025550190' });
    await first.presses('0');
    await first.isQueuedIn('support');
  }
  const sam = centre.agent('sam');
  if (route.agent === true) sam.becomesAvailable();
  const call = centre.dial(route.person);
  const { contactId } = call;
  if (route.fault !== undefined) centre.fault(route.fault.name, route.fault.planned());
  if (route.attributes !== undefined) call.isGiven(route.attributes);
  const meanwhile = (): void => {
    if (route.agent !== true) return;
    const { contact } = sam.state;
    const event = { userId: sam.userId, contactId } as const;
    if (contact?.state === 'ringing') centre.cloud.centre.send({ kind: 'agent-accepts', ...event });
    if (contact?.state === 'connected') centre.cloud.centre.send({ kind: 'agent-hangs-up', ...event });
  };
  const hasWaited = (): boolean =>
    call.heard.filter((text) => text.includes(prompts.stillWaiting)).length > 1;
  await follows(centre, call, { answers: route.answers, thinksMs: 200, meanwhile, until: hasWaited });
  return call;
}

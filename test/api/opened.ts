/** The centre that all tests of the HTTP API share, and what they do at it. */
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import type { Answered } from '../kit/desktop.ts';

export interface Opened {
  readonly centre: ContactCentre;
}

/** A caller talks to an agent, and what Connect writes of it has arrived. */
export async function talk(
  { centre }: Opened,
  agent: Agent,
  from: { readonly from?: string },
): Promise<Call> {
  agent.becomesAvailable();
  const call = centre.dial(from);
  await call.presses('0');
  await agent.accepts(call);
  await agent.talksTo(call);
  await centre.passes(5_000);
  return call;
}

/** What is at a place in an answer. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, key) => Reflect.get(Object(found), key), value);

/** The list of an answer. */
export const items = ({ body }: Answered): unknown[] => {
  const list = at(body, 'items');
  return Array.isArray(list) ? list : [];
};

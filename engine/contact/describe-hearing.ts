/** Who hears whom in a conversation: on hold nobody is heard, a silent supervisor hears and is not heard. */
import { isOnHold } from './holds.ts';
import { isTalking, legsOf } from './legs.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/**
 * `caller`, `third-party` (`third-party 2` and so on where there are more), or the user name of an agent or supervisor.
 */
export type Hearing = Readonly<Record<string, readonly string[]>>;

/** Of everybody in the conversation, those whom they hear; undefined for no contact. Flows and music are not people. */
export function describeHearing(world: World, contactId: string): Hearing | undefined {
  const named = world.contacts.get(contactId);
  // A supervisor's own contact has nobody in it: the conversation is in the one that they listen to.
  const found = named?.monitorOf ?? named;
  if (found === undefined) return undefined;
  const contact = found.parties?.source?.contact ?? found;
  const talking = new Set<string>();
  const silent = new Set<string>();
  const waiting = new Set<string>();
  const put = (name: string | undefined, waits: boolean): void => {
    if (name !== undefined) (waits ? waiting : talking).add(name);
  };
  if (contact.phase !== 'ended') put('caller', !isTalking(contact) || isOnHold(contact));
  const legs = legsOf(contact);
  // Who puts a caller on hold is alone, unless somebody else is there to talk to.
  const withOther = legs.some((leg) => isTalking(leg) && !isOnHold(leg));
  put(agentIn(contact), isOnHold(contact) && !withOther);
  let outside = 0;
  for (const leg of legs) {
    if (!isTalking(leg)) continue;
    const isNumber = leg.parties?.to?.kind === 'number';
    if (isNumber) outside += 1;
    const number = outside > 1 ? `third-party ${outside}` : 'third-party';
    put(isNumber ? number : leg.agent?.user.username, isOnHold(leg));
  }
  for (const { monitoring, user } of [contact, ...legs].flatMap(({ monitors }) => monitors)) {
    if (monitoring?.isBarged === true) talking.add(user.username);
    else silent.add(user.username);
  }
  const hearing: Record<string, readonly string[]> = {};
  for (const name of talking) hearing[name] = [...talking].filter((other) => other !== name);
  for (const name of silent) hearing[name] = [...talking];
  for (const name of waiting) hearing[name] = [];
  return hearing;
}

/** Who rings or hears a whisper is not there yet. */
const agentIn = (contact: Contact): string | undefined =>
  (isTalking(contact) ? contact.agent : contact.parties?.staying)?.user.username;

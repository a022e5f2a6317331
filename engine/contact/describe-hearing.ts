/** Who hears whom in a conversation: on hold nobody is heard, a silent supervisor hears and is not heard. */
import { isOnHold } from './holds.ts';
import { isTalking } from './legs.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** `caller`, `third-party`, or the user name of an agent or supervisor. */
export type Hearing = Readonly<Record<string, readonly string[]>>;

/** Of everybody in the conversation, those whom they hear; undefined for no contact. Flows and music are not people. */
export function describeHearing(world: World, contactId: string): Hearing | undefined {
  const found = world.contacts.get(contactId);
  if (found === undefined) return undefined;
  const { source } = found.parties ?? {};
  const contact = source === undefined ? found : source.contact;
  const leg = contact.parties?.leg;
  const talking = new Set<string>();
  const silent = new Set<string>();
  const waiting = new Set<string>();
  const put = (name: string | undefined, waits: boolean): void => {
    if (name !== undefined) (waits ? waiting : talking).add(name);
  };
  if (contact.phase !== 'ended') put('caller', !isTalking(contact) || isOnHold(contact));
  // Who puts a caller on hold is alone, unless somebody else is there to talk to.
  const withOther = leg !== undefined && isTalking(leg) && !isOnHold(leg);
  put(agentIn(contact, leg), isOnHold(contact) && !withOther);
  if (leg !== undefined && isTalking(leg)) put(otherIn(leg), isOnHold(leg));
  for (const { monitoring, user } of contact.monitors) {
    if (monitoring?.isBarged === true) talking.add(user.username);
    else silent.add(user.username);
  }
  const hearing: Record<string, readonly string[]> = {};
  for (const name of talking) hearing[name] = [...talking].filter((other) => other !== name);
  for (const name of silent) hearing[name] = [...talking];
  for (const name of waiting) hearing[name] = [];
  return hearing;
}

function agentIn(contact: Contact, leg: Contact | undefined): string | undefined {
  if (isTalking(contact)) return contact.agent?.user.username;
  return leg?.parties?.source?.agent?.user.username;
}

const otherIn = (leg: Contact): string | undefined =>
  leg.parties?.to?.kind === 'number' ? 'third-party' : leg.agent?.user.username;

/** The agents at their pages: every tab of one agent shows the same, and an agent whose last tab has gone is out. */
import type { User } from '../../engine/contact/instance.ts';
import type { AgentContactSnapshot, Centre, Moment } from '../connect/centre.ts';
import { contactOf } from './desk-contact.ts';
import { AGENT_GRACE_MS } from './limits.ts';
import type { AgentHears, AgentSays, AgentState, ApiAccess } from './protocol.ts';
import { refusalOf } from './refusal.ts';
import { shownRecording } from './shown-recording.ts';
import { fullName, type SignIns } from './sign-ins.ts';
import { wordsOfSsml } from './spoken-text.ts';
import { readTelephoneNumber } from './telephone-number.ts';
import { quickConnectsOf } from './transfers-shown.ts';

const WRONG_PASSWORD = 'User name or password is wrong: npm start prints where the passwords are.';
const UNKNOWN_TOKEN = 'The contact centre was started anew: please sign in again.';

type Say = (message: AgentHears) => void;

/** One tab. */
export interface Desk {
  hear(message: AgentSays): void;
  /** The tab is gone. */
  close(): void;
}

export interface Desks {
  open(say: Say): Desk;
  /** Ends all timers. */
  close(): void;
}

/** What the desks keep of an agent who has, or had a moment ago, a tab. */
interface Presence {
  readonly user: User;
  readonly tabs: Set<Say>;
  leaving: ReturnType<typeof setTimeout> | undefined;
  /** The last whisper, the contact that it announces, and since when they are being joined. */
  whisper: { readonly contactId: string; readonly sinceMs: number; readonly text: string } | undefined;
  /** What the agent has last heard in a transfer, and the transfer. */
  heard: { readonly contactId: string; readonly text: string } | undefined;
}

export interface DeskOptions {
  /** What the HTTP API lets an agent in by; undefined where its tokens come from elsewhere. */
  readonly apiAccessOf: (username: string) => ApiAccess | undefined;
  readonly graceMs?: number | undefined;
}

/**
 * @param graceMs how long an agent without a tab may take to come back; then they have vanished, which loses no
 *   caller: a ringing contact goes on to another agent, a caller in conversation hears the disconnect flow
 * @param onFault a fault in a timer, where nobody else would see it
 */
export function createDesks(
  centre: Centre,
  signIns: SignIns,
  onFault: (fault: unknown) => void,
  { apiAccessOf, graceMs = AGENT_GRACE_MS }: DeskOptions,
): Desks {
  const present = new Map<string, Presence>();
  const changed = new Set<Presence>();

  const stopObserving = centre.observe((moment) => {
    for (const presence of present.values()) {
      if (!concerns(moment, presence)) continue;
      // One step has many effects; the tabs are told once, when the engine is at rest.
      if (changed.size === 0) queueMicrotask(tellChanges);
      changed.add(presence);
    }
  });

  function concerns({ effect }: Moment, presence: Presence): boolean {
    if (effect.kind === 'agent-changed') return effect.userId === presence.user.id;
    if (!('contactId' in effect)) return false;
    const agent = centre.agent(presence.user.id);
    const contact = agent?.contact;
    const transferId = contact?.parties?.transfer?.contactId;
    if (transferId !== undefined && effect.contactId === transferId) {
      if (effect.kind === 'prompt' && effect.party === 'transferrer')
        presence.heard = { contactId: transferId, text: wordsOf(effect) };
      return effect.kind !== 'step-taken' && effect.kind !== 'flow-log';
    }
    if (contact?.parties?.others?.some(({ contactId }) => contactId === effect.contactId) === true)
      return true;
    if (effect.kind === 'step-taken' || effect.kind === 'flow-log') return false;
    if (effect.contactId !== contact?.contactId)
      return agent?.contacts?.some(({ contactId }) => contactId === effect.contactId) === true;
    // What the agent hears later, on hold, announces nothing; the whisper stays on the page.
    if (effect.kind === 'prompt' && effect.party === 'agent' && contact.state === 'connecting') {
      presence.whisper = longer(presence.whisper, effect.contactId, contact.stateSinceMs, wordsOf(effect));
    }
    return true;
  }

  function tellChanges(): void {
    for (const presence of changed) for (const say of presence.tabs) tell(presence, say);
    changed.clear();
  }

  function tell(presence: Presence, say: Say): void {
    const agent = describe(centre, presence);
    if (agent !== undefined) say({ type: 'agent', agent });
  }

  function arrive(user: User, say: Say): Presence {
    const presence = present.get(user.id) ?? {
      user,
      tabs: new Set(),
      leaving: undefined,
      whisper: undefined,
      heard: undefined,
    };
    clearTimeout(presence.leaving);
    presence.leaving = undefined;
    present.set(user.id, presence);
    presence.tabs.add(say);
    if (centre.agent(user.id)?.signedIn !== true) centre.send({ kind: 'agent-signs-in', userId: user.id });
    say({ type: 'signed-in', token: signIns.remember(user) });
    tell(presence, say);
    return presence;
  }

  function depart(presence: Presence, say: Say): void {
    presence.tabs.delete(say);
    if (presence.tabs.size > 0 || present.get(presence.user.id) !== presence) return;
    presence.leaving = setTimeout(() => {
      present.delete(presence.user.id);
      try {
        if (centre.agent(presence.user.id)?.signedIn === true) {
          centre.send({ kind: 'agent-vanishes', userId: presence.user.id });
        }
      } catch (error) {
        onFault(error);
      }
    }, graceMs);
  }

  function signOut(presence: Presence): void {
    if (centre.agent(presence.user.id)?.signedIn === true) {
      centre.send({ kind: 'agent-signs-out', userId: presence.user.id });
    }
    present.delete(presence.user.id);
    for (const say of presence.tabs) say({ type: 'signed-out' });
    presence.tabs.clear();
  }

  return {
    open(say) {
      let presence: Presence | undefined;
      const take = (user: User): undefined => {
        if (presence !== undefined && presence.user.id !== user.id) depart(presence, say);
        presence = arrive(user, say);
      };
      const hear = (message: AgentSays): string | undefined => {
        if (message.type === 'sign-in') {
          const user = signIns.check(message.username, message.password);
          return user === undefined ? WRONG_PASSWORD : take(user);
        }
        if (message.type === 'resume') {
          const user = signIns.recall(message.token);
          return user === undefined ? UNKNOWN_TOKEN : take(user);
        }
        if (presence === undefined || !presence.tabs.has(say)) {
          // Another tab of this agent may have signed out meanwhile.
          say({ type: 'signed-out' });
        } else if (message.type === 'sign-out') {
          signOut(presence);
        } else if (message.type === 'ask-api-token') {
          const access = apiAccessOf(presence.user.username);
          say({ type: 'api-token', ...(access === undefined ? {} : { access }) });
        } else if (message.type === 'dial') {
          const number = readTelephoneNumber(message.to);
          if (number.kind === 'wrong') return number.sentence;
          centre.send({ kind: 'agent-dials', userId: presence.user.id, to: number.e164 });
        } else {
          centre.send(eventOf(message, presence.user.id));
          // Every tab is told of a change; what changed nothing is answered to the one that asked.
          if (!changed.has(presence)) tell(presence, say);
        }
        return undefined;
      };
      say({ type: 'ready', agents: [...signIns.choices] });
      return {
        hear(message) {
          const refusal = refusalOf(() => hear(message));
          if (refusal !== undefined) say({ type: 'refused', message: refusal });
        },
        close() {
          if (presence?.tabs.has(say)) depart(presence, say);
        },
      };
    },
    close() {
      stopObserving();
      for (const { leaving } of present.values()) clearTimeout(leaving);
      present.clear();
    },
  };
}

function eventOf(
  message: Exclude<AgentSays, { type: 'sign-in' | 'resume' | 'sign-out' | 'ask-api-token' | 'dial' }>,
  userId: string,
) {
  switch (message.type) {
    case 'set-status':
      return { kind: 'agent-sets-status', userId, status: message.status } as const;
    case 'accept':
      return { kind: 'agent-accepts', userId, contactId: message.contactId } as const;
    case 'reject':
      return { kind: 'agent-rejects', userId, contactId: message.contactId } as const;
    case 'hold':
      return { kind: 'agent-holds', userId, contactId: message.contactId } as const;
    case 'take-back':
      return { kind: 'agent-resumes', userId, contactId: message.contactId } as const;
    case 'hang-up':
      return { kind: 'agent-hangs-up', userId, contactId: message.contactId } as const;
    case 'consult': {
      const { contactId, quickConnectId } = message;
      return { kind: 'agent-consults', userId, contactId, to: { quickConnectId } } as const;
    }
    case 'swap':
      return { kind: 'agent-swaps', userId, contactId: message.contactId } as const;
    case 'join':
      return { kind: 'agent-conferences', userId, contactId: message.contactId } as const;
    case 'drop':
      return {
        kind: 'agent-drops',
        userId,
        contactId: message.contactId,
        ...(message.partyId === undefined ? {} : { partyId: message.partyId }),
      } as const;
    case 'outside':
      return { kind: 'third-party', contactId: message.contactId, outcome: message.outcome } as const;
    case 'write':
      return { kind: 'agent-writes', userId, contactId: message.contactId, text: message.text } as const;
    case 'clear':
      return { kind: 'agent-clears', userId, contactId: message.contactId } as const;
  }
}

/** A whisper may have several sentences; one of an earlier offer is over. */
function longer(
  said: Presence['whisper'],
  contactId: string,
  sinceMs: number,
  text: string,
): NonNullable<Presence['whisper']> {
  const isMore = said?.contactId === contactId && said.sinceMs === sinceMs;
  return { contactId, sinceMs, text: isMore ? `${said.text} ${text}` : text };
}

const wordsOf = ({ form, text }: Extract<Moment['effect'], { kind: 'prompt' }>): string => {
  if (form === 'prompt') return shownRecording(text);
  return form === 'ssml' ? wordsOfSsml(text) : text;
};

function describe(centre: Centre, presence: Presence): AgentState | undefined {
  const { user } = presence;
  const agent = centre.agent(user.id);
  if (agent === undefined) return undefined;
  const { contact, contacts = [] } = agent;
  const shown = (one: AgentContactSnapshot) => contactOf(one, presence.whisper, presence.heard);
  const others = contacts.filter(({ contactId }) => contactId !== contact?.contactId);
  return {
    username: user.username,
    name: fullName(user),
    status: agent.status,
    statusSinceMs: agent.statusSinceMs,
    ...(agent.nextStatus === undefined ? {} : { nextStatus: agent.nextStatus }),
    nowMs: centre.nowMs(),
    quickConnects: quickConnectsOf(centre.instance, user),
    ...(contact === undefined ? {} : { contact: shown(contact) }),
    ...(others.length === 0 ? {} : { others: others.map(shown) }),
  };
}

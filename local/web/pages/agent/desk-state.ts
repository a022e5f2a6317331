/** What an agent's page shows, from what it heard: one pure step. */
import type { AgentContact, AgentHears, AgentState, ApiAccess, SignInChoice } from '../../protocol.ts';

export interface DeskState {
  readonly link: 'opening' | 'open' | 'lost';
  readonly choices: readonly SignInChoice[];
  /** Absent: nobody has signed in. */
  readonly agent: AgentState | undefined;
  /** To the HTTP API, where the agent may ask it. */
  readonly access: ApiAccess | undefined;
  /** What to add to this browser's clock to have the centre's. */
  readonly aheadMs: number;
  /** One sentence about what went wrong last. */
  readonly refusal: string | undefined;
}

export type Happening =
  | { readonly kind: 'heard'; readonly message: AgentHears; readonly nowMs: number }
  | { readonly kind: 'link-lost' }
  /** The agent did something: what went wrong before is over. */
  | { readonly kind: 'acted' };

export const atRest: DeskState = {
  link: 'opening',
  choices: [],
  agent: undefined,
  access: undefined,
  aheadMs: 0,
  refusal: undefined,
};

export function deskAfter(state: DeskState, happening: Happening): DeskState {
  if (happening.kind === 'acted') return { ...state, refusal: undefined };
  if (happening.kind === 'link-lost') return { ...state, link: 'lost' };
  const { message, nowMs } = happening;
  switch (message.type) {
    case 'ready':
      return { ...state, link: 'open', choices: message.agents };
    case 'signed-in':
      return { ...state, refusal: undefined };
    case 'signed-out':
      return { ...state, agent: undefined, access: undefined };
    case 'api-token':
      return { ...state, access: message.access };
    case 'agent':
      return { ...state, agent: message.agent, aheadMs: message.agent.nowMs - nowMs };
    case 'refused':
      return { ...state, refusal: message.message };
  }
}

/** The one that was chosen, or one that rings, or the first. */
export function contactShown(agent: AgentState, chosen: string | undefined): AgentContact | undefined {
  const all = contactsOf(agent);
  return (
    all.find(({ contactId }) => contactId === chosen) ??
    all.find(({ state }) => state === 'ringing') ??
    agent.contact
  );
}

export const contactsOf = ({ contact, others = [] }: AgentState): readonly AgentContact[] =>
  contact === undefined ? [] : [contact, ...others];

/** The title of the browser's tab tells a ringing contact from another tab. */
export function titleOf(agent: AgentState | undefined): string {
  if (agent === undefined) return 'Agent · Callwright';
  const { contact } = agent;
  const rings = contactsOf(agent).find(({ state }) => state === 'ringing');
  if (rings !== undefined) return `☎ Ringing: ${rings.queue} · Callwright`;
  if (contact?.state === 'connecting' || contact?.state === 'connected')
    return contact.chat === undefined ? 'In a call · Callwright' : 'In a chat · Callwright';
  return `${agent.status} · Callwright`;
}

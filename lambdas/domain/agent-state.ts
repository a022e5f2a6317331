/** How an agent stands by the latest that Connect has said of them: signed in or not, in which status, with which contacts. */

import * as z from 'zod/mini';

/** How long after the last word of an agent their state is kept: heart beats end an hour after they have signed out. */
export const AGENT_STATE_KEPT_DAYS = 1;

const moment = z.iso.datetime();
/** The part of an agent event that is kept; other fields are let be, as with contact records. */
const readEvent = z.object({
  AgentARN: z.string(),
  EventId: z.string(),
  EventTimestamp: moment,
  EventType: z.string(),
  CurrentAgentSnapshot: z.object({
    AgentStatus: z.object({
      Name: z.string(),
      StartTimestamp: moment,
      Type: z.optional(z.nullable(z.string())),
    }),
    Configuration: z.object({ Username: z.string() }),
    Contacts: z.array(z.object({ ContactId: z.string(), State: z.string() })),
    NextAgentStatus: z.optional(z.nullable(z.object({ Name: z.string() }))),
  }),
});

/** Moments are ISO 8601 in UTC to the millisecond, so that their texts are in the order of time. */
export const agentState = z.strictObject({
  agentId: z.string(),
  username: z.string(),
  /** False in the status Offline, too, in which nothing reaches an agent. */
  isSignedIn: z.boolean(),
  status: z.string(),
  since: moment,
  /** What they have chosen for afterwards, while they are busy. */
  nextStatus: z.optional(z.string()),
  /** Those in hand, with those that still have after contact work. */
  contactIds: z.array(z.string()),
  /** When Connect said so: every two minutes at least while somebody is signed in. */
  heardAt: moment,
});
export type AgentState = z.output<typeof agentState>;

/** A state with what puts it before or after every other of its agent. */
export interface VersionedState {
  readonly state: AgentState;
  readonly version: string;
}

/** The service's own status of nobody at work, where an older event has no type (adminguide/metrics-agent-status). */
const OFFLINE = 'Offline';

/** In which order events come that were written in one millisecond: whoever signs in chooses a status afterwards. */
const ORDER_IN_A_MOMENT: readonly string[] = ['LOGIN', 'STATE_CHANGE', 'HEART_BEAT', 'LOGOUT'];

/** A contact in these has never come to the agent, or will not (adminguide/agent-event-stream-model, State). */
const NOT_IN_HAND: readonly string[] = ['MISSED', 'REJECTED', 'ERROR'];

/**
 * What is kept of an agent event. Events of one moment have an order, too, so that it does not matter which comes first.
 * @throws Error that names the field which is missing or wrong, and never its value
 */
export function stateOfEvent(event: unknown): VersionedState {
  const read = z.safeParse(readEvent, event);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') || 'it';
    throw new Error(`an agent event cannot be kept: ${field} is missing or wrong`);
  }
  const { AgentARN, EventId, EventTimestamp, EventType, CurrentAgentSnapshot: snapshot } = read.data;
  const { Name: status, StartTimestamp, Type } = snapshot.AgentStatus;
  const heardAt = toMillisecond(EventTimestamp);
  const since = toMillisecond(StartTimestamp);
  const nextStatus = snapshot.NextAgentStatus?.Name;
  return {
    state: {
      agentId: AgentARN.split('/').at(-1) ?? '',
      username: snapshot.Configuration.Username,
      isSignedIn: Type === undefined || Type === null ? status !== OFFLINE : Type !== 'OFFLINE',
      status,
      since,
      ...(nextStatus === undefined ? {} : { nextStatus }),
      contactIds: snapshot.Contacts.filter(({ State }) => !NOT_IN_HAND.includes(State)).map(
        ({ ContactId }) => ContactId,
      ),
      heardAt,
    },
    version: `${heardAt} ${ORDER_IN_A_MOMENT.indexOf(EventType) + 1} ${since} ${EventId}`,
  };
}

/** The second (since the epoch) after which the state may be forgotten. */
export const stateExpiresAt = ({ heardAt }: AgentState): number =>
  Math.floor(Date.parse(heardAt) / 1000) + AGENT_STATE_KEPT_DAYS * 86_400;

const toMillisecond = (moment: string): string => new Date(moment).toISOString();

/** What telephones and agent pages say to the contact centre, and what it says to them: JSON over WebSocket. */
import * as z from 'zod/mini';

const shortText = z.string().check(z.maxLength(200));
const contactId = z.string().check(z.minLength(1), z.maxLength(100));

/** From a telephone. */
export const telephoneSays = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('dial'),
    /** May be left out while the centre has one number. */
    to: z.optional(shortText),
    /** Left out, or `anonymous`: the caller withholds the number. */
    from: z.optional(shortText),
    /** `reported`: this telephone tells when it has played a prompt; `estimated`: the engine reckons it from the words. */
    playback: z.enum(['estimated', 'reported']),
  }),
  z.strictObject({ type: z.literal('key'), key: z.string().check(z.regex(/^[0-9*#]$/)) }),
  /** To a bot that listens for words, or into a recording. */
  z.strictObject({ type: z.literal('words'), text: shortText }),
  /** Of a microphone while the caller is recorded: µ-law, 8 kHz, in base64, a third of a second at most. */
  z.strictObject({
    type: z.literal('sound'),
    data: z.string().check(z.maxLength(3_600), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
  z.strictObject({ type: z.literal('hang-up') }),
  /** Where this telephone can be called: the centre calls people back. */
  z.strictObject({ type: z.literal('reachable-at'), number: shortText }),
  z.strictObject({ type: z.literal('answer'), playback: z.enum(['estimated', 'reported']) }),
  /** Who calls hears that the line is busy. */
  z.strictObject({ type: z.literal('decline') }),
  z.strictObject({ type: z.literal('playback-ended'), promptId: shortText }),
]);
export type TelephoneSays = z.infer<typeof telephoneSays>;

/** To a telephone. */
export const telephoneHears = z.discriminatedUnion('type', [
  /** The line is open. */
  z.object({ type: z.literal('ready'), numbers: z.array(z.string()) }),
  z.object({
    type: z.literal('ringing'),
    contactId: z.string(),
    to: z.string(),
    from: z.optional(z.string()),
  }),
  /** The centre calls this telephone. */
  z.object({ type: z.literal('called'), contactId: z.string(), from: z.optional(z.string()) }),
  /** It was answered elsewhere, or has rung long enough. */
  z.object({ type: z.literal('called-no-more') }),
  z.object({ type: z.literal('picked-up') }),
  z.object({
    type: z.literal('prompt'),
    promptId: z.string(),
    /** The words; of a recording its name. */
    text: z.string(),
    /** The words for a voice, where they differ: digits one by one. */
    speech: z.optional(z.string()),
    form: z.enum(['text', 'ssml', 'prompt', 'media']),
    durationMs: z.number(),
    /** Where the recording itself is served. */
    audio: z.optional(z.string()),
  }),
  z.object({ type: z.literal('prompt-stopped'), promptId: z.string() }),
  z.object({
    type: z.literal('listening'),
    maxDigits: z.number(),
    terminator: z.string(),
    /** Keys are kept from every screen and log. */
    masked: z.boolean(),
    /** A bot takes words, too. */
    words: z.optional(z.literal(true)),
  }),
  z.object({ type: z.literal('listening-ended') }),
  /** What the caller says is recorded from now on, or no more. */
  z.object({ type: z.literal('recording'), on: z.boolean() }),
  /** `•` where keys are masked. */
  z.object({ type: z.literal('key-heard'), key: z.string() }),
  z.object({ type: z.literal('queued'), queue: z.string() }),
  z.object({ type: z.literal('connected'), agent: z.string() }),
  /** The agent has gone, and the call goes on without. */
  z.object({ type: z.literal('agent-left'), agent: z.string() }),
  z.object({ type: z.literal('ended'), reason: z.string() }),
  /** Something that the telephone asked for was not done; `message` is one sentence for a person. */
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type TelephoneHears = z.infer<typeof telephoneHears>;

/** From an agent's page. The contact is named so that a click in a stale tab cannot touch the next contact. */
export const agentSays = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sign-in'), username: shortText, password: shortText }),
  /** Signs in again after a reload, with what `signed-in` gave. */
  z.strictObject({ type: z.literal('resume'), token: shortText }),
  z.strictObject({ type: z.literal('sign-out') }),
  /** The agent's page wants to ask the HTTP API. */
  z.strictObject({ type: z.literal('ask-api-token') }),
  z.strictObject({ type: z.literal('set-status'), status: z.enum(['Available', 'Offline']) }),
  z.strictObject({ type: z.literal('accept'), contactId }),
  z.strictObject({ type: z.literal('reject'), contactId }),
  z.strictObject({ type: z.literal('hold'), contactId }),
  /** Ends the hold. */
  z.strictObject({ type: z.literal('take-back'), contactId }),
  z.strictObject({ type: z.literal('hang-up'), contactId }),
  z.strictObject({ type: z.literal('clear'), contactId }),
  /** In a chat. */
  z.strictObject({
    type: z.literal('write'),
    contactId,
    text: z.string().check(z.minLength(1), z.maxLength(1_024)),
  }),
  /** The agent calls somebody, for the queue of the routing profile. */
  z.strictObject({ type: z.literal('dial'), to: shortText }),
  /** Begins a transfer; `hang-up` is how the agent leaves it to the caller. */
  z.strictObject({ type: z.literal('consult'), contactId, quickConnectId: shortText }),
  z.strictObject({ type: z.literal('swap'), contactId }),
  z.strictObject({ type: z.literal('join'), contactId }),
  /** The last one who was brought in, or another of several by its own contact. */
  z.strictObject({ type: z.literal('drop'), contactId, partyId: z.optional(contactId) }),
  /** There is no telephone network here: the agent says what somebody outside does. */
  z.strictObject({
    type: z.literal('outside'),
    contactId,
    outcome: z.enum(['answers', 'busy', 'no-answer', 'refused', 'hangs-up']),
  }),
]);
export type AgentSays = z.infer<typeof agentSays>;

const agentContact = z.object({
  contactId: z.string(),
  state: z.enum(['ringing', 'connecting', 'connected', 'after-contact-work', 'missed', 'rejected', 'paused']),
  stateSinceMs: z.number(),
  queue: z.string(),
  /** Set by the flow; 1 goes first. */
  priority: z.optional(z.number()),
  caller: z.optional(z.string()),
  /** Of somebody who has not called but is called: whether anybody has answered. */
  called: z.optional(z.object({ isCallback: z.boolean(), isAnswered: z.boolean() })),
  /** Of a task: what there is to do. A task has no caller. */
  task: z.optional(
    z.object({
      name: z.string(),
      description: z.optional(z.string()),
      references: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  /** Of a chat: with whom, and what was written. */
  chat: z.optional(
    z.object({
      customer: z.string(),
      isCustomerIdle: z.boolean(),
      lines: z.array(
        z.object({
          id: z.string(),
          atMs: z.number(),
          /** Left out for what happens and is nobody's words. */
          from: z.optional(z.enum(['customer', 'agent', 'centre'])),
          text: z.string(),
        }),
      ),
    }),
  ),
  attributes: z.record(z.string(), z.string()),
  /** What the agent hears before the caller joins. */
  whisper: z.optional(z.string()),
  /** The caller is on hold since then. */
  heldSinceMs: z.optional(z.number()),
  transfer: z.optional(
    z.object({
      contactId: z.string(),
      /** Of the quick connect. */
      name: z.string(),
      isOutside: z.boolean(),
      state: z.enum(['begins', 'waits', 'rings', 'talks']),
      /** The agent who has answered. */
      with: z.optional(z.string()),
      isOnHold: z.boolean(),
      isConference: z.boolean(),
      /** What the agent hears in it. */
      heard: z.optional(z.string()),
    }),
  ),
  /** In a call of more than three: who was brought in before, each by a contact of its own. */
  parties: z.optional(
    z.array(
      z.object({
        contactId: z.string(),
        name: z.string(),
        isOutside: z.boolean(),
        isOnHold: z.boolean(),
      }),
    ),
  ),
});
const agentState = z.object({
  username: z.string(),
  name: z.string(),
  status: z.string(),
  statusSinceMs: z.number(),
  /** Chosen during a contact; taken when it is over. */
  nextStatus: z.optional(z.string()),
  /** The centre's clock at this moment, for running timers. */
  nowMs: z.number(),
  /** Whom a call can be transferred to. */
  quickConnects: z.array(z.object({ id: z.string(), name: z.string() })),
  contact: z.optional(agentContact),
  /** What the agent has besides, oldest first: several chats, or a task beside a call. */
  others: z.optional(z.array(agentContact)),
});
/** An agent as every tab of theirs shows one. */
export type AgentState = z.infer<typeof agentState>;
export type AgentContact = z.infer<typeof agentContact>;

const signInChoice = z.object({ username: z.string(), name: z.string(), password: z.string() });
export type SignInChoice = z.infer<typeof signInChoice>;

const apiAccess = z.object({
  /** Path of the HTTP API on this server, e.g. `/api`. */
  path: z.string(),
  /** An ID token, for the header `authorization`. */
  token: z.string(),
  /** How long it works from now on; a page asks for the next one in time. */
  lastsMs: z.number(),
});
export type ApiAccess = z.infer<typeof apiAccess>;

/** To an agent's page. */
export const agentHears = z.discriminatedUnion('type', [
  /**
   * The desk is open; these agents may sign in. Their generated passwords are sent along to fill in the form: the
   * server listens on loopback and refuses other origins, so who reads them is at the machine where they are kept.
   */
  z.object({ type: z.literal('ready'), agents: z.array(signInChoice) }),
  z.object({ type: z.literal('signed-in'), token: z.string() }),
  z.object({ type: z.literal('signed-out') }),
  /** What the agent's own desktop would sign in for; no access where tokens come from somebody else's pool. */
  z.object({ type: z.literal('api-token'), access: z.optional(apiAccess) }),
  z.object({ type: z.literal('agent'), agent: agentState }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type AgentHears = z.infer<typeof agentHears>;

/** Contacts as the overview and the flow map show them; the caller's number and secret keys are masked. */
import * as z from 'zod/mini';

const texts = z.record(z.string(), z.string());

export const contactSummary = z.object({
  contactId: z.string(),
  startedAtMs: z.number(),
  endedAtMs: z.optional(z.number()),
  /** `••• 0143`, or that the number is withheld, or the name of a task. */
  caller: z.string(),
  /** Where the contact is in its life, in words. */
  phase: z.string(),
  /** False once the caller has gone; after contact work may still go on. */
  going: z.boolean(),
  queue: z.optional(z.string()),
  agent: z.optional(z.string()),
  /** How it ended, in words. */
  end: z.optional(z.string()),
});
export type ContactSummary = z.infer<typeof contactSummary>;
export const contactList = z.object({ nowMs: z.number(), contacts: z.array(contactSummary) });

const at = { atMs: z.number() };
/** One thing that happened to a contact. */
export const shownMoment = z.discriminatedUnion('kind', [
  z.object({
    ...at,
    kind: z.literal('heard'),
    by: z.enum(['caller', 'agent']),
    /** Words; of a recording its name. */
    text: z.string(),
    recording: z.boolean(),
  }),
  z.object({ ...at, kind: z.literal('pressed'), key: z.string() }),
  /** Something about the contact itself, in one sentence. */
  z.object({ ...at, kind: z.literal('event'), text: z.string() }),
  /** A step was left. */
  z.object({
    ...at,
    kind: z.literal('step'),
    flow: z.string(),
    step: z.string(),
    /** As Connect names it: `NextAction`, `Equals 1`, an error. */
    branch: z.string(),
    because: z.optional(z.string()),
    /** Absent where the flow ended, stopped or went back to the flow that invoked it. */
    to: z.optional(z.string()),
    /** The step asked a function: what was called before is answered now. */
    calls: z.boolean(),
  }),
  z.object({
    ...at,
    kind: z.literal('call'),
    function: z.string(),
    /** Counts from 1. */
    attempt: z.number(),
    /** Absent where they are masked. */
    parameters: z.optional(texts),
  }),
  /** An entry of Connect's flow log. */
  z.object({
    ...at,
    kind: z.literal('log'),
    flow: z.string(),
    step: z.string(),
    block: z.string(),
    results: z.optional(z.string()),
    parameters: texts,
    /** What a function answered. */
    returned: z.optional(texts),
  }),
]);
export type ShownMoment = z.infer<typeof shownMoment>;

const functionLine = z.object({ atMs: z.number(), function: z.string(), text: z.string() });
export type FunctionLine = z.infer<typeof functionLine>;

/** A contact, with what is new of it since the places that were sent before. */
export const contactProgress = z.object({
  contact: contactSummary,
  nowMs: z.number(),
  attributes: texts,
  /** Whose voice is recorded. */
  recorded: z.array(z.string()),
  /** The step that runs for the caller. */
  where: z.optional(z.object({ flow: z.string(), step: z.string() })),
  connectedAtMs: z.optional(z.number()),
  /** Whether `moments` and `lines` are all that is known; otherwise they go on where the last ones ended. */
  fresh: z.boolean(),
  /** How many earlier moments are left out, for there are too many to show. */
  leftOut: z.number(),
  moments: z.array(shownMoment),
  lines: z.array(functionLine),
});
export type ContactProgress = z.infer<typeof contactProgress>;

/** From a page that watches: which contact it wants to see in full from now on, if any. */
export const watcherSays = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('follow'),
    contactId: z.string().check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ type: z.literal('unfollow') }),
]);
export type WatcherSays = z.infer<typeof watcherSays>;

/** To a page that watches. */
export const watcherHears = z.discriminatedUnion('type', [
  /** Recent contacts, latest first. */
  z.object({ type: z.literal('ready'), nowMs: z.number(), contacts: z.array(contactSummary) }),
  /** A contact is new or has changed. */
  z.object({ type: z.literal('contact'), contact: contactSummary }),
  z.object({ type: z.literal('progress'), progress: contactProgress }),
  /** The contact to be followed is not known, or no longer. */
  z.object({ type: z.literal('unknown'), contactId: z.string(), message: z.string() }),
  z.object({ type: z.literal('refused'), message: z.string() }),
]);
export type WatcherHears = z.infer<typeof watcherHears>;

/** Announcements, outage notices and emergency closings: words that a supervisor switches on for a time, without a deployment. */

import * as z from 'zod/mini';
import { line } from './customer.ts';
import { LANGUAGES, type Language } from './language.ts';

/**
 * `announcement`: said before the menu, and the call goes on. `outage`: said before the menu, or where a caller chooses
 * the topic that it is about. `closed`: said instead of putting callers through; they are offered what a closed centre
 * offers.
 */
export const ANNOUNCEMENT_KINDS = ['announcement', 'outage', 'closed'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** What callers choose in the main menu, by the name of its flow. */
export const TOPICS = [
  'order-status',
  'place-order',
  'report-problem',
  'product-information',
  'appointments',
  'call-back',
] as const;

/** About twenty seconds of speech: nobody listens longer before a menu. */
export const ANNOUNCEMENT_TEXT_MAX = 300;
/** What a supervisor has in view; those that are over make room. */
export const ANNOUNCEMENTS_MAX = 20;
const DAYS_MAX = 366;
const DAY_MS = 24 * 60 * 60_000;

/** Read out as text, never as SSML; what only a program would read is refused all the same. */
const spokenText = line(ANNOUNCEMENT_TEXT_MAX).check(
  z.refine((text) => !/[<>{}]|\$\./.test(text), 'must be words to be read out, without <, >, {, } and $.'),
);

const texts = z.strictObject({
  en: z.optional(spokenText),
  el: z.optional(spokenText),
  hu: z.optional(spokenText),
  ro: z.optional(spokenText),
});

/** What a supervisor gives. Moments are ISO 8601 in UTC. */
export const announcementTerms = z.strictObject({
  kind: z.enum(ANNOUNCEMENT_KINDS),
  /** Of an outage; where it is left out, the outage is about everything. */
  topic: z.optional(z.enum(TOPICS)),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  texts,
  /** The language whose text is read where that of the caller has none. */
  fallback: z.optional(z.enum(LANGUAGES)),
});
export type AnnouncementTerms = z.output<typeof announcementTerms>;

export const announcementId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'));

export const announcement = z.strictObject({
  ...announcementTerms.shape,
  announcementId,
  /** Who switched it on or changed it last, and when. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type Announcement = z.output<typeof announcement>;

/** Why it cannot be said so, in one sentence; undefined where it can. */
export function objectionTo(
  { kind, topic, from, until, texts, fallback }: AnnouncementTerms,
  spoken: readonly Language[],
  nowMs: number,
): string | undefined {
  if (topic !== undefined && kind !== 'outage')
    return `Only an outage has a topic: leave it out of the kind '${kind}'.`;
  if (!(Date.parse(until) > Date.parse(from))) return `It ends (${until}) before it begins (${from}).`;
  if (!(Date.parse(until) > nowMs)) return `Its end (${until}) is over already.`;
  if (Date.parse(until) - Date.parse(from) > DAYS_MAX * DAY_MS)
    return `It would be said for more than ${DAYS_MAX} days: give it an end that is nearer.`;
  if (fallback !== undefined && texts[fallback] === undefined)
    return `Its fallback is '${fallback}', which has no text: give that text, or another fallback.`;
  const missing = spoken.filter((language) => texts[language] === undefined);
  if (missing.length > 0 && fallback === undefined)
    return `It has no text in ${missing.join(', ')}: give one, or say by 'fallback' which text is read instead.`;
  return undefined;
}

const isOver = ({ until }: AnnouncementTerms, nowMs: number): boolean => Date.parse(until) <= nowMs;

/** Another of the kind that would be said at the same time: callers hear one of each. */
export const inTheWayOf = (
  others: readonly Announcement[],
  wanted: Pick<Announcement, 'announcementId' | 'kind' | 'from' | 'until'>,
): Announcement | undefined =>
  others.find(
    ({ announcementId: id, kind, from, until }) =>
      id !== wanted.announcementId &&
      kind === wanted.kind &&
      Date.parse(from) < Date.parse(wanted.until) &&
      Date.parse(wanted.from) < Date.parse(until),
  );

/** The list with one switched on or changed; those that are over are dropped. */
export const switchedOn = (
  all: readonly Announcement[],
  wanted: Announcement,
  nowMs: number,
): readonly Announcement[] => [
  ...all.filter((one) => one.announcementId !== wanted.announcementId && !isOver(one, nowMs)),
  wanted,
];

/** What is said at a moment. */
export interface Spoken {
  /** Undefined where there is nothing to say. */
  readonly words: Readonly<Record<Language, string>>;
  readonly topic: (typeof TOPICS)[number] | undefined;
  readonly until: string;
}

/** What callers hear now, of each kind. */
export function spokenNow(
  all: readonly Announcement[],
  nowMs: number,
): Readonly<Partial<Record<AnnouncementKind, Spoken>>> {
  const now: Partial<Record<AnnouncementKind, Spoken>> = {};
  for (const one of all) {
    if (Date.parse(one.from) > nowMs || isOver(one, nowMs)) continue;
    const words = wordsOf(one);
    if (words !== undefined) now[one.kind] = { words, topic: one.topic, until: one.until };
  }
  return now;
}

/** A language that has been added since has no text, and hears that of the fallback, or any. */
function wordsOf({ texts, fallback }: AnnouncementTerms): Readonly<Record<Language, string>> | undefined {
  const any = texts[fallback ?? 'en'] ?? Object.values(texts).find((text) => text !== undefined);
  if (any === undefined) return undefined;
  const { en = any, el = any, hu = any, ro = any } = texts;
  return { en, el, hu, ro };
}

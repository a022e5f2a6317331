/** What supervisors announce without a deployment: words from a table, said before the menu, at a topic, or where nobody is put through. */
import { result } from '../engine/authoring/calling.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import type { Language } from './languages.ts';

/** By what flows decide whether there is something to say. */
const flags: AttributeValues = {
  announced: result(lookupCustomer, 'found', 'announced'),
  outageTopic: result(lookupCustomer, 'found', 'outageTopic'),
  closedNow: result(lookupCustomer, 'found', 'closedNow'),
  closedUntil: result(lookupCustomer, 'found', 'closedUntil'),
};

const fields = {
  en: { announcement: 'announcementEn', outage: 'outageEn', closing: 'closingEn' },
  el: { announcement: 'announcementEl', outage: 'outageEl', closing: 'closingEl' },
  hu: { announcement: 'announcementHu', outage: 'outageHu', closing: 'closingHu' },
  ro: { announcement: 'announcementRo', outage: 'outageRo', closing: 'closingRo' },
} as const satisfies Readonly<Record<Language, unknown>>;

/** What a centre of one language keeps of the look-up; both of its outcomes have the fields. */
export function announcedIn(language: Language): AttributeValues {
  const { announcement, outage, closing } = fields[language];
  return {
    ...flags,
    announcement: result(lookupCustomer, 'found', announcement),
    outage: result(lookupCustomer, 'found', outage),
    closing: result(lookupCustomer, 'found', closing),
  };
}

const namesIn = (languages: readonly Language[]) =>
  languages.flatMap((language) => Object.values(fields[language]));

/** With what a call in a centre of several languages begins: flows read it even where the look-up failed. */
export const nothingAnnouncedIn = (languages: readonly Language[]): AttributeValues =>
  Object.fromEntries(namesIn(languages).map((name) => [name, 'none']));

/** What a centre of several languages keeps until it turns out in which of them the caller wants to hear it. */
export function announcedInEach(languages: readonly Language[]): AttributeValues {
  const heard = namesIn(languages).map((name) => [name, result(lookupCustomer, 'found', name)]);
  return { ...flags, ...Object.fromEntries(heard) };
}

/** The words in the language that it has turned out to be. */
export function announcedNowIn(language: Language): AttributeValues {
  const { announcement, outage, closing } = fields[language];
  return {
    announcement: attributes[announcement],
    outage: attributes[outage],
    closing: attributes[closing],
  };
}

/** To be spread into a flow's steps before its way to the main menu; they begin at `announced`. */
export const announcing = <const Next extends string>(next: Next) =>
  ({
    announced: decide<Next | 'announcement'>({
      value: attributes.announced,
      cases: { yes: 'announcement' },
      otherwise: next,
    }),
    announcement: say({ prompt: attributes.announcement, next }),
  }) as const;

/** To be spread into a flow's steps where callers would be put through; they begin at `closed-now`. */
export const unlessClosed = <const Next extends string, const Closed extends string>({
  open,
  closed,
}: {
  readonly open: Next;
  readonly closed: Closed;
}) =>
  ({
    'closed-now': decide<Next | 'closing'>({
      value: attributes.closedNow,
      cases: { yes: 'closing' },
      otherwise: open,
    }),
    closing: say({ prompt: attributes.closing, next: closed }),
  }) as const;

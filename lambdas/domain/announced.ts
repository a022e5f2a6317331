/** What a call is told of announcements, as flat texts: flows speak them in the language that the caller turns out to want. */

import { type AnnouncementKind, type Spoken, TOPICS } from './announcement.ts';

export const NONE = 'none';

/** Topics of an outage, and what stands where there is none. */
export const OUTAGE_TOPICS = [NONE, ...TOPICS] as const;

/** The fields of an answer: flags by which a flow decides, and the words in each language. */
export interface Announced {
  /** Whether there is something to say before the menu. */
  readonly announced: 'yes' | 'no';
  readonly announcementEn: string;
  readonly announcementEl: string;
  readonly announcementHu: string;
  readonly announcementRo: string;
  /** Of which topic there are words to say where it is chosen. */
  readonly outageTopic: (typeof OUTAGE_TOPICS)[number];
  readonly outageEn: string;
  readonly outageEl: string;
  readonly outageHu: string;
  readonly outageRo: string;
  /** Whether nobody is put through, and until when. */
  readonly closedNow: 'yes' | 'no';
  readonly closedUntil: string;
  readonly closingEn: string;
  readonly closingEl: string;
  readonly closingHu: string;
  readonly closingRo: string;
}

type SpokenNow = Readonly<Partial<Record<AnnouncementKind, Spoken>>>;

/** An outage of everything is said first: what does not work matters more than what is new. */
export function announcedOf({ announcement, outage, closed }: SpokenNow): Announced {
  const isAboutAll = outage !== undefined && outage.topic === undefined;
  const before = [...(isAboutAll ? [outage] : []), ...(announcement === undefined ? [] : [announcement])];
  const inTurn = (language: keyof Spoken['words']) =>
    before.map(({ words }) => words[language]).join(' ') || NONE;
  const { en = NONE, el = NONE, hu = NONE, ro = NONE } = isAboutAll ? {} : (outage?.words ?? {});
  const closing = closed?.words;
  return {
    announced: before.length > 0 ? 'yes' : 'no',
    announcementEn: inTurn('en'),
    announcementEl: inTurn('el'),
    announcementHu: inTurn('hu'),
    announcementRo: inTurn('ro'),
    outageTopic: outage?.topic ?? NONE,
    outageEn: en,
    outageEl: el,
    outageHu: hu,
    outageRo: ro,
    closedNow: closed === undefined ? 'no' : 'yes',
    closedUntil: closed?.until ?? NONE,
    closingEn: closing?.en ?? NONE,
    closingEl: closing?.el ?? NONE,
    closingHu: closing?.hu ?? NONE,
    closingRo: closing?.ro ?? NONE,
  };
}

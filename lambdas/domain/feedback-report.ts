/** What customers said of us in a week: numbers for whoever answers for it, with the words of agents, and no customer in them. */

import * as z from 'zod/mini';
import { type Feedback, isLow } from './feedback.ts';
import { type Remark, SUBJECTS, shownRemark } from './remark.ts';

/** As many low answers as somebody listens to; the number of all of them is told. */
const LOW_SHOWN_MAX = 100;
/** As many remarks as somebody reads. */
const REMARKS_SHOWN_MAX = 100;

const figures = {
  answers: z.int(),
  /** With one decimal; absent where nobody has answered. */
  average: z.optional(z.number()),
  /** Answers of 1 or 2. */
  low: z.int(),
} as const;

const opinions = { good: z.int(), bad: z.int() } as const;

export const feedbackReport = z.object({
  week: z.string(),
  ...figures,
  /** By the name of the queue; calls without one are in the sum alone. */
  teams: z.array(z.object({ team: z.string(), ...figures })),
  /** By the agent's id; an agent is known once the record of the contact has come. */
  agents: z.array(z.object({ agentId: z.string(), ...figures })),
  /** The contacts with low answers, the latest first, at most 100. */
  lowContacts: z.array(z.object({ contactId: z.string(), score: z.int(), at: z.iso.datetime() })),
  /** What customers said to agents, who noted it on their contacts. */
  remarks: z.object({
    ...opinions,
    subjects: z.array(z.object({ subject: z.enum(SUBJECTS), ...opinions })),
    /** At most 100. */
    latest: z.array(z.object({ ...shownRemark.shape, agentId: z.string() })),
  }),
});
export type FeedbackReport = z.output<typeof feedbackReport>;

/** What callers answered after their calls, and what customers said to agents. */
export interface SaidInWeek {
  readonly answers: readonly Feedback[];
  readonly remarks: readonly Remark[];
}

/** How many answers there are, and what they say together. */
export interface Figures {
  readonly answers: number;
  readonly average?: number | undefined;
  readonly low: number;
}

export function figuresOf(given: readonly Feedback[]): Figures {
  const sum = given.reduce((total, { score }) => total + score, 0);
  return {
    answers: given.length,
    ...(given.length === 0 ? {} : { average: Math.round((10 * sum) / given.length) / 10 }),
    low: given.filter(isLow).length,
  };
}

/** @param agentOf whose contact it was, where that is known */
export function reportOf(
  week: string,
  { answers: given, remarks }: SaidInWeek,
  agentOf: ReadonlyMap<string, string>,
): FeedbackReport {
  return {
    week,
    ...figuresOf(given),
    teams: teamFigures(given),
    agents: groups(given, ({ contactId }) => agentOf.get(contactId)).map(([agentId, own]) => ({
      agentId,
      ...figuresOf(own),
    })),
    lowContacts: given
      .filter(isLow)
      .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
      .slice(0, LOW_SHOWN_MAX)
      .map(({ contactId, score, at }) => ({ contactId, score, at })),
    remarks: {
      ...opinionsOf(remarks),
      subjects: subjectFigures(remarks),
      latest: remarks
        .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
        .slice(0, REMARKS_SHOWN_MAX)
        .map(({ customerId: _whose, week: _same, ...shown }) => shown),
    },
  };
}

/** How many of them are good, and how many bad. */
export function opinionsOf(remarks: readonly Remark[]): { readonly good: number; readonly bad: number } {
  const good = remarks.filter(({ opinion }) => opinion === 'good').length;
  return { good, bad: remarks.length - good };
}

/** By what they are about; nothing where nobody said anything of it. */
export const subjectFigures = (remarks: readonly Remark[]): FeedbackReport['remarks']['subjects'] =>
  SUBJECTS.flatMap((subject) => {
    const own = remarks.filter((one) => one.subject === subject);
    return own.length === 0 ? [] : [{ subject, ...opinionsOf(own) }];
  });

/** By the name of the queue. */
export const teamFigures = (given: readonly Feedback[]): FeedbackReport['teams'] =>
  groups(given, ({ team }) => team).map(([team, own]) => ({ team, ...figuresOf(own) }));

/** In the order of their names; what has none is in no group. */
function groups(
  given: readonly Feedback[],
  nameOf: (one: Feedback) => string | undefined,
): readonly (readonly [string, readonly Feedback[]])[] {
  const found = new Map<string, Feedback[]>();
  for (const one of given) {
    const name = nameOf(one);
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), one]);
  }
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** What the HTTP API says of cases, as far as the page shows it; docs/openapi.json has all of it. */
import * as z from 'zod/mini';

const listedCase = z.object({
  caseNumber: z.string(),
  type: z.string(),
  status: z.string(),
  severity: z.string(),
  department: z.optional(z.string()),
  owner: z.optional(z.string()),
  dueAt: z.optional(z.string()),
});
export type ListedCase = z.infer<typeof listedCase>;

/** Of `GET /contacts`: who asks. */
export const askingAgent = z.object({
  agent: z.object({ isSupervisor: z.boolean(), departments: z.array(z.string()) }),
});
/** Of `GET /case-types`. */
export const caseTypes = z.object({ caseTypes: z.array(z.object({ department: z.string() })) });
/** Of `GET /follow-ups`: the cases that the agent has taken up. */
export const ownWork = z.object({ cases: z.array(listedCase) });
/** Of `GET /departments/{department}/cases`. */
export const departmentWork = z.object({ items: z.array(listedCase) });

/** Of `GET /cases/{caseNumber}`. */
export const caseFile = z.object({
  case: z.object({
    ...listedCase.shape,
    version: z.number(),
    openedAt: z.string(),
    dueFor: z.optional(z.string()),
    details: z.record(z.string(), z.string()),
    mayDo: z.array(z.string()),
  }),
  notes: z.array(z.object({ at: z.string(), by: z.string(), words: z.string() })),
  voicemail: z.optional(
    z.object({
      state: z.enum(['awaited', 'kept', 'deleted']),
      recordedAt: z.string(),
      seconds: z.optional(z.number()),
    }),
  ),
});
export type CaseFile = z.infer<typeof caseFile>;

/** Of `GET /cases/{caseNumber}/voicemail`: a link that whoever has it may use for a few minutes. */
export const lentVoicemail = z.object({ url: z.string(), offsetSeconds: z.number(), seconds: z.number() });
export type LentVoicemail = z.infer<typeof lentVoicemail>;

/** Of `GET /recorded-words.json`, which only a centre on one's own machine has. */
export const recordedWords = z.object({ words: z.string() });

export interface ShownCase extends ListedCase {
  readonly isOwn: boolean;
}

/** Each case once: the agent's own first, then by when they are due. */
export function inOrder(own: readonly ListedCase[], others: readonly ListedCase[]): readonly ShownCase[] {
  const numbers = new Set(own.map(({ caseNumber }) => caseNumber));
  const known = new Map(others.map((one) => [one.caseNumber, one]));
  const due = ({ dueAt }: ListedCase): number => (dueAt === undefined ? Infinity : Date.parse(dueAt));
  const sorted = (cases: readonly ListedCase[]) => cases.toSorted((one, other) => due(one) - due(other));
  return [
    ...sorted(own).map((one) => ({ ...known.get(one.caseNumber), ...one, isOwn: true })),
    ...sorted([...known.values()].filter(({ caseNumber }) => !numbers.has(caseNumber))).map((one) => ({
      ...one,
      isOwn: false,
    })),
  ];
}

/** Only the message: a file holds all takes of a call. */
export const playedFrom = ({ url, offsetSeconds, seconds }: LentVoicemail): string =>
  `${url}#t=${offsetSeconds},${offsetSeconds + seconds}`;

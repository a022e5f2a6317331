/** A flow as the flow map draws it: made on the server from the very document that runs, read by the pages. */
import * as z from 'zod/mini';

/** `next`: the way on; `condition`: a choice or result; `error`: something went wrong. */
const branchKind = z.enum(['next', 'condition', 'error']);

export const shownBranch = z.object({
  kind: branchKind,
  /** Words for a person; empty for the plain way on. */
  label: z.string(),
  /** Identifier of the step that it leads to. */
  to: z.string(),
});
export type ShownBranch = z.infer<typeof shownBranch>;

/** Which sign stands on a step: what people experience there. */
const sign = z.enum(['asks', 'says', 'calls', 'leads', 'decides', 'ends', 'sets']);
export type StepSign = z.infer<typeof sign>;

const shownParameter = z.object({ name: z.string(), value: z.string() });
export type ShownParameter = z.infer<typeof shownParameter>;

export const shownStep = z.object({
  id: z.string(),
  /** The author's name of the step, or the block's where the author gave none. */
  title: z.string(),
  /** The block in Connect's words. */
  block: z.string(),
  purpose: z.string(),
  sign,
  /** What is said, asked, called or set, on one line. */
  summary: z.string(),
  parameters: z.array(shownParameter),
  branches: z.array(shownBranch),
  /** Name of the flow or module that this step enters, where the document says it. */
  leadsTo: z.optional(z.string()),
});
export type ShownStep = z.infer<typeof shownStep>;

export const flowSummary = z.object({
  /** Unique among flows and modules; in addresses too. */
  name: z.string(),
  type: z.string(),
  steps: z.number(),
  /** Telephone numbers that the flow answers. */
  answers: z.array(z.string()),
});
export type FlowSummary = z.infer<typeof flowSummary>;
export const flowList = z.object({ flows: z.array(flowSummary) });

export const shownFlow = z.object({
  name: z.string(),
  type: z.string(),
  /** The type in words. */
  kind: z.string(),
  answers: z.array(z.string()),
  start: z.string(),
  steps: z.array(shownStep),
});
export type ShownFlow = z.infer<typeof shownFlow>;

/** `CUSTOMER_QUEUE` → `Customer queue flow`. */
export function typeInWords(type: string): string {
  if (type === 'MODULE') return 'Module';
  const words = type.toLowerCase().replaceAll('_', ' ');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return sentence.endsWith('flow') ? sentence : `${sentence} flow`;
}

/** `InvokeExternalResource` → `Invoke external resource`. */
export function inWords(name: string): string {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

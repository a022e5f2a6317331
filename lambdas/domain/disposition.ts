/** What an agent says that a contact was about, held against the tree of codes. */

import * as z from 'zod/mini';
import type { Dispositions } from './disposition-tree.ts';
import { caseNumber, orderNumber } from './request-ids.ts';
import { words } from './written-words.ts';

export const answers = z.strictObject({
  summary: z.optional(words(2_000)),
  orderNumber: z.optional(orderNumber),
  caseNumber: z.optional(caseNumber),
});
export type Answers = z.output<typeof answers>;

export type Disposed =
  | { readonly outcome: 'right'; readonly label: string }
  /** One sentence that says what stands in the way. */
  | { readonly outcome: 'refused'; readonly sentence: string };

/** Whether a code may be chosen with these answers. */
export function dispose(tree: Dispositions, chosen: string, given: Answers): Disposed {
  const [group, reason] = chosen.split('/');
  const found = tree.find((one) => one.code === group)?.reasons.find((one) => one.code === reason);
  if (found === undefined)
    return {
      outcome: 'refused',
      sentence: 'There is no such code: GET /dispositions has all that there are.',
    };
  const missing = found.asks.filter((name) => given[name] === undefined);
  if (missing.length > 0)
    return { outcome: 'refused', sentence: `This code asks for ${missing.join(' and ')}: add it.` };
  return { outcome: 'right', label: found.label };
}

/** How an agent says what a contact was about: a tree of codes, and what each asks for before it may be chosen. */

import * as z from 'zod/mini';
import { line } from './customer.ts';

/** What a code may ask for; the words of the desktop's form. */
export const ANSWERS = ['summary', 'orderNumber', 'caseNumber'] as const;
export type AnswerName = (typeof ANSWERS)[number];

const code = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,29}$/, 'must be small letters, digits and hyphens, a letter first'));
const asks = z.array(z.enum(ANSWERS)).check(z.maxLength(ANSWERS.length));

/** One that can be chosen: the second level of the tree. */
const leaf = z.strictObject({ code, label: line(60), asks });

export const dispositions = z
  .array(
    z.strictObject({
      code,
      label: line(60),
      reasons: z.array(leaf).check(z.minLength(1), z.maxLength(20)),
    }),
  )
  .check(
    z.maxLength(20),
    z.refine(
      (tree) =>
        [tree, ...tree.map(({ reasons }) => reasons)].every(
          (level) => new Set(level.map((one) => one.code)).size === level.length,
        ),
      'must not have a code twice',
    ),
    // A function's environment holds 4 KB in all (Lambda quotas).
    z.refine((tree) => JSON.stringify(tree).length <= 2_500, 'must be at most 2,500 characters of JSON'),
  );
export type Dispositions = z.output<typeof dispositions>;

/** A code of the second level with that of the first before it. */
export const chosenCode = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,29}\/[a-z][a-z0-9-]{0,29}$/, 'must be two codes with a slash between'));

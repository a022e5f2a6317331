/** What an agent writes down. */

import * as z from 'zod/mini';

/** Words of an agent, several lines of them; no signs that nobody sees but line ends and tabs. */
export const words = (longest: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => text.trim() !== '', 'must have words'),
    z.refine((text) => !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text), 'must be words'),
  );

export const why = words(500);

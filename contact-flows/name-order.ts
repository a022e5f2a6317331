/** Which order a case is about, by key, before it is opened. */
import { decide } from '../engine/authoring/deciding.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Step } from '../engine/authoring/step.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';

/** As functions that open a case take it. */
export type OrderKeyed = 'none' | 'latest' | '$.StoredCustomerInput';

/**
 * To be spread into a flow's steps; `whose` is where they begin, and `open` what opens the case. It is asked once, and
 * only of whom we know; who does not answer has the case all the same. Nothing is said of the order, because the caller
 * need not be verified.
 */
export const namingOrder = <const Target extends string>(
  words: Words,
  prompt: string,
  open: (orderNumber: OrderKeyed) => Step<Target>,
) =>
  ({
    whose: decide({
      value: attributes.customerId,
      cases: { unknown: 'noting-alone' },
      otherwise: 'about',
    }),
    about: ask({
      prompt,
      timeoutSeconds: 6,
      digitsMax: 20,
      shortcuts: { 1: 'noting-latest', 0: 'because-problem' },
      next: 'noting-order',
      onNothing: 'noting-alone',
      onError: 'choice-fault',
    }),
    'noting-latest': say({ prompt: words.problemNoting, next: 'open-latest' }),
    'noting-order': say({ prompt: words.problemNoting, next: 'open-order' }),
    'noting-alone': say({ prompt: words.problemNoting, next: 'open-alone' }),
    'open-latest': open('latest'),
    'open-order': open('$.StoredCustomerInput'),
    'open-alone': open('none'),
  }) as const;

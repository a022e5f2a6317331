/** Agreement of the function that raises a case and gives its department a task. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const escalate = defineContract({
  name: 'escalate',
  purpose:
    'Raises a case of a verified customer by one level, once per wish, and starts a task for its department.',
  parameters: z.strictObject({
    /** As `lookup-case` gave it in `caseKey`. */
    caseNumber: z.string().check(z.regex(/^[1-9]\d{7}$/)),
    customerId: givenCustomer,
  }),
  outcomes: {
    /** The case stands at this level, raised now or by the same wish before. */
    escalated: z.strictObject({
      /** Digit by digit. */
      caseNumber: z.string(),
      /** What the case is about, e.g. `a delivery`. */
      about: z.string(),
      /** For flow and agent. */
      level: z.enum(['one', 'two', 'three']),
      /** The level for the caller, to be read as `raised to level <levelWords>`. */
      levelWords: z.string(),
      /** In the queue: `1` goes first, `3` is the first level's. */
      priority: z.string(),
      /** To be read as `by <promisedTime>`: when the escalation team takes the case up. */
      promisedTime: z.string(),
      /** `not-started` where Connect refused the task: the case says so, and a person has to see to it. */
      task: z.enum(['started', 'not-started']),
    }),
    /** The customer has no such case, or it was closed. */
    'not-open': z.strictObject({}),
  },
  environment: { ESCALATION_HOURS: openingHours },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** Two clients open their connections at a cold start, which is a matter of processor time. */
  memoryMb: 1024,
  /** The case is raised, and the outcome of its task kept. */
  requestsInSequence: 2,
  attemptTimeoutMs: 210,
  uses: [{ table: 'cases', actions: ['dynamodb:UpdateItem'] }],
  startsTask: { flow: 'department-task', attemptTimeoutMs: 420 },
});

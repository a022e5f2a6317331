/** Agreement of the function that mirrors cases into Amazon Connect Cases; the stack has it only where that is asked for. */

import { mirrorTerms } from '../domain/mirrored-case.ts';
import { defineEventFunction } from '../runtime/event-contract.ts';

export const mirrorCases = defineEventFunction({
  name: 'mirror-cases',
  purpose: 'Mirrors each case of ours into Amazon Connect Cases as it stands, never the other way round.',
  contactEvents: [],
  environment: { CONNECT_CASES: mirrorTerms },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The case with its mirror, the case there, its id kept, how it stands, and that kept. */
  requestsInSequence: 5,
  attemptTimeoutMs: 2_000,
  uses: [{ table: 'cases', actions: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'] }],
});

/** How the stream of the table comes to the function: a day is as long as DynamoDB keeps it, and what is older is told. */
export const mirrorReading = {
  batchSize: 25,
  windowSeconds: 1,
  /** As often as fits into that day. */
  retriesMax: -1,
  recordAgeMaxSeconds: 82_800,
} as const;

/** What a function that reads Connect's contact records and contact events, or changes of cases, agrees on with the stack. */

import type * as z from 'zod/mini';
import { HANDLER_RESERVE_MS, SDK_ATTEMPTS } from '../domain/limits.ts';
import type { CONTACT_EVENT_TYPES } from '../domain/records/contact-event.ts';
import type { TableUse } from './contract.ts';

/** How a stream comes to the function, and how long it is tried. */
export interface StreamTerms {
  /** Records of one invocation. */
  readonly batchSize: number;
  /** How long a batch waits to fill: 0 to 300 seconds. */
  readonly windowSeconds: number;
  /** Tries of a batch after the first; a batch that fails is cut in two until the bad record stands alone. */
  readonly retriesMax: number;
  /** Older records are given up and go to the queue of what failed. */
  readonly recordAgeMaxSeconds: number;
}

/** IAM actions on one contact, of which a function may ask. */
export type ConnectQuestion = 'connect:GetContactAttributes';

export interface EventTerms<
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> {
  /** The function's folder, e.g. `keep-contact-record`. */
  readonly name: string;
  /** One sentence, shown with the deployed function. */
  readonly purpose: string;
  /** Absent where the function reads no contact records. */
  readonly contactRecords?: StreamTerms;
  /** Absent where the function reads no agent events. */
  readonly agentEvents?: StreamTerms;
  /** Absent where the function reads no changes of cases. */
  readonly caseChanges?: StreamTerms;
  /** Contact events that invoke the function, each alone. */
  readonly contactEvents: readonly (typeof CONTACT_EVENT_TYPES)[number][];
  /** Whether the function is told of each file with orders, and may read it: one of `requestsInSequence`. */
  readonly readsOrderFiles?: true;
  /**
   * The background function that gets an event which this one has failed with three times: Lambda starts it with the
   * invocation record (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
   */
  readonly onFailure?: string;
  /** Whether it is told of each recording between caller and flows, and may read and delete it: one of `requestsInSequence`. */
  readonly readsVoicemails?: true;
  /** Environment variables besides the tables' names: each holds JSON of this schema. */
  readonly environment: Environment;
  readonly functionTimeoutSeconds: number;
  readonly memoryMb: number;
  /** AWS requests that wait for one another for one record or event. */
  readonly requestsInSequence: number;
  /** Longest wait for one attempt of one AWS request. */
  readonly attemptTimeoutMs: number;
  readonly uses: readonly TableUse[];
  /** What the function asks Amazon Connect about a contact, each a request of `requestsInSequence`. */
  readonly asksConnect?: readonly ConnectQuestion[];
}

export type EventContract<
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> = EventTerms<Environment> & {
  readonly sdkAttempts: number;
  /** Longest time that one record may take: none is begun when less is left, and the rest of the batch comes again. */
  readonly pieceTimeoutMs: number;
};

/** Makes a contract. Throws where not even one record fits into the function's time. */
export function defineEventFunction<Environment extends Readonly<Record<string, z.ZodMiniType>>>(
  terms: EventTerms<Environment>,
): EventContract<Environment> {
  const { name, requestsInSequence, attemptTimeoutMs, functionTimeoutSeconds } = terms;
  const pieceTimeoutMs = requestsInSequence * SDK_ATTEMPTS * attemptTimeoutMs + HANDLER_RESERVE_MS;
  if (pieceTimeoutMs >= functionTimeoutSeconds * 1000) {
    throw new Error(
      `${name}: one record may take ${pieceTimeoutMs} ms, which must be less than the function's ${functionTimeoutSeconds * 1000} ms`,
    );
  }
  return { ...terms, sdkAttempts: SDK_ATTEMPTS, pieceTimeoutMs };
}

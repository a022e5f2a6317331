/** What a function behind the HTTP API agrees on with the desktop and the stack: its routes, time and tables. */

import type * as z from 'zod/mini';
import { HANDLER_RESERVE_MS, SDK_ATTEMPTS } from '../domain/limits.ts';
import type { BackgroundStart, TableUse } from './contract.ts';

/** What agents are not shown whole is part of the agreement. */
export { maskedFields, maskOf } from '../domain/masking.ts';

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** A `z.strictObject` whose values come as text: what is in a path or a query. */
export type PathObject = z.ZodMiniObject<
  Readonly<Record<string, z.ZodMiniType<unknown, string | undefined>>>,
  z.core.$strict
>;

/** An answer that is no problem. */
export interface RouteAnswer {
  /** One sentence for the page of the API. */
  readonly when: string;
  readonly body: z.ZodMiniType;
}

/** The statuses of answers that say in one sentence what is wrong, and what the API's page says of each. */
export const PROBLEMS = {
  400: 'The request is not as this page says.',
  403: 'The agent may not see or do this; the attempt is in the audit.',
  404: 'There is no such thing.',
  409: 'Something else is so meanwhile: read again, and decide again.',
  413: 'The body is larger than this API takes.',
  415: 'The body is not JSON.',
  422: 'The request is well formed, and cannot be done.',
  500: 'A fault of ours; what was to be written may have been written.',
  503: 'It took too long; what was to be written may have been written.',
} as const;
export type ProblemStatus = keyof typeof PROBLEMS;

export interface Route {
  readonly method: Method;
  /** E.g. `/customers/{customerId}`, below the stage. */
  readonly path: string;
  /** One sentence. */
  readonly purpose: string;
  /** What is in braces in the path, all of it and nothing else. */
  readonly parameters: PathObject;
  readonly query: PathObject;
  /** Absent where a body is not read. */
  readonly body?: z.ZodMiniType;
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  /** Which problems may come besides 400, 500 and 503. */
  readonly problems: readonly ProblemStatus[];
  /** Agents get 403. */
  readonly supervisorsOnly?: true;
}

export interface HttpTerms<
  Routes extends Readonly<Record<string, Route>> = Readonly<Record<string, Route>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> {
  /** The function's folder, e.g. `serve-customers`. */
  readonly name: string;
  /** One sentence, shown with the deployed function. */
  readonly purpose: string;
  /** By the name of the operation. */
  readonly routes: Routes;
  /** Environment variables besides the tables' names: each holds JSON of this schema. */
  readonly environment: Environment;
  readonly functionTimeoutSeconds: number;
  readonly memoryMb: number;
  /** AWS requests that wait for one another in the longest piece of work of a route. */
  readonly requestsInSequence: number;
  /** Longest wait for one attempt of one AWS request. */
  readonly attemptTimeoutMs: number;
  readonly uses: readonly TableUse[];
  /** What it starts in the background, where the stack has that: nothing is started where it has not. */
  readonly startsInBackground?: BackgroundStart;
  /** Whether it signs links to voice messages: whoever has one may listen for a short time. */
  readonly lendsVoicemails?: true;
}

export type HttpContract<
  Routes extends Readonly<Record<string, Route>> = Readonly<Record<string, Route>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>> = Readonly<Record<string, z.ZodMiniType>>,
> = HttpTerms<Routes, Environment> & {
  readonly handlerTimeoutMs: number;
  readonly sdkAttempts: number;
};

/**
 * API Gateway answers 503 after 30 seconds, and cannot be told to wait longer for an HTTP API.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
const INTEGRATION_TIMEOUT_SECONDS_MAX = 30;

/** What a body may be, in bytes: the longest note in four-byte letters is 16 KB. API Gateway itself takes 10 MB. */
export const BODY_BYTES_MAX = 64 * 1024;

/** The name by which API Gateway knows a route, and calls its function. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/**
 * Makes a contract. Throws where its time-outs do not nest, two routes are one, or a path and its parameters are not
 * the same: mistakes of the author, found when the file is loaded.
 */
export function defineHttpFunction<
  const Routes extends Readonly<Record<string, Route>>,
  Environment extends Readonly<Record<string, z.ZodMiniType>>,
>(terms: HttpTerms<Routes, Environment>): HttpContract<Routes, Environment> {
  const { name, functionTimeoutSeconds, requestsInSequence, attemptTimeoutMs } = terms;
  const handlerTimeoutMs = functionTimeoutSeconds * 1000 - HANDLER_RESERVE_MS;
  const sdkMs = requestsInSequence * SDK_ATTEMPTS * attemptTimeoutMs;
  if (!(sdkMs < handlerTimeoutMs)) {
    throw new Error(
      `${name}: its requests take up to ${sdkMs} ms, which must be less than ${handlerTimeoutMs} ms`,
    );
  }
  if (!(functionTimeoutSeconds < INTEGRATION_TIMEOUT_SECONDS_MAX)) {
    throw new Error(
      `${name}: functionTimeoutSeconds is ${functionTimeoutSeconds}; API Gateway waits ${INTEGRATION_TIMEOUT_SECONDS_MAX} seconds`,
    );
  }
  const keys = Object.values(terms.routes).map(routeKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${name}: two routes are ${twice}`);
  for (const [operation, { path, parameters }] of Object.entries(terms.routes)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter ?? '');
    const declared = Object.keys(parameters.shape);
    if (inPath.toSorted().join() !== declared.toSorted().join()) {
      throw new Error(`${name}: ${operation} has {${inPath}} in its path and {${declared}} as parameters`);
    }
  }
  return { ...terms, handlerTimeoutMs, sdkAttempts: SDK_ATTEMPTS };
}

/** The one stack that every function behind the HTTP API runs in: read, decide, answer. */

import middy, { type MiddyHandlerObject } from '@middy/core';
import * as z from 'zod/mini';
import { HANDLER_RESERVE_MS } from '../domain/limits.ts';
import { maskerOf } from '../domain/masking.ts';
import type { InvocationContext } from './connect-function.ts';
import { Fault } from './fault.ts';
import { type AgentClaims, agentOf, type SignedInAgent } from './http-agent.ts';
import { type HttpContract, type ProblemStatus, type Route, routeKey } from './http-contract.ts';
import { type HttpEvent, HttpProblem, httpEvent, readRequest } from './http-request.ts';
import { type LogLine, logFault, logOutcome } from './log.ts';

z.config({ jitless: true });

/** What a route decides from. */
export interface HttpCall<R extends Route> {
  readonly path: z.output<R['parameters']>;
  readonly query: z.output<R['query']>;
  readonly body: R extends { readonly body: infer Body extends z.ZodMiniType } ? z.output<Body> : undefined;
  readonly agent: SignedInAgent;
  /** By which the request is found in the logs of both sides. */
  readonly correlationId: string;
  readonly now: () => Date;
  /** Aborts when the handler's time is over. A write may still land afterwards. */
  readonly signal: AbortSignal;
  /** Whether one more piece of a long work fits into the time that is left. */
  readonly hasTime: () => boolean;
}

/** What a route answers with, by its contract; what cannot be done is thrown as an {@link HttpProblem}. */
export type HttpAnswer<R extends Route> = {
  [Status in keyof R['answers'] & number]: {
    readonly status: Status;
    readonly body: z.input<R['answers'][Status]['body']>;
  };
}[keyof R['answers'] & number];

/** An answer of a route: a status of its contract, and the body that goes with it. */
export const answer = <const Status extends number, Body>(status: Status, body: Body) => ({ status, body });

export type HttpRoutes<C extends HttpContract> = {
  readonly [Operation in keyof C['routes']]: (
    call: HttpCall<C['routes'][Operation]>,
  ) => Promise<HttpAnswer<C['routes'][Operation]>>;
};

/** A request of somebody whose role may not make it. */
export interface Refused {
  readonly agent: SignedInAgent;
  readonly operation: string;
  readonly path: unknown;
  readonly correlationId: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** What API Gateway takes for an answer. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpHandler = (event: unknown, context: InvocationContext) => Promise<HttpResponse>;

class TookTooLong extends Fault {}

type Times = { startedAtMs?: number };

/**
 * Makes the handler.
 * @param keepRefusal writes down who was refused at a route for supervisors, before they are told
 * @throws Error where the contract has such a route and nobody would write it down
 */
export function httpFunction<C extends HttpContract>(
  contract: C,
  claims: AgentClaims,
  routes: HttpRoutes<NoInfer<C>>,
  keepRefusal?: (refused: Refused) => Promise<void>,
): HttpHandler {
  const guarded = Object.values(contract.routes).some((route: Route) => route.supervisorsOnly === true);
  if (guarded && keepRefusal === undefined)
    throw new Error(`${contract.name} has routes for supervisors only: say where a refusal is kept`);
  const byKey = new Map(
    Object.entries(contract.routes).map(([operation, route]) => [routeKey(route), { operation, route }]),
  );
  const decide = async (event: HttpEvent, context: InvocationContext, signal: AbortSignal) => {
    const found = byKey.get(event.routeKey);
    if (found === undefined)
      throw new Fault(`${contract.name} has no route of this name; the stack gives it one`);
    const { operation, route } = found;
    const agent = agentOf(event.requestContext.authorizer?.jwt?.claims, claims);
    if (agent === undefined) {
      throw new HttpProblem(
        403,
        `The sign-in is of nobody who answers calls: its claim ${claims.agentId} must be an agent's id.`,
      );
    }
    const id = correlationId(event);
    const read = readRequest(route, event);
    const now = () => new Date();
    if (route.supervisorsOnly === true && !agent.isSupervisor) {
      await keepRefusal?.({ agent, operation, path: read.path, correlationId: id, now, signal });
      throw new HttpProblem(403, 'Only supervisors may do this: ask one.');
    }
    const work: unknown = Reflect.get(routes, operation);
    if (typeof work !== 'function') throw new Fault(`${contract.name} does not serve ${operation}`);
    const hasTime = () => context.getRemainingTimeInMillis() > contract.handlerTimeoutMs / 2;
    const given: unknown = await work({ ...read, agent, correlationId: id, now, signal, hasTime });
    return responseOf(contract, route, given, id, agent);
  };

  return middy<unknown, HttpResponse, Error, InvocationContext, Times>(
    async (given: unknown, context: InvocationContext, { signal }: MiddyHandlerObject) => {
      const event = z.safeParse(httpEvent, given);
      if (!event.success) throw new Fault(`${contract.name} got no request of an HTTP API in format 2.0`);
      return await decide(event.data, context, signal);
    },
    {
      timeoutEarlyInMillis: HANDLER_RESERVE_MS,
      timeoutEarlyResponse: () => {
        throw new TookTooLong(
          `${contract.name} was not done after ${contract.handlerTimeoutMs} ms and gave up`,
        );
      },
    },
  )
    .before(({ internal }) => {
      internal.startedAtMs = Date.now();
    })
    .after(({ event, internal, response }) => {
      logOutcome(logLine(contract, event, internal), `${response?.statusCode}`);
    })
    .onError((request) => {
      const { event, internal, error } = request;
      const line = logLine(contract, event, internal);
      if (error instanceof HttpProblem) logOutcome(line, `${error.status}`);
      else logFault(line, error);
      request.response = problemOf(error, line.correlationId ?? '');
    });
}

/** Who asks may say by which id both sides find the request in their logs. */
function correlationId({ headers, requestContext }: HttpEvent): string {
  const given = headers['x-correlation-id'];
  return given !== undefined && /^[0-9A-Za-z-]{8,64}$/.test(given) ? given : requestContext.requestId;
}

function logLine(contract: HttpContract, given: unknown, { startedAtMs }: Times): LogLine {
  const endedAtMs = Date.now();
  const event = z.safeParse(httpEvent, given);
  return {
    function: contract.name,
    contactId: undefined,
    durationMs: endedAtMs - (startedAtMs ?? endedAtMs),
    ...(event.success ? { route: event.data.routeKey, correlationId: correlationId(event.data) } : {}),
  };
}

const maskers = new WeakMap<z.ZodMiniType, ReturnType<typeof maskerOf>>();

/** Made once for each answer of the contract. */
function agentsMasker(schema: z.ZodMiniType): ReturnType<typeof maskerOf> {
  if (!maskers.has(schema)) maskers.set(schema, maskerOf(schema));
  return maskers.get(schema);
}

const answered = z.object({ status: z.int(), body: z.unknown() });

/** A key that the contract does not have is left out of no answer: it is a fault, before it tells somebody something. */
function responseOf(
  contract: HttpContract,
  route: Route,
  given: unknown,
  id: string,
  { isSupervisor }: SignedInAgent,
): HttpResponse {
  const { status, body } = z.parse(answered, given);
  const schema = route.answers[status]?.body;
  if (schema === undefined)
    throw new Fault(`${contract.name} answered ${status}, which ${routeKey(route)} does not have`);
  const parsed = z.safeParse(schema, body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])];
    throw new Fault(
      `${contract.name} answered ${routeKey(route)} with ${where.join('.') || 'a body'} not as its contract says`,
    );
  }
  const masks = isSupervisor ? undefined : agentsMasker(schema);
  return {
    statusCode: status,
    headers: headersOf('application/json', id),
    body: JSON.stringify(masks === undefined ? parsed.data : masks(parsed.data)),
  };
}

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/**
 * In the shape of RFC 9457.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
function problemOf(error: unknown, id: string): HttpResponse {
  const [status, detail]: [ProblemStatus, string] =
    error instanceof HttpProblem
      ? [error.status, error.message]
      : error instanceof TookTooLong
        ? [503, 'This took too long, and may have been done or not: look, and try again.']
        : [500, 'Something failed on our side, and may have been done or not: look, and try again.'];
  const problem = { type: 'about:blank', title: TITLES[status], status, detail, correlationId: id };
  return {
    statusCode: status,
    headers: headersOf('application/problem+json', id),
    body: JSON.stringify(problem),
  };
}

/** What is about a person is kept by no cache. */
const headersOf = (type: string, id: string): Record<string, string> => ({
  'content-type': type,
  'cache-control': 'no-store',
  'x-correlation-id': id,
});

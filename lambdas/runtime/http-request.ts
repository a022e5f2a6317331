/** Reads a request as API Gateway gives it to a function (payload format 2.0), and says in a sentence what is wrong with it. */

import * as z from 'zod/mini';
import { BODY_BYTES_MAX, type ProblemStatus, type Route } from './http-contract.ts';

/** Something wrong with a request, which the answer says. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: ProblemStatus;

  /** @param sentence what happened and what to do, with nothing about a person in it */
  constructor(status: ProblemStatus, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const text = z.record(z.string(), z.string());

/** As `z.catch`, which brings seven thousand bytes of zod that nobody calls into a bundle. */
const otherwise = <Schema extends z.ZodMiniType>(schema: Schema, other: z.output<Schema>) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value): z.output<Schema> => {
      const parsed = z.safeParse(schema, value);
      return parsed.success ? parsed.data : other;
    }),
  );

/** The part of the event that is read; of a key that is not as it should be, nothing is. */
export const httpEvent = z.object({
  routeKey: z.string(),
  headers: otherwise(text, {}),
  pathParameters: otherwise(z.optional(text), undefined),
  queryStringParameters: otherwise(z.optional(text), undefined),
  body: z.optional(z.string()),
  isBase64Encoded: otherwise(z.boolean(), false),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.optional(z.object({ jwt: z.optional(z.object({ claims: z.unknown() })) })),
  }),
});
export type HttpEvent = z.output<typeof httpEvent>;

/** What of a request a route reads. */
export interface Read {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** @throws HttpProblem whose sentence names the place and not the value, which may be something about a person */
export function readRequest(route: Route, event: HttpEvent): Read {
  return {
    path: checked(route.parameters, unescaped(event.pathParameters ?? {}), 'The path'),
    query: checked(route.query, event.queryStringParameters ?? {}, 'The query'),
    body: route.body === undefined ? undefined : checked(route.body, jsonOf(event), 'The body'),
  };
}

function jsonOf({ body = '', isBase64Encoded, headers }: HttpEvent): unknown {
  const type = headers['content-type'] ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    throw new HttpProblem(415, 'The body must be JSON: send it with the content type application/json.');
  }
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > BODY_BYTES_MAX) {
    throw new HttpProblem(
      413,
      `The body has ${bytes.byteLength} bytes, and at most ${BODY_BYTES_MAX} are taken: send less at once.`,
    );
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpProblem(400, 'The body is not JSON: correct it.');
  }
}

/** API Gateway may give what is in a path as it came, percent signs included; no id of ours has one. */
function unescaped(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

function checked(schema: z.ZodMiniType, value: unknown, what: string): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const inside = issue.path.length === 0 ? what : `${what}'s ${issue.path.join('.')}`;
    const keys = issue.keys.length === 1 ? 'a key that is' : `${issue.keys.length} keys that are`;
    throw new HttpProblem(400, `${inside} has ${keys} not known here: see docs/openapi.json.`);
  }
  const where = issue === undefined || issue.path.length === 0 ? what : `${what}'s ${issue.path.join('.')}`;
  throw new HttpProblem(400, `${where} ${wrongness(issue)}: see docs/openapi.json.`);
}

/** Messages of our own schemas begin with `must`; those of the library may quote the value, and are not passed on. */
const wrongness = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.message.startsWith('must ') === true ? issue.message : 'is missing or not acceptable';

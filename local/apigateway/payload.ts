/** What API Gateway gives a function and takes from it, in format 2.0. */
import * as z from 'zod/mini';
import type { Match } from './route.ts';

/** A request as it came in. */
export interface HttpRequest {
  readonly method: string;
  /** With the stage, without the query, still percent-encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in small letters, values of the same name joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer;
}

export interface PayloadPlace {
  readonly accountId: string;
  readonly apiId: string;
  readonly region: string;
  readonly stage: string;
  readonly requestId: string;
  readonly nowMs: number;
}

interface Said {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
}

/** Types whose bodies are text; others are handed on in base64. */
const TEXT =
  /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:json|xml)\b|application\/javascript\b|application\/x-www-form-urlencoded\b)/i;

/**
 * The event.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(
  { method, path, query, headers, body }: HttpRequest,
  { route, parameters }: Match,
  said: Said | undefined,
  { accountId, apiId, region, stage, requestId, nowMs }: PayloadPlace,
): object {
  const { cookie, ...others } = headers;
  const queries = queryOf(query);
  const isText = body.byteLength === 0 || TEXT.test(headers['content-type'] ?? 'text/');
  const domainName = `${apiId}.execute-api.${region}.amazonaws.com`;
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: decodedPath(path),
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...others, 'content-length': String(body.byteLength), host: domainName },
    ...(Object.keys(queries).length === 0 ? {} : { queryStringParameters: queries }),
    requestContext: {
      accountId,
      apiId,
      ...(said === undefined
        ? {}
        : {
            authorizer: {
              jwt: { claims: said.claims, scopes: said.scopes.length === 0 ? null : said.scopes },
            },
          }),
      domainName,
      domainPrefix: apiId,
      http: {
        method,
        path: decodedPath(path),
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.routeKey,
      stage,
      time: logTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    ...(body.byteLength === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: !isText,
  };
}

const structured = z.looseObject({
  statusCode: z.int().check(z.minimum(100), z.maximum(599)),
  headers: z.optional(z.nullable(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))),
  cookies: z.optional(z.nullable(z.array(z.string()))),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.nullable(z.boolean())),
});

/** The answer of a function's result: as it says itself, or its JSON. Undefined for what API Gateway does not take. */
export function answerOf(payload: string): HttpAnswer | undefined {
  let result: unknown;
  try {
    result = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const type = { 'content-type': 'application/json' };
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return { status: 200, headers: type, cookies: [], body };
  }
  const read = z.safeParse(structured, result);
  if (!read.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = read.data;
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(given) },
    cookies: cookies ?? [],
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function queryOf(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  return joined;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As in access logs: `12/Mar/2026:19:03:58 +0000`. */
function logTime(atMs: number): string {
  const [day, time = ''] = new Date(atMs).toISOString().split('T');
  const [year, month, date] = day?.split('-') ?? [];
  return `${date}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

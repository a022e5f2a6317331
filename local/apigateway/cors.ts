/** Cross-origin rights as an HTTP API gives them by its own, without asking a function. */
import type { Cors } from './definitions.ts';
import type { HttpAnswer, HttpRequest } from './payload.ts';

/** Headers of every answer to a page of an origin that is allowed; none to others. */
export function corsHeaders(cors: Cors, origin: string | undefined): Record<string, string> {
  const { AllowOrigins: origins = [], ExposeHeaders: exposed = [], AllowCredentials: credentials } = cors;
  if (origin === undefined || !(origins.includes('*') || origins.includes(origin))) return {};
  return {
    'access-control-allow-origin': origins.includes('*') ? '*' : origin,
    ...(exposed.length === 0 ? {} : { 'access-control-expose-headers': exposed.join(',') }),
    ...(credentials === true ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(origins.includes('*') ? {} : { vary: 'Origin' }),
  };
}

/** The answer to a browser that asks before it sends; undefined for another request. */
export function preflight(cors: Cors, { method, headers }: HttpRequest): HttpAnswer | undefined {
  const asked = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || headers['origin'] === undefined || asked === undefined) return undefined;
  const isAllowed = Object.keys(corsHeaders(cors, headers['origin'])).length > 0;
  const { AllowMethods: methods = [], AllowHeaders: names = [], MaxAge: seconds } = cors;
  const rights = {
    'access-control-allow-methods': methods.join(','),
    'access-control-allow-headers': names.join(','),
    ...(seconds === undefined ? {} : { 'access-control-max-age': String(seconds) }),
  };
  return { status: 204, headers: isAllowed ? rights : {}, cookies: [], body: '' };
}

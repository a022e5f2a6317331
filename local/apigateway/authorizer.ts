/** Checks the token of a request as a JWT authorizer of API Gateway does. */
import { readToken } from '../cognito/token.ts';
import type { UserPools } from '../cognito/user-pools.ts';
import type { Authorizer } from './definitions.ts';

export type Authorised =
  /** Claims as API Gateway hands them on: every one a text. */
  | {
      readonly ok: true;
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[];
    }
  /** `status` 403 where the token is right and its scopes are too few. */
  | { readonly ok: false; readonly status: 401 | 403; readonly challenge: string };

/**
 * @param required scopes, of which the token must have one
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function authorise(
  { issuer, audience }: Authorizer,
  header: string | undefined,
  required: readonly string[],
  pools: UserPools,
  nowMs: number,
): Authorised {
  const token = header?.replace(/^Bearer\s+/i, '').trim();
  if (token === undefined || token === '') return { ok: false, status: 401, challenge: 'Bearer' };
  const invalid = (why: string): Authorised => ({
    ok: false,
    status: 401,
    challenge: `Bearer scope="${required.join(' ')}" error="invalid_token" error_description="${why}"`,
  });
  const read = readToken(token);
  if (read === undefined) return invalid('the token is not a JWT');
  const { claims } = read;
  const pool = pools.byIssuer(issuer);
  if (claims['iss'] !== issuer || pool === undefined) return invalid('the token has an invalid issuer');
  if (read.header.alg !== 'RS256' || read.header.kid !== pool.key.kid || !pool.key.hasSigned(token))
    return invalid('signature verification failed');
  const audiences = [claims['aud'] ?? claims['client_id']].flat();
  if (!audiences.some((one) => audience.includes(String(one))))
    return invalid('the token does not have a valid audience');
  const nowSeconds = nowMs / 1000;
  const time = (name: string): number | undefined =>
    typeof claims[name] === 'number' ? claims[name] : undefined;
  const expires = time('exp');
  if (expires === undefined || expires <= nowSeconds) return invalid('the token has expired');
  if ((time('nbf') ?? 0) > nowSeconds || (time('iat') ?? 0) > nowSeconds)
    return invalid('the token is not valid yet');
  const scopes = String(claims['scope'] ?? claims['scp'] ?? '')
    .split(' ')
    .filter((scope) => scope !== '');
  if (required.length > 0 && !required.some((scope) => scopes.includes(scope))) {
    const challenge = `Bearer scope="${required.join(' ')}" error="insufficient_scope"`;
    return { ok: false, status: 403, challenge };
  }
  const texts = Object.entries(claims).map(([name, value]) => [name, textOf(value)] as const);
  return { ok: true, claims: Object.fromEntries(texts), scopes };
}

/** A list is written in brackets with spaces between, as Go prints one. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Signed tokens (JWS, RS256) as Cognito issues them: made, and read with what is wrong with them. */
import { createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';

/** One key pair of an issuer; making it takes a tenth of a second, so it is made for the first token. */
export class SigningKey {
  readonly kid: string;
  #pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined;

  constructor(kid: string) {
    this.kid = kid;
  }

  sign(claims: Readonly<Record<string, unknown>>): string {
    const head = `${encoded({ kid: this.kid, alg: 'RS256' })}.${encoded(claims)}`;
    const signature = createSign('RSA-SHA256').update(head).sign(this.#keys().privateKey, 'base64url');
    return `${head}.${signature}`;
  }

  /** Whether the token was signed with this key. */
  hasSigned(token: string): boolean {
    const [head = '', claims = '', signature = ''] = token.split('.');
    return createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(this.#keys().publicKey, signature, 'base64url');
  }

  #keys() {
    this.#pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return this.#pair;
  }
}

const header = z.object({ alg: z.string(), kid: z.optional(z.string()) });

export interface ReadToken {
  readonly header: z.output<typeof header>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What is in a token, signed or not; undefined where it is none. */
export function readToken(token: string): ReadToken | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  const [head, claims] = parts.map(decoded);
  const read = z.safeParse(header, head);
  const said = z.safeParse(z.record(z.string(), z.unknown()), claims);
  return read.success && said.success ? { header: read.data, claims: said.data } : undefined;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // Whatever it is, it is no token.
    return undefined;
  }
}

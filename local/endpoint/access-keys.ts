/** Which access key belongs to whom. */
import { createHash } from 'node:crypto';
import type { Principal } from './service.ts';

/** Credentials as a function finds them in its environment. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The access keys of the local account; a key that nobody was given belongs to the person at the machine. */
export class AccessKeys {
  readonly #principals = new Map<string, Principal>();
  readonly #person: Principal;

  constructor(accountId: string) {
    this.#person = {
      arn: `arn:aws:iam::${accountId}:user/local`,
      decide: () => ({ allowed: true }),
    };
  }

  /** Credentials for a principal: the same at every boot, and worth nothing outside this machine. */
  issue(principal: Principal): Credentials {
    const digest = (what: string) => createHash('sha256').update(`${what}/${principal.arn}`).digest('hex');
    const accessKeyId = `ASIA${digest('key').slice(0, 16).toUpperCase()}`;
    this.#principals.set(accessKeyId, principal);
    return {
      accessKeyId,
      secretAccessKey: digest('secret').slice(0, 40),
      sessionToken: digest('token'),
    };
  }

  /** Whose key it is. */
  owner(accessKeyId: string): Principal {
    return this.#principals.get(accessKeyId) ?? this.#person;
  }
}

/** A desktop of an agent: asks the HTTP API of the booted centre with the token of whoever is signed in. */
import type { HttpAnswer } from '../../local/apigateway/payload.ts';
import type { ContactCentre } from './centre.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, as it came. */
  readonly body: unknown;
}

export interface Asking {
  readonly body?: unknown;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Desktop {
  readonly #centre: ContactCentre;
  readonly #token: () => string | undefined;

  /** @param token gives none for somebody who is not signed in */
  constructor(centre: ContactCentre, token: () => string | undefined) {
    this.#centre = centre;
    this.#token = token;
  }

  /** A desktop at which an agent has signed in, and which renews the token in time. */
  static of(centre: ContactCentre, username: string): Desktop {
    return new Desktop(centre, () => tokenOf(centre, username));
  }

  async asks(
    method: string,
    path: string,
    { body, query = '', headers = {} }: Asking = {},
  ): Promise<Answered> {
    const token = this.#token();
    const answer = await this.#centre.cloud.apis.answer({
      method,
      path: `/api${path}`,
      query,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
    });
    return { status: answer.status, headers: answer.headers, body: jsonOf(answer) };
  }
}

/** What an agent's sign-in gives their desktop. */
export function tokenOf(centre: ContactCentre, username: string): string {
  const { outputs } = centre.cloud.stack;
  return centre.cloud.userPools.tokensFor(outputs['ApiClient'] ?? '', username).idToken;
}

function jsonOf({ body }: HttpAnswer): unknown {
  const text = body.toString();
  return text === '' ? undefined : JSON.parse(text);
}

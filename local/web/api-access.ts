/** Lets a signed-in agent of the local centre into its HTTP API, as the sign-in of a deployed desktop does. */
import type { UserPools } from '../cognito/user-pools.ts';
import type { ApiAccess } from './protocol.ts';

export interface ApiSignIn {
  readonly pools: Pick<UserPools, 'byClient' | 'tokensFor'>;
  /** Of the stack: `ApiAddress` and `ApiClient` say where the API is and whom tokens are for. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Undefined for whom the stack's pool does not know, and where the stack has none (`desktop.issuer`). */
export function apiAccessOf({ pools, outputs }: ApiSignIn, username: string): ApiAccess | undefined {
  const { ApiAddress: address, ApiClient: client } = outputs;
  if (address === undefined || client === undefined) return undefined;
  if (pools.byClient(client)?.users.has(username) !== true) return undefined;
  const { idToken, expiresInSeconds } = pools.tokensFor(client, username);
  return {
    // The stage answers on the server of the pages, whatever its host is called when deployed.
    path: new URL(address).pathname,
    token: idToken,
    lastsMs: expiresInSeconds * 1_000,
  };
}

/** The API of the local Cognito: signing in by password, which needs no AWS credentials. */
import * as z from 'zod';
import { errorResponse } from '../endpoint/error-response.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import type { UserPools } from './user-pools.ts';

/** Every action is named so in the header `x-amz-target`. */
const COGNITO_TARGET = 'AWSCognitoIdentityProviderService.';

const initiateAuth = z.looseObject({
  AuthFlow: z.string(),
  ClientId: z.string(),
  AuthParameters: z.record(z.string(), z.string()).optional(),
});

export interface CognitoOptions {
  readonly pools: UserPools;
  /** The password of an agent by user name: the same as in Connect, because nobody gives them another here. */
  readonly passwordOf: (username: string) => string | undefined;
}

export function cognitoService({ pools, passwordOf }: CognitoOptions): AwsService {
  return {
    signingName: 'cognito-idp',
    handle(request) {
      const action = request.headers['x-amz-target']?.slice(COGNITO_TARGET.length);
      if (action !== 'InitiateAuth') {
        return refused('UnknownOperationException', `the local Cognito does InitiateAuth, and not ${action}`);
      }
      return signIn(request, { pools, passwordOf });
    },
  };
}

function signIn({ body }: AwsRequest, { pools, passwordOf }: CognitoOptions): AwsResponse {
  const read = initiateAuth.safeParse(json(body));
  if (!read.success)
    return refused('InvalidParameterException', 'Missing required parameter AuthFlow or ClientId');
  const { AuthFlow, ClientId, AuthParameters = {} } = read.data;
  const pool = pools.byClient(ClientId);
  if (pool === undefined)
    return refused('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
  if (AuthFlow !== 'USER_PASSWORD_AUTH')
    return refused('InvalidParameterException', 'the local Cognito signs in by USER_PASSWORD_AUTH only');
  if (pool.clients.get(ClientId)?.authFlows.includes('ALLOW_USER_PASSWORD_AUTH') !== true)
    return refused('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client');
  const { USERNAME: username = '', PASSWORD: password } = AuthParameters;
  const expected = pool.users.has(username) ? passwordOf(username) : undefined;
  if (expected === undefined || expected !== password)
    return refused('NotAuthorizedException', 'Incorrect username or password.');
  const { idToken, accessToken, expiresInSeconds } = pools.tokensFor(ClientId, username);
  const result = {
    IdToken: idToken,
    AccessToken: accessToken,
    ExpiresIn: expiresInSeconds,
    TokenType: 'Bearer',
  };
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ AuthenticationResult: result, ChallengeParameters: {} }),
  };
}

const refused = (code: string, message: string): AwsResponse => errorResponse('json-1.0', 400, code, message);

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // The schema says what is missing.
    return undefined;
  }
}

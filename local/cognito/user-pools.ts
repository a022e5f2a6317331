/** The local Cognito: the user pools of the template, who is in them, and the tokens that they are given. */
import * as z from 'zod';
import { physicalName, uuidFrom } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import { SigningKey } from './token.ts';

/** A pool, client, group or user that Cognito would not create, or that the local one does not know. */
export class UserPoolError extends Error {
  override readonly name = 'UserPoolError';
}

export interface PoolClient {
  readonly clientId: string;
  readonly authFlows: readonly string[];
  readonly idTokenSeconds: number;
}

export interface PoolUser {
  readonly username: string;
  /** The id that never changes. */
  readonly sub: string;
  /** `custom:…` and the standard ones. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: Set<string>;
}

export interface UserPool {
  readonly poolId: string;
  /** As the tokens name it. */
  readonly issuer: string;
  readonly key: SigningKey;
  readonly clients: Map<string, PoolClient>;
  readonly groups: Set<string>;
  readonly users: Map<string, PoolUser>;
}

export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

const clientProperties = z.looseObject({
  UserPoolId: z.string(),
  ExplicitAuthFlows: z.array(z.string()).optional(),
  IdTokenValidity: z.coerce.number().optional(),
  TokenValidityUnits: z.looseObject({ IdToken: z.string().optional() }).optional(),
});
const groupProperties = z.looseObject({ UserPoolId: z.string(), GroupName: z.string() });
const userProperties = z.looseObject({
  UserPoolId: z.string(),
  Username: z.string(),
  UserAttributes: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).optional(),
});
const membershipProperties = z.looseObject({
  UserPoolId: z.string(),
  GroupName: z.string(),
  Username: z.string(),
});

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

export class UserPools {
  readonly #pools = new Map<string, UserPool>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  provisioners(): readonly Provisioner[] {
    return [
      { type: 'AWS::Cognito::UserPool', create: (request) => this.#createPool(request) },
      { type: 'AWS::Cognito::UserPoolClient', create: (request) => this.#createClient(request) },
      { type: 'AWS::Cognito::UserPoolGroup', create: (request) => this.#createGroup(request) },
      { type: 'AWS::Cognito::UserPoolUser', create: (request) => this.#createUser(request) },
      { type: 'AWS::Cognito::UserPoolUserToGroupAttachment', create: (request) => this.#addToGroup(request) },
    ];
  }

  byIssuer(issuer: string): UserPool | undefined {
    return [...this.#pools.values()].find((pool) => pool.issuer === issuer);
  }

  byClient(clientId: string): UserPool | undefined {
    return [...this.#pools.values()].find((pool) => pool.clients.has(clientId));
  }

  /**
   * Tokens as a sign-in gives them.
   * @throws UserPoolError where the client or the user is not there
   */
  tokensFor(clientId: string, username: string): Tokens {
    const pool = this.byClient(clientId);
    const client = pool?.clients.get(clientId);
    const user = pool?.users.get(username);
    if (pool === undefined || client === undefined || user === undefined)
      throw new UserPoolError(`no pool has the client ${clientId} and the user ${username}`);
    const issuedAt = Math.floor(this.#nowMs() / 1000);
    const common = {
      sub: user.sub,
      iss: pool.issuer,
      auth_time: issuedAt,
      iat: issuedAt,
      exp: issuedAt + client.idTokenSeconds,
      ...(user.groups.size === 0 ? {} : { 'cognito:groups': [...user.groups] }),
    };
    const id = {
      ...common,
      'cognito:username': username,
      aud: clientId,
      token_use: 'id',
      ...user.attributes,
    };
    const scope = 'aws.cognito.signin.user.admin';
    const access = { ...common, username, client_id: clientId, token_use: 'access', scope };
    return {
      idToken: pool.key.sign(id),
      accessToken: pool.key.sign(access),
      expiresInSeconds: client.idTokenSeconds,
    };
  }

  #createPool(request: ResourceRequest): CreatedResource {
    const { region, accountId, partition } = request.stack;
    const poolId = `${region}_${idOf(request, 9)}`;
    const provider = `cognito-idp.${region}.amazonaws.com/${poolId}`;
    this.#pools.set(poolId, {
      poolId,
      issuer: `https://${provider}`,
      key: new SigningKey(uuidFrom(`${poolId}/key`)),
      clients: new Map(),
      groups: new Set(),
      users: new Map(),
    });
    const Arn = `arn:${partition}:cognito-idp:${region}:${accountId}:userpool/${poolId}`;
    return {
      physicalId: poolId,
      attributes: { Arn, ProviderName: provider, ProviderURL: `https://${provider}`, UserPoolId: poolId },
    };
  }

  #createClient(request: ResourceRequest): CreatedResource {
    const read = parsed(clientProperties, request);
    const clientId = idOf(request, 26).toLowerCase();
    const unit = SECONDS[read.TokenValidityUnits?.IdToken ?? 'hours'] ?? 3_600;
    this.#pool(read.UserPoolId).clients.set(clientId, {
      clientId,
      authFlows: read.ExplicitAuthFlows ?? [],
      idTokenSeconds: (read.IdTokenValidity ?? 1) * unit,
    });
    return { physicalId: clientId, attributes: { ClientId: clientId, Name: physicalName(request) } };
  }

  #createGroup(request: ResourceRequest): CreatedResource {
    const { UserPoolId, GroupName } = parsed(groupProperties, request);
    this.#pool(UserPoolId).groups.add(GroupName);
    return { physicalId: GroupName, attributes: {} };
  }

  #createUser(request: ResourceRequest): CreatedResource {
    const { UserPoolId, Username: username, UserAttributes = [] } = parsed(userProperties, request);
    const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const sub = uuidFrom(`${UserPoolId}/${username}`);
    this.#pool(UserPoolId).users.set(username, { username, sub, attributes, groups: new Set() });
    return { physicalId: username, attributes: {} };
  }

  #addToGroup(request: ResourceRequest): CreatedResource {
    const { UserPoolId, GroupName, Username } = parsed(membershipProperties, request);
    const pool = this.#pool(UserPoolId);
    const user = pool.users.get(Username);
    if (user === undefined) throw new UserPoolError('User does not exist.');
    if (!pool.groups.has(GroupName)) throw new UserPoolError('Group not found.');
    user.groups.add(GroupName);
    return { physicalId: physicalName(request), attributes: {} };
  }

  #pool(poolId: string): UserPool {
    const pool = this.#pools.get(poolId);
    if (pool === undefined) throw new UserPoolError(`User pool ${poolId} does not exist.`);
    return pool;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, { properties }: ResourceRequest): z.output<Schema> {
  const read = schema.safeParse(properties);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UserPoolError(`${issue?.path.join('.') || 'Properties'}: ${issue?.message}`);
}

/** Letters and digits that belong to this resource. */
const idOf = ({ logicalId, stack }: ResourceRequest, length: number): string =>
  uuidFrom(`${stack.stackName}/${logicalId}/id`).replaceAll('-', '').slice(0, length).padEnd(length, '0');

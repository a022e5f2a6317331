/** Where agents sign in for the HTTP API: a user pool that nobody can join by themselves. */
import { Fn, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  CfnUserPool,
  CfnUserPoolClient,
  CfnUserPoolGroup,
  CfnUserPoolUser,
  CfnUserPoolUserToGroupAttachment,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { departments } from '../../lambdas/serve-cases/contract.ts';
import { protectedRemoval } from './removal.ts';

/** A user of Connect who has a user of the pool, too. */
export interface SigningAgent {
  readonly username: string;
  /** ARN of the user in Connect, which ends with the id. */
  readonly userArn: string;
  /** Groups that the agent is in. */
  readonly groups: readonly string[];
}

export interface AgentSignInProps {
  readonly namePrefix: string;
  readonly agents: readonly SigningAgent[];
  /** In a disposable environment a script may sign in by password; elsewhere the password stays with the browser. */
  readonly isDisposable: boolean;
  readonly removalPolicy: RemovalPolicy;
}

/** The group of those who see more than their own contacts. */
export const SUPERVISORS = 'supervisors';

/** Which claim of an ID token of the pool says what; access tokens have no attributes. */
export const claimsOfThePool = {
  agentId: 'custom:agent_id',
  username: 'cognito:username',
  groups: 'cognito:groups',
  supervisors: SUPERVISORS,
} as const;

export class AgentSignIn extends Construct {
  /** Who issues the tokens, and for whom. */
  readonly tokens: { readonly issuer: string; readonly audience: string };
  readonly poolId: string;

  constructor(scope: Construct, id: string, props: AgentSignInProps) {
    super(scope, id);
    const pool = new CfnUserPool(this, 'Pool', {
      userPoolName: `${props.namePrefix}-agents`,
      // Whoever answers calls is told so by an administrator, and by nobody else.
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      deletionProtection: props.isDisposable ? 'INACTIVE' : 'ACTIVE',
      // Codes of an app: nothing that a text message or a telephone number could give away.
      mfaConfiguration: 'OPTIONAL',
      enabledMfas: ['SOFTWARE_TOKEN_MFA'],
      policies: {
        passwordPolicy: {
          minimumLength: 12,
          requireLowercase: true,
          requireUppercase: true,
          requireNumbers: true,
          requireSymbols: true,
          temporaryPasswordValidityDays: 3,
        },
      },
      accountRecoverySetting: { recoveryMechanisms: [{ name: 'admin_only', priority: 1 }] },
      schema: [{ name: 'agent_id', attributeDataType: 'String', mutable: true }],
    });
    pool.applyRemovalPolicy(protectedRemoval(props.removalPolicy));
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG2',
      reason:
        'A code at each sign-in is offered and not demanded: agents who share a desk may have no telephone of their own. docs/deploy.md says how to demand it.',
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The plus tier is paid for each agent and month. Nobody can sign up by themselves, and wrong passwords lock a user in every tier.',
    });
    const client = new CfnUserPoolClient(this, 'Client', {
      userPoolId: pool.ref,
      clientName: 'desktop',
      // A page in a browser keeps no secret.
      generateSecret: false,
      preventUserExistenceErrors: 'ENABLED',
      enableTokenRevocation: true,
      explicitAuthFlows: [
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
        ...(props.isDisposable ? ['ALLOW_USER_PASSWORD_AUTH'] : []),
      ],
      // A shift; the tokens themselves are renewed every hour.
      refreshTokenValidity: 12,
      idTokenValidity: 60,
      accessTokenValidity: 60,
      tokenValidityUnits: { refreshToken: 'hours', idToken: 'minutes', accessToken: 'minutes' },
    });
    const groups = new Map(
      [SUPERVISORS, ...departments].map((name) => [
        name,
        new CfnUserPoolGroup(this, `Group-${name}`, {
          userPoolId: pool.ref,
          groupName: name,
          description: name === SUPERVISORS ? 'See every customer and the audit' : `Work on cases of ${name}`,
        }),
      ]),
    );
    for (const agent of props.agents) this.addAgent(pool, groups, agent);
    this.tokens = {
      issuer: `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.ref}`,
      audience: client.ref,
    };
    this.poolId = pool.ref;
  }

  /** No invitation is sent, because a demo agent has no mailbox: docs/deploy.md says how one gets a password. */
  private addAgent(
    pool: CfnUserPool,
    groups: ReadonlyMap<string, CfnUserPoolGroup>,
    { username, userArn, groups: names }: SigningAgent,
  ): void {
    const user = new CfnUserPoolUser(this, username, {
      userPoolId: pool.ref,
      username,
      messageAction: 'SUPPRESS',
      userAttributes: [{ name: 'custom:agent_id', value: Fn.select(3, Fn.split('/', userArn)) }],
    });
    for (const name of names) {
      const membership = new CfnUserPoolUserToGroupAttachment(this, `${username}-${name}`, {
        userPoolId: pool.ref,
        groupName: name,
        username,
      });
      membership.addResourceDependency(user);
      const group = groups.get(name);
      if (group !== undefined) membership.addResourceDependency(group);
    }
  }
}

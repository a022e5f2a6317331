/** What the desktops of agents work with: the HTTP API, and the place where they sign in for it. */
import { NestedStack, type RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { withClockChanges } from '../../lambdas/open-case/contract.ts';
import type { HttpContract } from '../../lambdas/runtime/http-contract.ts';
import type { Configuration } from '../config.ts';
import { AgentSignIn, claimsOfThePool, type SigningAgent } from './agent-sign-in.ts';
import type { FunctionSurroundings } from './bundled-function.ts';
import { HttpApi } from './http-api.ts';
import type { Voicemails } from './recordings.ts';
import type { Tables } from './tables.ts';

export interface DesktopProps {
  readonly configuration: Pick<
    Configuration,
    'appointments' | 'desktop' | 'disposable' | 'openingHours' | 'retentionDays' | 'returns' | 'salesTax'
  >;
  /** What callers are spoken to in. */
  readonly languages: readonly string[];
  readonly contracts: readonly HttpContract[];
  /** The number that customers call. */
  readonly phoneNumber: string;
  /** The ARNs of functions that others start in the background, by name. */
  readonly background: ReadonlyMap<string, string>;
  readonly voicemails: Voicemails;
  readonly agents: readonly SigningAgent[];
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  readonly removalPolicy: RemovalPolicy;
}

export class Desktop extends Construct {
  /** Where the API answers. */
  readonly url: string;
  readonly apiId: string;
  /** Whom the tokens of the desktop are for. */
  readonly audience: string;
  /** Absent where agents sign in elsewhere. */
  readonly poolId?: string;

  constructor(
    scope: Construct,
    id: string,
    { configuration, languages, surroundings, removalPolicy, ...props }: DesktopProps,
  ) {
    super(scope, id);
    const { issuer, origins, requestsPerSecond, minutesAfterContact, dispositions } = configuration.desktop;
    const signIn =
      issuer === undefined
        ? new AgentSignIn(this, 'SignIn', {
            namePrefix: surroundings.namePrefix,
            agents: props.agents,
            isDisposable: configuration.disposable,
            removalPolicy,
          })
        : undefined;
    const tokens = signIn?.tokens ?? { issuer: `${issuer?.url}`, audience: `${issuer?.audience}` };
    // The API in a stack inside the centre's; the pool, which is kept, is the centre's own.
    const stack = new NestedStack(this, 'Api', { description: 'Callwright: the HTTP API of the desktop' });
    const api = new HttpApi(stack, 'Http', {
      contracts: props.contracts,
      background: props.background,
      voicemails: props.voicemails,
      tables: props.tables,
      surroundings,
      environment: {
        AGENT_CLAIMS: issuer?.claims ?? claimsOfThePool,
        MINUTES_AFTER_CONTACT: minutesAfterContact,
        DISPOSITIONS: dispositions,
        LANGUAGES: languages,
        OPENING_HOURS: withClockChanges(configuration.openingHours),
        APPOINTMENTS: withClockChanges(configuration.appointments),
        RETURNS: configuration.returns,
        NUMBER_TO_CALL: props.phoneNumber,
        SALES_TAX: configuration.salesTax,
        CONTACTS_KEPT_DAYS: configuration.retentionDays.contacts,
      },
      tokens,
      origins,
      requestsPerSecond,
      removalPolicy,
    });
    this.url = api.url;
    this.apiId = api.apiId;
    this.audience = tokens.audience;
    if (signIn !== undefined) this.poolId = signIn.poolId;
  }
}

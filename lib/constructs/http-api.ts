/** The HTTP API of the desktop: its functions, the routes of their contracts, and the one check of who asks. */
import { ArnFormat, Aws, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BACKGROUND_VARIABLE } from '../../lambdas/runtime/contract.ts';
import { type HttpContract, routeKey } from '../../lambdas/runtime/http-contract.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import { environmentOf, tableStatements } from './function-needs.ts';
import { type Voicemails, voicemailStatements } from './recordings.ts';
import type { Tables } from './tables.ts';

export interface HttpApiProps {
  readonly contracts: readonly HttpContract[];
  readonly voicemails: Voicemails;
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** The ARNs of functions that others start in the background, by name. */
  readonly background: ReadonlyMap<string, string>;
  /** What environment variables besides the tables' names hold, before it is written as JSON. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** Who issues the tokens of agents, and for whom. */
  readonly tokens: { readonly issuer: string; readonly audience: string };
  /** Where the desktop is served, if from elsewhere than the API: `https://…`. */
  readonly origins: readonly string[];
  readonly requestsPerSecond: number;
  readonly removalPolicy: RemovalPolicy;
}

/** First in every path, here and on a laptop. */
const STAGE = 'api';

/** Known before the API exists, so that the key can name exactly this log group. */
export const accessLogGroupName = (namePrefix: string): string => `/aws/apigateway/${namePrefix}-desktop`;

/** What a line of the access log holds: no address, no query, and of a path only the route. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  durationMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  refused: '$context.authorizer.error',
} as const;

/** An address of a desktop is asked for its rights once in ten minutes. */
const CORS_SECONDS = 600;

export class HttpApi extends Construct {
  /** Where the API answers, with the stage. */
  readonly url: string;
  readonly apiId: string;
  readonly #api: CfnApi;
  readonly #authorizer: CfnAuthorizer;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    const { namePrefix, logRetentionDays, key } = props.surroundings;
    this.#api = new CfnApi(this, 'Api', {
      name: `${namePrefix}-desktop`,
      description: 'Callwright: what the desktop of an agent asks and does',
      protocolType: 'HTTP',
      ...(props.origins.length === 0
        ? {}
        : {
            corsConfiguration: {
              allowOrigins: [...props.origins],
              allowMethods: ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'],
              allowHeaders: ['authorization', 'content-type', 'x-correlation-id'],
              exposeHeaders: ['x-correlation-id'],
              maxAge: CORS_SECONDS,
            },
          }),
    });
    this.#authorizer = new CfnAuthorizer(this, 'Authorizer', {
      apiId: this.#api.ref,
      name: 'agents',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: props.tokens.issuer, audience: [props.tokens.audience] },
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: accessLogGroupName(namePrefix),
      retention: logRetentionDays,
      encryptionKey: key,
      removalPolicy: props.removalPolicy,
    });
    for (const contract of props.contracts) this.serve(contract, props);
    new CfnStage(this, 'Stage', {
      apiId: this.#api.ref,
      stageName: STAGE,
      autoDeploy: true,
      accessLogSettings: { destinationArn: accessLog.logGroupArn, format: JSON.stringify(ACCESS_LOG) },
      defaultRouteSettings: {
        throttlingRateLimit: props.requestsPerSecond,
        // A desktop opens a customer with a handful of requests at once.
        throttlingBurstLimit: props.requestsPerSecond * 2,
      },
    });
    this.apiId = this.#api.ref;
    this.url = `${this.#api.attrApiEndpoint}/${STAGE}`;
  }

  private serve(contract: HttpContract, props: HttpApiProps): void {
    const { name, startsInBackground } = contract;
    const started = startsInBackground && props.background.get(startsInBackground.function);
    const { resource } = new BundledFunction(this, name, {
      surroundings: props.surroundings,
      name,
      description: contract.purpose,
      memoryMb: contract.memoryMb,
      timeoutSeconds: contract.functionTimeoutSeconds,
      environment: {
        ...environmentOf(contract, props.tables, props.environment),
        ...(started === undefined ? {} : { [BACKGROUND_VARIABLE]: started }),
      },
      statements: [
        ...tableStatements(contract, props.tables),
        ...(started === undefined
          ? []
          : [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [started] })]),
        ...(contract.lendsVoicemails === true
          ? voicemailStatements(this, props.voicemails, ['s3:GetObject'])
          : []),
      ],
    });
    const integration = new CfnIntegration(this, `${name}-integration`, {
      apiId: this.#api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: resource.functionArn,
      payloadFormatVersion: '2.0',
    });
    new CfnPermission(this, `${name}-permission`, {
      action: 'lambda:InvokeFunction',
      functionName: resource.functionArn,
      principal: new ServicePrincipal('apigateway.amazonaws.com').service,
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.#api.ref,
        resourceName: `${STAGE}/*`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
      sourceAccount: Aws.ACCOUNT_ID,
    });
    for (const [operation, route] of Object.entries(contract.routes)) {
      new CfnRoute(this, operation, {
        apiId: this.#api.ref,
        routeKey: routeKey(route),
        operationName: operation,
        target: `integrations/${integration.ref}`,
        authorizationType: 'JWT',
        authorizerId: this.#authorizer.ref,
      });
    }
  }
}

/** The local API Gateway: HTTP APIs of the template, answered by the functions behind their routes. */
import { physicalName, uuidFrom } from '../assembly/physical-name.ts';
import type {
  CreatedResource,
  Provisioner,
  ResourceRequest,
  StackIdentity,
} from '../assembly/provisioner.ts';
import type { UserPools } from '../cognito/user-pools.ts';
import type { InvocationResult } from '../lambda/invocation.ts';
import type { FunctionsRuntime } from '../lambda/runtime.ts';
import { authorise } from './authorizer.ts';
import { corsHeaders, preflight } from './cors.ts';
import {
  ACCOUNT_BURST,
  ACCOUNT_RATE,
  type Authorizer,
  apiProperties,
  authorizerProperties,
  type Cors,
  HttpApiError,
  type Integration,
  integrationProperties,
  parsed,
  routeProperties,
  stageProperties,
} from './definitions.ts';
import { answerOf, eventOf, type HttpAnswer, type HttpRequest } from './payload.ts';
import { type CompiledRoute, compileRoute, findRoute, type Match } from './route.ts';
import { TokenBucket } from './throttle.ts';

export interface HttpApisOptions {
  readonly functions: Pick<FunctionsRuntime, 'invoke'>;
  readonly pools: UserPools;
  readonly nowMs: () => number;
  /** Given for a virtual clock: functions then run at its time. */
  readonly seed?: string;
}

interface LocalApi {
  readonly apiId: string;
  readonly stack: StackIdentity;
  readonly cors: Cors | undefined;
  readonly authorizers: Map<string, Authorizer>;
  readonly integrations: Map<string, Integration>;
  readonly routes: CompiledRoute[];
  readonly stages: Map<string, TokenBucket>;
}

/** What a request may be, head excluded (API Gateway quotas). */
export const REQUEST_BYTES_MAX = 10 * 1024 * 1024;

export class HttpApis {
  readonly #options: HttpApisOptions;
  readonly #apis = new Map<string, LocalApi>();
  #count = 0;

  constructor(options: HttpApisOptions) {
    this.#options = options;
  }

  provisioners(): readonly Provisioner[] {
    return [
      { type: 'AWS::ApiGatewayV2::Api', create: (request) => this.#createApi(request) },
      { type: 'AWS::ApiGatewayV2::Authorizer', create: (request) => this.#createAuthorizer(request) },
      { type: 'AWS::ApiGatewayV2::Integration', create: (request) => this.#createIntegration(request) },
      { type: 'AWS::ApiGatewayV2::Route', create: (request) => this.#createRoute(request) },
      { type: 'AWS::ApiGatewayV2::Stage', create: (request) => this.#createStage(request) },
    ];
  }

  /** Whether a path, as it came in, is below a stage of an API. */
  owns(path: string): boolean {
    return this.#apiOf(path) !== undefined;
  }

  /** Who could sign in at a deployment and cannot here, a sentence each. */
  notes(): readonly string[] {
    const issuers = [...this.#apis.values()].flatMap(({ authorizers }) =>
      [...authorizers.values()].map(({ issuer }) => issuer),
    );
    return [...new Set(issuers)]
      .filter((issuer) => this.#options.pools.byIssuer(issuer) === undefined)
      .map((issuer) => `the tokens of ${issuer} are checked by nobody here: the HTTP API answers 401 to all`);
  }

  /** Answers as API Gateway does: its own refusals are in its own words. */
  async answer(request: HttpRequest): Promise<HttpAnswer> {
    const api = this.#apiOf(request.path);
    this.#count += 1;
    const requestId = uuidFrom(`${api?.apiId}/${this.#count}/${this.#options.seed ?? process.pid}`);
    const answer = api === undefined ? said(404, 'Not Found') : await this.#answer(api, request, requestId);
    const cors = api?.cors === undefined ? {} : corsHeaders(api.cors, request.headers['origin']);
    return { ...answer, headers: { ...answer.headers, ...cors, 'apigw-requestid': requestId } };
  }

  async #answer(api: LocalApi, request: HttpRequest, requestId: string): Promise<HttpAnswer> {
    if (request.body.byteLength > REQUEST_BYTES_MAX) return said(413, 'Request Entity Too Large');
    const nowMs = this.#options.nowMs();
    const asked = api.cors === undefined ? undefined : preflight(api.cors, request);
    if (asked !== undefined) return asked;
    const [, stage = '', ...segments] = request.path.split('/');
    const match = findRoute(api.routes, request.method, segments);
    if (match === undefined) return said(404, 'Not Found');
    if (api.stages.get(stage)?.take(nowMs) === false) return said(429, 'Too Many Requests');
    const { authorizerId, scopes, integrationId } = match.route;
    const authorizer = authorizerId === undefined ? undefined : api.authorizers.get(authorizerId);
    const authorised =
      authorizer === undefined
        ? undefined
        : authorise(authorizer, request.headers[authorizer.header], scopes, this.#options.pools, nowMs);
    if (authorised?.ok === false) {
      const refused = authorised.status === 401 ? said(401, 'Unauthorized') : said(403, 'Forbidden');
      return { ...refused, headers: { ...refused.headers, 'www-authenticate': authorised.challenge } };
    }
    const integration = api.integrations.get(integrationId);
    if (integration === undefined) return said(500, 'Internal Server Error');
    const { accountId, region } = api.stack;
    const place = { accountId, region, apiId: api.apiId, stage, requestId, nowMs };
    const event = eventOf(request, match, authorised, place);
    return answerTo(
      await this.#invoke(api, integration, match, stage, JSON.stringify(event), requestId),
      integration,
    );
  }

  async #invoke(
    { apiId, stack }: LocalApi,
    { functionArn, timeoutMs }: Integration,
    { route }: Match,
    stage: string,
    payload: string,
    requestId: string,
  ): Promise<InvocationResult | undefined> {
    const { functions, seed, nowMs } = this.#options;
    const { partition, region, accountId } = stack;
    const path = route.routeKey.replace(' ', '');
    const running = functions.invoke({
      functionArn,
      payload,
      invoker: {
        service: 'apigateway.amazonaws.com',
        sourceArn: `arn:${partition}:execute-api:${region}:${accountId}:${apiId}/${stage}/${path}`,
        sourceAccount: accountId,
      },
      ...(seed === undefined ? {} : { deterministic: { nowMs: nowMs(), seed: `${seed}/${requestId}` } }),
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), timeoutMs);
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #apiOf(path: string): LocalApi | undefined {
    const stage = path.split('/')[1] ?? '';
    return [...this.#apis.values()].find(({ stages }) => stages.has(stage));
  }

  #createApi(request: ResourceRequest): CreatedResource {
    const { CorsConfiguration: cors } = parsed(apiProperties, request);
    const apiId = uuidFrom(`${request.stack.stackName}/${request.logicalId}`)
      .replaceAll('-', '')
      .slice(0, 10);
    this.#apis.set(apiId, {
      apiId,
      stack: request.stack,
      cors,
      authorizers: new Map(),
      integrations: new Map(),
      routes: [],
      stages: new Map(),
    });
    const ApiEndpoint = `https://${apiId}.execute-api.${request.stack.region}.amazonaws.com`;
    return { physicalId: apiId, attributes: { ApiEndpoint, ApiId: apiId } };
  }

  #createAuthorizer(request: ResourceRequest): CreatedResource {
    const { ApiId, IdentitySource, JwtConfiguration } = parsed(authorizerProperties, request);
    const [source] = IdentitySource;
    const physicalId = idOf(request);
    this.#api(ApiId).authorizers.set(physicalId, {
      header: source.slice('$request.header.'.length).toLowerCase(),
      issuer: JwtConfiguration.Issuer,
      audience: JwtConfiguration.Audience,
    });
    return { physicalId, attributes: { AuthorizerId: physicalId } };
  }

  #createIntegration(request: ResourceRequest): CreatedResource {
    const { ApiId, IntegrationUri, TimeoutInMillis } = parsed(integrationProperties, request);
    const physicalId = idOf(request);
    this.#api(ApiId).integrations.set(physicalId, {
      functionArn: IntegrationUri,
      timeoutMs: TimeoutInMillis,
    });
    return { physicalId, attributes: { IntegrationId: physicalId } };
  }

  #createRoute(request: ResourceRequest): CreatedResource {
    const read = parsed(routeProperties, request);
    const api = this.#api(read.ApiId);
    const integrationId = read.Target.slice('integrations/'.length);
    if (!api.integrations.has(integrationId))
      throw new HttpApiError(`Invalid Integration identifier ${integrationId}`);
    if (read.AuthorizationType === 'JWT' && !api.authorizers.has(read.AuthorizerId ?? ''))
      throw new HttpApiError(`Invalid Authorizer identifier ${read.AuthorizerId}`);
    if (api.routes.some(({ routeKey }) => routeKey === read.RouteKey))
      throw new HttpApiError(`Route with key ${read.RouteKey} already exists for this API`);
    api.routes.push(
      compileRoute({
        routeKey: read.RouteKey,
        integrationId,
        authorizerId: read.AuthorizationType === 'JWT' ? read.AuthorizerId : undefined,
        scopes: read.AuthorizationScopes ?? [],
      }),
    );
    const physicalId = idOf(request);
    return { physicalId, attributes: { RouteId: physicalId } };
  }

  #createStage(request: ResourceRequest): CreatedResource {
    const { ApiId, StageName, DefaultRouteSettings: limits } = parsed(stageProperties, request);
    const rate = limits?.ThrottlingRateLimit ?? ACCOUNT_RATE;
    const burst = limits?.ThrottlingBurstLimit ?? ACCOUNT_BURST;
    this.#api(ApiId).stages.set(StageName, new TokenBucket(rate, burst, this.#options.nowMs()));
    return { physicalId: StageName, attributes: {} };
  }

  #api(apiId: string): LocalApi {
    const api = this.#apis.get(apiId);
    if (api === undefined) throw new HttpApiError(`Invalid API identifier specified ${apiId}`);
    return api;
  }
}

/**
 * What API Gateway says of what became of an invocation: nothing of the function's own fault.
 * @param result undefined where it is not over in the integration's time
 */
function answerTo(result: InvocationResult | undefined, { timeoutMs }: Integration): HttpAnswer {
  if (result === undefined || (result.virtualDurationMs ?? 0) >= timeoutMs) return UNAVAILABLE;
  if (result.kind === 'throttled') return UNAVAILABLE;
  const answer = result.kind === 'returned' ? answerOf(result.payload) : undefined;
  return answer ?? said(500, 'Internal Server Error');
}

const said = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: JSON.stringify({ message }),
});

const UNAVAILABLE = said(503, 'Service Unavailable');

/** Short ids of letters and digits, as the service gives them. */
const idOf = (request: ResourceRequest): string =>
  uuidFrom(physicalName(request)).replaceAll('-', '').slice(0, 7);

/** The parts of an HTTP API as the template has them, checked as API Gateway checks them. */
import * as z from 'zod';
import type { ResourceRequest } from '../assembly/provisioner.ts';

/** A part that API Gateway would not create, or that the local one does not know. */
export class HttpApiError extends Error {
  override readonly name = 'HttpApiError';
}

const tags = z.unknown().optional();
const whole = z.coerce.number().int();

export const apiProperties = z.strictObject({
  Name: z.string(),
  Description: z.string().optional(),
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z
    .strictObject({
      AllowOrigins: z.array(z.string()).optional(),
      AllowMethods: z.array(z.string()).optional(),
      AllowHeaders: z.array(z.string()).optional(),
      ExposeHeaders: z.array(z.string()).optional(),
      MaxAge: whole.optional(),
      AllowCredentials: z.boolean().optional(),
    })
    .optional(),
  DisableExecuteApiEndpoint: z.boolean().optional(),
  Tags: tags,
});
export type Cors = NonNullable<z.output<typeof apiProperties>['CorsConfiguration']>;

export const authorizerProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.string().regex(/^\$request\.header\.[\w-]+$/i)]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});

export const integrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string().regex(/^arn:[a-z-]+:lambda:/),
  PayloadFormatVersion: z.literal('2.0'),
  /** The longest, and what it is where nothing is said. */
  TimeoutInMillis: whole.min(50).max(30_000).default(30_000),
  Description: z.string().optional(),
});

export const routeProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().regex(/^integrations\/.+$/),
  OperationName: z.string().optional(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).optional(),
});

export const stageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.string().regex(/^(?:\$default|[A-Za-z0-9_-]{1,128})$/),
  AutoDeploy: z.literal(true),
  AccessLogSettings: z.unknown().optional(),
  DefaultRouteSettings: z
    .strictObject({
      ThrottlingRateLimit: z.coerce.number().optional(),
      ThrottlingBurstLimit: whole.optional(),
      DetailedMetricsEnabled: z.boolean().optional(),
    })
    .optional(),
  Description: z.string().optional(),
  Tags: tags,
});

export interface Authorizer {
  readonly header: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Integration {
  readonly functionArn: string;
  readonly timeoutMs: number;
}

export interface Stage {
  readonly name: string;
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/** An account's limits in one Region, where a stage has none of its own (API Gateway quotas). */
export const ACCOUNT_RATE = 10_000;
export const ACCOUNT_BURST = 5_000;

/** @throws HttpApiError that names the property */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  { properties }: ResourceRequest,
): z.output<Schema> {
  const read = schema.safeParse(properties);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new HttpApiError(
    `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
  );
}

/** A function as the template defines it, checked as Lambda checks it when it is created. */
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import type { ResourceRequest, StackIdentity } from '../assembly/provisioner.ts';

/** A function that can run locally. */
export interface FunctionDefinition {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly roleArn: string;
  /** E.g. `index.handler`. */
  readonly handler: string;
  /** E.g. `nodejs24.x`. */
  readonly runtime: string;
  /** Folder of the bundle. */
  readonly taskRoot: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly reservedConcurrency: number | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly logFormat: 'Text' | 'JSON';
}

/** Lambda would refuse to create the function, or it could not run locally as it does there. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

const functionProperties = z.strictObject({
  FunctionName: z.string().min(1).max(64).optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Role: z.string(),
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only Node.js functions run locally'),
  Timeout: z.coerce.number().int().min(1).max(900).default(3),
  MemorySize: z.coerce.number().int().min(128).max(10_240).default(128),
  ReservedConcurrentExecutions: z.coerce.number().int().min(0).optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).optional() }).optional(),
  LoggingConfig: z
    .looseObject({ LogGroup: z.string().optional(), LogFormat: z.enum(['Text', 'JSON']).optional() })
    .optional(),
  PackageType: z.literal('Zip').optional(),
  Description: z.unknown().optional(),
  Architectures: z.unknown().optional(),
  Tags: z.unknown().optional(),
  // Without effect on what the function does:
  DeadLetterConfig: z.unknown().optional(),
  EphemeralStorage: z.unknown().optional(),
  KmsKeyArn: z.unknown().optional(),
  RecursiveLoop: z.unknown().optional(),
  RuntimeManagementConfig: z.unknown().optional(),
  TracingConfig: z.unknown().optional(),
  VpcConfig: z.unknown().optional(),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reservedVariables = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

/** Lambda's limit on the names and values of all variables of a function together. */
const maxVariablesBytes = 4096;

/** Where the code of a function lies on this machine, by the place that a deployment uploads it to. */
export type CodePath = (bucket: string, key: string, stack: StackIdentity) => string | undefined;

/**
 * Reads an `AWS::Lambda::Function`.
 * @throws FunctionError naming the property that is wrong or has no local equivalent, e.g. `Layers`
 */
export function defineFunction(request: ResourceRequest, codePath: CodePath): FunctionDefinition {
  const parsed = functionProperties.safeParse(request.properties);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new FunctionError(
      `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
    );
  }
  const properties = parsed.data;
  const variables = properties.Environment?.Variables ?? {};
  checkVariables(variables);
  const { S3Bucket: bucket, S3Key: key } = properties.Code;
  const taskRoot = codePath(bucket, key, request.stack);
  if (taskRoot === undefined) {
    throw new FunctionError(
      `Code: the cloud assembly has no asset for s3://${bucket}/${key}; run 'npm run synth' again`,
    );
  }
  const name = properties.FunctionName ?? physicalName(request);
  const { partition, region, accountId } = request.stack;
  return {
    logicalId: request.logicalId,
    name,
    arn: `arn:${partition}:lambda:${region}:${accountId}:function:${name}`,
    region,
    roleArn: properties.Role,
    handler: properties.Handler,
    runtime: properties.Runtime,
    taskRoot,
    timeoutMs: properties.Timeout * 1000,
    memoryMb: properties.MemorySize,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    variables,
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    logFormat: properties.LoggingConfig?.LogFormat ?? 'Text',
  };
}

function checkVariables(variables: Readonly<Record<string, string>>): void {
  const reserved = Object.keys(variables).filter((name) => reservedVariables.has(name));
  if (reserved.length > 0) {
    throw new FunctionError(
      'Lambda was unable to configure your environment variables because the environment variables you have ' +
        `provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const invalid = Object.keys(variables).find((name) => !/^[a-zA-Z][a-zA-Z0-9_]+$/.test(name));
  if (invalid !== undefined) {
    throw new FunctionError(
      `Environment.Variables: '${invalid}' is not a name of letters, digits and underscores`,
    );
  }
  if (Buffer.byteLength(JSON.stringify(variables)) > maxVariablesBytes) {
    throw new FunctionError(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit`,
    );
  }
}

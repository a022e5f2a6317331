/** Runs fixture functions in a local Lambda service, without a template around them. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stackIdentity } from '../../../local/assembly/physical-name.ts';
import { AccessKeys } from '../../../local/endpoint/access-keys.ts';
import type { InvocationRequest, InvocationResult } from '../../../local/lambda/invocation.ts';
import { FunctionsRuntime } from '../../../local/lambda/runtime.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

export const accountId = '123456789012';
export const stack = stackIdentity('Test', accountId, 'us-east-1');
export const connectArn = `arn:aws:connect:us-east-1:${accountId}:instance/1`;

export const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};

export interface LocalFunctions {
  readonly runtime: FunctionsRuntime;
  readonly accessKeys: AccessKeys;
  /** Creates a resource. @returns its `Arn`, or its physical id */
  create(type: string, logicalId: string, properties: Record<string, unknown>): Promise<string>;
  /** Creates a function from a fixture (or an absolute folder), invocable by Connect. @returns its ARN */
  add(fixture: string, properties?: Record<string, unknown>, logicalId?: string): Promise<string>;
  invoke(functionArn: string, event: unknown, more?: Partial<InvocationRequest>): Promise<InvocationResult>;
}

export function localFunctions(endpointUrl = 'http://127.0.0.1:1', idleLimitMs = 60_000): LocalFunctions {
  const accessKeys = new AccessKeys(accountId);
  const runtime = new FunctionsRuntime({
    endpointUrl,
    accessKeys,
    idleLimitMs,
    codePath: (bucket, key) => (bucket === 'fixtures' ? resolve(fixtures, key) : undefined),
  });
  const create: LocalFunctions['create'] = async (type, logicalId, properties) => {
    const provisioner = runtime.provisioners().find((candidate) => candidate.type === type);
    if (provisioner === undefined) throw new Error(`no provisioner for ${type}`);
    const made = await provisioner.create({ logicalId, type, properties, stack });
    return String(made.attributes['Arn'] ?? made.physicalId);
  };
  const add: LocalFunctions['add'] = async (fixture, properties = {}, logicalId = 'Function') => {
    const role = await create('AWS::IAM::Role', `${logicalId}Role`, { AssumeRolePolicyDocument: trust });
    const arn = await create('AWS::Lambda::Function', logicalId, {
      Code: { S3Bucket: 'fixtures', S3Key: fixture },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: role,
      Timeout: 10,
      ...properties,
    });
    await create('AWS::Lambda::Permission', `${logicalId}Permission`, {
      FunctionName: arn,
      Action: 'lambda:InvokeFunction',
      Principal: 'connect.amazonaws.com',
    });
    return arn;
  };
  const invoke: LocalFunctions['invoke'] = (functionArn, event, more = {}) =>
    runtime.invoke({
      functionArn,
      payload: JSON.stringify(event),
      invoker: { service: 'connect.amazonaws.com', sourceArn: connectArn, sourceAccount: accountId },
      ...more,
    });
  return { runtime, accessKeys, create, add, invoke };
}

/** The JSON of a successful invocation. */
export function returned(result: InvocationResult): unknown {
  if (result.kind !== 'returned') throw new Error(`the function ended as ${JSON.stringify(result)}`);
  return JSON.parse(result.payload);
}

import { describe, expect, test } from '@jest/globals';
import { accountId, connectArn, localFunctions, trust } from './local-functions.ts';

describe('a function that Lambda would refuse, or that cannot run here as it does there, stops the boot', () => {
  const wrong: readonly [string, object, string][] = [
    ['another language', { Runtime: 'python3.13' }, 'Runtime: only Node.js functions run locally'],
    ['layers', { Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:x:1'] }, 'Layers'],
    ['a container image', { PackageType: 'Image' }, 'PackageType'],
    [
      'code that the assembly does not have',
      { Code: { S3Bucket: 'elsewhere', S3Key: 'x.zip' } },
      'the cloud assembly has no asset for s3://elsewhere/x.zip',
    ],
    ['inline code', { Code: { ZipFile: 'exports.handler = 1' } }, 'Code'],
    ['too long a timeout', { Timeout: 901 }, 'Timeout'],
    ['too little memory', { MemorySize: 64 }, 'MemorySize'],
    [
      'a reserved variable',
      { Environment: { Variables: { AWS_REGION: 'x' } } },
      'Reserved keys used in this request: AWS_REGION',
    ],
    [
      'a variable that is no name',
      { Environment: { Variables: { 'TABLE-ORDERS': 'x' } } },
      "'TABLE-ORDERS' is not a name",
    ],
    [
      'more than 4 KB of variables',
      { Environment: { Variables: { LONG: 'x'.repeat(4096) } } },
      'exceeded the 4KB limit',
    ],
    [
      'an unknown role',
      { Role: 'arn:aws:iam::123456789012:role/nobody' },
      'The role defined for the function cannot be assumed by Lambda.',
    ],
  ];
  for (const [name, properties, message] of wrong) {
    test(name, async () => {
      await expect(localFunctions().add('probe', { ...properties })).rejects.toThrow(message);
    });
  }
  test('a role that does not trust Lambda', async () => {
    const local = localFunctions();
    const role = await local.create('AWS::IAM::Role', 'Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ ...trust.Statement[0], Principal: { Service: 'connect.amazonaws.com' } }],
      },
    });
    await expect(local.add('probe', { Role: role })).rejects.toThrow('cannot be assumed by Lambda');
  });
});

describe('a permission allows one service and one source', () => {
  const invoked = async (permission: Record<string, unknown>, invoker: object = {}) => {
    const { runtime, create } = localFunctions();
    const role = await create('AWS::IAM::Role', 'Role', { AssumeRolePolicyDocument: trust });
    const arn = await create('AWS::Lambda::Function', 'Function', {
      Code: { S3Bucket: 'fixtures', S3Key: 'probe' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: role,
    });
    await create('AWS::Lambda::Permission', 'Permission', {
      FunctionName: arn,
      Action: 'lambda:InvokeFunction',
      Principal: 'connect.amazonaws.com',
      ...permission,
    });
    runtime.injectFault(arn, { kind: 'throttle' });
    const result = await runtime.invoke({
      functionArn: arn,
      payload: '{}',
      invoker: {
        service: 'connect.amazonaws.com',
        sourceArn: connectArn,
        sourceAccount: accountId,
        ...invoker,
      },
    });
    await runtime.close();
    return { arn, result, allowed: result.kind !== 'denied' };
  };
  const table: readonly [string, Record<string, unknown>, object, boolean][] = [
    ['the service alone', {}, {}, true],
    ['source and account', { SourceArn: connectArn, SourceAccount: accountId }, {}, true],
    ['any instance', { SourceArn: `arn:aws:connect:us-east-1:${accountId}:instance/*` }, {}, true],
    ['another instance', { SourceArn: `${connectArn}2` }, {}, false],
    ['another account', { SourceAccount: '111122223333' }, {}, false],
    ['an invoker without a source', { SourceArn: connectArn }, { sourceArn: undefined }, false],
    ['another service', { Principal: 'lex.amazonaws.com' }, {}, false],
    ['another action', { Action: 'lambda:GetFunction' }, {}, false],
    ['by name in place of the ARN', { FunctionName: 'Function' }, {}, true],
  ];
  for (const [name, permission, invoker, expected] of table) {
    test(`${name}: ${expected ? 'allowed' : 'refused'}`, async () => {
      expect((await invoked(permission, invoker)).allowed).toBe(expected);
    });
  }
  test('the refusal is in the words of AWS', async () => {
    const { arn, result } = await invoked({ Principal: 'lex.amazonaws.com' });
    expect(result).toEqual({
      kind: 'denied',
      message: `User: connect.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`,
    });
  });
  test('for a function that does not exist, or with what is not simulated, it stops the boot', async () => {
    await expect(invoked({ FunctionName: 'nobody' })).rejects.toThrow('Function not found: nobody');
    await expect(invoked({ PrincipalOrgID: 'o-1' })).rejects.toThrow('PrincipalOrgID');
  });
});

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeployOptions } from '../../../local/assembly/deploy.ts';
import { memoryStateStore, type StateStore } from '../../../local/assembly/stack-state.ts';
import { AccessKeys } from '../../../local/endpoint/access-keys.ts';
import { type Endpoint, startEndpoint } from '../../../local/endpoint/endpoint.ts';
import { customResourcePort } from '../../../local/lambda/custom-resource-port.ts';
import { FunctionsRuntime } from '../../../local/lambda/runtime.ts';
import { accountId, deployTemplate, region } from './stack-of.ts';

const provider = {
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
        ],
      },
    },
  },
  Provider: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'fixtures', S3Key: 'provider' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Timeout: 10,
    },
  },
};

const link = (properties: object, more: object = {}) => ({
  Type: 'Custom::Link',
  Properties: { ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] }, ...properties },
  ...more,
});

interface Heard {
  readonly RequestType: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Record<string, unknown>;
}

let endpoint: Endpoint;
let runtime: FunctionsRuntime;
let state: StateStore;

const heard: Heard[] = [];

beforeAll(async () => {
  const accessKeys = new AccessKeys(accountId);
  endpoint = await startEndpoint({ accessKeys });
  runtime = new FunctionsRuntime({
    endpointUrl: endpoint.url,
    accessKeys,
    codePath: (_bucket, key) => fileURLToPath(new URL(`./fixtures/${key}`, import.meta.url)),
  });
  runtime.onLog(({ text }) => {
    if (text.startsWith('{')) heard.push(JSON.parse(text));
  });
});
beforeEach(() => {
  state = memoryStateStore();
});
afterAll(async () => {
  await runtime.close();
  await endpoint.close();
});

async function boot(resources: Record<string, unknown>, options: Partial<DeployOptions> = {}) {
  heard.length = 0;
  return await deployTemplate(
    {
      Resources: { ...provider, ...resources },
      Outputs:
        'Link' in resources
          ? { Address: { Value: { 'Fn::GetAtt': ['Link', 'Address'] } }, Id: { Value: { Ref: 'Link' } } }
          : {},
    },
    {
      provisioners: runtime.provisioners(),
      customResources: customResourcePort(runtime, endpoint.responseUrls),
      state,
      ...options,
    },
  );
}
const requests = () => heard.map(({ RequestType, PhysicalResourceId }) => [RequestType, PhysicalResourceId]);

describe('a custom resource', () => {
  test('is created once, in the shape of CloudFormation, with texts for numbers and booleans', async () => {
    const stack = await boot({ Link: link({ id: 1, nested: { on: true, list: [2] } }) });
    expect(heard).toEqual([
      {
        RequestType: 'Create',
        ServiceToken: runtime.definitions()[0]?.arn,
        StackId: stack.stackId,
        RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        LogicalResourceId: 'Link',
        ResourceType: 'Custom::Link',
        ResourceProperties: {
          ServiceToken: runtime.definitions()[0]?.arn,
          id: '1',
          nested: { on: 'true', list: ['2'] },
        },
      },
    ]);
    expect(stack.outputs).toEqual({ Address: 'address of 1', Id: 'thing-1' });
    expect(stack.resources.get('Link')).toMatchObject({ passive: false });
  });

  test('hears nothing at the next boot with the same properties, and keeps its attributes', async () => {
    await boot({ Link: link({ id: 1 }) });
    const stack = await boot({ Link: link({ id: 1 }) });
    expect(heard).toEqual([]);
    expect(stack.outputs).toEqual({ Address: 'address of 1', Id: 'thing-1' });
  });

  test('hears an Update at every boot where that is asked for', async () => {
    await boot({ Link: link({ id: 1 }) });
    await boot({ Link: link({ id: 1 }) }, { unchangedCustomResources: 'update' });
    expect(requests()).toEqual([['Update', 'thing-1']]);
  });

  test('hears an Update with the old properties when they changed', async () => {
    await boot({ Link: link({ id: 1, flow: 'a' }) });
    await boot({ Link: link({ id: 1, flow: 'b' }) });
    expect(heard).toMatchObject([
      {
        RequestType: 'Update',
        PhysicalResourceId: 'thing-1',
        ResourceProperties: { flow: 'b' },
        OldResourceProperties: { flow: 'a', id: '1' },
      },
    ]);
  });

  test('that was replaced hears a Delete for the old id, after everything else', async () => {
    await boot({ Link: link({ id: 1 }) });
    const stack = await boot({ Link: link({ id: 2 }), Other: link({ id: 3 }) });
    expect(requests()).toEqual([
      ['Update', 'thing-1'],
      ['Create', undefined],
      ['Delete', 'thing-1'],
    ]);
    expect(heard[2]?.ResourceProperties).toMatchObject({ id: '1' });
    expect(stack.outputs['Id']).toBe('thing-2');
    await boot({ Link: link({ id: 2 }), Other: link({ id: 3 }) });
    expect(heard).toEqual([]);
  });

  test('that left the template hears a Delete, once', async () => {
    await boot({ Link: link({ id: 1 }) });
    expect((await boot({})).notes).toEqual([]);
    expect(requests()).toEqual([['Delete', 'thing-1']]);
    await boot({});
    expect(heard).toEqual([]);
    await boot({ Link: link({ id: 1 }) });
    expect(requests()).toEqual([['Create', undefined]]);
  });

  test('that is retained hears no Delete, neither removed nor replaced', async () => {
    const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
    await boot({ Link: link({ id: 1 }, retained) });
    await boot({ Link: link({ id: 2 }, retained) });
    expect(requests()).toEqual([['Update', 'thing-1']]);
    await boot({});
    expect(heard).toEqual([]);
  });

  test('that cannot be deleted, or whose function is gone, is noted and left behind', async () => {
    await boot({ Link: link({ id: 1, answer: 'keep' }) });
    expect((await boot({})).notes).toEqual([
      expect.stringMatching(
        /^custom resource 'Link' \(Custom::Link\), Delete: Received response status \[FAILED\].*the number is taken.*stays behind$/,
      ),
    ]);
    await boot({ Link: link({ id: 1 }) });
    const other = new FunctionsRuntime({
      endpointUrl: endpoint.url,
      accessKeys: new AccessKeys(accountId),
      codePath: () => undefined,
    });
    const options = {
      provisioners: other.provisioners(),
      customResources: customResourcePort(other, endpoint.responseUrls),
      state,
    };
    const { notes } = await deployTemplate({ Resources: {} }, options);
    expect(notes).toEqual([expect.stringContaining('ended as not-found: Function not found')]);
  });
});

describe('a custom resource that goes wrong stops the boot in one sentence', () => {
  const table: readonly [string, string][] = [
    [
      'failed',
      "custom resource 'Link' (Custom::Link), Create: Received response status [FAILED] from custom resource. Message returned: the number is taken",
    ],
    ['throw', 'ended as function-error: the provider broke'],
    ['garbage', 'Invalid Json in the answer of the function'],
    ['nameless', 'the answer has no PhysicalResourceId'],
    ['stranger', 'the answer belongs to another request'],
    ['long', 'Response object is too long'],
  ];
  for (const [answer, message] of table) {
    test(answer, async () => {
      await expect(boot({ Link: link({ id: 1, answer }) })).rejects.toThrow(message);
      await boot({ Link: link({ id: 1 }) });
      expect(requests()).toEqual([['Create', undefined]]);
    });
  }

  test('no answer within its time, its own or the default', async () => {
    await expect(
      boot({ Link: link({ id: 1, answer: 'silence' }) }, { customResourceTimeoutMs: 300 }),
    ).rejects.toThrow('the function did not answer to its ResponseURL within 0.3 s');
    await expect(boot({ Link: link({ id: 1, answer: 'silence', ServiceTimeout: 1 }) })).rejects.toThrow(
      'within 1 s',
    );
  });

  test('no function, no token, no functions at all', async () => {
    const nobody = `arn:aws:lambda:${region}:${accountId}:function:nobody`;
    await expect(boot({ Link: link({ ServiceToken: nobody }) })).rejects.toThrow(
      `ended as not-found: Function not found: ${nobody}`,
    );
    await expect(boot({ Link: { Type: 'Custom::Link' } })).rejects.toThrow('has no ServiceToken');
    await expect(deployTemplate({ Resources: { Link: { Type: 'Custom::Link' } } })).rejects.toThrow(
      'needs functions, and none run here',
    );
  });

  test('another function for the same resource is refused as in CloudFormation', async () => {
    await boot({ Link: link({ id: 1 }) });
    const other = { ...provider.Provider, DependsOn: 'Provider' };
    await expect(
      boot({ Second: other, Link: link({ id: 1, ServiceToken: { 'Fn::GetAtt': ['Second', 'Arn'] } }) }),
    ).rejects.toThrow('Modifying service token is not allowed');
  });

  test('what was made before the failure is remembered', async () => {
    const failing = {
      First: link({ id: 1 }),
      Link: link({ id: 2, answer: 'failed' }, { DependsOn: 'First' }),
    };
    await expect(boot(failing)).rejects.toThrow('the number is taken');
    expect(Object.keys(state.load().customResources)).toEqual(['First']);
  });
});

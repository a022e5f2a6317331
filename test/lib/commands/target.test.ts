/** Commands find the tables of a deployed stack by its outputs, or say what is wrong with it. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterEach, expect, test } from '@jest/globals';
import { deployedStack, instanceOf, worldOf } from '../../../lib/commands/target.ts';
import { mockedClient } from '../../kit/mocked-client.ts';

const cloudFormation = mockedClient(CloudFormationClient);
const client = new CloudFormationClient({ region: 'us-east-1' });
afterEach(() => {
  cloudFormation.reset();
});

const outputs = { CustomersTable: 'c', OrdersTable: 'o' };

test('a deployed stack is known by its outputs', async () => {
  cloudFormation.on(DescribeStacksCommand, { StackName: 'Callwright-dev' }).resolves({
    Stacks: [
      {
        StackName: 'Callwright-dev',
        CreationTime: new Date(0),
        StackStatus: 'CREATE_COMPLETE',
        Outputs: [
          { OutputKey: 'CustomersTable', OutputValue: 'c' },
          { OutputKey: 'OrdersTable', OutputValue: 'o' },
          {},
        ],
      },
    ],
  });
  const target = await deployedStack('Callwright-dev', client);
  expect(target).toEqual({ name: 'Callwright-dev', outputs });
  const world = worldOf({ ...target, region: 'us-east-1' });
  expect(world.tables).toEqual({ customers: 'c', orders: 'o' });
});

test('a stack that cannot be read is named with the reason, in one sentence', async () => {
  cloudFormation.on(DescribeStacksCommand).rejects(new Error('Stack with id Nothing does not exist'));
  await expect(deployedStack('Nothing', client)).rejects.toThrow(
    "The stack 'Nothing' cannot be read (Stack with id Nothing does not exist): give --target local, or a stack of your AWS account and Region.",
  );
});

test('a stack of something else is refused by the output that it lacks', () => {
  expect(() => worldOf({ name: 'Shop', outputs: { CustomersTable: 'c' }, region: 'us-east-1' })).toThrow(
    "The stack 'Shop' has no output OrdersTable: is it a Callwright stack?",
  );
});

test("the local endpoint is used with credentials that are nobody else's", async () => {
  const { client: dynamodb } = worldOf({
    name: 'local',
    outputs,
    endpointUrl: 'http://127.0.0.1:1',
    region: 'us-east-1',
  });
  expect(await dynamodb.config.credentials()).toMatchObject({
    accessKeyId: 'local',
    secretAccessKey: 'local',
  });
  expect((await dynamodb.config.endpoint?.())?.port).toBe(1);
});

test('a stack names its instance, or is none of ours', () => {
  const target = { name: 'Callwright-dev', outputs: { InstanceId: 'i1', Region: 'eu-west-2' } };
  expect(instanceOf(target)).toEqual({ instanceId: 'i1', region: 'eu-west-2' });
  expect(() => instanceOf({ name: 'Shop', outputs: {} })).toThrow(
    "The stack 'Shop' has no output InstanceId: is it a Callwright stack?",
  );
});

import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, type Request } from '../../../lambdas/link-phone-number/custom-resource.ts';
import { mockedClient } from '../../kit/mocked-client.ts';
import { type AnswerServer, answerServer } from './cloudformation.ts';

process.env['AWS_REGION'] = 'us-east-1';
const { handler } = await import('../../../lambdas/link-phone-number/handler.ts');

const connect = mockedClient(ConnectClient);
const account = 'arn:aws:connect:us-east-1:123456789012';
const properties = {
  ServiceToken: 'arn:aws:lambda:us-east-1:123456789012:function:callwright-dev-link-phone-number',
  ServiceTimeout: '120',
  InstanceArn: `${account}:instance/the-instance`,
  PhoneNumberArn: `${account}:phone-number/the-number`,
  ContactFlowArn: `${account}:instance/the-instance/contact-flow/the-flow`,
};
const plentyOfTime = { getRemainingTimeInMillis: () => 60_000 };

let cloudFormation: AnswerServer;
let logged: string[];

beforeEach(async () => {
  connect.reset();
  cloudFormation = await answerServer();
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => {
    logged.push(line);
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await cloudFormation.close();
});

function asked(requestType: Request['RequestType'], changes: Partial<Request> = {}): Request {
  return {
    RequestType: requestType,
    ResponseURL: cloudFormation.url,
    StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Callwright-dev/1',
    RequestId: 'request-1',
    LogicalResourceId: 'NumberLink',
    ResourceProperties: properties,
    ...(requestType === 'Create' ? {} : { PhysicalResourceId: 'phone-number-flow-NumberLink' }),
    ...changes,
  };
}

async function answered(event: unknown, context = plentyOfTime): Promise<unknown> {
  await handler(event, context);
  expect(cloudFormation.received).toHaveLength(1);
  return JSON.parse(cloudFormation.received[0]?.body ?? '');
}

const success = {
  Status: 'SUCCESS',
  PhysicalResourceId: 'phone-number-flow-NumberLink',
  StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Callwright-dev/1',
  RequestId: 'request-1',
  LogicalResourceId: 'NumberLink',
};

describe('the provider of number links', () => {
  test.each(['Create', 'Update'] as const)('links number and flow on %s', async (requestType) => {
    connect.on(AssociatePhoneNumberContactFlowCommand).resolves({});
    expect(await answered(asked(requestType))).toEqual(success);
    expect(connect.commandCalls(AssociatePhoneNumberContactFlowCommand)[0]?.args[0].input).toEqual({
      InstanceId: 'the-instance',
      PhoneNumberId: 'the-number',
      ContactFlowId: 'the-flow',
    });
  });

  test('takes the link away on Delete', async () => {
    connect.on(DisassociatePhoneNumberContactFlowCommand).resolves({});
    expect(await answered(asked('Delete'))).toEqual(success);
    expect(connect.commandCalls(DisassociatePhoneNumberContactFlowCommand)[0]?.args[0].input).toEqual({
      InstanceId: 'the-instance',
      PhoneNumberId: 'the-number',
    });
    expect(connect.commandCalls(AssociatePhoneNumberContactFlowCommand)).toHaveLength(0);
  });

  test('keeps its id when the number changes, so that CloudFormation sends no Delete for the new link', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).resolves({});
    const other = { ...properties, PhoneNumberArn: `${account}:phone-number/another` };
    expect(await answered(asked('Update', { ResourceProperties: other }))).toEqual(success);
  });

  test('answers with PUT and no content type, for which the address is signed', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).resolves({});
    await answered(asked('Create'));
    expect(cloudFormation.received[0]?.method).toBe('PUT');
    expect(cloudFormation.received[0]?.headers['content-type']).toBeUndefined();
  });

  test('logs what was asked and never the address that lets others answer', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).resolves({});
    await answered(asked('Create'));
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      { request: 'Create', logicalId: 'NumberLink', requestId: 'request-1', status: 'SUCCESS' },
    ]);
    expect(logged.join()).not.toContain('signature');
  });
});

describe('when Amazon Connect refuses', () => {
  test.each(['Create', 'Update'] as const)('%s fails with the reason', async (requestType) => {
    connect
      .on(AssociatePhoneNumberContactFlowCommand)
      .rejects(new ResourceNotFoundException({ message: 'Flow not found', $metadata: {} }));
    expect(await answered(asked(requestType))).toEqual({
      ...success,
      Status: 'FAILED',
      Reason: 'ResourceNotFoundException: Flow not found',
    });
  });

  test('a Delete of a number that is gone already succeeds', async () => {
    connect
      .on(DisassociatePhoneNumberContactFlowCommand)
      .rejects(new ResourceNotFoundException({ message: 'gone', $metadata: {} }));
    expect(await answered(asked('Delete'))).toEqual(success);
  });

  test('a Delete that may not be made fails, and is not taken for done', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    connect.on(DisassociatePhoneNumberContactFlowCommand).rejects(denied);
    expect(await answered(asked('Delete'))).toMatchObject({
      Status: 'FAILED',
      Reason: 'AccessDeniedException: not authorized',
    });
  });

  test('a long reason is cut so that the answer stays within 4,096 bytes', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).rejects(new Error('ü'.repeat(20_000)));
    await answered(asked('Create'));
    expect(Buffer.byteLength(cloudFormation.received[0]?.body ?? '')).toBeLessThanOrEqual(4_096);
  });

  test('silence is answered before the function ends', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).callsFake(() => new Promise(() => undefined));
    const almostOver = { getRemainingTimeInMillis: () => 5_020 };
    expect(await answered(asked('Create'), almostOver)).toMatchObject({
      Status: 'FAILED',
      Reason: 'Error: Amazon Connect did not answer within 20 ms',
    });
  });

  test('no time at all is a failure and not a hang', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).callsFake(() => new Promise(() => undefined));
    expect(await answered(asked('Create'), { getRemainingTimeInMillis: () => 0 })).toMatchObject({
      Status: 'FAILED',
    });
  });
});

describe('properties that cannot be used', () => {
  const wrong: readonly [string, Record<string, unknown>][] = [
    ['no number', { ...properties, PhoneNumberArn: undefined }],
    ['an empty number', { ...properties, PhoneNumberArn: '' }],
    ['an id instead of an ARN', { ...properties, ContactFlowArn: 'the-flow' }],
    ['a flow in place of the instance', { ...properties, InstanceArn: properties.ContactFlowArn }],
    ['an ARN of another service', { ...properties, PhoneNumberArn: 'arn:aws:s3:::bucket' }],
    ['none at all', {}],
  ];
  test.each(wrong)('fail a Create: %s', async (_title, ResourceProperties) => {
    const reply = await answered(asked('Create', { ResourceProperties }));
    expect(reply).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('Properties are not usable'),
    });
    expect(connect.calls()).toHaveLength(0);
  });
  test.each(wrong)(
    'do not stop the Delete that rolls the Create back: %s',
    async (_title, ResourceProperties) => {
      expect(await answered(asked('Delete', { ResourceProperties }))).toEqual(success);
      expect(connect.calls()).toHaveLength(0);
    },
  );
  test('of any kind get exactly one answer, with the id of the resource', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('Create' as const, 'Update' as const, 'Delete' as const),
        fc.dictionary(fc.constantFrom(...Object.keys(properties)), fc.jsonValue()),
        async (requestType, ResourceProperties) => {
          const before = cloudFormation.received.length;
          await handler(asked(requestType, { ResourceProperties }), plentyOfTime);
          expect(cloudFormation.received).toHaveLength(before + 1);
          const reply = JSON.parse(cloudFormation.received.at(-1)?.body ?? '');
          expect(reply.PhysicalResourceId).toBe('phone-number-flow-NumberLink');
          expect(reply.Status).toBe(requestType === 'Delete' ? 'SUCCESS' : 'FAILED');
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an event that is no request of CloudFormation', () => {
  test.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ RequestType: 'Create' }],
    [{ Details: { Parameters: {} } }],
  ])('is refused: %j', async (event) => {
    await expect(handler(event, plentyOfTime)).rejects.toThrow();
    expect(connect.calls()).toHaveLength(0);
  });
  test('with an unknown type of request is refused', async () => {
    await expect(handler({ ...asked('Create'), RequestType: 'Import' }, plentyOfTime)).rejects.toThrow(
      /RequestType/,
    );
  });
});

describe('an answer that does not arrive', () => {
  const now = [0, 0, 0];
  async function tryingAgain(statuses: readonly number[]): Promise<AnswerServer> {
    await cloudFormation.close();
    cloudFormation = await answerServer(statuses);
    return cloudFormation;
  }
  test.each([
    ['a fault of the service', [503]],
    ['two faults', [500, 503]],
    ['a broken connection', [0]],
    ['three broken connections', [0, 0, 0]],
  ])('is sent again after %s', async (_title, statuses) => {
    const server = await tryingAgain(statuses);
    await answer(asked('Create'), { status: 'SUCCESS' }, now);
    expect(JSON.parse(server.received.at(-1)?.body ?? '')).toEqual(success);
  });
  test('four times makes the invocation fail, so that Lambda tries again', async () => {
    await tryingAgain([500, 500, 500, 500]);
    await expect(answer(asked('Create'), { status: 'SUCCESS' }, now)).rejects.toThrow(
      'CloudFormation could not be answered: HTTP 500',
    );
  });
});

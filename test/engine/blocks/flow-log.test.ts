/** What the flow log keeps of a block, for whoever looks for the fault afterwards. */
import { describe, expect, test } from '@jest/globals';
import type { InvokeReply } from '../../../engine/contact/driver.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { walk } from './walk.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup-order';
const LOG = ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }] as const;

/** The entries of the block itself. */
async function entriesOf(type: string, parameters: Json, reply?: InvokeReply) {
  const { centre } = await walk({
    before: [['UpdateContactAttributes', { Attributes: { name: 'lookup-order' } }], LOG],
    type,
    parameters,
    errors: ['NoMatchingError'],
    ...(reply === undefined ? {} : { centre: { invoke: () => reply } }),
  });
  return centre.of('flow-log').flatMap(({ entry }) => (entry['Identifier'] === 'it' ? [entry] : []));
}

describe('of a function', () => {
  const parameters = { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '4' };
  const Parameters = {
    FunctionArn: FUNCTION,
    ResponseValidation: 'ResponseType=STRING_MAP',
    TimeLimit: '4000',
  };
  const returned = (payload: string): InvokeReply => ({ answer: { kind: 'returned', payload } });

  test('which one, its limit in milliseconds, and what it returned', async () => {
    expect(await entriesOf('InvokeLambdaFunction', parameters, returned('{"status":"sent"}'))).toEqual([
      expect.objectContaining({
        ContactFlowModuleType: 'InvokeExternalResource',
        Parameters,
        ExternalResults: { status: 'sent' },
      }),
    ]);
  });
  test('that it returned what the block does not take', async () => {
    const json = { ...parameters, ResponseValidation: { ResponseType: 'JSON' } };
    expect(await entriesOf('InvokeLambdaFunction', json, returned('[]'))).toEqual([
      expect.objectContaining({
        Parameters: { ...Parameters, ResponseValidation: 'ResponseType=JSON' },
        Results: 'The Lambda Function Returned An Error.',
      }),
    ]);
  });
  test('that it was never invoked, with the usual limit where none is given', async () => {
    const { LambdaFunctionARN } = parameters;
    const late = { LambdaFunctionARN, InvocationTimeLimitSeconds: 'late' };
    const [entry] = await entriesOf('InvokeLambdaFunction', late);
    expect(entry).toMatchObject({
      Parameters: { TimeLimit: '3000' },
      Results: 'The Lambda Function Returned An Error.',
    });
    const [usual] = await entriesOf('InvokeLambdaFunction', { LambdaFunctionARN }, returned('{}'));
    expect(usual).toMatchObject({ Parameters: { TimeLimit: '3000' }, ExternalResults: {} });
  });
  test('which one it was, where an attribute named it', async () => {
    const byName = { ...parameters, LambdaFunctionARN: '$.Attributes.name' };
    const [entry] = await entriesOf('InvokeLambdaFunction', byName, returned('{}'));
    expect(entry).toMatchObject({ Parameters: { FunctionArn: 'lookup-order' } });
  });
  test('that nobody waits for, no result', async () => {
    const async = { ...parameters, InvocationTimeLimitSeconds: '60', InvocationType: 'ASYNCHRONOUS' };
    const [entry] = await entriesOf('InvokeLambdaFunction', async, returned('{"status":"sent"}'));
    expect(entry).toMatchObject({ Parameters: { ...Parameters, TimeLimit: '60000' } });
    expect(entry).not.toHaveProperty('ExternalResults');
  });
});

test('of attributes, each by itself', async () => {
  const entries = await entriesOf('UpdateContactAttributes', { Attributes: { a: 'x', b: '$.Channel' } });
  expect(entries.map((entry) => entry['Parameters'])).toEqual([
    { Key: 'a', Value: 'x', AddAttributeToRelatedContact: 'false' },
    { Key: 'b', Value: 'VOICE', AddAttributeToRelatedContact: 'false' },
  ]);
});

test('of keys that were stored, under the name of that block of the console', async () => {
  const store = {
    Text: 'Key.',
    StoreInput: 'True',
    InputTimeLimitSeconds: '5',
    InputValidation: { CustomValidation: { MaximumLength: '4' } },
  };
  expect(await entriesOf('GetParticipantInput', store)).toMatchObject([
    { ContactFlowModuleType: 'StoreUserInput' },
  ]);
});

test.each([
  ['Enabled', 1],
  ['Disabled', 0],
  ['$.Attributes.none', 0],
])('is %s: afterwards %i more steps are in it', async (FlowLoggingBehavior, count) => {
  const { centre } = await walk({
    before: [LOG],
    type: 'UpdateFlowLoggingBehavior',
    parameters: { FlowLoggingBehavior },
  });
  const after = centre.of('flow-log').filter(({ entry }) => entry['Identifier'] === 'after');
  expect(after).toHaveLength(count);
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leftOverOf, unsolvedOf } from '../../../lambdas/domain/unanswered.ts';

const waited = {
  ContactId: 'call-1',
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  CustomerEndpoint: { Address: '+12025550111' },
  Attributes: { customerId: 'c-1001', verified: 'true' },
  Queue: { Name: 'support' },
};
const caller = {
  contactId: 'call-1',
  customerId: 'c-1001',
  isVerified: true,
  phoneNumber: '+12025550111',
};

test('a caller who waited for nobody gets a case of their own', () => {
  expect(leftOverOf(waited)).toEqual({
    kind: 'unanswered',
    caller,
    earlier: [],
  });
});

describe('a contact to which an agent has transferred the call', () => {
  const transferred = {
    ...waited,
    ContactId: 'call-3',
    InitiationMethod: 'TRANSFER',
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    PreviousContactId: 'call-2',
    InitialContactId: 'call-1',
    Agent: null,
  };
  test.each(['TRANSFER', 'QUEUE_TRANSFER'])(
    'leaves its caller a case where nobody answered (%s)',
    (method) => {
      expect(leftOverOf({ ...transferred, InitiationMethod: method })).toEqual({
        kind: 'unanswered',
        caller: { ...caller, contactId: 'call-3' },
        earlier: ['call-2', 'call-1'],
        transferredFrom: 'call-2',
      });
    },
  );
  test('leaves its caller one where the team could not take them and the agent had left', () => {
    const Attributes = { transferEnd: 'caller-alone' };
    expect(leftOverOf({ ...transferred, Queue: null, Attributes })).toMatchObject({ kind: 'unanswered' });
  });
  test('names each contact before it once', () => {
    expect(leftOverOf({ ...transferred, PreviousContactId: 'call-1' })).toMatchObject({
      earlier: ['call-1'],
    });
  });
  test.each([
    ['that the agent took back', { DisconnectReason: 'AGENT_DISCONNECT' }],
    ['that its agent heard cannot be', { Queue: null, Attributes: { reason: 'problem' } }],
    ['that somebody took', { Agent: { ARN: 'a' } }],
    ['that is a task', { Channel: 'TASK' }],
    ['that goes to a telephone', { InitiationMethod: 'EXTERNAL_OUTBOUND' }],
  ])('leaves nothing where it is one %s', (_which, change) => {
    expect(leftOverOf({ ...transferred, ...change })).toEqual({ kind: 'nothing' });
  });
});

test('a caller who was on the way to a person when the line broke is one, too', () => {
  const { Queue, ...notQueued } = waited;
  const attributes = { reason: 'system-fault' };
  expect(leftOverOf({ ...notQueued, Attributes: attributes })).toMatchObject({
    kind: 'unanswered',
    caller: { customerId: 'unknown', isVerified: false },
  });
  expect(leftOverOf(notQueued)).toEqual({ kind: 'nothing' });
});

test('a call about a case is linked to it', () => {
  const Attributes = { ...waited.Attributes, caseNumber: '48219307' };
  expect(leftOverOf({ ...waited, Attributes })).toEqual({
    kind: 'about-case',
    caseNumber: '48219307',
    contactId: 'call-1',
  });
});

const spokenWith: readonly (readonly [string, object])[] = [
  ['that an agent took', { Agent: { ARN: 'a' } }],
  ['that went on as another contact', { NextContactId: 'call-2' }],
  ['that we made', { InitiationMethod: 'OUTBOUND' }],
  ['that is a task', { Channel: 'TASK' }],
];
const unseen: readonly (readonly [string, object])[] = [
  ['whose number is withheld', { CustomerEndpoint: { Address: 'anonymous' } }],
  ['without a number', { CustomerEndpoint: null }],
];

test.each([...spokenWith, ...unseen])('a contact %s leaves nothing', (_what, change) => {
  expect(leftOverOf({ ...waited, ...change })).toEqual({ kind: 'nothing' });
});

describe('a caller who hangs up among the steps for a product', () => {
  const tried = (attributes: object = {}) => ({
    ...waited,
    Queue: null,
    Attributes: {
      ...waited.Attributes,
      troubleshooting: 'open',
      symptom: 'stops',
      stepsTried: '1',
      ...attributes,
    },
  });
  test('leaves what is wrong and what did not help', () => {
    expect(unsolvedOf(tried())).toEqual({ caller, trouble: { symptom: 'stops', tried: '1' } });
  });
  test.each([
    ['whom a step has helped', { troubleshooting: 'works' }],
    ['who said nothing of it', { symptom: 'none' }],
    ['whose attributes are not ours', { stepsTried: '9' }],
  ])('%s leaves nothing of it', (_who, attributes) => {
    expect(unsolvedOf(tried(attributes))).toBeUndefined();
  });
  test.each(spokenWith)('in a contact %s leaves nothing of it', (_what, change) => {
    expect(unsolvedOf({ ...tried(), ...change })).toBeUndefined();
  });
  test.each(unseen)('in a contact %s leaves it without one', (_what, change) => {
    expect(unsolvedOf({ ...tried(), ...change })).toEqual({
      caller: { ...caller, phoneNumber: undefined },
      trouble: { symptom: 'stops', tried: '1' },
    });
  });
});

test('no record whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (record) => void [leftOverOf(record), unsolvedOf(record)]),
    { numRuns: 200 },
  );
});

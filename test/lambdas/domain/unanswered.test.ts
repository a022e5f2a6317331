import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leftOverOf } from '../../../lambdas/domain/unanswered.ts';

const waited = {
  ContactId: 'call-1',
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  CustomerEndpoint: { Address: '+12025550111' },
  Attributes: { customerId: 'c-1001', verified: 'true' },
  Queue: { Name: 'support' },
};

test('a caller who waited for nobody gets a case of their own', () => {
  expect(leftOverOf(waited)).toEqual({
    kind: 'unanswered',
    contactId: 'call-1',
    customerId: 'c-1001',
    isVerified: true,
    phoneNumber: '+12025550111',
  });
});

test('a caller who was on the way to a person when the line broke is one, too', () => {
  const { Queue, ...notQueued } = waited;
  const attributes = { reason: 'system-fault' };
  expect(leftOverOf({ ...notQueued, Attributes: attributes })).toMatchObject({
    kind: 'unanswered',
    customerId: 'unknown',
    isVerified: false,
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

test.each([
  ['that an agent took', { Agent: { ARN: 'a' } }],
  ['that went on as another contact', { NextContactId: 'call-2' }],
  ['that we made', { InitiationMethod: 'OUTBOUND' }],
  ['that is a task', { Channel: 'TASK' }],
  ['whose number is withheld', { CustomerEndpoint: { Address: 'anonymous' } }],
  ['without a number', { CustomerEndpoint: null }],
])('a contact %s leaves nothing', (_what, change) => {
  expect(leftOverOf({ ...waited, ...change })).toEqual({ kind: 'nothing' });
});

test('no record whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (record) => void leftOverOf(record)),
    { numRuns: 200 },
  );
});

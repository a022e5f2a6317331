/** A transfer flow that puts the agent or the caller on hold: who hears it, whose keys it takes, and that it ends. */
import { describe, expect, test } from '@jest/globals';
import { describeContact } from '../../../engine/contact/describe.ts';
import { Centre, hangUp, type Steps, say } from './centre.ts';
import { straight, talking } from './talking.ts';

type Held = 'AgentOnHold' | 'CustomerOnHold' | 'OffHold';
const holds = (state: Held, next: string) =>
  [
    'UpdatePreviousContactParticipantState',
    { PreviousContactParticipantState: state },
    { next, errors: { NoMatchingError: 'failed' } },
  ] as const;
const ask = (next: string) =>
  [
    'GetParticipantInput',
    {
      Text: 'Please key your card number.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '4' } },
    },
    { next, errors: { NoMatchingError: 'failed' } },
  ] as const;

/** sam transfers to a queue whose flow is this one. */
async function paying(steps: Steps) {
  const call = await talking({
    flows: {
      main: straight,
      'pay:QUEUE_TRANSFER': { ...steps, failed: say('That failed.', 'end'), end: hangUp },
    },
    quickConnects: [
      { arn: 'arn:pay', id: 'pay', name: 'Pay', kind: 'queue', queueId: 'orders', flowId: 'pay' },
    ],
  });
  return { ...call, legId: call.consults('pay') };
}
const payment: Steps = {
  hold: holds('AgentOnHold', 'ask'),
  ask: ask('keep'),
  keep: ['UpdateContactAttributes', { Attributes: { keyed: '$.StoredCustomerInput' } }, { next: 'back' }],
  back: holds('CustomerOnHold', 'say'),
  say: say('Paid.', 'all'),
  all: holds('OffHold', 'thanks'),
  thanks: say('Thank you both.', 'end'),
};

describe('a flow that holds the agent', () => {
  test('asks the caller, then speaks to the agent, then to both, and ends with the agent on the call', async () => {
    const call = await paying(payment);
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('Please key your card number.');
    expect(call.hears(call.contactId, 'agent').at(-1)).toBe('HoldMusic.wav');
    expect(call.hears(call.legId, 'transferrer')).toEqual([]);
    expect(call.caller()?.holds?.sinceMs).toBeUndefined();
    call.centre.press(call.contactId, '1234');
    expect(call.leg(call.legId)?.attributes['keyed']).toMatch(/^(1234|•+)$/);
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('HoldMusic.wav');
    expect(call.hears(call.legId, 'transferrer')).toEqual(['Paid.']);
    await call.centre.driver.advanceBy(1_500);
    expect(call.hears(call.legId, 'transferrer').at(-1)).toBe('Thank you both.');
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('Thank you both.');
    await call.centre.driver.advanceBy(10_000);
    expect(call.leg(call.legId)?.phase).toBe('ended');
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
    expect(call.at('sam')?.parties).toBeUndefined();
  });
  test('lets the caller go on with it when the agent leaves, without a word lost', async () => {
    const call = await paying(payment);
    call.sends('agent-hangs-up');
    call.centre.press(call.contactId, '1234');
    expect(call.caller()?.attributes['keyed']).toBeDefined();
    await call.centre.driver.advanceBy(10_000);
    // Nobody is left to be held.
    expect(call.hears(call.contactId, 'customer').slice(-1)).toEqual(['That failed.']);
    expect(call.caller()?.phase).toBe('ended');
  });
  test('is over when the caller hangs up', async () => {
    const call = await paying(payment);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(describeContact(call.centre.world, call.legId)?.phase).toBe('ended');
    expect(call.at('sam')?.state).toBe('after-contact-work');
  });
});

test('keys of the caller go nowhere while only the agent hears the flow', async () => {
  const call = await paying({ ask: ask('failed') });
  call.centre.press(call.contactId, '1');
  await call.centre.driver.advanceBy(20_000);
  expect(call.hears(call.legId, 'transferrer')).toContain('That failed.');
});

test('a flow that comes from no conversation can hold nobody', async () => {
  const centre = new Centre({
    flows: {
      main: { hold: holds('CustomerOnHold', 'end'), failed: say('That failed.', 'end'), end: hangUp },
    },
  });
  centre.dial();
  expect(centre.heard()).toEqual(['That failed.']);
  expect(centre.of('step-taken')[0]?.because).toContain('no earlier contact');
});

/** Calls to numbers outside: by agents who transfer, and by the block. Somebody has to say what becomes of them. */
import { describe, expect, test } from '@jest/globals';
import { openContacts } from '../../../engine/contact/describe.ts';
import { Centre, hangUp, type Links, say } from './centre.ts';
import { OUTSIDE, straight, talking } from './talking.ts';

const bye = { thanks: say('Goodbye.', 'end'), end: hangUp };
const remaining = {
  main: {
    remaining: [
      'UpdateContactEventHooks',
      { EventHooks: { CustomerRemaining: 'bye' } },
      { next: 'set-queue' },
    ],
    ...straight,
  },
  bye,
} as const;

describe('an agent who calls somebody outside', () => {
  test('talks to who answers, joins the caller, leaves, and the two go on without an agent', async () => {
    const call = await talking({ flows: remaining });
    const legId = call.consults('q-carrier');
    expect(call.centre.of('third-party-dialled')).toEqual([
      {
        kind: 'third-party-dialled',
        contactId: legId,
        number: OUTSIDE,
        callerNumber: '+12025550100',
        withinMs: 60_000,
      },
    ]);
    expect(call.leg(legId)).toMatchObject({
      phase: 'dialling',
      initiation: 'EXTERNAL_OUTBOUND',
      from: OUTSIDE,
    });
    expect(() => call.sends('agent-swaps')).toThrow('not answered yet');
    call.outside('answers');
    call.sends('agent-swaps');
    expect(call.hears(legId, 'third-party')).toEqual(['HoldMusic.wav']);
    call.sends('agent-conferences');
    call.sends('agent-hangs-up');
    expect(call.caller()).toMatchObject({ phase: 'third-party', segmentId: call.contactId });
    expect(call.caller()?.agent).toBeUndefined();
    expect(call.at('sam')?.state).toBe('after-contact-work');
    call.outside('hangs-up');
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'THIRD_PARTY_DISCONNECT' });
    await call.centre.driver.advanceBy(5000);
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('Goodbye.');
    expect(call.caller()).toMatchObject({ phase: 'ended', reason: 'THIRD_PARTY_DISCONNECT' });
  });
  test('who hears the outbound whisper of the queue first', async () => {
    const call = await talking({
      queues: [
        { id: 'support', outboundFlowId: 'out', outboundCallerNumber: '+12025550111' },
        { id: 'orders' },
      ],
      flows: {
        'out:OUTBOUND_WHISPER': { hello: say('Larkfield Supplies calls.', 'end'), end: ['EndFlowExecution'] },
      },
    });
    const legId = call.consults('q-carrier');
    expect(call.centre.of('third-party-dialled')).toMatchObject([{ callerNumber: '+12025550111' }]);
    call.outside('answers', legId);
    expect(call.hears(legId, 'third-party')).toEqual(['Larkfield Supplies calls.']);
    expect(() => call.sends('agent-conferences')).toThrow('not answered yet');
    await call.centre.driver.advanceBy(5000);
    call.sends('agent-conferences');
    expect(call.at('sam')?.parties?.conference).toBe(true);
  });
  test.each([
    ['busy', 'TELECOM_BUSY'],
    ['no-answer', 'TELECOM_UNANSWERED'],
    ['refused', 'TELECOM_NUMBER_INVALID'],
  ] as const)('that is %s has the caller still', async (outcome, reason) => {
    const call = await talking();
    const legId = call.consults('q-carrier');
    call.outside(outcome);
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason });
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
    expect(() => call.outside('answers')).toThrow('nobody outside is called for');
    expect(() => call.outside('hangs-up')).toThrow('nobody outside is in');
  });
  test('and of whom nothing is heard is let go after a minute', async () => {
    const call = await talking();
    const legId = call.consults('q-carrier');
    await call.centre.driver.advanceBy(59_999);
    expect(call.leg(legId)?.phase).toBe('dialling');
    await call.centre.driver.advanceBy(1);
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'TELECOM_UNANSWERED' });
    expect(call.centre.of('third-party-left')).toHaveLength(1);
  });
  test('and leaves at once leaves the caller with the ringing, and who is not reached is told', async () => {
    const call = await talking();
    call.transfers('q-carrier');
    expect(call.caller()?.phase).toBe('third-party');
    await call.centre.driver.advanceBy(60_000);
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe(
      'Your call could not be put through. Goodbye.',
    );
    await call.centre.driver.advanceBy(10_000);
    expect(call.caller()).toMatchObject({ phase: 'ended', reason: 'TELECOM_UNANSWERED' });
    expect(openContacts(call.centre.world)).toEqual([]);
  });
  test('is alone with them when the caller hangs up, and after that nobody is', async () => {
    const call = await talking();
    const legId = call.consults('q-carrier');
    call.outside('answers');
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect([call.caller()?.phase, call.leg(legId)?.phase]).toEqual(['ended', 'third-party']);
    call.outside('hangs-up', legId);
    expect(call.at('sam')?.state).toBe('after-contact-work');
  });
  test('ends with the caller who hangs up on somebody outside', async () => {
    const call = await talking();
    const legId = call.transfers('q-carrier');
    call.outside('answers');
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'CUSTOMER_DISCONNECT' });
    expect(call.centre.of('third-party-left')).toHaveLength(1);
  });
});

describe('commands that contradict what is', () => {
  test.each([
    [
      'a destination that is none',
      { quickConnectId: 'q-nobody' },
      'ResourceNotFoundException',
      'no quick connect',
    ],
    ['oneself', { quickConnectId: 'q-sam' }, 'InvalidParameterException', 'who has the call'],
    ['a number that is none', { number: '555' }, 'InvalidParameterException', 'no telephone number'],
  ] as const)('are refused: %s', async (_title, to, name, words) => {
    const call = await talking();
    const act = () =>
      call.centre.send({ kind: 'agent-consults', userId: 'sam', contactId: call.contactId, to });
    expect(act).toThrow(expect.objectContaining({ name, message: expect.stringContaining(words) }));
    expect(call.caller()?.holds).toBeUndefined();
    expect(openContacts(call.centre.world)).toEqual([call.contactId]);
  });
  test('are refused: a second transfer, a transfer of a transfer, parties that are not there', async () => {
    const call = await talking();
    expect(() => call.sends('agent-swaps')).toThrow('nobody besides caller and agent');
    const legId = call.consults('q-robin');
    const again = {
      kind: 'agent-consults',
      userId: 'sam',
      contactId: call.contactId,
      to: { number: OUTSIDE },
    } as const;
    expect(() => call.centre.send(again)).toThrow(
      expect.objectContaining({
        name: 'InvalidStateException',
        message: expect.stringContaining('transferred already'),
      }),
    );
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    const further = { ...again, userId: 'robin', contactId: legId };
    expect(() => call.centre.send(further)).toThrow('cannot be transferred further');
    expect(() => call.centre.send({ kind: 'caller-hangs-up', contactId: legId })).toThrow(
      'the caller is not in',
    );
  });
  test('are refused: quick connects whose flow is missing, or of another type', async () => {
    const kind = { kind: 'agent', userId: 'robin' } as const;
    const call = await talking({
      quickConnects: [
        { arn: 'a', id: 'a', name: 'a', ...kind, flowId: 'nothing' },
        { arn: 'b', id: 'b', name: 'b', ...kind, flowId: 'main' },
      ],
    });
    expect(() => call.consults('a')).toThrow("names flow 'nothing', which does not exist");
    expect(() => call.consults('b')).toThrow('needs a flow of type AGENT_TRANSFER, not CONTACT_FLOW');
  });
});

describe('the block that calls a number outside', () => {
  const dials = (ContinueFlowExecution: 'True' | 'False', links: Links, parameters = {}) =>
    new Centre({
      flows: {
        main: {
          out: [
            'TransferParticipantToThirdParty',
            {
              ThirdPartyPhoneNumber: OUTSIDE,
              ThirdPartyConnectionTimeLimitSeconds: '30',
              ContinueFlowExecution,
              ...parameters,
            },
            links,
          ],
          failed: say('That failed.', 'end'),
          busy: say('The number is busy.', 'end'),
          late: say('Nobody answers.', 'end'),
          after: say('Welcome back.', 'end'),
          end: hangUp,
        },
      },
    });
  const tells = {
    next: 'after',
    errors: { NoMatchingError: 'failed', CallFailed: 'busy', ConnectionTimeLimitExceeded: 'late' },
  };
  const silent = { next: 'failed', errors: { NoMatchingError: 'failed' } };
  const play = async (
    centre: Centre,
    ...outcomes: readonly ('answers' | 'busy' | 'refused' | 'no-answer' | 'hangs-up')[]
  ) => {
    const contactId = centre.dial();
    for (const outcome of outcomes) centre.send({ kind: 'third-party', contactId, outcome });
    await centre.run(outcomes.length === 0 ? 60_000 : 10_000);
    return { contactId, heard: centre.heard(), left: centre.of('third-party-left').length };
  };
  test.each([
    ['goes on when the other hangs up', ['answers', 'hangs-up'], 'Welcome back.'],
    ['says that it is busy', ['busy'], 'The number is busy.'],
    ['says that it cannot be called', ['refused'], 'The number is busy.'],
    ['says that nobody answers', ['no-answer'], 'Nobody answers.'],
    ['says so by itself in the end', [], 'Nobody answers.'],
  ] as const)('%s', async (_title, outcomes, words) => {
    expect(await play(dials('True', tells), ...outcomes)).toMatchObject({ heard: [words], left: 1 });
  });
  test('ends the call when the other hangs up, where the flow does not go on', async () => {
    const centre = dials('False', silent);
    expect(await play(centre, 'answers', 'hangs-up')).toMatchObject({ heard: [], left: 1 });
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'CONTACT_FLOW_DISCONNECT' }]);
    expect((await play(dials('False', silent), 'busy')).heard).toEqual(['That failed.']);
  });
  test('shows the caller’s number, or one of its own', async () => {
    const one = dials('True', tells);
    one.dial();
    expect(one.of('third-party-dialled')).toMatchObject([{ callerNumber: '+12025550123', withinMs: 30_000 }]);
    const other = dials('True', tells, { CallerId: { Number: '+12025550100' } });
    other.dial();
    expect(other.of('third-party-dialled')).toMatchObject([{ callerNumber: '+12025550100' }]);
  });
  test.each([
    [{ ThirdPartyPhoneNumber: '$.Attributes.nobody' }, "'' is no number"],
    [{ ThirdPartyPhoneNumber: '911' }, "'911' is no number"],
    [{ ThirdPartyConnectionTimeLimitSeconds: '$.Attributes.long' }, 'no time limit'],
  ])('does not call %j', async (parameters, because) => {
    const centre = dials('True', tells, parameters);
    expect((await play(centre)).heard).toEqual(['That failed.']);
    expect(centre.of('step-taken')[0]?.because).toContain(because);
    expect(centre.of('third-party-dialled')).toEqual([]);
  });
  test('lets the other go when the caller hangs up', () => {
    const centre = dials('True', tells);
    const contactId = centre.dial();
    centre.send({ kind: 'third-party', contactId, outcome: 'answers' });
    expect(() => centre.send({ kind: 'third-party', contactId, outcome: 'answers' })).toThrow(
      'nobody outside',
    );
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(centre.of('third-party-left')).toHaveLength(1);
    expect(() => centre.send({ kind: 'third-party', contactId, outcome: 'hangs-up' })).toThrow(
      'nobody outside',
    );
  });
});

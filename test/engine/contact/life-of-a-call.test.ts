/** Whole calls: from dialling to the end of after contact work, and every way of leaving early. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const hook = (event: string, flow: string, next: string) =>
  [
    'UpdateContactEventHooks',
    { EventHooks: { [event]: flow } },
    { next, errors: { NoMatchingError: next } },
  ] as const;

const main: Steps = {
  hello: say('Welcome.', 'queue-flow'),
  'queue-flow': hook('CustomerQueue', 'wait', 'agent-whisper'),
  'agent-whisper': hook('AgentWhisper', 'to-agent', 'customer-whisper'),
  'customer-whisper': hook('CustomerWhisper', 'to-customer', 'disconnect'),
  disconnect: hook('CustomerRemaining', 'bye', 'set-queue'),
  ...toQueue('support', 'sorry'),
  sorry: say('We cannot take your call.', 'end'),
  end: hangUp,
};
const flows: CentreOptions['flows'] = {
  main,
  'wait:CUSTOMER_QUEUE': {
    music: ['MessageParticipantIteratively', { Messages: [{ Text: 'Please wait.' }, { PromptId: 'music' }] }],
  },
  'to-agent:AGENT_WHISPER': {
    whisper: say('A call for $.Queue.Name, $.Agent.FirstName.', 'end'),
    end: ['EndFlowExecution'],
  },
  'to-customer:CUSTOMER_WHISPER': {
    whisper: say('You will speak to $.Agent.FirstName.', 'end'),
    end: ['EndFlowExecution'],
  },
  bye: { thanks: say('Thank you, goodbye.', 'end'), end: hangUp },
};

/** A call that is ringing at Sam. */
async function ringing(options: Partial<CentreOptions> = {}) {
  const centre = new Centre({ flows, ...options });
  centre.available('sam');
  const contactId = centre.dial();
  await centre.driver.advanceBy(5_000);
  const ids = { contactId, userId: 'sam' } as const;
  return {
    centre,
    contactId,
    ids,
    state: () => describeAgent(centre.world, 'sam')?.contact?.state,
    phase: () => describeContact(centre.world, contactId)?.phase,
  };
}
/** The same, talking. */
async function talking(options: Partial<CentreOptions> = {}) {
  const call = await ringing(options);
  call.centre.send({ kind: 'agent-accepts', ...call.ids });
  await call.centre.driver.advanceBy(10_000);
  expect(call.phase()).toBe('connected');
  return call;
}

describe('a call', () => {
  test('is heard, waits, rings, is whispered about, talks, is thanked, and is worked on', async () => {
    const { centre, contactId, ids } = await ringing();
    centre.send({ kind: 'agent-accepts', ...ids });
    expect(describeContact(centre.world, contactId)).toMatchObject({
      phase: 'agent-whisper',
      flow: { name: 'wait' },
    });
    expect(describeQueue(centre.world, 'support')?.contactIds).toEqual([contactId]);
    await centre.driver.advanceBy(10_000);
    expect(describeQueue(centre.world, 'support')?.contactIds).toEqual([]);
    expect(describeAgent(centre.world, 'sam')?.contact).toMatchObject({
      contactId,
      state: 'connected',
      queueName: 'support',
    });
    centre.send({ kind: 'agent-hangs-up', ...ids });
    expect(describeContact(centre.world, contactId)?.phase).toBe('disconnect-flow');
    expect(describeAgent(centre.world, 'sam')?.contact?.state).toBe('after-contact-work');
    await centre.driver.advanceBy(10_000);
    expect(describeContact(centre.world, contactId)).toMatchObject({
      phase: 'ended',
      reason: 'AGENT_DISCONNECT',
      completed: false,
    });
    centre.send({ kind: 'agent-clears', ...ids });
    expect(describeContact(centre.world, contactId)?.completed).toBe(true);
    expect(centre.heard()).toEqual([
      'Welcome.',
      'Please wait.',
      'queue-music',
      'You will speak to Sam.',
      'Thank you, goodbye.',
    ]);
    expect(centre.heard('agent')).toEqual(['A call for support, Sam.']);
    const life = [
      'contact-started',
      'queued',
      'offered',
      'accepted',
      'connected',
      'contact-ended',
      'contact-completed',
    ];
    expect(centre.kinds().filter((kind) => life.includes(kind))).toEqual(life);
  });
  test('without flows of its own has those of Connect: words and music, the name of the queue, a beep', async () => {
    const { centre, ids } = await ringing({ flows: { main: { ...toQueue('support', 'end'), end: hangUp } } });
    centre.send({ kind: 'agent-accepts', ...ids });
    await centre.driver.advanceBy(10_000);
    expect(centre.heard('agent')).toEqual(['support']);
    expect(centre.heard().at(-1)).toBe('Beep.wav');
    centre.send({ kind: 'agent-hangs-up', ...ids });
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'AGENT_DISCONNECT' }]);
  });
  test('with whispers switched off is connected at once', async () => {
    const off = (event: string, next: string) =>
      [
        'UpdateContactEventHooks',
        {
          EventHooks: { [event]: 'to-agent' },
          EventHooksConfiguration: { [event]: { DisableExecution: 'true' } },
        },
        { next },
      ] as const;
    const { centre, ids, phase } = await ringing({
      flows: {
        ...flows,
        main: {
          a: off('AgentWhisper', 'b'),
          b: off('CustomerWhisper', 'set-queue'),
          ...toQueue('support', 'end'),
          end: hangUp,
        },
      },
    });
    centre.send({ kind: 'agent-accepts', ...ids });
    expect(phase()).toBe('connected');
  });
  test('is accepted by the softphone itself where the agent wants that', async () => {
    const { phase, centre } = await ringing({ users: [{ id: 'sam', autoAccept: true }] });
    await centre.driver.advanceBy(20_000);
    expect(phase()).toBe('connected');
  });
  test('from a withheld number has no address', async () => {
    const centre = new Centre({
      flows: { main: { say: say('[$.CustomerEndpoint.Address]', 'end'), end: hangUp } },
    });
    const [started] = centre.send({ kind: 'dial', to: '+12025550100', playback: 'estimated' });
    await centre.run();
    expect(centre.heard()).toEqual(['[]']);
    expect(started).not.toHaveProperty('from');
  });
});

describe('a caller who hangs up', () => {
  test.each<
    [string, (call: Awaited<ReturnType<typeof ringing>>) => Promise<void> | void, string | undefined]
  >([
    ['while it rings frees the agent', () => undefined, undefined],
    [
      'during the agent whisper leaves after contact work',
      ({ centre, ids }) => void centre.send({ kind: 'agent-accepts', ...ids }),
      'after-contact-work',
    ],
    [
      'in conversation leaves after contact work',
      async ({ centre, ids }) => {
        centre.send({ kind: 'agent-accepts', ...ids });
        await centre.driver.advanceBy(10_000);
      },
      'after-contact-work',
    ],
  ])('%s', async (_title, before, state) => {
    const call = await ringing();
    await before(call);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.state()).toBe(state);
    expect(call.centre.of('contact-ended')).toMatchObject([{ reason: 'CUSTOMER_DISCONNECT' }]);
    expect(describeQueue(call.centre.world, 'support')?.contactIds).toEqual([]);
    await call.centre.run();
    expect(call.centre.of('contact-ended')).toHaveLength(1);
  });
  test('in the disconnect flow ends the call that the agent left', async () => {
    const { centre, ids, contactId } = await talking();
    centre.send({ kind: 'agent-hangs-up', ...ids });
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'AGENT_DISCONNECT' }]);
  });
  test('while a function runs leaves its answer to nobody', async () => {
    const centre = new Centre({
      flows: {
        main: {
          ask: [
            'InvokeLambdaFunction',
            { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '8' },
            { next: 'say' },
          ],
          say: say('Never said.', 'end'),
          end: hangUp,
        },
      },
      invoke: () => ({ answer: { kind: 'returned', payload: '{}' }, virtualDurationMs: 2000 }),
    });
    const contactId = centre.dial();
    await centre.driver.advanceBy(1000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    await centre.run();
    expect(centre.heard()).toEqual([]);
    expect(centre.of('contact-ended')).toHaveLength(1);
  });
});

describe('an agent who vanishes', () => {
  const signOut = { kind: 'agent-signs-out', userId: 'sam' } as const;
  test('while it rings loses no caller: it rings at the next', async () => {
    const { centre, contactId } = await ringing();
    centre.available('robin');
    centre.send(signOut);
    expect(describeAgent(centre.world, 'robin')?.contact).toMatchObject({ contactId, state: 'ringing' });
  });
  test('during the agent whisper leaves the caller in the queue', async () => {
    const { centre, ids, phase } = await ringing();
    centre.send({ kind: 'agent-accepts', ...ids });
    centre.send(signOut);
    expect(phase()).toBe('queued');
    centre.available('robin');
    expect(describeAgent(centre.world, 'robin')?.contact?.state).toBe('ringing');
  });
  test('in conversation leaves the caller to the disconnect flow', async () => {
    const { centre, phase } = await talking();
    centre.send(signOut);
    expect(phase()).toBe('disconnect-flow');
    await centre.run();
    expect(centre.heard().at(-1)).toBe('Thank you, goodbye.');
    expect(centre.kinds().at(-1)).toBe('contact-completed');
  });
});

describe('the disconnect flow', () => {
  test('may put the caller back into a queue', async () => {
    const { centre, ids, phase, contactId } = await talking({
      flows: { ...flows, bye: { ...toQueue('support', 'end'), end: hangUp } },
    });
    centre.available('robin');
    centre.send({ kind: 'agent-hangs-up', ...ids });
    expect(phase()).toBe('queued');
    expect(describeAgent(centre.world, 'robin')?.contact).toMatchObject({ contactId, state: 'ringing' });
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'CUSTOMER_DISCONNECT' }]);
    expect(centre.of('contact-completed')).toEqual([]);
    centre.send({ kind: 'agent-clears', ...ids });
    expect(centre.of('contact-completed')).toHaveLength(1);
  });
});

describe('the loop of prompts in a queue', () => {
  const waiting = (loop: Record<string, string>, branch: Steps) => {
    const centre = new Centre({
      flows: {
        main: { hook: hook('CustomerQueue', 'wait', 'set-queue'), ...toQueue('support', 'end'), end: hangUp },
        'wait:CUSTOMER_QUEUE': {
          loop: [
            'MessageParticipantIteratively',
            {
              Messages: [{ Text: 'One.' }, { PromptId: 'music' }, { Text: 'Three.' }],
              InterruptFrequencySeconds: '40',
              ...loop,
            },
            { when: { MessagesInterrupted: 'now' } },
          ],
          ...branch,
          resume: ['EndFlowExecution'],
        },
      },
    });
    centre.dial();
    return centre;
  };
  test('is cut at every interval, and starts again from its beginning', async () => {
    const centre = waiting({}, { now: say('Still here?', 'resume') });
    await centre.driver.advanceBy(85_000);
    expect(centre.heard().slice(0, 13)).toEqual([
      'One.',
      'queue-music',
      'Three.',
      'One.',
      'queue-music',
      'Still here?',
      'One.',
      'queue-music',
      'Three.',
      'One.',
      'queue-music',
      'Still here?',
      'One.',
    ]);
  });
  test('goes on where it was, where the block says so', async () => {
    const centre = waiting(
      { ContinueMessagingDuringInterrupt: 'True' },
      { now: ['UpdateContactAttributes', { Attributes: { asked: 'yes' } }, { next: 'resume' }] },
    );
    await centre.driver.advanceBy(60_000);
    expect(centre.of('prompt-stopped')).toEqual([]);
    expect(centre.of('attributes-changed')).toHaveLength(1);
  });
  test('without a branch for the interruption plays on', async () => {
    const centre = new Centre({
      flows: {
        main: { hook: hook('CustomerQueue', 'wait', 'set-queue'), ...toQueue('support', 'end'), end: hangUp },
        'wait:CUSTOMER_QUEUE': {
          loop: [
            'MessageParticipantIteratively',
            { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '20' },
          ],
        },
      },
    });
    centre.dial();
    await centre.driver.advanceBy(50_000);
    expect(centre.of('prompt').length).toBeGreaterThanOrEqual(3);
    expect(centre.of('contact-ended')).toEqual([]);
  });
});

test('a circle without a wait ends the call and says why', async () => {
  const centre = new Centre({
    flows: {
      main: {
        log: ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'a' }],
        a: ['UpdateContactAttributes', { Attributes: { x: '1' } }, { next: 'b' }],
        b: ['UpdateContactAttributes', { Attributes: { x: '2' } }, { next: 'a' }],
      },
    },
  });
  centre.dial();
  expect(centre.of('contact-ended')).toMatchObject([{ reason: 'CONTACT_FLOW_DISCONNECT' }]);
  expect(centre.of('step-taken').at(-1)?.because).toMatch(/1000 blocks ran without a wait/);
  expect(centre.of('flow-log').at(-1)?.entry['Results']).toMatch(/circle/);
});

test('a full queue and a disabled one have their branches', async () => {
  const full: Steps = {
    'set-queue': ['UpdateContactTargetQueue', { QueueId: 'support' }, { next: 'transfer' }],
    transfer: [
      'TransferContactToQueue',
      {},
      { next: 'error', errors: { NoMatchingError: 'error', QueueAtCapacity: 'full' } },
    ],
    full: say('All lines are busy.', 'end'),
    error: say('Something is wrong.', 'end'),
    end: hangUp,
  };
  const busy = new Centre({ flows: { main: full }, queues: [{ id: 'support', maxContacts: 1 }] });
  busy.dial();
  busy.dial();
  await busy.driver.advanceBy(100);
  expect(busy.heard()).toContain('All lines are busy.');
  const disabled = new Centre({ flows: { main: full }, queues: [{ id: 'support', enabled: false }] });
  disabled.dial();
  expect(disabled.heard()).toEqual(['Something is wrong.']);
});

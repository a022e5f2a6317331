/** Tasks: contacts without a caller, for agents who take several of them. */
import { describe, expect, test } from '@jest/globals';
import {
  contactAttributes,
  describeAgent,
  describeContact,
  describeQueue,
} from '../../../engine/contact/describe.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import type { Instance, RoutingProfile } from '../../../engine/contact/instance.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
const profile = (more: Partial<RoutingProfile> = {}): Instance['routingProfiles'] => [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [
      { queueId: 'support', channel: 'VOICE', priority: 1, delaySeconds: 0 },
      { queueId: 'support', channel: 'TASK', priority: 2, delaySeconds: 0 },
    ],
    concurrency: { VOICE: 1, TASK: 2 },
    ...more,
  },
];
const centre = (options: Partial<CentreOptions> = {}) =>
  new Centre({ flows: { main: straight, task: straight }, profiles: profile(), ...options });
const start = (one: Centre, more: Partial<Extract<EngineEvent, { kind: 'start-task' }>> = {}): string => {
  one.send({ kind: 'start-task', flowId: 'task', name: 'Look at it', ...more });
  return one.of('task-started').at(-1)?.contactId ?? '';
};
const states = (one: Centre, userId = 'sam') =>
  describeAgent(one.world, userId)?.contacts.map(({ channel, state }) => `${channel} ${state}`);

describe('a task is not started', () => {
  test.each<[string, Partial<Extract<EngineEvent, { kind: 'start-task' }>>, string]>([
    ['by a flow that does not exist', { flowId: 'nowhere' }, "there is no flow 'nowhere'"],
    ['by a queue flow', { flowId: 'wait' }, "flow 'wait' is a CUSTOMER_QUEUE"],
    ['for a contact that never was', { relatedContactId: 'nobody' }, "there is no contact 'nobody'"],
    ['with more than 32 KB of attributes', { attributes: { a: 'x'.repeat(32_768) } }, 'would pass 32 KB'],
    [
      'with an attribute that has a dot in its name',
      { attributes: { 'a.b': 'x' } },
      'no name of an attribute',
    ],
  ])('%s, and nothing has happened', (_title, more, because) => {
    const one = centre({
      flows: { main: straight, task: straight, 'wait:CUSTOMER_QUEUE': { end: ['EndFlowExecution'] } },
    });
    expect(() => start(one, more)).toThrow(because);
    expect(one.record).toEqual([]);
    expect(describeQueue(one.world, 'support')?.contactIds).toEqual([]);
  });
});

describe('a task refuses', () => {
  const offered = () => {
    const one = centre();
    one.available('sam');
    return { one, ids: { userId: 'sam', contactId: start(one) } };
  };
  test('keys and hanging up: nobody calls', () => {
    const { one, ids } = offered();
    expect(() => one.press(ids.contactId, '1')).toThrow('it has no keys');
    expect(() => one.send({ kind: 'caller-hangs-up', contactId: ids.contactId })).toThrow('nobody calls');
  });
  test('hold', () => {
    const { one, ids } = offered();
    one.send({ kind: 'agent-accepts', ...ids });
    expect(() => one.send({ kind: 'agent-holds', ...ids })).toThrow('only a call can be put on hold');
  });
});

describe('in the flow of a task', () => {
  const walk = async (steps: Steps) => {
    const one = centre({ flows: { main: straight, task: { ...steps, end: hangUp } } });
    const contactId = start(one, {
      description: 'It is broken',
      references: { order: { Type: 'STRING', Value: '1002' } },
    });
    await one.run();
    return { one, contactId };
  };
  test.each<[string, Json, string]>([
    ['MessageParticipant', { Text: 'Hello.' }, 'NextAction'],
    [
      'GetParticipantInput',
      {
        Text: 'Key.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '5',
        InputValidation: { CustomValidation: { MaximumLength: '1' } },
      },
      'NoMatchingError',
    ],
    ['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy' }, 'NextAction'],
    ['UpdateContactCallbackNumber', { CallbackNumber: '$.Name' }, 'NoMatchingError'],
  ])('%s is left by %s, and nothing is said', async (Type, parameters, branch) => {
    const { one } = await walk({
      it: [
        Type,
        parameters,
        {
          next: 'end',
          errors: { NoMatchingError: 'end', InvalidCallbackNumber: 'end', CallbackNumberNotDialable: 'end' },
        },
      ],
    });
    expect(one.of('step-taken').find(({ step }) => step === 'it')?.branch).toBe(branch);
    expect(one.of('prompt')).toEqual([]);
  });
  test('Wait waits', async () => {
    const { one, contactId } = await walk({
      it: [
        'Wait',
        { TimeLimitSeconds: '60' },
        { next: 'end', when: { WaitCompleted: 'end' }, errors: { NoMatchingError: 'end' } },
      ],
    });
    expect(one.record.at(-1)?.atMs).toBe(60_000);
    expect(describeContact(one.world, contactId)?.reason).toBe('CONTACT_FLOW_DISCONNECT');
  });
  test('references are what the task was started with', async () => {
    const { one, contactId } = await walk({
      it: [
        'UpdateContactAttributes',
        {
          Attributes: {
            all: '$.Channel $.Name $.Description $.InitiationMethod $.References.order.Value $.References.order.Type [$.CustomerEndpoint.Address$.SystemEndpoint.Address$.References.none.Value]',
          },
        },
        { next: 'end' },
      ],
    });
    expect(contactAttributes(one.world, contactId)).toEqual({
      all: 'TASK Look at it It is broken API 1002 STRING []',
    });
  });
});

describe('the contact that a task is related to', () => {
  const marking: Steps = {
    log: ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'mark' }],
    mark: [
      'UpdateContactAttributes',
      { Attributes: { seen: '$.Name' }, TargetContact: 'Related' },
      { next: 'describe', errors: { NoMatchingError: 'end' } },
    ],
    describe: [
      'UpdateContactData',
      { Description: 'Looked at', TargetContact: 'Related' },
      { next: 'end', errors: { NoMatchingError: 'end' } },
    ],
    end: hangUp,
  };
  const marked = (related: boolean) => {
    const one = centre({ flows: { main: straight, task: marking } });
    const call = one.dial();
    const contactId = start(one, related ? { relatedContactId: call } : {});
    return { one, call, contactId };
  };
  test('gets attributes and data from the flow of the task, which keeps none of them', () => {
    const { one, call, contactId } = marked(true);
    expect(one.taken()).toEqual(expect.arrayContaining(['mark → NextAction', 'describe → NextAction']));
    expect(contactAttributes(one.world, call)).toEqual({ seen: 'Look at it' });
    expect(contactAttributes(one.world, contactId)).toEqual({});
    expect(one.of('attributes-changed').at(-1)?.contactId).toBe(call);
    expect(one.world.contacts.get(call)?.data?.get('Description')).toBe('Looked at');
    const logged = one.of('flow-log').filter(({ entry }) => JSON.stringify(entry).includes('seen'));
    expect(JSON.stringify(logged)).toContain('"AddAttributeToRelatedContact":"true"');
  });
  test('gets nothing where there is none, or where attributes would pass 32 KB', () => {
    expect(marked(false).one.taken()).toContain('mark → NoMatchingError');
    const one = centre({ flows: { main: straight, task: marking } });
    const call = one.dial();
    one.send({ kind: 'set-attributes', contactId: call, attributes: { long: 'x'.repeat(32_755) } });
    start(one, { relatedContactId: call });
    expect(one.taken()).toContain('mark → NoMatchingError');
    expect(contactAttributes(one.world, call)).toEqual({ long: 'x'.repeat(32_755) });
  });
});

describe('CreateTask in a call', () => {
  const create = (parameters: Json): Steps => ({
    attribute: ['UpdateContactAttributes', { Attributes: { case: 'C-1', level: '2' } }, { next: 'create' }],
    create: ['CreateTask', parameters, { next: 'say', errors: { NoMatchingError: 'failed' } }],
    say: say('$.Task.ContactId', 'end'),
    failed: say('No task.', 'end'),
    end: hangUp,
  });
  test.each<[string, Json, string]>([
    ['a flow that does not exist', { ContactFlowId: 'nowhere', Name: 'x' }, "flow 'nowhere' does not exist"],
    ['a whisper for a flow', { ContactFlowId: 'hint', Name: 'x' }, "flow 'hint' is a AGENT_WHISPER"],
    [
      'a flow that is not set',
      { ContactFlowId: '$.External.flow', Name: 'x' },
      "'$.External.flow' is not set",
    ],
    ['a name that is empty', { ContactFlowId: 'task', Name: '$.External.name' }, 'has 0 characters'],
    ['a name of 513 characters', { ContactFlowId: 'task', Name: 'x'.repeat(513) }, 'has 513 characters'],
    [
      'a long description',
      { ContactFlowId: 'task', Name: 'x', Description: 'x'.repeat(4097) },
      'more than 4096 characters',
    ],
    [
      'a delay that is none',
      { ContactFlowId: 'task', Name: 'x', DelaySeconds: '$.Attributes.none' },
      'the delay or time of the task is none',
    ],
    ['a template', { TaskTemplateId: 't', Name: 'x' }, 'cannot be created with TaskTemplateId'],
    [
      'too many attributes',
      { ContactFlowId: 'task', Name: 'x', Attributes: { a: 'x'.repeat(32_768) } },
      'would pass 32 KB',
    ],
  ])('with %s takes the error branch, and the call goes on', async (_title, parameters, because) => {
    const one = centre({
      flows: {
        main: create(parameters),
        task: straight,
        'hint:AGENT_WHISPER': { end: ['EndFlowExecution'] },
      },
    });
    one.dial();
    await one.run();
    expect(one.of('step-taken').find(({ step }) => step === 'create')?.because).toContain(because);
    expect(one.heard()).toEqual(['No task.']);
    expect(one.of('task-started')).toEqual([]);
  });
  test('starts a task with the attributes of the call and its own, which changes nothing of the call’s', async () => {
    const one = centre({
      flows: {
        main: create({
          ContactFlowId: 'task',
          Name: 'Case $.Attributes.case',
          Description: 'Level $.Attributes.level',
          References: { caller: { Type: 'STRING', Value: '$.CustomerEndpoint.Address' } },
          Attributes: { level: '3' },
        }),
        task: {
          more: ['UpdateContactAttributes', { Attributes: { more: 'x' } }, { next: 'set-queue' }],
          ...straight,
        },
      },
    });
    const call = one.dial();
    await one.run();
    const [task] = one.of('task-started');
    expect(task).toMatchObject({ name: 'Case C-1', relatedContactId: call });
    expect(one.heard()).toEqual([task?.contactId]);
    expect(contactAttributes(one.world, task?.contactId ?? '')).toEqual({
      case: 'C-1',
      level: '3',
      more: 'x',
    });
    expect(contactAttributes(one.world, call)).toEqual({ case: 'C-1', level: '2' });
    expect(describeContact(one.world, task?.contactId ?? '')).toMatchObject({
      channel: 'TASK',
      initiation: 'FLOW',
      relatedContactId: call,
      phase: 'queued',
      task: {
        name: 'Case C-1',
        description: 'Level 2',
        references: { caller: { Type: 'STRING', Value: '+12025550123' } },
      },
    });
  });
  test('keeps what was keyed in secret secret', async () => {
    const one = centre({
      flows: {
        main: {
          pin: [
            'GetParticipantInput',
            {
              Text: 'PIN.',
              StoreInput: 'True',
              InputTimeLimitSeconds: '5',
              InputValidation: { CustomValidation: { MaximumLength: '4' } },
            },
            { next: 'create' },
          ],
          create: [
            'CreateTask',
            {
              ContactFlowId: 'task',
              Name: 'PIN $.StoredCustomerInput',
              Attributes: { pin: '$.StoredCustomerInput' },
            },
            { next: 'end' },
          ],
          end: hangUp,
        },
        task: straight,
      },
    });
    one.press(one.dial(), '4711');
    await one.run();
    const taskId = one.of('task-started')[0]?.contactId ?? '';
    expect(contactAttributes(one.world, taskId)).toEqual({ pin: '4711' });
    expect(JSON.stringify([one.record, describeContact(one.world, taskId)])).not.toContain('4711');
  });
});

describe('an agent', () => {
  test('without tasks in the profile is never asked', async () => {
    const one = centre({ profiles: profile({ concurrency: { VOICE: 1 } }) });
    one.available('sam');
    start(one);
    await one.driver.advanceBy(60_000);
    expect(one.of('offered')).toEqual([]);
  });
  test('is offered as many tasks as the profile allows, and the rest waits', () => {
    const one = centre({ users: [{ id: 'sam' }] });
    one.available('sam');
    const ids = [start(one), start(one), start(one)];
    expect(states(one)).toEqual(['TASK ringing', 'TASK ringing']);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId: ids[0] ?? '' });
    one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId: ids[0] ?? '' });
    expect(states(one)).toEqual(['TASK after-contact-work', 'TASK ringing']);
    one.send({ kind: 'agent-clears', userId: 'sam', contactId: ids[0] ?? '' });
    expect(describeAgent(one.world, 'sam')?.contacts.map(({ contactId }) => contactId)).toEqual(ids.slice(1));
  });
  test('who has a task is passed over for the one who has none', () => {
    const one = centre();
    one.available('sam', 'robin');
    start(one);
    start(one);
    expect([states(one, 'sam'), states(one, 'robin')]).toEqual([['TASK ringing'], ['TASK ringing']]);
  });
  test.each([
    ['who works on a task gets no call where the profile does not mix channels', [], ['TASK connected']],
    ['who works on a task gets a call where it does', ['TASK'] as const, ['TASK connected', 'VOICE ringing']],
  ])('%s', (_title, crossChannel, expected) => {
    const one = centre({ profiles: profile({ crossChannel }), users: [{ id: 'sam' }] });
    one.available('sam');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId: start(one) });
    one.dial();
    expect(states(one)).toEqual(expected);
  });
  test('who talks gets no task, and the call comes before the task that waits', () => {
    const one = centre({ users: [{ id: 'sam' }] });
    start(one);
    const call = one.dial();
    one.available('sam');
    expect(states(one)).toEqual(['VOICE ringing']);
    one.send({ kind: 'agent-rejects', userId: 'sam', contactId: call });
    one.send({ kind: 'caller-hangs-up', contactId: call });
    one.send({ kind: 'agent-clears', userId: 'sam', contactId: call });
    expect(states(one)).toEqual(['TASK ringing']);
  });
  test('who misses a task gets nothing at all until it is cleared', async () => {
    const one = centre({ users: [{ id: 'sam' }], profiles: profile({ crossChannel: ['TASK'] }) });
    one.available('sam');
    const contactId = start(one);
    await one.driver.advanceBy(20_000);
    expect(states(one)).toEqual(['TASK missed']);
    one.dial();
    expect(states(one)).toEqual(['TASK missed']);
    one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(states(one)).toEqual(['VOICE ringing']);
  });
  test('takes a status when the last of several contacts is done', () => {
    const one = centre({ users: [{ id: 'sam' }] });
    one.available('sam');
    const ids = [start(one), start(one)];
    for (const contactId of ids) one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    one.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    for (const contactId of ids) {
      expect(describeAgent(one.world, 'sam')?.status).toBe('Available');
      one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
      one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    }
    expect(describeAgent(one.world, 'sam')).toMatchObject({ status: 'Lunch', contacts: [] });
  });
  test('sees the call first, and the task beside it', () => {
    const one = centre({ users: [{ id: 'sam' }], profiles: profile({ crossChannel: ['TASK'] }) });
    one.available('sam');
    const task = start(one, { description: 'Why', attributes: { case: 'C-1' } });
    const agent = () => describeAgent(one.world, 'sam');
    expect(agent()?.contact).toMatchObject({
      contactId: task,
      task: { name: 'Look at it', description: 'Why' },
      attributes: { case: 'C-1' },
    });
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId: task });
    const call = one.dial();
    expect(agent()?.contact?.contactId).toBe(call);
    expect(agent()?.contacts.map(({ contactId }) => contactId)).toEqual([task, call]);
  });
  test.each(['agent-signs-out', 'agent-vanishes'] as const)(
    '%s: accepted tasks stay, ringing ones go on',
    (kind) => {
      const one = centre();
      one.available('sam');
      const accepted = start(one);
      one.send({ kind: 'agent-accepts', userId: 'sam', contactId: accepted });
      const ringing = start(one);
      one.available('robin');
      one.send({ kind, userId: 'sam' });
      expect(describeAgent(one.world, 'robin')?.contact?.contactId).toBe(ringing);
      expect(describeContact(one.world, accepted)).toMatchObject({
        phase: 'connected',
        agent: { userId: 'sam' },
      });
      one.send({ kind: 'agent-signs-in', userId: 'sam' });
      one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId: accepted });
      expect(describeContact(one.world, accepted)).toMatchObject({
        phase: 'ended',
        reason: 'AGENT_COMPLETED',
      });
    },
  );
});

describe('a task', () => {
  test('lives from the API to its completion, with no word spoken', async () => {
    const one = centre();
    one.available('sam');
    const contactId = start(one);
    const ids = { userId: 'sam', contactId };
    one.send({ kind: 'agent-accepts', ...ids });
    await one.driver.advanceBy(3_600_000);
    one.send({ kind: 'agent-hangs-up', ...ids });
    one.send({ kind: 'agent-clears', ...ids });
    expect(one.kinds().filter((kind) => !/agent-changed|step-taken/.test(kind))).toEqual([
      'task-started',
      'queued',
      'offered',
      'accepted',
      'connected',
      'contact-ended',
      'contact-completed',
    ]);
  });
  test('is left to the disconnect flow that it has set, and may wait for another agent', () => {
    const one = centre({
      flows: {
        main: straight,
        task: {
          hook: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerRemaining: 'main' } },
            { next: 'set-queue' },
          ],
          ...straight,
        },
      },
    });
    one.available('sam');
    const contactId = start(one);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(describeContact(one.world, contactId)?.phase).toBe('queued');
  });
  test('is stopped by the API wherever it is', () => {
    const one = centre();
    one.available('sam');
    const contactId = start(one);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    one.send({ kind: 'stop-contact', contactId });
    expect(describeContact(one.world, contactId)).toMatchObject({ phase: 'ended', reason: 'API' });
    expect(states(one)).toEqual(['TASK after-contact-work']);
  });
  test('waits in the same queue as calls, and counts for its capacity', () => {
    const one = centre({ queues: [{ id: 'support', maxContacts: 1 }] });
    const task = start(one);
    const call = one.dial();
    expect(describeQueue(one.world, 'support')?.contactIds).toEqual([task]);
    expect(describeContact(one.world, call)?.phase).toBe('ended');
  });
});

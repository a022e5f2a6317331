/** The centre to which anything happens: flows that go every way, two agents, quick connects of each kind. */
import type { Instance } from '../../../engine/contact/instance.ts';
import { ALIAS, botOf } from '../lex/orders-bot.ts';
import { type CentreOptions, hangUp, instanceOf, say, toQueue } from './centre.ts';

const flows: CentreOptions['flows'] = {
  main: {
    hook: ['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'bye' } }, { next: 'wait' }],
    wait: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'pin' }],
    pin: [
      'GetParticipantInput',
      {
        Text: 'Key.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '3',
        InputValidation: { CustomValidation: { MaximumLength: '2' } },
      },
      { next: 'ask', errors: { NoMatchingError: 'ask' } },
    ],
    ask: [
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '4' },
      { next: 'choose', errors: { NoMatchingError: 'choose' } },
    ],
    choose: [
      'DistributeByPercentage',
      {},
      {
        next: 'set-queue',
        conditions: [
          ['NumberLessThan', '20', 'end'],
          ['NumberLessThan', '60', 'personal'],
        ],
        errors: { NoMatchingCondition: 'set-queue' },
      },
    ],
    personal: ['UpdateContactTargetQueue', { AgentId: 'sam' }, { next: 'transfer' }],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  /** Waits, moves on to the other queue or to its end, asks for a key, creates a task, or hangs up. */
  'wait:CUSTOMER_QUEUE': {
    loop: [
      'MessageParticipantIteratively',
      { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '7' },
      { when: { MessagesInterrupted: 'what' } },
    ],
    what: [
      'DistributeByPercentage',
      {},
      {
        next: 'go-on',
        conditions: [
          ['NumberLessThan', '15', 'move'],
          ['NumberLessThan', '25', 'promise'],
          ['NumberLessThan', '40', 'round'],
          ['NumberLessThan', '50', 'profile'],
          ['NumberLessThan', '60', 'task'],
          ['NumberLessThan', '80', 'key'],
        ],
        errors: { NoMatchingCondition: 'go-on' },
      },
    ],
    move: ['DequeueContactAndTransferToQueue', { QueueId: 'orders' }, { next: 'go-on' }],
    round: ['DequeueContactAndTransferToQueue', {}, { next: 'go-on' }],
    profile: [
      'GetCustomerProfile',
      { ProfileRequestData: { _phone: '+12025550123' } },
      {
        next: 'talk',
        errors: { NoMatchingError: 'key', NoneFoundError: 'talk', MultipleFoundError: 'over' },
      },
    ],
    talk: [
      'ConnectParticipantWithLexBot',
      { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS } },
      {
        next: 'go-on',
        when: { OrderStatus: 'task', Buy: 'key' },
        errors: { NoMatchingError: 'over', NoMatchingCondition: 'go-on' },
      },
    ],
    promise: [
      'CreateCallbackContact',
      { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '10' },
      { next: 'told', errors: { NoMatchingError: 'go-on' } },
    ],
    told: say('We will call you back.', 'over'),
    task: ['CreateTask', { ContactFlowId: 'task', Name: 'Call back' }, { next: 'go-on' }],
    key: [
      'GetParticipantInput',
      { Text: 'Key.', StoreInput: 'False', InputTimeLimitSeconds: '3' },
      {
        next: 'go-on',
        when: { '1': 'over' },
        errors: { NoMatchingCondition: 'go-on', NoMatchingError: 'go-on', InputTimeLimitExceeded: 'go-on' },
      },
    ],
    over: hangUp,
    'go-on': ['EndFlowExecution'],
  },
  straight: { ...toQueue('support', 'end'), end: hangUp },
  task: { ...toQueue('support', 'end'), end: hangUp },
  chat: {
    after: ['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'chat-over' } }, { next: 'hello' }],
    hello: say('Hello.', 'talk'),
    talk: [
      'ConnectParticipantWithLexBot',
      { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS }, LexTimeoutSeconds: { Text: '60' } },
      {
        next: 'set-queue',
        when: { OrderStatus: 'set-queue', Buy: 'wait' },
        errors: {
          NoMatchingError: 'set-queue',
          NoMatchingCondition: 'set-queue',
          InputTimeLimitExceeded: 'wait',
        },
      },
    ],
    wait: [
      'Wait',
      { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
      {
        next: 'end',
        when: { WaitCompleted: 'end', CustomerReturned: 'set-queue' },
        errors: { NoMatchingError: 'end' },
      },
    ],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  'chat-over': {
    bye: say('Bye.', 'wait'),
    wait: [
      'Wait',
      { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
      {
        next: 'end',
        when: { WaitCompleted: 'end', CustomerReturned: 'set-queue' },
        errors: { NoMatchingError: 'end' },
      },
    ],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  'to-queue:QUEUE_TRANSFER': {
    pay: [
      'UpdatePreviousContactParticipantState',
      { PreviousContactParticipantState: 'AgentOnHold' },
      { next: 'key' },
    ],
    key: [
      'GetParticipantInput',
      { Text: 'Key.', StoreInput: 'False', InputTimeLimitSeconds: '3' },
      {
        next: 'set-queue',
        when: { '1': 'all' },
        errors: {
          NoMatchingCondition: 'set-queue',
          NoMatchingError: 'set-queue',
          InputTimeLimitExceeded: 'set-queue',
        },
      },
    ],
    all: [
      'UpdatePreviousContactParticipantState',
      { PreviousContactParticipantState: 'OffHold' },
      { next: 'set-queue' },
    ],
    ...toQueue('orders', 'end'),
    end: hangUp,
  },
  bye: {
    which: [
      'DistributeByPercentage',
      {},
      {
        next: 'thanks',
        conditions: [['NumberLessThan', '50', 'transfer']],
        errors: { NoMatchingCondition: 'thanks' },
      },
    ],
    thanks: say('Bye.', 'end'),
    ...toQueue('support', 'end'),
    end: hangUp,
  },
};

const QUEUES = [{ id: 'support' }, { id: 'orders' }];
export const ALL_QUEUES = ['support', 'orders', 'agent/sam', 'agent/robin'];
const serves = (queueId: string, channel: 'VOICE' | 'CHAT' | 'TASK', priority: number) =>
  ({ queueId, channel, priority, delaySeconds: 0 }) as const;
const PROFILES: NonNullable<CentreOptions['profiles']> = [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [
      serves('support', 'VOICE', 1),
      serves('orders', 'VOICE', 1),
      serves('support', 'TASK', 2),
      serves('support', 'CHAT', 2),
    ],
    concurrency: { VOICE: 1, TASK: 2, CHAT: 2 },
    crossChannel: ['TASK', 'CHAT'],
  },
];

/** @param multiParty whether a call may have six parties, instead of three */
export const randomCentre = (multiParty: boolean): Instance =>
  instanceOf({
    flows,
    multiParty,
    queues: QUEUES,
    profiles: PROFILES,
    bots: [botOf()],
    users: [{ id: 'sam', afterContactWorkSeconds: 10 }, { id: 'robin' }],
    quickConnects: [
      { arn: 'a:0', id: 'q0', name: 'Sam', kind: 'agent', userId: 'sam' },
      { arn: 'a:1', id: 'q1', name: 'Robin', kind: 'agent', userId: 'robin' },
      { arn: 'a:2', id: 'q2', name: 'Orders', kind: 'queue', queueId: 'orders', flowId: 'to-queue' },
      { arn: 'a:3', id: 'q3', name: 'Carrier', kind: 'number', number: '+12025550177' },
    ],
  });

/** A small invented centre that takes calls, chats and tasks, and an hour of each. */
import type { Instance } from '../../../engine/contact/instance.ts';
import type { Scenario } from '../../../engine/simulation/scenario.ts';
import { hangUp, instanceOf, type Steps, say, toQueue } from '../contact/centre.ts';
import { ALIAS, botOf } from '../lex/orders-bot.ts';
import { oneQueueDay } from './one-queue.ts';

const CHANNELS = ['VOICE', 'CHAT', 'TASK'] as const;

/** Whoever loses the agent is told. */
const told: Steps = {
  hook: [
    'UpdateContactEventHooks',
    { EventHooks: { CustomerRemaining: 'sorry' } },
    { next: 'hello', errors: { NoMatchingError: 'hello' } },
  ],
  hello: say('Welcome.', 'set-queue'),
  ...toQueue('support', 'no-queue'),
  'no-queue': say('Nobody can help you now. Goodbye.', 'end'),
  end: hangUp,
};
const { hook: _hook, ...untold } = told;

export const everyChannel = (): Instance =>
  instanceOf({
    flows: {
      main: told,
      chat: told,
      'chat-untold': untold,
      'chat-bot': {
        ask: [
          'ConnectParticipantWithLexBot',
          { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS }, LexTimeoutSeconds: { Text: '60' } },
          {
            next: 'over',
            when: { OrderStatus: 'found' },
            errors: { NoMatchingError: 'over', NoMatchingCondition: 'over', InputTimeLimitExceeded: 'over' },
          },
        ],
        found: say('Order $.Lex.Slots.Number is on its way. Goodbye.', 'end'),
        over: say('We did not understand. Goodbye.', 'end'),
        end: hangUp,
      },
      task: { ...toQueue('support', 'end'), end: hangUp },
      'makes-task': {
        create: [
          'CreateTask',
          { ContactFlowId: 'task', Name: 'Look' },
          { next: 'bye', errors: { NoMatchingError: 'bye' } },
        ],
        bye: say('We look at it. Goodbye.', 'end'),
        end: hangUp,
      },
      sorry: { words: say('We have lost your agent. Goodbye.', 'end'), end: hangUp },
    },
    bots: [botOf()],
    profiles: [
      {
        arn: 'arn:agents',
        id: 'agents',
        name: 'agents',
        queues: CHANNELS.map((channel, at) => ({
          queueId: 'support',
          channel,
          priority: at + 1,
          delaySeconds: 0,
        })),
        concurrency: { VOICE: 1, CHAT: 3, TASK: 1 },
        crossChannel: ['TASK'],
      },
    ],
  });

const minute = { meanSeconds: 60, deviationSeconds: 30 };
const briefly = { meanSeconds: 5, deviationSeconds: 0 };

export const chats = (
  more: Partial<NonNullable<Scenario['chats']>> = {},
): NonNullable<Scenario['chats']> => ({
  count: 60,
  flow: 'chat',
  handle: { meanSeconds: 300, deviationSeconds: 100 },
  afterContactWork: briefly,
  patienceSeconds: 600,
  customerWritesEverySeconds: 40,
  agentWritesEverySeconds: 40,
  customerEnds: 0.5,
  ...more,
});

export const tasks = (
  more: Partial<NonNullable<Scenario['tasks']>> = {},
): NonNullable<Scenario['tasks']> => ({
  count: 40,
  flow: 'task',
  handle: minute,
  afterContactWork: briefly,
  ...more,
});

/** Calls of a hour and what comes beside them; agents work for three. */
export function hourOf(change: Partial<Scenario>, agents = 6): Scenario {
  const day = oneQueueDay({ calls: 30, callsAnHour: 30, handleSeconds: 100, agents, patienceSeconds: 300 });
  return {
    ...day,
    shifts: [{ name: 'all', routingProfile: 'agents', agents, fromHour: 0, untilHour: 3 }],
    ...change,
  };
}

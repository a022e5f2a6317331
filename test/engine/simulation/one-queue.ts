/** A centre as the formulas assume it: one queue, no words, agents who take a call at once and are done when it ends. */
import type { Instance } from '../../../engine/contact/instance.ts';
import type { Scenario } from '../../../engine/simulation/scenario.ts';

const ARN = 'arn:aws:connect:us-east-1:123456789012:instance/one-queue';
const nothing = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'end',
  Actions: [{ Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} }],
});
const hook = (event: string, flow: string, next: string, identifier: string) => ({
  Identifier: identifier,
  Type: 'UpdateContactEventHooks',
  Parameters: { EventHooks: { [event]: flow } },
  Transitions: { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'hang-up' }] },
});
const entry = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'queue-hook',
  Actions: [
    hook('CustomerQueue', 'queue', 'agent-hook', 'queue-hook'),
    hook('AgentWhisper', 'agent', 'caller-hook', 'agent-hook'),
    hook('CustomerWhisper', 'caller', 'set-queue', 'caller-hook'),
    {
      Identifier: 'set-queue',
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId: 'one' },
      Transitions: { NextAction: 'join', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'hang-up' }] },
    },
    {
      Identifier: 'join',
      Type: 'TransferContactToQueue',
      Parameters: {},
      Transitions: {
        NextAction: 'hang-up',
        Errors: [
          { ErrorType: 'QueueAtCapacity', NextAction: 'hang-up' },
          { ErrorType: 'NoMatchingError', NextAction: 'hang-up' },
        ],
      },
    },
    { Identifier: 'hang-up', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});
const flow = (id: string, type: Instance['flows'][number]['type'], content: string) => ({
  arn: id,
  id,
  name: id,
  type,
  content,
});

export const oneQueue: Instance = {
  arn: ARN,
  id: 'one-queue',
  alias: 'one-queue',
  region: 'us-east-1',
  accountId: '123456789012',
  phoneNumbers: [{ arn: 'n', id: 'n', number: '+12025550100', flowId: 'entry' }],
  hours: [],
  queues: [{ arn: 'one', id: 'one', name: 'one', hoursId: '', enabled: true }],
  routingProfiles: [
    {
      arn: 'agents',
      id: 'agents',
      name: 'agents',
      queues: [{ queueId: 'one', channel: 'VOICE', priority: 1, delaySeconds: 0 }],
      concurrency: { VOICE: 1 },
    },
  ],
  users: [],
  prompts: [],
  flows: [
    flow('entry', 'CONTACT_FLOW', entry),
    flow('queue', 'CUSTOMER_QUEUE', nothing),
    flow('agent', 'AGENT_WHISPER', nothing),
    flow('caller', 'CUSTOMER_WHISPER', nothing),
  ],
  quickConnects: [],
};

/** The same centre, where nobody waits: everybody is promised a call back. */
const promises = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'set-queue',
  Actions: [
    {
      Identifier: 'set-queue',
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId: 'one' },
      Transitions: {
        NextAction: 'create',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'hang-up' }],
      },
    },
    {
      Identifier: 'create',
      Type: 'CreateCallbackContact',
      Parameters: { InitialCallDelaySeconds: 5, MaximumConnectionAttempts: 1, RetryDelaySeconds: 60 },
      Transitions: {
        NextAction: 'promise',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'hang-up' }],
      },
    },
    {
      Identifier: 'promise',
      Type: 'MessageParticipant',
      Parameters: { Text: 'We will call you back.' },
      Transitions: {
        NextAction: 'hang-up',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'hang-up' }],
      },
    },
    { Identifier: 'hang-up', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});
export const callsBack: Instance = {
  ...oneQueue,
  flows: oneQueue.flows.map((each) => (each.id === 'entry' ? { ...each, content: promises } : each)),
};
/** The same, where the number to call is set first. */
const setting = promises.replace('"StartAction":"set-queue"', '"StartAction":"set-number"').replace(
  '"Actions":[',
  `"Actions":[${JSON.stringify({
    Identifier: 'set-number',
    Type: 'UpdateContactCallbackNumber',
    Parameters: { CallbackNumber: '$.SystemEndpoint.Address' },
    Transitions: {
      NextAction: 'set-queue',
      Errors: [
        { ErrorType: 'InvalidCallbackNumber', NextAction: 'hang-up' },
        { ErrorType: 'CallbackNumberNotDialable', NextAction: 'promise' },
      ],
    },
  })},`,
);
export const setsNumber: Instance = {
  ...oneQueue,
  flows: oneQueue.flows.map((each) => (each.id === 'entry' ? { ...each, content: setting } : each)),
};

export interface QueueLoad {
  readonly calls: number;
  readonly callsAnHour: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly patienceSeconds?: number;
}

export function oneQueueDay(load: QueueLoad): Scenario {
  const { calls, callsAnHour, handleSeconds, agents, patienceSeconds } = load;
  const profile = Array.from({ length: Math.ceil(calls / callsAnHour) }, () => 1);
  return {
    name: 'one queue',
    calls,
    startsAt: '2026-11-12T00:00:00Z',
    profile,
    serviceLevel: { share: 0.8, withinSeconds: 20 },
    callers: {
      intents: [{ name: 'person', weight: 1, keys: {} }],
      thinkSeconds: 0,
      pressesEarly: 0,
      wrongKey: 0,
      noKey: 0,
      hangsUp: 0,
      withheld: 0,
      answersCallback: 0.7,
      returns: { chance: 0, afterSeconds: 0, timesMax: 0 },
      ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
    },
    agents: {
      acceptSeconds: { min: 0, max: 0 },
      talk: { kind: 'exponential', meanSeconds: handleSeconds },
      afterContactWork: { meanSeconds: 0, deviationSeconds: 0 },
      misses: 0,
      declines: 0,
      callerEnds: 1,
    },
    shifts: [{ name: 'all', routingProfile: 'agents', agents, fromHour: 0, untilHour: profile.length + 20 }],
    queues: {},
    functions: {},
    faults: 'none',
  };
}

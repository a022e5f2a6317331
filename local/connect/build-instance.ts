/** Hands what the template created to the contact engine, as its plain configuration. */
import type { Instance } from '../../engine/contact/instance.ts';
import { CONCURRENT_CALLS_DEFAULT, CONCURRENT_CHATS_DEFAULT } from '../../engine/limits.ts';
import type { ConnectState } from './state.ts';

/**
 * The engine's view of the deployed instance. Numbers are shared, not copied: a call finds the flow that is linked
 * to its number at that moment. Archived flows cannot be reached.
 * @param quotas those of a new instance, instead of none
 * @throws Error when the stack has no Connect instance
 */
export const buildInstance = (state: ConnectState, quotas = false): Instance => {
  const { instance, services } = state;
  if (instance === undefined) {
    throw new Error(
      'the stack has no AWS::Connect::Instance, so there is nothing to call; add one and synthesize again',
    );
  }
  return {
    arn: instance.arn,
    id: instance.id,
    alias: instance.alias,
    region: instance.region,
    accountId: instance.accountId,
    phoneNumbers: state.numbers.list(),
    hours: state.hours.list(),
    queues: state.queues.list(),
    routingProfiles: state.routingProfiles.list(),
    users: state.users.list(),
    prompts: state.prompts.list(),
    quickConnects: state.quickConnects
      .list()
      .flatMap(({ destination, ...identity }) =>
        destination === undefined ? [] : [{ ...identity, ...destination }],
      ),
    callsOut: state.instance?.outboundCalls ?? false,
    multiParty: instance.multiParty,
    ...(quotas ? { callsAtOnceMax: CONCURRENT_CALLS_DEFAULT, chatsAtOnceMax: CONCURRENT_CHATS_DEFAULT } : {}),
    bots: [...services.botAliases.values()].filter(({ aliasArn }) => services.associatedBots.has(aliasArn)),
    flows: [...state.flows.list(), ...state.modules.list()].filter(({ archived }) => !archived),
  };
};

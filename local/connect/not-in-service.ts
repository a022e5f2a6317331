/** Whether a call to a number can be taken. */
import type { ConnectState } from './state.ts';

/** Why calls to a number of the stack cannot be taken, in one sentence; undefined when they can. */
export const whyNotInService = (state: ConnectState, number: string): string | undefined => {
  const record = state.numbers.list().find((each) => each.number === number);
  if (record === undefined) return `${number} is not a number of this centre`;
  if (state.instance?.inboundCalls !== true)
    return `${number} rings nowhere: the instance takes no inbound calls`;
  if (record.flowId === undefined) {
    return `${number} leads to no flow: nothing has called AssociatePhoneNumberContactFlow for it`;
  }
  return undefined;
};

/** Why no call can be taken at all, for `GET /health`; undefined as soon as every number leads to a flow. */
export const whyNotReady = (state: ConnectState): string | undefined => {
  const numbers = state.numbers.list();
  if (numbers.length === 0) return 'the stack has no phone number';
  return numbers.map(({ number }) => whyNotInService(state, number)).find((why) => why !== undefined);
};

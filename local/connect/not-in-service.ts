/** What a caller's network says when a dialled number leads nowhere. */
import type { ConnectState } from './state.ts';

/** Thrown to whoever dials; the message is one sentence for the person. */
export class NotInService extends Error {
  override readonly name = 'NotInService';
}

/** Why a number cannot be called, in one sentence; undefined when it can. */
export const whyNotInService = (state: ConnectState, dialled: string): string | undefined => {
  const numbers = state.numbers.list();
  const record = numbers.find(({ number }) => number === dialled);
  if (record === undefined) {
    const known = numbers.map(({ number }) => number).join(', ') || 'none';
    return `The number ${dialled} is not in service; the centre has ${known}.`;
  }
  if (state.instance?.inboundCalls !== true) {
    return `The number ${dialled} is not in service: the instance takes no inbound calls.`;
  }
  if (record.flowId === undefined || state.flows.find(record.flowId) === undefined) {
    return `The number ${dialled} is not in service: no flow is associated with it (AssociatePhoneNumberContactFlow).`;
  }
  return undefined;
};

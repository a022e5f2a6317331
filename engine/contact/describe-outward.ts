/** Plain pictures of calls that the centre makes. */
import type { Contact } from './model.ts';
import type { Outward } from './outward.ts';
import type { AnsweredBy } from './outward-messages.ts';

export interface OutwardDescription {
  readonly kind: 'callback' | 'call';
  readonly number: string;
  readonly state: Outward['state'];
  readonly answeredBy?: AnsweredBy;
  /** Of a callback before its turn, ms since 1970. */
  readonly dueAtMs?: number;
  /** The first contact of the chain in which a callback was promised. */
  readonly initialContactId?: string;
}

export function outwardOf({ outward, phase, timer }: Contact): OutwardDescription | undefined {
  if (outward === undefined) return undefined;
  const { answeredBy, callback, number, state } = outward;
  return {
    kind: callback === undefined ? 'call' : 'callback',
    number,
    state,
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(phase !== 'scheduled' || timer === undefined ? {} : { dueAtMs: timer.dueMs }),
    ...(callback === undefined ? {} : { initialContactId: callback.initialId }),
  };
}

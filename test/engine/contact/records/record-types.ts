/** What the engine writes is what the schemas of functions take: the compiler holds the two together. */
import type * as z from 'zod/mini';
import type { AgentEvent } from '../../../../engine/contact/records/agent-event.ts';
import type { ContactEvent } from '../../../../engine/contact/records/contact-event.ts';
import type { ContactRecord } from '../../../../engine/contact/records/contact-record.ts';
import type { agentEvent } from '../../../../lambdas/domain/records/agent-event.ts';
import type { contactEvent } from '../../../../lambdas/domain/records/contact-event.ts';
import type { contactRecord } from '../../../../lambdas/domain/records/contact-record.ts';

/** zod's lists can be changed, the engine's cannot; in all else a type must be the other's. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

export const record = (written: Plain<ContactRecord>): z.input<typeof contactRecord> => written;
export const event = (written: Plain<ContactEvent>): z.input<typeof contactEvent> => written;
export const ofAgent = (written: Plain<AgentEvent>): z.input<typeof agentEvent> => written;

/** No field that a schema would refuse as unknown. */
type Undocumented<Written, Schema> = Exclude<keyof Written, keyof Schema>;
export const none: readonly (
  | Undocumented<ContactRecord, z.input<typeof contactRecord>>
  | Undocumented<ContactEvent['detail'], z.input<typeof contactEvent>['detail']>
  | Undocumented<AgentEvent, z.input<typeof agentEvent>>
)[] = [] satisfies readonly never[];

type Undated = Omit<Plain<ContactRecord>, 'LastUpdateTimestamp'>;

// @ts-expect-error: a record without its time of update
export const undated = (written: Undated): z.input<typeof contactRecord> => written;

/** A centre whose records and events are kept, each held against the schema that functions know. */
import * as z from 'zod/mini';
import type { AgentEvent } from '../../../../engine/contact/records/agent-event.ts';
import type { ContactEvent } from '../../../../engine/contact/records/contact-event.ts';
import type { ContactRecord } from '../../../../engine/contact/records/contact-record.ts';
import { RecordWriter, type Written } from '../../../../engine/contact/records/record-writer.ts';
import type { World } from '../../../../engine/contact/world.ts';
import { agentEvent } from '../../../../lambdas/domain/records/agent-event.ts';
import { contactEvent } from '../../../../lambdas/domain/records/contact-event.ts';
import { contactRecord } from '../../../../lambdas/domain/records/contact-record.ts';
import { Centre, type CentreOptions, type Steps } from '../centre.ts';

/** What was written, in its order. Writing what breaks a schema throws. */
export class Shelf {
  readonly records: ContactRecord[] = [];
  readonly events: ContactEvent[] = [];
  readonly agentEvents: AgentEvent[] = [];

  readonly keep = (written: Written): void => {
    switch (written.kind) {
      case 'contact-record':
        z.parse(contactRecord, JSON.parse(JSON.stringify(written.record)));
        this.records.push(written.record);
        return;
      case 'contact-event':
        z.parse(contactEvent, JSON.parse(JSON.stringify(written.event)));
        this.events.push(written.event);
        return;
      case 'agent-event':
        z.parse(agentEvent, JSON.parse(JSON.stringify(written.event)));
        this.agentEvents.push(written.event);
    }
  };

  /** The kinds of events of a contact, without its changes of attributes. */
  kindsOf(contactId: string): string[] {
    return this.events
      .filter(({ detail }) => detail.contactId === contactId)
      .map(({ detail }) => detail.eventType)
      .filter((type) => type !== 'CONTACT_DATA_UPDATED');
  }
}

export const ALL_WANTED = { 'contact-record': true, 'contact-event': true, 'agent-event': true } as const;

export const writerFor = (world: World, shelf: Shelf): RecordWriter =>
  new RecordWriter(world, {
    seed: 7,
    wanted: ALL_WANTED,
    recordingsAt: 'recordings/calls',
    write: shelf.keep,
  });

export interface WrittenCentre {
  readonly centre: Centre;
  readonly shelf: Shelf;
  readonly writer: RecordWriter;
}

export function writtenCentre(options: CentreOptions): WrittenCentre {
  const shelf = new Shelf();
  const centre = new Centre({ ...options, observe: (effect, atMs) => writer.observe(effect, atMs) });
  const writer = writerFor(centre.world, shelf);
  return { centre, shelf, writer };
}

/** A queue flow that moves who waits to the queue `orders` after five seconds. */
export const movesToOrders: Steps = {
  loop: [
    'MessageParticipantIteratively',
    { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '5' },
    { when: { MessagesInterrupted: 'move' } },
  ],
  move: [
    'DequeueContactAndTransferToQueue',
    { QueueId: 'orders' },
    { next: 'stay', errors: { NoMatchingError: 'stay', QueueAtCapacity: 'stay' } },
  ],
  stay: ['EndFlowExecution'],
};

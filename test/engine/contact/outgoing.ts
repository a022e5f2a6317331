/** A centre that calls customers: for flows that ask who answers, or greet and queue. */
import type { EngineEvent } from '../../../engine/contact/events.ts';
import { RecordWriter } from '../../../engine/contact/records/record-writer.ts';
import { Callbacks } from './calling.ts';
import { type CentreOptions, NUMBER, type Steps, say, toQueue } from './centre.ts';
import { ALL_WANTED, Shelf } from './records/written.ts';

export const CUSTOMER = '+12025550155';
const end = ['DisconnectParticipant'] as const;
const asks: Steps = {
  status: [
    'CheckOutboundCallStatus',
    {},
    {
      next: 'unknown',
      when: {
        CallAnswered: 'person',
        VoicemailBeep: 'message',
        VoicemailNoBeep: 'silence',
        NotDetected: 'unclear',
      },
      errors: { NoMatchingError: 'unknown' },
    },
  ],
  person: say('Hello.', 'end'),
  message: say('Please call us.', 'end'),
  silence: say('There was no beep.', 'end'),
  unclear: say('Is somebody there?', 'end'),
  unknown: say('Nobody has asked.', 'end'),
  end,
};

export class Outgoing extends Callbacks {
  readonly shelf = new Shelf();

  constructor(options: Partial<CentreOptions> = {}) {
    super({
      queues: [{ id: 'support', outboundCallerNumber: '+12025550111' }],
      ...options,
      flows: {
        asks,
        'to-queue': { hello: say('Hello.', 'set-queue'), ...toQueue('support', 'end'), end },
        ...options.flows,
      },
      observe: (effect, atMs) => this.writer.observe(effect, atMs),
    });
  }

  readonly writer = new RecordWriter(this.world, { seed: 7, wanted: ALL_WANTED, write: this.shelf.keep });

  starts(more: Partial<Extract<EngineEvent, { kind: 'start-call' }>> = {}): string {
    this.send({ kind: 'start-call', to: CUSTOMER, from: NUMBER, flowId: 'asks', ...more });
    return this.of('call-started').at(-1)?.contactId ?? '';
  }

  dials(more: Partial<Extract<EngineEvent, { kind: 'agent-dials' }>> = {}): string {
    this.send({ kind: 'agent-dials', userId: 'sam', to: CUSTOMER, queueId: 'support', ...more });
    return this.of('call-started').at(-1)?.contactId ?? '';
  }
}

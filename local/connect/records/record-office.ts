/** What Connect writes down goes out from here: to the streams and rules of the template, and to whoever looks on. */
import { join } from 'node:path';
import type { Effect } from '../../../engine/contact/events.ts';
import { maskText } from '../../../engine/contact/masking.ts';
import type { ContactRecord } from '../../../engine/contact/records/contact-record.ts';
import { RecordWriter, type Written } from '../../../engine/contact/records/record-writer.ts';
import type { World } from '../../../engine/contact/world.ts';
import type { EventBus } from '../../events/event-bus.ts';
import { KEPT } from '../../kept.ts';
import type { Streams } from '../../kinesis/streams.ts';
import type { Buckets } from '../../s3/buckets.ts';
import { Listeners, type TimedWork } from '../../timed-work.ts';
import type { ConnectState } from '../state.ts';
import { CallRecordings } from './call-recordings.ts';
import type { CallerSounds } from './caller-sounds.ts';
import { Courier, type Imperfection, PERFECT } from './courier.ts';
import { type KeptRecord, OpenContacts } from './open-contacts.ts';

export interface RecordOfficeOptions {
  readonly world: World;
  readonly state: Pick<ConnectState, 'storage'>;
  readonly streams: Streams;
  readonly bus: EventBus;
  /** Where recordings are put. */
  readonly buckets: Pick<Buckets, 'put'>;
  /** What callers said into microphones. */
  readonly sounds: Pick<CallerSounds, 'of'>;
  /** Where open contacts are kept between runs; nowhere where it is undefined. */
  readonly dataFolder: string | undefined;
  readonly seed: number;
  readonly nowMs: () => number;
  /** How it is delivered; undefined writes it all the same, and delivers nothing. */
  readonly imperfection: Imperfection | undefined;
}

/** How long each is under way in the local cloud, ms; Connect takes about a minute for a record. */
const RECORD_AFTER_MS = 2_000;
const EVENT_AFTER_MS = 500;
/** Connect says "minutes" (adminguide/about-recording-behavior); ours comes after the record. */
const RECORDING_AFTER_MS = 3_000;
/** Contact records that can be looked at. */
const RECENT_MAX = 500;
/** Longer than a record is on its way to the function that keeps it; who gets it twice keeps it once. */
const SENT_KEPT_MS = 60_000;

/** What people look at: how many records there have been, and the last of them. */
export interface RecentRecords {
  readonly count: number;
  readonly records: readonly ContactRecord[];
}

export class RecordOffice implements TimedWork {
  readonly courier: Courier;
  readonly #options: RecordOfficeOptions;
  readonly #writer: RecordWriter;
  readonly #listeners = new Listeners<[written: Written]>();
  readonly #recordings: CallRecordings;
  readonly #recent: ContactRecord[] = [];
  readonly #journal: OpenContacts | undefined;
  readonly #sent: (KeptRecord & { readonly untilMs: number })[] = [];
  #left = 0;
  #count = 0;
  readonly #streamOf: Readonly<Record<'contact-record' | 'agent-event', string | undefined>>;

  /** @throws Error where the instance sends to a stream that does not exist */
  constructor(options: RecordOfficeOptions) {
    const { world, state, bus, seed, nowMs, imperfection, dataFolder } = options;
    this.#options = options;
    this.#recordings = new CallRecordings(world, options.buckets, options.sounds);
    this.courier = new Courier(nowMs, seed, imperfection ?? PERFECT);
    this.#streamOf = {
      'contact-record': this.#stream('CONTACT_TRACE_RECORDS'),
      'agent-event': this.#stream('AGENT_EVENTS'),
    };
    const recordings = state.storage.get('CALL_RECORDINGS');
    this.#writer = new RecordWriter(world, {
      seed,
      wanted: {
        'contact-record': true,
        'contact-event': bus.isHeard,
        // With their heart beats they are written for whoever gets them alone.
        'agent-event': imperfection !== undefined && this.#streamOf['agent-event'] !== undefined,
      },
      ...(recordings?.kind === 'bucket' ? { recordingsAt: `${recordings.bucket}/${recordings.prefix}` } : {}),
      write: (written) => this.#send(written),
    });
    this.#journal =
      dataFolder === undefined ? undefined : new OpenContacts(join(dataFolder, KEPT.openContacts));
    for (const kept of this.#journal?.left() ?? []) {
      this.#left += 1;
      this.#put(kept);
    }
  }

  /** Sentences about what the centre before this one left. */
  notes(): readonly string[] {
    return this.#left === 0
      ? []
      : [
          `contacts that went on, or had just ended, when the centre before this one was stopped: ${this.#left}; their records are delivered now`,
        ];
  }

  /** Keeps what would be lost, now. */
  keep(): void {
    this.#journal?.write(this.#kept());
  }

  #kept(): readonly KeptRecord[] {
    const nowMs = this.#options.nowMs();
    this.#sent.splice(0, this.#sent.length, ...this.#sent.filter(({ untilMs }) => untilMs > nowMs));
    return [
      ...this.#writer
        .cutOff(nowMs)
        .map((record) => ({ contactId: record.ContactId, content: JSON.stringify(record) })),
      ...this.#sent.map(({ contactId, content }) => ({ contactId, content })),
    ];
  }

  #put(kept: KeptRecord): void {
    const { streams, nowMs } = this.#options;
    const stream = this.#streamOf['contact-record'];
    if (this.#journal !== undefined) this.#sent.push({ ...kept, untilMs: nowMs() + SENT_KEPT_MS });
    if (stream === undefined) return;
    this.courier.send(RECORD_AFTER_MS, () => streams.put(stream, kept.contactId, kept.content, nowMs()));
  }

  /** The `observe` port of the engine's drivers. */
  observe(effect: Effect, atMs: number): void {
    this.#writer.observe(effect, atMs);
    this.#journal?.changed(() => this.#kept());
  }

  /** Hears of everything as it is written. Returns how to stop listening. */
  listen(listener: (written: Written) => void): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * The last contact records, oldest first, with every version of each; what a caller keyed in secret is masked.
   * @param after how many records the asker has seen already
   */
  recent(after = 0): RecentRecords {
    const gone = this.#count - this.#recent.length;
    return { count: this.#count, records: this.#recent.slice(Math.max(0, after - gone)) };
  }

  onEarlier(listener: () => void): () => void {
    return this.courier.onEarlier(listener);
  }

  nextDueAtMs(): number | undefined {
    const due = [this.#writer.nextDueAtMs(), this.courier.nextDueAtMs()].filter((one) => one !== undefined);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  async runDue(): Promise<void> {
    this.#writer.runDue(this.#options.nowMs());
    await this.courier.runDue();
  }

  #send(written: Written): void {
    this.#listeners.tell(written);
    if (written.kind === 'contact-record') {
      this.#count += 1;
      this.#recent.push(this.#shown(written.record));
      if (this.#recent.length > RECENT_MAX) this.#recent.shift();
    }
    if (this.#options.imperfection === undefined) return;
    if (written.kind === 'contact-record') {
      const put = this.#recordings.of(written.record);
      if (put !== undefined) this.courier.send(RECORDING_AFTER_MS, put);
    }
    if (written.kind === 'contact-event') {
      this.courier.send(EVENT_AFTER_MS, () => this.#options.bus.put(written.event));
      return;
    }
    if (written.kind === 'contact-record') {
      const { record } = written;
      this.#put({ contactId: record.ContactId, content: JSON.stringify(record) });
      return;
    }
    const stream = this.#streamOf[written.kind];
    if (stream === undefined) return;
    const { streams, nowMs } = this.#options;
    const { event } = written;
    const content = JSON.stringify(event);
    this.courier.send(EVENT_AFTER_MS, () => streams.put(stream, event.AgentARN, content, nowMs()));
  }

  #shown(record: ContactRecord): ContactRecord {
    const secrets = this.#options.world.contacts.get(record.ContactId)?.secrets;
    if (secrets === undefined) return record;
    const attributes = Object.entries(record.Attributes);
    return {
      ...record,
      Attributes: Object.fromEntries(attributes.map(([name, value]) => [name, maskText(secrets, value)])),
    };
  }

  #stream(type: 'CONTACT_TRACE_RECORDS' | 'AGENT_EVENTS'): string | undefined {
    const place = this.#options.state.storage.get(type);
    if (place?.kind !== 'stream') return undefined;
    if (this.#options.streams.find(place.streamArn) === undefined) {
      throw new Error(`the instance sends ${type} to ${place.streamArn}, which the stack does not have`);
    }
    return place.streamArn;
  }
}

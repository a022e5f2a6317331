/** What is between a caller and the flows is recorded where a block says so, and the record says from when to when. */
import { describe, expect, test } from '@jest/globals';
import { describeContact } from '../../../../engine/contact/describe.ts';
import type { RecordedMedia } from '../../../../engine/contact/records/contact-record.ts';
import { CallRecordings } from '../../../../local/connect/records/call-recordings.ts';
import { CallerSounds } from '../../../../local/connect/records/caller-sounds.ts';
import { type CentreOptions, hangUp, START_MS, type Steps, say, toQueue } from '../centre.ts';
import { movesToOrders, type WrittenCentre, writtenCentre } from './written.ts';

const flows = (behavior: 'Enabled' | 'Disabled', next: string, people: readonly string[] = []) =>
  [
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: [...people], IVRRecordingBehavior: behavior } },
    { next },
  ] as const;
/** A key, or five seconds without one. */
const anyKey = (next: string) =>
  [
    'GetParticipantInput',
    { Text: 'Speak now.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { next, errors: { InputTimeLimitExceeded: next, NoMatchingCondition: next, NoMatchingError: next } },
  ] as const;

const voicemail: Steps = {
  on: flows('Enabled', 'message'),
  message: anyKey('off'),
  off: flows('Disabled', 'thanks'),
  thanks: say('Thank you.', 'pause'),
  pause: anyKey('again'),
  again: flows('Enabled', 'more'),
  more: anyKey('end'),
  end: hangUp,
};
const open = (main: Steps, options: Partial<CentreOptions> = {}): WrittenCentre =>
  writtenCentre({ flows: { main }, ...options });
const second = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`;
const ofFlows = (media: readonly RecordedMedia[] | null | undefined): readonly RecordedMedia[] =>
  (media ?? []).filter(({ ParticipantType }) => ParticipantType === 'IVR');

const inAnotherQueue: CentreOptions = {
  queues: [{ id: 'support' }, { id: 'orders' }],
  flows: {
    main: {
      hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'on' }],
      on: flows('Enabled', 'set-queue'),
      ...toQueue('support', 'end'),
      end: hangUp,
    },
    'wait:CUSTOMER_QUEUE': movesToOrders,
  },
};
/** Two channels of 8,000 samples of 16 bits in a second. */
const secondsIn = (wav: Buffer): number => Math.round(wav.readUInt32LE(40) / 32_000);

describe('what is between the caller and the flows', () => {
  test('is recorded while a block has it on, with all that the caller says then, until the caller hangs up', async () => {
    const { centre, shelf } = open(voicemail);
    const contactId = centre.dial();
    const says = (text: string) => centre.send({ kind: 'says', contactId, text });
    await centre.driver.advanceBy(2_000);
    says('My machine leaks.');
    await centre.driver.advanceBy(1_000);
    centre.send({ kind: 'key', contactId, key: '1' });
    await centre.driver.advanceBy(500);
    says('Nobody keeps this.');
    await centre.driver.advanceBy(1_500);
    centre.send({ kind: 'key', contactId, key: '1' });
    await centre.driver.advanceBy(1_250);
    says('It still leaks.');
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(describeContact(centre.world, contactId)?.flowRecording).toEqual({
      stretches: [
        { contactId, fromMs: START_MS, toMs: START_MS + 3_000 },
        { contactId, fromMs: START_MS + 5_000, toMs: START_MS + 6_250 },
      ],
      said: [
        { contactId, atMs: START_MS + 2_000, text: 'My machine leaks.' },
        { contactId, atMs: START_MS + 6_250, text: 'It still leaks.' },
      ],
    });
    expect(shelf.records).toMatchObject([
      {
        // The recording of a conversation with an agent, which there was not.
        Recording: null,
        Recordings: [
          {
            Location: `recordings/calls/ivr/2026/03/02/${contactId}_20260302T15:00_UTC.wav`,
            ParticipantType: 'IVR',
            StartTimestamp: second(START_MS),
            StopTimestamp: second(START_MS + 6_250),
          },
        ],
      },
    ]);
  });

  test('is no part of the conversation with an agent, which has a recording of its own', async () => {
    const { centre, shelf } = open({
      on: flows('Enabled', 'set-queue', ['Agent', 'Customer']),
      ...toQueue('support', 'end'),
      end: hangUp,
    });
    centre.available('sam');
    const contactId = centre.dial();
    await centre.driver.advanceBy(4_000);
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(10_000);
    centre.send({ kind: 'says', contactId, text: 'To a person.' });
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    await centre.run();
    const [record] = shelf.records;
    const [flow] = ofFlows(record?.Recordings);
    expect(record?.Recordings).toHaveLength(2);
    expect(flow?.StopTimestamp).toBe(record?.Agent?.ConnectedToAgentTimestamp);
    expect(record?.Recording?.Location).not.toContain('/ivr/');
    expect(describeContact(centre.world, contactId)?.flowRecording?.said).toEqual([]);
  });

  test('alone records no agent, and where it was never on nothing tells of it', async () => {
    for (const [behavior, recordings] of [
      ['Enabled', 1],
      ['Disabled', 0],
    ] as const) {
      const { centre, shelf } = open({
        on: flows(behavior, 'set-queue'),
        ...toQueue('support', 'end'),
        end: hangUp,
      });
      centre.available('sam');
      const contactId = centre.dial();
      centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
      await centre.driver.advanceBy(10_000);
      centre.send({ kind: 'caller-hangs-up', contactId });
      centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
      expect(shelf.records[0]?.Recording).toBe(null);
      expect(shelf.records[0]?.Recordings?.length ?? 0).toBe(recordings);
    }
  });

  test('stays in the record of the contact that the caller was in, when the agent transfers the caller', async () => {
    const { centre, shelf } = open(
      { on: flows('Enabled', 'set-queue'), ...toQueue('support', 'end'), end: hangUp },
      {
        quickConnects: [{ arn: 'q:1', id: 'q-support', name: 'Support', kind: 'queue', queueId: 'support' }],
      },
    );
    const contactId = centre.dial();
    await centre.driver.advanceBy(4_000);
    centre.available('sam');
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(5_000);
    centre.send({ kind: 'agent-transfers', userId: 'sam', contactId, to: { quickConnectId: 'q-support' } });
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    const spans = shelf.records.map(({ ContactId, Recordings }) => [ContactId, ofFlows(Recordings)]);
    expect(Object.fromEntries(spans)).toEqual({
      [contactId]: [expect.objectContaining({ StopTimestamp: second(START_MS + 5_000) })],
      [describeContact(centre.world, contactId)?.segmentId ?? '']: [],
    });
  });

  test('has a file for each contact of a chain, with what was said in that contact', async () => {
    const { centre, shelf } = writtenCentre(inAnotherQueue);
    const contactId = centre.dial();
    await centre.driver.advanceBy(2_000);
    centre.send({ kind: 'says', contactId, text: 'The first.' });
    await centre.driver.advanceBy(3_000);
    centre.send({ kind: 'says', contactId, text: 'The second.' });
    await centre.driver.advanceBy(2_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    const spans = shelf.records.map(({ ContactId, Recordings }) =>
      ofFlows(Recordings).map(({ Location, StartTimestamp, StopTimestamp }) => [
        Location.includes(ContactId),
        StartTimestamp,
        StopTimestamp,
      ]),
    );
    expect(spans).toEqual([
      [[true, second(START_MS), second(START_MS + 5_000)]],
      [[true, second(START_MS + 5_000), second(START_MS + 7_000)]],
    ]);
    const files: (readonly [seconds: number, text: string])[] = [];
    const put = (_bucket: string, _key: string, body: Buffer) =>
      files.push([secondsIn(body), body.toString('latin1').slice(-20)]);
    const recordings = new CallRecordings(centre.world, { put }, new CallerSounds());
    for (const record of shelf.records) recordings.of(record)?.();
    expect(files).toEqual([
      [5, expect.stringContaining('The first.')],
      [2, expect.stringContaining('The second.')],
    ]);
  });
});

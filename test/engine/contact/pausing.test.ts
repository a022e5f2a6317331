/** Tasks that begin later, are paused and go on, and expire. */
import { describe, expect, test } from '@jest/globals';
import {
  describeAgent,
  describeContact,
  describeQueue,
  openContacts,
} from '../../../engine/contact/describe.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import { RecordWriter } from '../../../engine/contact/records/record-writer.ts';
import { Centre, type CentreOptions, hangUp, START_MS, type Steps, toQueue } from './centre.ts';
import { ALL_WANTED, Shelf } from './records/written.ts';

const DAY_MS = 86_400_000;
const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
const note = (text: string, next: string) =>
  ['UpdateContactAttributes', { Attributes: { note: text } }, { next }] as const;

class Tasks extends Centre {
  readonly shelf = new Shelf();

  constructor(options: Partial<CentreOptions> = {}) {
    super({
      profiles: [
        {
          arn: 'arn:agents',
          id: 'agents',
          name: 'agents',
          queues: [{ queueId: 'support', channel: 'TASK', priority: 1, delaySeconds: 0 }],
          concurrency: { TASK: 1 },
        },
      ],
      ...options,
      flows: { main: straight, task: straight, ...options.flows },
      observe: (effect, atMs) => this.writer.observe(effect, atMs),
    });
  }

  readonly writer = new RecordWriter(this.world, { seed: 7, wanted: ALL_WANTED, write: this.shelf.keep });

  starts(more: Partial<Extract<EngineEvent, { kind: 'start-task' }>> = {}): string {
    this.send({ kind: 'start-task', flowId: 'task', name: 'Look at it', ...more });
    return this.of('task-started').at(-1)?.contactId ?? '';
  }

  /** A task in the hands of sam. */
  inHand(): string {
    const contactId = this.starts();
    if (describeAgent(this.world, 'sam')?.signedIn !== true) this.available('sam');
    this.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    return contactId;
  }

  pause = (contactId: string, flowId?: string) =>
    this.send({ kind: 'pause-task', contactId, ...(flowId === undefined ? {} : { flowId }) });

  resume = (contactId: string, flowId?: string) =>
    this.send({ kind: 'resume-task', contactId, ...(flowId === undefined ? {} : { flowId }) });

  task = (contactId: string) => describeContact(this.world, contactId);
  states = () => describeAgent(this.world, 'sam')?.contacts.map(({ state }) => state);
}

describe('a scheduled task', () => {
  test('begins its flow at its time, and its record says so', async () => {
    const centre = new Tasks();
    const contactId = centre.starts({ startsAtMs: START_MS + 3_600_000 });
    expect(centre.task(contactId)?.phase).toBe('scheduled');
    await centre.driver.advanceBy(3_599_999);
    expect(centre.of('step-taken')).toEqual([]);
    await centre.driver.advanceBy(1);
    expect(centre.task(contactId)?.phase).toBe('queued');
    centre.send({ kind: 'stop-contact', contactId });
    expect(centre.shelf.records).toMatchObject([{ ScheduledTimestamp: '2026-03-02T16:00:00Z' }]);
  });
  test('can be given another time, and be stopped before it', async () => {
    const centre = new Tasks();
    const contactId = centre.starts({ startsAtMs: START_MS + 1_000 });
    centre.send({ kind: 'reschedule-task', contactId, atMs: START_MS + 60_000 });
    await centre.driver.advanceBy(59_000);
    expect(centre.task(contactId)?.phase).toBe('scheduled');
    centre.send({ kind: 'stop-contact', contactId });
    await centre.driver.advanceBy(DAY_MS);
    expect(centre.task(contactId)).toMatchObject({ phase: 'ended', reason: 'API' });
    expect(centre.of('queued')).toEqual([]);
  });
  test('does not begin in the past, nor more than six days ahead, nor is then paused', () => {
    const centre = new Tasks();
    expect(() => centre.starts({ startsAtMs: START_MS })).toThrow('is over already');
    expect(() => centre.starts({ startsAtMs: START_MS + 6 * DAY_MS + 1 })).toThrow(
      'more than 518400 seconds',
    );
    expect(openContacts(centre.world)).toEqual([]);
    const contactId = centre.starts({ startsAtMs: START_MS + 6 * DAY_MS });
    expect(() => centre.pause(contactId)).toThrow('is scheduled');
    const again = { kind: 'reschedule-task', contactId, atMs: START_MS - 1 } as const;
    expect(() => centre.send(again)).toThrow('is over already');
    expect(() => centre.send({ ...again, contactId: centre.starts() })).toThrow('only a scheduled one');
  });
  test.each([
    [{ DelaySeconds: '90' }, 90_000],
    [{ DelaySeconds: '$.Attributes.wait' }, 30_000],
    [{ ScheduledTime: '2026-03-02T15:01:00Z' }, 60_000],
    [{ ScheduledTime: String(START_MS / 1000 + 45) }, 45_000],
  ])('is created by a block with %j', async (terms, afterMs) => {
    const centre = new Tasks({
      flows: {
        main: {
          wait: ['UpdateContactAttributes', { Attributes: { wait: '30' } }, { next: 'task' }],
          task: ['CreateTask', { ContactFlowId: 'task', Name: 'Later', ...terms }, { next: 'end' }],
          end: hangUp,
        },
      },
    });
    centre.dial();
    await centre.driver.advanceBy(DAY_MS);
    expect(centre.record.find(({ effect }) => effect.kind === 'queued')?.atMs).toBe(afterMs);
  });
  test.each([
    { DelaySeconds: '$.Attributes.none' },
    { ScheduledTime: 'soon' },
    { ScheduledTime: '2026-03-01T00:00:00Z' },
  ])('is not created with %j', (terms) => {
    const centre = new Tasks({
      flows: {
        main: {
          task: [
            'CreateTask',
            { ContactFlowId: 'task', Name: 'Later', ...terms },
            { next: 'end', errors: { NoMatchingError: 'sorry' } },
          ],
          sorry: hangUp,
          end: hangUp,
        },
      },
    });
    centre.dial();
    expect(centre.of('task-started')).toEqual([]);
    expect(centre.of('step-taken').map(({ step }) => step)).toEqual(['task', 'sorry']);
  });
});

describe('a paused task', () => {
  test('leaves its queue, and joins it again when it goes on', async () => {
    const centre = new Tasks();
    const contactId = centre.starts();
    centre.pause(contactId);
    expect(describeQueue(centre.world, 'support')?.contactIds).toEqual([]);
    centre.available('sam');
    expect(centre.states()).toEqual([]);
    await centre.driver.advanceBy(60_000);
    centre.resume(contactId);
    expect(centre.states()).toEqual(['ringing']);
  });
  test('makes room at its agent for one more, and comes back beside it', async () => {
    const centre = new Tasks();
    const first = centre.inHand();
    const second = centre.starts();
    expect(centre.states()).toEqual(['connected']);
    centre.pause(first);
    expect(centre.states()).toEqual(['paused', 'ringing']);
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId: second });
    expect(() => centre.pause(second)).toThrow('has 1 paused tasks already');
    await centre.driver.advanceBy(90_000);
    centre.resume(first);
    expect(centre.states()).toEqual(['connected', 'connected']);
    centre.starts();
    expect(centre.states()).toHaveLength(2);
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId: first });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId: first });
    expect(centre.shelf.records).toMatchObject([
      {
        ContactId: first,
        TotalPauseCount: 1,
        TotalPauseDurationInSeconds: 90,
        DisconnectReason: 'AGENT_COMPLETED',
      },
    ]);
    expect(centre.shelf.kindsOf(first)).toContain('PAUSED');
    expect(centre.shelf.kindsOf(first)).toContain('RESUMED');
  });
  test('can be ended by its agent, and by the API', () => {
    const centre = new Tasks();
    const first = centre.inHand();
    centre.pause(first);
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId: first });
    expect(centre.task(first)).toMatchObject({ phase: 'ended', reason: 'AGENT_COMPLETED' });
    const second = centre.starts();
    expect(centre.task(second)?.phase).toBe('queued');
    expect(centre.states()).toEqual(['after-contact-work']);
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId: first });
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId: second });
    centre.pause(second);
    centre.send({ kind: 'stop-contact', contactId: second });
    expect(centre.task(second)).toMatchObject({ phase: 'ended', reason: 'API' });
  });
  test('runs the flow for its pause, which may let it go on after a while, and that for going on', async () => {
    const centre = new Tasks({
      flows: {
        task: {
          pausing: ['UpdateContactEventHooks', { EventHooks: { PauseContact: 'nap' } }, { next: 'resuming' }],
          resuming: [
            'UpdateContactEventHooks',
            { EventHooks: { ResumeContact: 'wake' } },
            { next: 'set-queue' },
          ],
          ...straight,
        },
        nap: {
          wait: ['Wait', { TimeLimitSeconds: '300' }, { when: { WaitCompleted: 'go-on' } }],
          'go-on': ['ResumeContact', {}, { next: 'end' }],
          end: hangUp,
        },
        wake: { tell: note('awake', 'set-queue'), ...straight },
      },
    });
    const contactId = centre.starts();
    centre.pause(contactId);
    await centre.driver.advanceBy(299_000);
    expect(centre.task(contactId)?.phase).toBe('paused');
    await centre.driver.advanceBy(1_000);
    expect(centre.task(contactId)).toMatchObject({ phase: 'queued', attributes: { note: 'awake' } });
  });
  test('runs the flow that is asked for in place of the one that was set', () => {
    const centre = new Tasks({ flows: { other: { tell: note('paused', 'end'), end: hangUp } } });
    const contactId = centre.inHand();
    centre.pause(contactId, 'other');
    expect(centre.task(contactId)).toMatchObject({ phase: 'paused', attributes: { note: 'paused' } });
    expect(() => centre.resume(contactId, 'nothing')).toThrow("there is no flow 'nothing'");
    centre.resume(contactId);
    expect(centre.task(contactId)?.phase).toBe('connected');
  });
  test('is none while it rings, runs its flow, is paused or is a call', () => {
    const centre = new Tasks({
      flows: {
        task: { wait: ['Wait', { TimeLimitSeconds: '60' }, { when: { WaitCompleted: 'end' } }], end: hangUp },
      },
    });
    expect(() => centre.pause(centre.starts())).toThrow('is flow; it cannot be paused');
    centre.available('sam');
    const ringing = centre.starts({ flowId: 'main' });
    expect(() => centre.pause(ringing)).toThrow('is queued at an agent');
    expect(() => centre.resume(ringing)).toThrow('is not paused');
    expect(() => centre.pause(centre.dial())).toThrow('is no task');
    expect(() => centre.pause('nobody')).toThrow("there is no contact 'nobody'");
  });
  test('goes on by a block only where it is paused', () => {
    const centre = new Tasks({
      flows: {
        task: {
          'go-on': ['ResumeContact', {}, { next: 'end', errors: { NoMatchingError: 'sorry' } }],
          sorry: hangUp,
          end: hangUp,
        },
      },
    });
    centre.starts();
    expect(centre.of('step-taken').map(({ step }) => step)).toEqual(['go-on', 'sorry']);
  });
});

describe('a task that is seven days old is over', () => {
  test.each<[string, (centre: Tasks) => string]>([
    ['in its queue', (centre) => centre.starts()],
    ['at its agent', (centre) => centre.inHand()],
    [
      'while it is paused',
      (centre) => {
        const contactId = centre.inHand();
        centre.pause(contactId);
        return contactId;
      },
    ],
  ])('%s', async (_where, begin) => {
    const centre = new Tasks();
    const contactId = begin(centre);
    await centre.driver.advanceBy(7 * DAY_MS - 1);
    expect(centre.task(contactId)?.phase).not.toBe('ended');
    await centre.driver.advanceBy(1);
    expect(centre.task(contactId)).toMatchObject({ phase: 'ended', reason: 'EXPIRED' });
    expect(centre.states() ?? []).toEqual(centre.of('accepted').length > 0 ? ['after-contact-work'] : []);
  });
});

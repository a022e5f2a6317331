/** Recent contacts are remembered, old ones forgotten, running ones never. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Effect } from '../../../engine/contact/events.ts';
import { Recorder } from '../../../local/connect/recorder.ts';

const throwing = (fault: unknown): never => {
  throw fault;
};
const started = (contactId: string): Effect => ({ kind: 'contact-started', contactId, to: '+12025550100' });
const completed = (contactId: string): Effect => ({ kind: 'contact-completed', contactId });
const line = (contactId: string | undefined, text: string) => ({
  functionName: 'greet',
  requestId: 'r',
  atMs: 1,
  text,
  ...(contactId === undefined ? {} : { contactId }),
});

test('of the contacts that are over the one that ended first makes room', () => {
  const recorder = new Recorder({ completedMax: 1, onFault: throwing });
  for (const id of ['a', 'b', 'c']) recorder.record(started(id), 1);
  recorder.record(completed('b'), 2);
  expect(recorder.recent()).toEqual(['c', 'b', 'a']);
  recorder.record(completed('a'), 3);
  expect(recorder.recent()).toEqual(['c', 'a']);
  expect(recorder.history('b')).toEqual([]);
  expect(recorder.history('a')).toHaveLength(2);
});

test('contacts that are not over are kept, however many', () => {
  const recorder = new Recorder({ completedMax: 1, onFault: throwing });
  for (const id of ['a', 'b', 'c', 'd']) recorder.record(started(id), 1);
  expect(recorder.recent()).toEqual(['d', 'c', 'b', 'a']);
});

test('what belongs to no contact is told and not kept', () => {
  const recorder = new Recorder({ onFault: throwing });
  const heard: string[] = [];
  recorder.listen(({ effect }) => heard.push(effect.kind));
  recorder.record({ kind: 'agent-changed', userId: 'sam' }, 1);
  expect(heard).toEqual(['agent-changed']);
  expect(recorder.recent()).toEqual([]);
});

test('what a function is told in secret is neither kept nor told to listeners', () => {
  const recorder = new Recorder({ onFault: throwing });
  const told: unknown[] = [];
  recorder.listen(({ effect }) => told.push(effect));
  recorder.record(started('a'), 1);
  const invoke = (masked: boolean): Effect => ({
    kind: 'invoke',
    contactId: 'a',
    invocationId: 'i',
    attempt: 1,
    functionArn: 'arn',
    payload: '{"pin":"739184"}',
    masked,
  });
  recorder.record(invoke(true), 2);
  expect(JSON.stringify([told, recorder.history('a')])).not.toContain('739184');
  recorder.record(invoke(false), 3);
  expect(JSON.stringify(recorder.history('a'))).toContain('739184');
});

test('log lines stay with their contact, the latest ones', () => {
  const recorder = new Recorder({ logLinesMax: 2, onFault: throwing });
  recorder.record(started('a'), 1);
  for (const text of ['one', 'two', 'three']) recorder.recordLog(line('a', text));
  recorder.recordLog(line('nobody', 'four'));
  recorder.recordLog(line(undefined, 'five'));
  expect(recorder.logLines('a').map(({ text }) => text)).toEqual(['two', 'three']);
  expect(recorder.logLines('nobody')).toEqual([]);
});

test('whatever happens, all that go on are kept and no more of the others than allowed', () => {
  const event = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), over: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (events, completedMax) => {
        const recorder = new Recorder({ completedMax, onFault: throwing });
        const running = new Set<string>();
        const over = new Set<string>();
        for (const { id, over: ends } of events) {
          // A contact begins once and ends once.
          if (over.has(id) || running.has(id) !== ends) continue;
          recorder.record(ends ? completed(id) : started(id), 1);
          if (ends) running.delete(id);
          (ends ? over : running).add(id);
        }
        const kept = recorder.recent();
        for (const id of running) expect(kept).toContain(id);
        expect(kept.length - running.size).toBe(Math.min(over.size, completedMax));
      },
    ),
  );
});

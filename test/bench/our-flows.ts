/** Our own flows as they are deployed, on a centre without functions or tables: calls through the menu, and callers who wait. */
import { readFileSync } from 'node:fs';
import { catalogue } from '../../contact-flows/catalogue.ts';
import {
  createWorld,
  nextDueAtMs,
  step,
  type World,
  type WorldOptions,
} from '../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import type { Instance } from '../../engine/contact/instance.ts';

export const NUMBER = '+12025550100';
const CALLER = '+12025550123';
/** The menu's key for a person; after it every caller is on the way to a queue. */
const PERSON = '0';
const TURNS_MAX = 200;

/** `${queue.support}` in a rendered flow stands for the ARN that the stack puts in; here for `queue.support`. */
const REFERENCE = /\$\{([a-z]+\.[a-z-]+)\}/g;

/** Without people; open on Thursdays, all day. */
export function ourInstance(): Instance {
  const flows = catalogue().map(({ name, type }) => ({
    name,
    type,
    rendered: readFileSync(`contact-flows/rendered/${name}.json`, 'utf8'),
  }));
  const named = new Set(
    flows.flatMap(({ rendered }) => [...rendered.matchAll(REFERENCE)].map(([, name = '']) => name)),
  );
  const of = (kind: string) =>
    [...named]
      .filter((name) => name.startsWith(`${kind}.`))
      .map((name) => ({ arn: name, id: name, name: name.slice(kind.length + 1) }));
  return {
    arn: 'arn:aws:connect:us-east-1:123456789012:instance/bench',
    id: 'bench',
    alias: 'bench',
    region: 'us-east-1',
    accountId: '123456789012',
    phoneNumbers: [{ arn: 'n', id: 'n', number: NUMBER, flowId: 'flow.main-inbound' }],
    hours: of('hours').map((hours) => ({
      ...hours,
      timeZone: 'UTC',
      week: [{ day: 'THURSDAY', startMinute: 0, endMinute: 0 }],
      overrides: [],
    })),
    queues: of('queue').map((queue) => ({ ...queue, hoursId: 'hours.opening', enabled: true })),
    routingProfiles: [
      {
        arn: 'agents',
        id: 'agents',
        name: 'agents',
        queues: of('queue').map(({ id }) => ({
          queueId: id,
          channel: 'VOICE',
          priority: 1,
          delaySeconds: 0,
        })),
        concurrency: { VOICE: 1 },
      },
    ],
    users: [],
    prompts: of('prompt').map((prompt) => ({ ...prompt, durationMs: 30_000 })),
    flows: flows.map(({ name, type, rendered }) => {
      const id = `${type === 'MODULE' ? 'module' : 'flow'}.${name}`;
      return { arn: id, id, name, type, content: rendered.replaceAll(REFERENCE, '$1') };
    }),
  };
}

/** A centre with nobody in it, open: 1 January 1970 was a Thursday. */
export const ourWorld = (records: WorldOptions['records'] = 'full'): World =>
  createWorld({ instance: ourInstance(), seed: 1, nowMs: 0, records });

/**
 * A call through entry and menu into a queue, by a line that has played each prompt at once, so that no time passes
 * and those who wait cost nothing but their places. Asked whether to leave a number, the caller presses the same key
 * again, which does nothing there.
 * @returns the contact, in the queue; with how many blocks it has passed
 */
export function callToQueue(world: World): { readonly contactId: string; readonly blocks: number } {
  let contactId = '';
  let blocks = 0;
  const events: EngineEvent[] = [{ kind: 'dial', to: NUMBER, from: CALLER, playback: 'reported' }];
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    const event = events.shift() ?? { kind: 'clock' };
    let promptId: string | undefined;
    let asked = false;
    for (const effect of step(world, event, world.nowMs)) {
      if (effect.kind === 'contact-started') contactId = effect.contactId;
      if (!('contactId' in effect) || effect.contactId !== contactId) continue;
      if (effect.kind === 'queued') return { contactId, blocks };
      if (effect.kind === 'step-taken') blocks += 1;
      if (effect.kind === 'prompt') promptId = effect.promptId;
      if (effect.kind === 'prompt-stopped') promptId = undefined;
      if (effect.kind === 'listening') asked = true;
      if (effect.kind === 'invoke') events.push(answerOf(effect));
    }
    if (asked) events.push({ kind: 'key', contactId, key: PERSON });
    else if (promptId !== undefined) events.push({ kind: 'playback-ended', contactId, promptId });
  }
  throw new Error(
    `the call was in no queue after ${TURNS_MAX} events; has the menu another key for a person?`,
  );
}

/** Every function answers that it knows nobody and nothing. */
const answerOf = ({ contactId, invocationId }: Extract<Effect, { kind: 'invoke' }>): EngineEvent => ({
  kind: 'function-answered',
  contactId,
  invocationId,
  answer: { kind: 'returned', payload: '{"outcome":"unknown"}' },
});

/** Lets time pass for all who wait: music and words. @returns how many things happened. */
export function passTime(world: World, ms: number): number {
  const untilMs = world.nowMs + ms;
  let events = 0;
  for (let dueMs = nextDueAtMs(world); dueMs !== undefined && dueMs <= untilMs; dueMs = nextDueAtMs(world)) {
    events += step(world, { kind: 'clock' }, dueMs).length;
  }
  step(world, { kind: 'clock' }, untilMs);
  return events;
}

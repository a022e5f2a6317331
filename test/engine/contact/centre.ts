/** A small invented centre for engine tests: flows by short names, and a driver with a record of all that happens. */

import type { FindBlock } from '../../../engine/contact/compiled-flow.ts';
import type { InvokeEffect, InvokeReply, Ports, VirtualDriver } from '../../../engine/contact/driver.ts';
import { createWorld, type World } from '../../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../../engine/contact/events.ts';
import type { Instance, Queue, User } from '../../../engine/contact/instance.ts';
import { createVirtualDriver } from '../../../engine/contact/virtual-driver.ts';
import { FLOW_TYPES, type FlowType, type Json } from '../../../engine/language/flow.ts';
import { see } from '../census.ts';

export const NUMBER = '+12025550100';
export const CALLER = '+12025550123';
/** Monday, 2 March 2026, 15:00 UTC: 10:00 in New York. */
export const START_MS = Date.UTC(2026, 2, 2, 15);
const ARN = 'arn:aws:connect:us-east-1:123456789012:instance/i1';

/** `[type, parameters, transitions]`; a transition to a name that is no step is an error of the test. */
export type Steps = Readonly<Record<string, readonly [string, Json?, Links?]>>;
/** `next`, `when: { operand: step }` for Equals, `errors: { error: step }`. */
export interface Links {
  readonly next?: string;
  readonly when?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conditions?: readonly (readonly [operator: string, operand: string, to: string])[];
}

export function flowContent(steps: Steps): string {
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: Object.keys(steps)[0],
    Actions: Object.entries(steps).map(([Identifier, [Type, Parameters = {}, links = {}]]) => ({
      Identifier,
      Type,
      Parameters,
      Transitions: {
        ...(links.next === undefined ? {} : { NextAction: links.next }),
        Errors: Object.entries(links.errors ?? {}).map(([ErrorType, NextAction]) => ({
          ErrorType,
          NextAction,
        })),
        Conditions: [
          ...Object.entries(links.when ?? {}).map(([operand, to]) => ['Equals', operand, to] as const),
          ...(links.conditions ?? []),
        ].map(([Operator, operand, NextAction]) => ({
          Condition: { Operator, Operands: [operand] },
          NextAction,
        })),
      },
    })),
  });
}

export interface CentreOptions {
  /** The flow `main` answers the number. A key `name:TYPE` gives another type than CONTACT_FLOW. */
  readonly flows: Readonly<Record<string, Steps>>;
  readonly seed?: number;
  readonly nowMs?: number;
  readonly queues?: readonly (Partial<Queue> & { readonly id: string })[];
  readonly users?: readonly (Partial<User> & { readonly id: string })[];
  readonly profiles?: Instance['routingProfiles'];
  readonly hours?: Instance['hours'];
  readonly quickConnects?: Instance['quickConnects'];
  readonly multiParty?: boolean;
  readonly invoke?: (request: InvokeEffect, nowMs: number) => InvokeReply | Promise<InvokeReply>;
  readonly bots?: NonNullable<Instance['bots']>;
  readonly ask?: NonNullable<Ports['ask']>;
  readonly playback?: 'estimated' | 'reported';
  /** Other blocks than Connect's own. */
  readonly findBlock?: FindBlock;
  /** Sees every effect, as a second observer. */
  readonly observe?: (effect: Effect, atMs: number) => void;
}

const profile = (queues: readonly string[]): Instance['routingProfiles'][number] => ({
  arn: `${ARN}/routing-profile/agents`,
  id: 'agents',
  name: 'agents',
  queues: queues.map((queueId, index) => ({
    queueId,
    channel: 'VOICE',
    priority: index + 1,
    delaySeconds: 0,
  })),
  concurrency: { VOICE: 1 },
});

export function instanceOf(options: CentreOptions): Instance {
  const queues = (options.queues ?? [{ id: 'support' }]).map((queue) => ({
    arn: `${ARN}/queue/${queue.id}`,
    name: queue.id,
    hoursId: 'opening',
    enabled: true,
    ...queue,
  }));
  return {
    arn: ARN,
    id: 'i1',
    alias: 'larkfield',
    region: 'us-east-1',
    accountId: '123456789012',
    phoneNumbers: [{ arn: `${ARN}/phone-number/n1`, id: 'n1', number: NUMBER, flowId: 'main' }],
    hours: options.hours ?? [
      {
        arn: `${ARN}/operating-hours/opening`,
        id: 'opening',
        name: 'opening',
        timeZone: 'America/New_York',
        week: [{ day: 'MONDAY', startMinute: 540, endMinute: 1020 }],
        overrides: [],
      },
    ],
    queues,
    quickConnects: options.quickConnects ?? [],
    multiParty: options.multiParty ?? false,
    routingProfiles: options.profiles ?? [profile(queues.map(({ id }) => id))],
    users: (options.users ?? [{ id: 'sam' }, { id: 'robin' }]).map((user) => ({
      arn: `${ARN}/agent/${user.id}`,
      username: user.id,
      firstName: user.id === 'sam' ? 'Sam' : 'Robin',
      lastName: user.id === 'sam' ? 'Okoro' : 'Lindqvist',
      routingProfileId: 'agents',
      afterContactWorkSeconds: 0,
      autoAccept: false,
      ...user,
    })),
    prompts: [{ arn: `${ARN}/prompt/music`, id: 'music', name: 'queue-music', durationMs: 30_000 }],
    bots: options.bots ?? [],
    flows: Object.entries(options.flows).map(([key, steps]) => {
      const [name = key, type = 'CONTACT_FLOW'] = key.split(':');
      return {
        arn: `${ARN}/contact-flow/${name}`,
        id: name,
        name,
        type: flowType(type),
        content: flowContent(steps),
      };
    }),
  };
}

const flowType = (name: string): FlowType => {
  const type = FLOW_TYPES.find((one) => one === name);
  if (type === undefined) throw new Error(`'${name}' is no type of flow`);
  return type;
};

/** Undefined for a flow of Connect's own. A step without parameters has none. */
function stepOf({ flows }: CentreOptions, flow: string, step: string): Steps[string] | undefined {
  const [, steps] = Object.entries(flows).find(([key]) => key.split(':')[0] === flow) ?? [];
  return steps?.[step];
}

export interface Moment {
  readonly atMs: number;
  readonly effect: Effect;
}

/** A running centre: what happened is in `record`, with times since the start. */
export class Centre {
  readonly world: World;
  readonly driver: VirtualDriver;
  readonly record: Moment[] = [];
  readonly #playback: 'estimated' | 'reported';

  constructor(options: CentreOptions) {
    const nowMs = options.nowMs ?? START_MS;
    const { findBlock } = options;
    this.world = createWorld({
      instance: instanceOf(options),
      seed: options.seed ?? 7,
      nowMs,
      ...(findBlock === undefined ? {} : { findBlock }),
    });
    this.#playback = options.playback ?? 'estimated';
    this.driver = createVirtualDriver(this.world, {
      invoke: async (request, atMs) => {
        if (options.invoke === undefined) throw new Error('the test has no function');
        return options.invoke(request, atMs);
      },
      ...(options.ask === undefined ? {} : { ask: options.ask }),
      observe: (effect, atMs) => {
        this.record.push({ atMs: atMs - nowMs, effect });
        see(effect, (flow, step) => stepOf(options, flow, step)?.[1]);
        options.observe?.(effect, atMs);
      },
    });
  }

  send(event: EngineEvent): readonly Effect[] {
    return this.driver.send(event);
  }

  dial(from: string | undefined = CALLER): string {
    const event = { kind: 'dial', to: NUMBER, playback: this.#playback } as const;
    const [started] = this.send(from === undefined ? event : { ...event, from });
    if (started?.kind !== 'contact-started') throw new Error('the call did not start');
    return started.contactId;
  }

  press(contactId: string, keys: string): void {
    for (const key of keys) this.send({ kind: 'key', contactId, key });
  }

  available(...userIds: readonly string[]): void {
    for (const userId of userIds) {
      this.send({ kind: 'agent-signs-in', userId });
      this.send({ kind: 'agent-sets-status', userId, status: 'Available' });
    }
  }

  /** Lets time pass until nothing is due any more, within a limit. */
  async run(limitMs = 600_000): Promise<void> {
    await this.driver.settle();
    let left = limitMs;
    let before = this.driver.nowMs();
    while (left > 0 && (await this.driver.advanceToNext(left))) {
      left -= this.driver.nowMs() - before;
      before = this.driver.nowMs();
    }
  }

  of<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }>[] {
    return this.record.flatMap(({ effect }) => (isKind(effect, kind) ? [effect] : []));
  }

  kinds(): string[] {
    return this.record.map(({ effect }) => effect.kind);
  }

  /** What the caller heard, in order. */
  heard(party: 'customer' | 'agent' = 'customer'): string[] {
    return this.of('prompt').flatMap((prompt) => (prompt.party === party ? [prompt.text] : []));
  }

  /** `step → branch` of every step that was left. */
  taken(): string[] {
    return this.of('step-taken').map(({ step, branch }) => `${step} → ${branch}`);
  }
}

const isKind = <K extends Effect['kind']>(effect: Effect, kind: K): effect is Extract<Effect, { kind: K }> =>
  effect.kind === kind;

export const say = (Text: string, next: string): readonly [string, Json, Links] => [
  'MessageParticipant',
  { Text },
  { next },
];
export const hangUp = ['DisconnectParticipant'] as const;
/** Sets the queue and goes into it. */
export const toQueue = (QueueId: string, otherwise: string): Steps => ({
  'set-queue': [
    'UpdateContactTargetQueue',
    { QueueId },
    { next: 'transfer', errors: { NoMatchingError: otherwise } },
  ],
  transfer: [
    'TransferContactToQueue',
    {},
    { next: otherwise, errors: { NoMatchingError: otherwise, QueueAtCapacity: otherwise } },
  ],
});

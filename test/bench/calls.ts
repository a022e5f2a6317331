/** The three calls of fixed length by which the engine is measured, read from beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import type { FunctionAnswer } from '../../engine/blocks/block.ts';
import { createWorld, nextDueAtMs, step, type WorldOptions } from '../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import type { Instance } from '../../engine/contact/instance.ts';

const FOLDER = '../shared/bench';
const NAMES = ['call-11-blocks', 'call-23-blocks-1-function', 'call-131-blocks-10-functions'];

export interface BenchCall {
  readonly name: string;
  readonly blocks: number;
  readonly entry: string;
  readonly flows: Readonly<Record<string, unknown>>;
  readonly functions: Readonly<Record<string, unknown>>;
  readonly keys: readonly string[];
  readonly ends: string;
}

/** Empty where the folder is absent. */
export function readBenchCalls(): readonly BenchCall[] {
  if (!existsSync(FOLDER)) return [];
  return NAMES.map((name) => ({ name, ...JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) }));
}

const NUMBER = '+12025550100';

export function benchInstance(call: BenchCall): Instance {
  const queues = new Set(JSON.stringify(call.flows).match(/arn:[^"]*:instance\/[^"]*\/queue\/[^"]*/g));
  return {
    arn: call.entry.replace(/\/contact-flow.*/, ''),
    id: '00000000-0000-4000-8000-000000000001',
    alias: 'bench',
    region: 'eu-west-1',
    accountId: '123456789012',
    phoneNumbers: [{ arn: 'n', id: 'n', number: NUMBER, flowId: call.entry }],
    hours: [],
    queues: [...queues].map((arn) => ({ arn, id: arn, name: 'orders', hoursId: '', enabled: true })),
    routingProfiles: [],
    users: [],
    prompts: [],
    flows: Object.entries(call.flows).map(([arn, content]) => ({
      arn,
      id: arn,
      name: arn.slice(-4),
      type: 'CONTACT_FLOW',
      content: JSON.stringify(content),
    })),
  };
}

/**
 * A function that makes the call once on a virtual clock, functions answering at once, until the caller hangs up in the
 * queue. It gives back how many blocks were recorded as taken: none without records.
 */
export function benchCall(
  call: BenchCall,
  records: WorldOptions['records'] = 'full',
): () => { readonly blocks: number; readonly queued: boolean } {
  const world = createWorld({ instance: benchInstance(call), seed: 1, nowMs: 0, records });
  const results = new Map(
    Object.entries(call.functions).map(([arn, result]) => [arn, JSON.stringify(result)]),
  );
  return () => {
    let keysPressed = 0;
    let blocks = 0;
    let contactId = '';
    let pending: EngineEvent | undefined = {
      kind: 'dial',
      to: NUMBER,
      from: '+12025550123',
      playback: 'estimated',
    };
    let queued = false;
    while (!queued) {
      const atMs: number = pending === undefined ? (nextDueAtMs(world) ?? world.nowMs) : world.nowMs;
      const effects: readonly Effect[] = step(world, pending ?? { kind: 'clock' }, atMs);
      pending = undefined;
      for (const effect of effects) {
        switch (effect.kind) {
          case 'contact-started':
            contactId = effect.contactId;
            break;
          case 'step-taken':
            blocks += 1;
            break;
          case 'queued':
            queued = true;
            break;
          case 'listening': {
            const key = call.keys[keysPressed];
            keysPressed += 1;
            if (key !== undefined) pending = { kind: 'key', contactId, key };
            break;
          }
          case 'invoke': {
            const payload = results.get(effect.functionArn) ?? '';
            const { invocationId } = effect;
            const answer: FunctionAnswer = { kind: 'returned', payload };
            pending = { kind: 'function-answered', contactId, invocationId, answer };
            break;
          }
        }
      }
    }
    step(world, { kind: 'caller-hangs-up', contactId }, world.nowMs);
    return { blocks, queued };
  };
}

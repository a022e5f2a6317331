/** What a block may look up about the instance. */
import type { InstanceView } from '../blocks/step.ts';
import type { Channel } from '../blocks/waiting.ts';
import type { FlowType, Json } from '../language/flow.ts';
import type { BotLocale } from '../lex/bot.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type { Opened } from './doorway.ts';
import { ROUTED_CHANNELS } from './instance.ts';
import type { QueueState } from './model.ts';
import { figureOf, metricsOf } from './queue-figures.ts';
import { roomIn } from './queueing.ts';
import { whyNotMoved } from './segments.ts';
import type { World } from './world.ts';

export class ViewDoor implements InstanceView {
  readonly #world: World;
  readonly #opened: Opened;

  constructor(world: World, opened: Opened) {
    this.#world = world;
    this.#opened = opened;
  }

  isOpen(hoursId: string | undefined): boolean | undefined {
    const id = hoursId ?? this.#opened.run.contact.target?.queue.hoursId;
    return id === undefined ? undefined : this.#world.hours.get(id)?.isOpen(this.#world.nowMs);
  }

  queueExists(queueId: string): boolean {
    return this.#world.queues.has(queueId);
  }

  queueRoom(queueId?: string): 'room' | 'full' | 'disabled' | undefined {
    const queue = this.#queue(queueId);
    return queue === undefined ? undefined : roomIn(queue, this.#opened.run.contact);
  }

  whyNotMoved(): string | undefined {
    return whyNotMoved(this.#opened.run.contact);
  }

  isForAgent(): boolean {
    return this.#opened.run.contact.parties?.to?.kind === 'agent';
  }

  agentQueue(userId: string): string | undefined {
    const agent = this.#world.agents.get(userId);
    return agent === undefined ? undefined : `agent/${agent.user.id}`;
  }

  flowType(flowId: string): FlowType | undefined {
    return flowNamed(this.#world, flowId)?.type;
  }

  bot(aliasArn: string, localeId: string): BotLocale | undefined {
    return this.#world.instance.bots
      ?.find((bot) => bot.aliasArn === aliasArn)
      ?.locales.find((locale) => locale.localeId === localeId);
  }

  prompt(promptId: string): { readonly name: string; readonly words?: string } | undefined {
    return this.#world.prompts.get(promptId);
  }

  metric(name: string, queueId: string | undefined): number | undefined {
    const queue = this.#queue(queueId);
    return queue === undefined ? undefined : figureOf(this.#world, queue, name);
  }

  metrics(
    queueId: string | undefined,
    channel: Channel | undefined,
  ): Readonly<Record<string, Json>> | undefined {
    const queue = this.#queue(queueId);
    const routed = ROUTED_CHANNELS.find((one) => one === channel);
    if (queue === undefined || (channel !== undefined && routed === undefined)) return undefined;
    return metricsOf(this.#world, queue, this.#opened.run.contact, routed);
  }

  #queue(queueId: string | undefined): QueueState | undefined {
    return queueId === undefined ? this.#opened.run.contact.target : this.#world.queues.get(queueId);
  }
}

/** The flow of an id or ARN; versions and aliases (`:$LATEST`, `:1`) name the one flow that is there. */
export function flowNamed(world: World, flowId: string): CompiledFlow | undefined {
  return world.flows.get(flowId) ?? world.flows.get(flowId.replace(/(?<=\/[^/]+):[^/:]+$/, ''));
}

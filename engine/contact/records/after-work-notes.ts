/** Notices when agents begin and end after contact work, which no effect of its own tells. */
import { describeAgent } from '../describe.ts';
import type { World } from '../world.ts';
import type { AgentNotes } from './contact-notes.ts';

export class AfterWorkNotes {
  readonly #world: World;
  /** By agent, what each has in hand by the chain's id. */
  readonly #inHand = new Map<string, Map<string, AgentNotes>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** From when the agent talks to the caller. */
  follow(chainId: string, notes: AgentNotes): void {
    const works = this.#inHand.get(notes.userId) ?? new Map<string, AgentNotes>();
    works.set(chainId, notes);
    this.#inHand.set(notes.userId, works);
  }

  /** The caller is in a transfer now, which goes by the caller's name. */
  renamed(userId: string, from: string, to: string): void {
    const works = this.#inHand.get(userId);
    const notes = works?.get(from);
    if (works === undefined || notes === undefined) return;
    works.delete(from);
    works.set(to, notes);
  }

  agentChanged(userId: string, atMs: number): void {
    const works = this.#inHand.get(userId);
    if (works === undefined || works.size === 0) return;
    const contacts = describeAgent(this.#world, userId)?.contacts ?? [];
    for (const [chainId, notes] of works) {
      const work = contacts.find(({ contactId }) => contactId === chainId);
      if (work === undefined) {
        notes.leftAtMs ??= atMs;
        this.finish(notes, atMs);
        works.delete(chainId);
      } else if (work.state === 'after-contact-work') {
        notes.afterWorkFromMs ??= Math.max(work.stateSinceMs, notes.connectedAtMs);
        notes.leftAtMs ??= work.stateSinceMs;
      }
    }
  }

  /** One who had none has none. */
  finish(notes: AgentNotes, atMs: number): void {
    if (notes.afterWorkFromMs !== undefined) notes.afterWorkTillMs ??= atMs;
  }
}

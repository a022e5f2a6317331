/** What agents of a day do in a talk: they put callers on hold, and transfer them to queues. */
import { isOnHold } from '../contact/holds.ts';
import type { Contact } from '../contact/model.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import { exponential, happens, share } from './distributions.ts';
import type { SimulatedAgent } from './people.ts';
import type { SharedDay } from './shared-day.ts';

export class Handling {
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  readonly #destinations: readonly string[];

  constructor(day: SharedDay, chance: SeededRandom) {
    this.#day = day;
    this.#chance = chance;
    const { quickConnects = [] } = day.world.instance;
    this.#destinations = quickConnects.filter(({ kind }) => kind === 'queue').map(({ id }) => id);
  }

  /** @returns how much longer the talk is by it, ms */
  mayHold(agent: SimulatedAgent, contactId: string, atMs: number, talkMs: number): number {
    const { holds } = this.#day.scenario.agents;
    if (holds === undefined || !happens(this.#chance, holds.chance)) return 0;
    const fromMs = atMs + talkMs * share(this.#chance);
    const heldMs = 1000 * exponential(this.#chance, holds.meanSeconds);
    this.#day.agenda.add(fromMs, { kind: 'hold', agent, contactId });
    this.#day.agenda.add(fromMs + heldMs, { kind: 'take-back', agent, contactId });
    return heldMs;
  }

  /** @returns whether the agent transfers the caller instead of hanging up */
  mayTransfer(agent: SimulatedAgent, contactId: string, atMs: number): boolean {
    const { agenda, laws, scenario, tally } = this.#day;
    const { transfers } = scenario.agents;
    if (transfers === undefined || this.#destinations.length === 0) return false;
    if (!happens(this.#chance, transfers.chance)) return false;
    const at = Math.floor(share(this.#chance) * this.#destinations.length);
    const to = { quickConnectId: this.#destinations[at] ?? '' };
    const { userId } = agent;
    if (happens(this.#chance, transfers.consults)) {
      const kind = 'agent-consults';
      if (this.#day.replay({ kind, userId, contactId, to }, atMs) === 'refused') return false;
      const stays = (): number => 1000 * exponential(this.#chance, transfers.meanSeconds);
      let leavesMs = atMs + stays();
      if (transfers.conferences !== undefined && happens(this.#chance, transfers.conferences)) {
        agenda.add(leavesMs, { kind: 'conference', agent, contactId });
        leavesMs += stays();
      }
      agenda.add(leavesMs, { kind: 'hand-over', agent, contactId });
      return true;
    }
    laws.agentLeaves(contactId, atMs, false);
    if (this.#day.replay({ kind: 'agent-transfers', userId, contactId, to }, atMs) === 'refused')
      return false;
    tally.transferred += 1;
    return true;
  }

  do(
    what: 'hold' | 'take-back' | 'conference' | 'hand-over',
    agent: SimulatedAgent,
    contactId: string,
    atMs: number,
  ): void {
    const contact = this.#talk(agent, contactId);
    if (contact === undefined) return;
    const { userId } = agent;
    const isHeld = isOnHold(contact);
    const isLeft = contact.phase === 'ended';
    switch (what) {
      case 'hold':
        if (isHeld || isLeft) return;
        this.#day.tally.held += 1;
        this.#day.send({ kind: 'agent-holds', userId, contactId }, atMs);
        return;
      case 'take-back':
        if (isHeld) this.#day.send({ kind: 'agent-resumes', userId, contactId }, atMs);
        return;
      case 'conference':
        // Refused while nobody has answered yet.
        if (isLeft || this.#day.replay({ kind: 'agent-conferences', userId, contactId }, atMs) === 'refused')
          return;
        this.#day.tally.conferences += 1;
        return;
      case 'hand-over':
        // Where nobody could be reached the caller is told so, by the agent who has come back.
        if (isHeld && (contact.parties?.legs.length ?? 0) === 0)
          this.#day.send({ kind: 'agent-resumes', userId, contactId }, atMs);
        else if (!isLeft) this.#day.tally.transferred += 1;
        this.#day.laws.agentLeaves(contactId, atMs, false);
        this.#day.send({ kind: 'agent-hangs-up', userId, contactId }, atMs);
    }
  }

  /** The contact in which the agent is, by the name that it had when this was planned. */
  #talk({ userId }: SimulatedAgent, contactId: string): Contact | undefined {
    return this.#day.world.agents
      .get(userId)
      ?.works.find(({ contact, state }) => state === 'connected' && contact.id === contactId)?.contact;
  }
}

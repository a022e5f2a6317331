/** What the parts of a simulated day see of it: callers, agents and functions know one another only through this. */
import type { FindBlock } from '../contact/compiled-flow.ts';
import type { InvokeEffect } from '../contact/driver.ts';
import type { EngineEvent } from '../contact/events.ts';
import type { World } from '../contact/world.ts';
import type { Agenda } from './agenda.ts';
import type { FaultName } from './fault-catalogue.ts';
import type { Faults } from './faults.ts';
import type { Laws } from './laws.ts';
import type { Deed, SimulatedAgent } from './people.ts';
import type { Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';

export interface SharedDay {
  readonly scenario: Scenario;
  readonly world: World;
  readonly findBlock: FindBlock;
  readonly agenda: Agenda<Deed>;
  readonly laws: Laws;
  readonly tally: Tally;
  readonly faults: Faults;
  /** Invocations that somebody outside answers. */
  readonly unanswered: InvokeEffect[];
  readonly callerSide: { isWithheld(contactId: string): boolean };
  readonly agentDesk: {
    agent(userId: string): SimulatedAgent;
    has(agent: SimulatedAgent, channel: 'CHAT' | 'TASK'): number;
    ends(agent: SimulatedAgent, contactId: string, atMs: number): boolean;
    mayHold(agent: SimulatedAgent, contactId: string, atMs: number, talkMs: number): number;
    hangsUp(agent: SimulatedAgent, contactId: string, atMs: number): void;
    breaksOff(
      fault: FaultName,
      agent: SimulatedAgent,
      contactId: string,
      atMs: number,
      untilMs: number,
    ): void;
  };
  readonly nowMs: number;
  /** Gives an event to the world; its effects have been seen by all when this returns. */
  send(event: EngineEvent, atMs: number): void;
  /** An event that may make no sense any more. */
  replay(event: EngineEvent, atMs?: number): 'taken' | 'refused';
}

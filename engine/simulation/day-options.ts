/** What a simulated day is given, and what is left of it. */
import type { Effect } from '../contact/events.ts';
import type { Instance } from '../contact/instance.ts';
import type { ChannelTally } from './channel-tally.ts';
import type { Faults } from './faults.ts';
import type { Laws } from './laws.ts';
import type { Caller } from './people.ts';
import type { Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';

export interface DayOptions {
  readonly scenario: Scenario;
  readonly instance: Instance;
  readonly seed: number;
  /** `asked`: each invocation is given out, and its answer is waited for. */
  readonly functions: 'modelled' | 'asked';
  /** Who may call, in turn; people with invented numbers where left out. */
  readonly callers?: readonly Caller[];
  /** Sees every effect, with flow logs and steps. */
  readonly observe?: (effect: Effect, atMs: number) => void;
}

export interface DayOver {
  /** As it was run: on another date where a fault asks for one. */
  readonly scenario: Scenario;
  readonly tally: Tally;
  /** Absent where the scenario has none. */
  readonly chats: ChannelTally | undefined;
  readonly tasks: ChannelTally;
  readonly laws: Laws;
  readonly faults: Faults;
  readonly endedAtMs: number;
  readonly startMs: number;
  readonly events: number;
}
